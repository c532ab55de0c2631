"""``tei persons``: propose an authority list of the persons in transcriptions."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli import options

if TYPE_CHECKING:
    from toolkit.edition import Edition, Entry


@click.command("persons")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.language
def command(*, inputs: tuple[Path, ...], language: str) -> None:
    """Print a list of the persons that no authority list has.

    Each entry groups the mentions that certainly refer to one person, with their places. Entries
    of different texts are never merged: an editor decides whether two are the same person. Put the
    list into the edition's authority/ folder, correct it, and name it in edition.toml.
    """
    from toolkit.batch.inputs import transcriptions
    from toolkit.exceptions import describe_error
    from toolkit.publishing.scaffold import authority_list

    entries: list[Entry] = []
    failures: list[str] = []
    for item in transcriptions(inputs):
        try:
            if isinstance(item.path, Path):
                entries += _persons_in(item.path, item.edition, language)
        except Exception as error:  # one bad file never stops the others
            failures.append(describe_error(error, item.name))
    click.echo(authority_list("Persons", entries), nl=False)
    for failure in failures:
        click.echo(f"tei: {failure}", err=True)
    sys.exit(3 if failures else 0)


def _persons_in(path: Path, edition: "Edition", language: str) -> "tuple[Entry, ...]":
    """Return entries for the persons of a transcription that no authority list has."""
    from toolkit.annotation.names.entity_clustering import proposed_persons
    from toolkit.pipeline import annotate_reading, read_transcription

    reading = read_transcription(path, edition, language=language)
    doc, _ = annotate_reading(reading, edition)
    return proposed_persons(doc, doc.annotations())
