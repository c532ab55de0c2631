"""``tei persons``: the persons of transcriptions, as an authority list to work on."""

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
    """Propose a list of the persons that no authority list has, on standard output.

    Each entry groups the mentions that are surely of one person, and says where they stand.
    Entries of different texts are not joined: that two are one person is for an editor to say.
    Put the list into the edition's authority/ folder, correct it, and name it in edition.toml.
    """
    from toolkit.batch.inputs import transcriptions
    from toolkit.publishing.scaffold import authority_list

    entries = [
        entry
        for item in transcriptions(inputs)
        if isinstance(item.path, Path)
        for entry in _persons_in(item.path, item.edition, language)
    ]
    click.echo(authority_list("Persons", entries), nl=False)


def _persons_in(path: Path, edition: "Edition", language: str) -> "tuple[Entry, ...]":
    """Entries for the persons of a transcription that no authority list has."""
    from toolkit.annotation.names.entity_clustering import proposed_persons
    from toolkit.pipeline import annotate_reading
    from toolkit.reading.plain import read_plain

    reading = read_plain(path, language=language or edition.language)
    doc, _ = annotate_reading(reading, edition)
    return proposed_persons(doc, doc.annotations())
