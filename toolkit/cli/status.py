"""``tei status``: list results that are out of date, with the reasons, and their findings."""

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from toolkit.cli import options
from toolkit.storage import Location

if TYPE_CHECKING:
    from toolkit.batch.freshness import Status


@click.command("status")
@options.places
@options.output_folder
@options.as_json
def command(*, inputs: tuple[Location, ...], output: Location, as_json: bool) -> None:
    """List results of tei build or tei encode that are out of date, and their findings.

    One line for each transcription: its state, why it is out of date, the findings of its last
    run; then results whose text is not among the inputs. Nothing is written. The exit code is 0 if
    everything is up to date, otherwise 1.
    """
    from toolkit.batch.fingerprint import Fingerprints
    from toolkit.batch.freshness import left_over, status_of
    from toolkit.batch.inputs import transcriptions
    from toolkit.batch.task import Task
    from toolkit.publishing.file_version import OutputVersions
    from toolkit.publishing.manifest import Manifest
    from toolkit.publishing.report import FORMAT

    manifest, stamps, fingerprints = Manifest(output), OutputVersions(output), Fingerprints()
    tasks = [Task(item) for item in transcriptions(inputs)]
    found = [status_of(task, manifest.get(task.key), stamps, fingerprints) for task in tasks]
    left = left_over(tasks, manifest)
    if as_json:
        data = {"format": FORMAT, "files": [_json(status) for status in found], "left": left}
        click.echo(json.dumps(data, ensure_ascii=False))
    else:
        for status in found:
            click.echo(_line(status))
        for name in left:
            click.echo(f"{name}: its text is not among the inputs")
    sys.exit(int(not all(status.is_current for status in found)))


def _line(status: "Status") -> str:
    state = click.style("up to date", fg="green")
    if not status.is_current:
        why = ", ".join(reason.message for reason in status.reasons)
        state = f"{click.style('out of date', fg='yellow')}: {why}"
    counts = [
        f"{count} {severity.value}{'s' if count > 1 and severity.value != 'info' else ''}"
        for severity, count in reversed([*status.findings.items()])
        if count
    ]
    findings = f"; {', '.join(counts)} ({' '.join(status.codes)})" if counts else ""
    return f"{status.file}: {state}{findings}"


def _json(status: "Status") -> dict[str, Any]:
    return {
        "file": status.file,
        "current": status.is_current,
        "reasons": [{"cause": r.cause, "message": r.message} for r in status.reasons],
        "findings": {severity.value: count for severity, count in status.findings.items()},
        "codes": list(status.codes),
    }
