"""``tei annotators``: the annotators, their origin, and whether an edition has them on."""

from pathlib import Path

import click

from toolkit.cli import options


@click.command("annotators")
@click.argument("edition", required=False, type=click.Path(path_type=Path, file_okay=False))
@options.as_json
def command(*, edition: Path | None, as_json: bool) -> None:
    """List the annotators in the order in which they run.

    With the folder of an EDITION, its own annotators are listed too, and those that its
    edition.toml switches off. The Python files that it names are imported.
    """
    from toolkit.annotation.annotators import list_annotators
    from toolkit.annotation.protocol import in_order
    from toolkit.cli.table import show_table
    from toolkit.edition import Edition
    from toolkit.edition.settings import read_edition

    known = list_annotators(read_edition(edition) if edition else Edition())
    entries = {entry.annotator.name: entry for entry in known}
    rows = [
        {
            "name": annotator.name,
            "state": "on" if entries[annotator.name].enabled else "off",
            "origin": entries[annotator.name].origin,
        }
        for annotator in in_order(entry.annotator for entry in known)
    ]
    show_table("annotators", rows, as_json=as_json)
