"""``tei export``: the text of TEI files, and what is marked in it, for other programs."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.edition.settings import VIEWS

if TYPE_CHECKING:
    from toolkit.text.viewed import Viewed

FORMATS = ("txt", "csv", "json", "jsonl", "conll")


@click.command("export")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", "kind", type=click.Choice(FORMATS), required=True, help="The format.")
@click.option(
    "--view",
    type=click.Choice(VIEWS),
    default="reading",
    show_default=True,
    help="Whether the editor's text is exported, or the source's.",
)
@options.output_folder
@options.force
def command(*, inputs: tuple[Path, ...], kind: str, view: str, output: Path, force: bool) -> None:
    """Write the text of TEI files, and what is marked in it with offsets into that text.

    txt, json and conll give a file for each text, csv one table of all annotations, jsonl one
    file with a text on each line. A file that cannot be read is reported, and the rest goes on.
    """
    from toolkit.cli.making import output_folder
    from toolkit.publish.export.formats import EACH, TOGETHER, one, together

    files = dict(_files(inputs))
    folder = output_folder(output, force=force)
    failures: list[str] = []
    texts = _texts(files, view, failures)
    if kind in EACH:
        for viewed in texts:
            name = Path(viewed.file).with_suffix(f".{kind}").as_posix()
            click.echo(folder.write(name, one(viewed, kind)))
    else:
        click.echo(folder.write_pieces(TOGETHER[kind], together(texts, kind)))
    sys.exit(3 if failures else 0)


def _files(inputs: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """The TEI files by the names they are reported under, in the order of these names.

    SourceError for what does not exist, and for two files whose results would have one name.
    """
    from toolkit.errors import SourceError

    known: dict[str, Path] = {}
    for path in inputs:
        if not path.exists():
            raise SourceError(f"{path}: no such file or folder")
        found = _below(path) if path.is_dir() else [path]
        if not found:
            raise SourceError(f"{path}: no TEI files here (files that end in .xml)")
        for file in found:
            name = file.relative_to(path).as_posix() if path.is_dir() else file.name
            stem = str(Path(name).with_suffix(""))
            if known.setdefault(stem, file) != file:
                raise SourceError(
                    f"{file} and {known[stem]} would give results of the same name ({stem}); "
                    "use a folder for each"
                )
            yield name, file


def _below(folder: Path) -> list[Path]:
    """The TEI files in a folder and those below it, hidden ones left out."""
    files = sorted(folder.rglob("*.xml"))
    return [
        file
        for file in files
        if not any(part.startswith(".") for part in file.relative_to(folder).parts)
    ]


def _texts(files: dict[str, Path], view: str, failures: list[str]) -> Iterator["Viewed"]:
    """The texts, one at a time; what cannot be read is said and noted."""
    from toolkit.errors import SourceError
    from toolkit.read.view import read_view
    from toolkit.trees import parse_file

    for name, path in files.items():
        try:
            viewed = read_view(parse_file(path), view=view, file=name)
        except SourceError as error:
            failures.append(name)
            click.echo(f"tei: {error}", err=True)
        else:
            yield viewed
