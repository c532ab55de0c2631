"""``tei decide``: list decisions, or import them from a TEI file edited by hand."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli import options

if TYPE_CHECKING:
    from toolkit.review.session import Session


@click.command("decide")
@click.argument("edition", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--by", default="", metavar="ID", help="Id of the editor, from edition.toml.")
@click.option(
    "--from",
    "edited",
    type=click.Path(path_type=Path),
    help="Import the edits in this TEI file as decisions.",
)
@click.option("--why", default="", help="With --from: the reason, kept with each decision.")
@click.option("--dry-run", is_flag=True, help="With --from: show the decisions, write none.")
@click.option(
    "--withdraw-lost", is_flag=True, help="Withdraw the decisions that no longer have a place."
)
@options.as_json
def command(
    *,
    edition: Path,
    by: str,
    edited: Path | None,
    why: str,
    dry_run: bool,
    withdraw_lost: bool,
    as_json: bool,
) -> None:
    """List the decisions about EDITION, with those that have lost their place.

    With --from EDITED.xml, the difference between a TEI file edited by hand and a fresh encoding
    becomes decisions, so that the hand work survives the next encoding.
    """
    from toolkit.cli.edition_texts import open_session
    from toolkit.review.summary import withdraw_lost as take_back

    session = open_session(edition, by=by)
    if withdraw_lost:
        click.echo(f"{take_back(session)} taken back")
    elif edited:
        _take(session, edited, why=why, dry_run=dry_run)
    else:
        _show(session, as_json=as_json)


def _take(session: "Session", edited: Path, *, why: str, dry_run: bool) -> None:
    from toolkit.cli.console import show_findings
    from toolkit.decisions.ledger import to_json
    from toolkit.review.import_tei import read_manual_edits

    work = read_manual_edits(session, edited, why=why)
    show_findings(work.findings)
    if dry_run:
        for decision in work.decisions:
            click.echo(to_json(decision))
    else:
        session.add(work.decisions)
        click.echo(f"{len(work.decisions)} decided about {work.file}")
    sys.exit(1 if work.findings else 0)


def _show(session: "Session", *, as_json: bool) -> None:
    from toolkit.publishing.report import FORMAT, finding_json
    from toolkit.review.summary import counts, lost

    found = counts(session)
    if as_json:
        findings = [finding_json(finding) for finding in lost(session)]
        click.echo(
            json.dumps({"format": FORMAT, "texts": found, "findings": findings}, ensure_ascii=False)
        )
        return
    for name, states in found.items():
        parts = (f"{number} {state}" for state, number in states.items())
        click.echo(f"{name}: {', '.join(parts) or 'no proposals'}")
