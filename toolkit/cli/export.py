"""``tei export``: the text of TEI files and their annotations, for other programs."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.edition.choices import ViewName
from toolkit.storage import Location

if TYPE_CHECKING:
    from toolkit.batch.input import Input
    from toolkit.publishing.output import Results
    from toolkit.rendering.protocol import Artifact, Output

    Artifacts = Iterator[tuple[str, Artifact]]


@click.command("export")
@options.places
@options.formats
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
    *,
    inputs: tuple[Location, ...],
    formats: tuple[str, ...] | None,
    view: str,
    output: Location,
    force: bool,
) -> None:
    """Write the text of TEI files and its annotations, with offsets into that text.

    txt, json and conll write a file for each text, csv one table of all annotations, jsonl one
    file with a text on each line. A file that cannot be read is reported, and the rest goes on.
    """
    if not formats:
        raise click.MissingParameter(param_hint="--to", param_type="option")
    from toolkit.batch.inputs import tei_files
    from toolkit.cli.build_runner import output_folder
    from toolkit.edition import Edition
    from toolkit.rendering.outputs import choose_outputs

    chosen = choose_outputs(Edition(), options.formats_for(Edition(), formats))
    found = sorted(tei_files(inputs, with_editions=False), key=_name)
    folder = output_folder(output, found, force=force)
    failures: list[str] = []
    for kind in chosen:
        _write(_render_all(found, kind, ViewName(view), failures), kind, folder)
    sys.exit(3 if failures else 0)


def _write(artifacts: "Artifacts", chosen: "Output", folder: "Results") -> None:
    """Write one file of all texts, or a file for each."""
    if chosen.joined:
        click.echo(folder.write_pieces(chosen.joined, _join(artifacts, chosen)))
        return
    for name, artifact in artifacts:
        file = PurePosixPath(name).with_suffix(chosen.suffix).as_posix()
        click.echo(folder.write(file, artifact.data))


def _join(artifacts: "Artifacts", chosen: "Output") -> Iterator[bytes]:
    yield chosen.header
    for _, artifact in artifacts:
        yield artifact.data.removeprefix(chosen.header)


def _name(item: "Input") -> str:
    """Return the name of a text: its path within the folder of the command line."""
    return f"{item.folder}/{item.path.name}" if item.folder else item.path.name


def _render_all(
    items: Iterable["Input"], chosen: "Output", view: ViewName, failures: list[str]
) -> "Artifacts":
    """Yield the name and the file of each text; report the texts that cannot be read."""
    from toolkit.batch.remote_inputs import fetch_inputs
    from toolkit.edition import Edition
    from toolkit.exceptions import describe_error
    from toolkit.rendering.protocol import RenderRequest
    from toolkit.rendering.source import complete_text

    request = RenderRequest(Edition(), view)
    for item in fetch_inputs(items):
        try:
            path = item.path if isinstance(item.path, Path) else None
            text, _ = complete_text(item.read(), _name(item), path)
            artifact = chosen.render(text, request)
        except Exception as error:  # one bad file never stops the others
            failures.append(item.name)
            click.echo(f"tei: {describe_error(error, item.name)}", err=True)
        else:
            yield _name(item), artifact
