"""``tei export``: the text of TEI files, and what is marked in it, for other programs."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.edition.choices import ViewName
from toolkit.storage import Location

if TYPE_CHECKING:
    from toolkit.batch.input import Input
    from toolkit.text.text_view import Viewed

FORMATS = ("txt", "csv", "json", "jsonl", "conll")


@click.command("export")
@options.places
@click.option("--to", "kind", type=click.Choice(FORMATS), required=True, help="The format.")
@click.option(
    "--view",
    type=click.Choice([view.value for view in ViewName]),
    default="reading",
    show_default=True,
    help="Whether the editor's text is exported, or the source's.",
)
@options.output_folder
@options.force
def command(
    *, inputs: tuple[Location, ...], kind: str, view: str, output: Location, force: bool
) -> None:
    """Write the text of TEI files, and what is marked in it with offsets into that text.

    txt, json and conll give a file for each text, csv one table of all annotations, jsonl one
    file with a text on each line. A file that cannot be read is reported, and the rest goes on.
    """
    from toolkit.batch.inputs import tei_files
    from toolkit.cli.build_runner import output_folder
    from toolkit.publishing.export.export_formats import EACH, TOGETHER, one, together

    found = sorted(tei_files(inputs, with_editions=False), key=_name)
    folder = output_folder(output, found, force=force)
    failures: list[str] = []
    texts = _texts(found, view, failures)
    if kind in EACH:
        for viewed in texts:
            name = PurePosixPath(viewed.file).with_suffix(f".{kind}").as_posix()
            click.echo(folder.write(name, one(viewed, kind)))
    else:
        click.echo(folder.write_pieces(TOGETHER[kind], together(texts, kind)))
    sys.exit(3 if failures else 0)


def _name(item: "Input") -> str:
    """The name that a text is known by: its place in the folder that was named."""
    return f"{item.folder}/{item.path.name}" if item.folder else item.path.name


def _texts(items: Iterable["Input"], view: str, failures: list[str]) -> Iterator["Viewed"]:
    """The texts, one at a time; what cannot be read is said and noted."""
    from toolkit.batch.remote_inputs import fetched
    from toolkit.exceptions import describe_error
    from toolkit.rendering.text import flatten
    from toolkit.rendering.views import view_of

    for item in fetched(items):
        try:
            seen = view_of(item.read(), view=ViewName(view), file=str(item.path))
            viewed = flatten(seen, file=_name(item))
        except Exception as error:  # one bad file never stops the others
            failures.append(item.name)
            click.echo(f"tei: {describe_error(error, item.name)}", err=True)
        else:
            yield viewed
