"""``tei build``: encode, check and render transcriptions, and report the findings."""

import click

from toolkit.cli import options
from toolkit.cli.console import finish, show_reports
from toolkit.storage import Location


@click.command("build")
@options.places
@options.runs
@options.formats
@options.view
@options.language
@options.corpus
def command(
    *,
    inputs: tuple[Location, ...],
    output: Location,
    formats: tuple[str, ...] | None,
    view: str | None,
    language: str,
    force: bool,
    corpus: bool,
    jobs: int,
    timeout: float | None,
    cluster: str,
    fail_on: str,
    as_json: bool,
) -> None:
    """Make TEI, HTML and PDF from transcriptions: files, folders, or editions.

    Writes NAME.xml, NAME.html and NAME.pdf for each, and report.json for all; for more than
    one text also a page that lists them (index.html) and a badge. An edition.toml beside the
    texts, or in the folder above, says more; none is needed.
    """
    from toolkit.batch.inputs import transcriptions
    from toolkit.batch.task import Task
    from toolkit.cli.build_runner import (
        changes_since,
        output_folder,
        run_tasks,
        show_edition_findings,
        without_local_paths,
        write_corpus,
        write_index,
    )
    from toolkit.publishing.report import report_json, with_paths_in

    found = transcriptions(inputs)
    show_edition_findings(found)
    folder = output_folder(output, found, force=force)
    tasks = [
        Task(
            item,
            formats=options.formats_for(item.edition, formats),
            view=view or "",
            language=language,
            checked=True,
        )
        for item in found
    ]
    reports = run_tasks(tasks, folder, jobs=jobs, timeout=timeout, cluster=cluster, events=as_json)
    told = [without_local_paths(report) for report in reports]
    news = changes_since(told, folder)
    if len(tasks) > 1:
        write_index(tasks, told, folder, news=news)
    folder.write("report.json", report_json(told, news=news).encode())
    show_reports([with_paths_in(report, output) for report in reports], as_json=as_json)
    if corpus:
        click.echo(write_corpus(tasks, reports, folder), err=as_json)
    finish(reports, fail_on=fail_on)
