"""``tei new``: make the folder of a new edition."""

from pathlib import Path

import click


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", default="", help="Title of the edition.")
def command(*, folder: Path, title: str) -> None:
    """Make the folder of a new edition: settings, authority lists, texts and decisions.

    Existing files are kept.
    """
    from toolkit.publishing.scaffold import scaffold

    for path in scaffold(folder, title=title):
        click.echo(path)
