"""Session: the texts of an edition, read for its editors, as several commands need them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from toolkit.review.session import Session


def open_session(folder: Path, *, by: str) -> "Session":
    """Read and annotate the texts of an edition; what its ledger has lost is said at once."""
    from toolkit.batch.inputs import transcriptions
    from toolkit.cli.console import show_findings
    from toolkit.review.session import Session
    from toolkit.review.summary import lost

    found = transcriptions([folder])
    session = Session(
        found[0].edition, [item.path for item in found if isinstance(item.path, Path)], by=by
    )
    if sys.stderr.isatty():
        with click.progressbar(session.names, label="Reading", file=sys.stderr) as names:
            for name in names:
                session.view(name)
    show_findings(lost(session))
    return session
