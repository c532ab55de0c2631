"""Show rows of a few columns: aligned for people, as a JSON object for programs."""

import json
from collections.abc import Mapping, Sequence

import click

FORMAT = 1
"""The version of the JSON object; keys are added, never renamed."""


def show_table(name: str, rows: Sequence[Mapping[str, str]], *, as_json: bool) -> None:
    """Print rows that have the same columns; ``name`` is their key in the JSON object."""
    if as_json:
        click.echo(json.dumps({"format": FORMAT, name: rows}, ensure_ascii=False))
        return
    widths = {key: max(len(row[key]) for row in rows) for key in rows[0]} if rows else {}
    for row in rows:
        click.echo("  ".join(value.ljust(widths[key]) for key, value in row.items()).rstrip())
