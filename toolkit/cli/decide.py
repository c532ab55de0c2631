"""``tei decide``: the decisions of an edition, and decisions from a TEI file edited by hand."""

import json
from pathlib import Path

import click

from toolkit.cli import options


@click.command("decide")
@click.argument("edition", type=click.Path(path_type=Path, exists=True))
@click.option("--by", default="", metavar="ID", help="Who decides: an editor of edition.toml.")
@click.option(
    "--withdraw-lost", is_flag=True, help="Take back the decisions that have no place any more."
)
@options.as_json
def command(*, edition: Path, by: str, withdraw_lost: bool, as_json: bool) -> None:
    """Say what has been decided about EDITION, and which decisions have no place any more."""
    from toolkit.cli.session import open_session
    from toolkit.publish.report import FORMAT, finding_json
    from toolkit.review import summary

    session = open_session(edition, by=by)
    if withdraw_lost:
        click.echo(f"{summary.withdraw_lost(session)} taken back")
        return
    found = summary.counts(session)
    if as_json:
        findings = [finding_json(finding) for finding in summary.lost(session)]
        data = {"format": FORMAT, "texts": found, "findings": findings}
        click.echo(json.dumps(data, ensure_ascii=False))
        return
    for name, states in found.items():
        parts = (f"{number} {state}" for state, number in states.items())
        click.echo(f"{name}: {', '.join(parts) or 'no proposals'}")
