"""``tei render``: render TEI files."""

import click

from toolkit.cli import options
from toolkit.cli.console import finish, show_reports
from toolkit.storage import Location


@click.command("render")
@options.places
@options.runs
@options.formats
@options.view
def command(
    *,
    inputs: tuple[Location, ...],
    output: Location,
    formats: tuple[str, ...] | None,
    view: str | None,
    force: bool,
    jobs: int,
    timeout: float | None,
    cluster: str,
    fail_on: str,
    as_json: bool,
) -> None:
    """Render TEI files as HTML, PDF and other outputs; of a folder, all TEI files in it."""
    from toolkit.batch.inputs import tei_files
    from toolkit.batch.task import Task
    from toolkit.cli.build_runner import output_folder, run_tasks
    from toolkit.publishing.report import with_paths_in

    found = tei_files(inputs)
    folder = output_folder(output, found, force=force)
    tasks = [
        Task(
            item,
            formats=options.formats_for(item.edition, formats),
            view=view or "",
            encoded=False,
        )
        for item in found
    ]
    reports = run_tasks(tasks, folder, jobs=jobs, timeout=timeout, cluster=cluster, events=as_json)
    show_reports([with_paths_in(report, output) for report in reports], as_json=as_json)
    finish(reports, fail_on=fail_on)
