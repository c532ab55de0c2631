"""``tei outputs``: the outputs that texts can be rendered to."""

from pathlib import Path

import click

from toolkit.cli import options


@click.command("outputs")
@click.argument("edition", required=False, type=click.Path(path_type=Path, file_okay=False))
@options.as_json
def command(*, edition: Path | None, as_json: bool) -> None:
    """List the outputs: the values of --to and of formats in edition.toml.

    With the folder of an EDITION, its own outputs are listed too. The Python files that it names
    are imported.
    """
    from toolkit.cli.table import show_table
    from toolkit.edition import Edition
    from toolkit.edition.settings import read_edition
    from toolkit.rendering.outputs import outputs_of

    known = outputs_of(read_edition(edition) if edition else Edition())
    rows = [
        {
            "name": name,
            "suffix": plugin.value.suffix,
            "type": plugin.value.media_type,
            "origin": plugin.origin,
            "description": plugin.value.description,
        }
        for name, plugin in known.items()
    ]
    show_table("outputs", rows, as_json=as_json)
