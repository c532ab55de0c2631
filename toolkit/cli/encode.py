"""``tei encode``: encode transcriptions as TEI."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from toolkit.cli import options
from toolkit.cli.console import finish, show_reports
from toolkit.storage import Location


@click.command("encode")
@options.places
@options.runs
@options.language
@options.corpus
def command(
    *,
    inputs: tuple[Location, ...],
    output: Location,
    language: str,
    force: bool,
    corpus: bool,
    jobs: int,
    timeout: float | None,
    cluster: str,
    fail_on: str,
    as_json: bool,
) -> None:
    """Encode transcriptions as TEI: files, folders, or editions with an edition.toml.

    Writes NAME.xml for each. With - the text is read from standard input, and the TEI goes to
    standard output.
    """
    from toolkit.batch.inputs import transcriptions
    from toolkit.batch.task import Task
    from toolkit.cli.build_runner import (
        output_folder,
        run_tasks,
        show_edition_findings,
        write_corpus,
    )
    from toolkit.publishing.report import with_paths_in

    if inputs == (Path("-"),):
        _filter(language, fail_on)
    found = transcriptions(inputs)
    show_edition_findings(found)
    folder = output_folder(output, found, force=force)
    tasks = [Task(item, language=language) for item in found]
    reports = run_tasks(tasks, folder, jobs=jobs, timeout=timeout, cluster=cluster, events=as_json)
    show_reports([with_paths_in(report, output) for report in reports], as_json=as_json)
    if corpus:
        click.echo(write_corpus(tasks, reports, folder), err=as_json)
    finish(reports, fail_on=fail_on)


def _filter(language: str, fail_on: str) -> NoReturn:
    """Encode standard input to standard output."""
    from toolkit.cli.console import is_bad, show_findings
    from toolkit.edition import Edition
    from toolkit.pipeline import encode_bytes

    data = sys.stdin.buffer.read()
    encoded = encode_bytes(data, "standard-input", Edition(), language=language)
    show_findings(encoded.findings)
    sys.stdout.buffer.write(encoded.tei)
    sys.exit(int(is_bad(encoded.findings, fail_on=fail_on)))
