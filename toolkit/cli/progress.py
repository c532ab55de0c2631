"""Report progress: a bar on a terminal, or JSON lines for programs."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from toolkit.cli.console import result_json
from toolkit.findings import Severity
from toolkit.publishing.report import FORMAT, FileReport

FEW = 3
"""Up to this many inputs there is no bar."""

Step = Callable[[FileReport], None]
"""Called when an input is done."""


@contextmanager
def progress(total: int, *, current: int, events: bool) -> Iterator[Step]:
    """Report each of ``total`` inputs when it is done; ``current`` more were up to date.

    On a terminal it is a bar with rate, remaining time and failures; elsewhere nothing, or, if
    ``events`` are wanted, a JSON object a line. All of it goes to standard error.
    """
    if _is_terminal():
        with _bar(total, current) as step:
            yield step
    elif events:
        with _events(total, current) as step:
            yield step
    else:
        yield lambda _: None


def _is_terminal() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def _events(total: int, current: int) -> Iterator[Step]:
    """``start``, a ``file`` for each input as it is done, ``end``; see decision 0007."""
    done = failed = 0

    def step(report: FileReport) -> None:
        nonlocal done, failed
        done, failed = done + 1, failed + bool(report.failed)
        severities = [finding.severity for finding in report.findings]
        counts = {severity.value: severities.count(severity) for severity in Severity}
        _emit("file", {"done": done, "of": total, **result_json(report), "findings": counts})

    _emit("start", {"files": total + current, "current": current})
    yield step
    _emit("end", {"made": done - failed, "failed": failed, "current": current})


def _emit(event: str, data: dict[str, Any]) -> None:
    click.echo(json.dumps({"format": FORMAT, "event": event, **data}, ensure_ascii=False), err=True)


@contextmanager
def _bar(total: int, current: int) -> Iterator[Step]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.1f} a second"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]} failed"),
    )
    console, started = Console(stderr=True), time.monotonic()
    done = failed = 0
    with Progress(*columns, console=console, transient=True, disable=total <= FEW) as shown:
        task = shown.add_task("", total=total, failed=0, rate=0.0)

        def step(report: FileReport) -> None:
            nonlocal done, failed
            done, failed = done + 1, failed + bool(report.failed)
            rate = done / max(time.monotonic() - started, 0.001)
            shown.update(task, advance=1, failed=failed, rate=rate)

        yield step
    if total + current > FEW:
        click.echo(f"{done - failed} made, {current} up to date, {failed} failed", err=True)
