"""Open the texts of an edition for review, as several commands need them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from toolkit.review.session import Session


def open_session(folder: Path, *, by: str) -> "Session":
    """Read and annotate the texts of an edition; report decisions without a place."""
    from toolkit.batch.inputs import transcriptions
    from toolkit.cli.console import show_findings
    from toolkit.review.session import Session
    from toolkit.review.summary import lost

    found = transcriptions([folder])
    session = Session(
        found[0].edition, [item.path for item in found if isinstance(item.path, Path)], by=by
    )
    hidden = not sys.stderr.isatty()
    names = session.names
    with click.progressbar(names, label="Reading", file=sys.stderr, hidden=hidden) as shown:
        failures = [line for name in shown if (line := _read(session, name))]
    for line in failures:
        click.echo(f"tei: {line}", err=True)
    show_findings(lost(session))
    return session


def _read(session: "Session", name: str) -> str:
    """Read a text of a session; one that fails is left out, and the reason is returned."""
    from toolkit.exceptions import SettingsError, describe_error

    try:
        session.view(name)
    except SettingsError:
        raise  # the edition, not the text
    except Exception as error:  # one bad file never stops the others
        session.leave_out(name)
        return describe_error(error, name)
    return ""
