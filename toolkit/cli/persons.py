"""``tei persons``: the persons of transcriptions, as an authority list to work on."""

from pathlib import Path

import click

from toolkit.cli import options


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
    from toolkit.pipeline import persons_in
    from toolkit.publishing.scaffold import authority_list

    entries = [
        entry
        for item in transcriptions(inputs)
        if isinstance(item.path, Path)
        for entry in persons_in(item.path, item.edition, language=language)
    ]
    click.echo(authority_list("Persons", entries), nl=False)
