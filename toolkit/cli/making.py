"""Making: a command's inputs become files, on all cores, and only those that need it."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import click

from toolkit.corpus.executor import Done, Executor, Processes, cores
from toolkit.corpus.make import Made
from toolkit.corpus.work import (
    Task,
    fingerprint,
    is_up_to_date,
    mentioned,
    perform,
    self_contained,
)
from toolkit.errors import NoSpaceError, OutputError
from toolkit.publish.files import OutputFolder
from toolkit.publish.manifest import Manifest, Record, stamp
from toolkit.publish.report import FileReport, report_from_json, report_to_json

FEW = 3
"""So few inputs are done in one process: starting others would take longer."""


def output_folder(path: Path, *, force: bool) -> OutputFolder:
    """The folder for a command's results, locked until the command ends."""
    folder = OutputFolder(path, force=force)
    return click.get_current_context().with_resource(folder)


def make_all(
    tasks: Sequence[Task],
    folder: OutputFolder,
    *,
    jobs: int = 0,
    timeout: float | None = None,
    cluster: str = "",
) -> list[FileReport]:
    """Do the tasks and write what comes of them; the reports are in the order of the tasks.

    What is up to date is not made again, unless ``folder`` forces it. ``jobs`` is the number of
    processes, 0 for one on each core; ``timeout`` is in seconds for each input; ``cluster`` is
    the address of a Dask scheduler, whose workers do the tasks instead.
    """
    manifest = Manifest(folder.path)
    manifest.compact()
    reports: dict[str, FileReport] = {}
    todo: dict[str, Task] = {}
    for task in tasks:
        record = manifest.get(task.key)
        if record and not folder.force and is_up_to_date(task, record, folder.path):
            reports[task.key] = report_from_json(record.report, folder.path)
        else:
            todo[task.key] = task
    made_from = {key: fingerprint(task) for key, task in todo.items()}
    executor = _executor(len(todo), folder, jobs=jobs, timeout=timeout, cluster=cluster)
    given = map(self_contained, todo.values()) if executor.elsewhere else todo.values()
    with _progress(len(todo)) as step, closing(executor.run(perform, given)) as results:
        for done in results:
            key = done.job.key
            reports[key] = _written(done, folder, manifest, made_from[key])
            step(bool(reports[key].failed))
    return [reports[task.key] for task in tasks]


def _executor(
    total: int, folder: OutputFolder, *, jobs: int, timeout: float | None, cluster: str
) -> Executor:
    if cluster and total:
        from toolkit.corpus.cluster import Cluster

        return Cluster(cluster, timeout=timeout)
    workers = jobs or (1 if total <= FEW else min(cores(), total))
    return Processes(workers, timeout=timeout, scratch=folder.unfinished)


def _written(
    done: Done[Task, Made], folder: OutputFolder, manifest: Manifest, made_from: str
) -> FileReport:
    """Write the files of one input, and note that they are there and what they were made from."""
    task = done.job
    if done.result is None:
        return FileReport(task.item.name, {}, (), failed=f"{task.item.path}: {done.failure}")
    made = done.result
    outputs: dict[str, str] = {}
    try:
        for kind, data in made.files.items():
            outputs[kind] = str(folder.write(f"{made.stem}.{kind}", data))
    except NoSpaceError:
        raise
    except OutputError as error:
        return replace(made.report, outputs=outputs, failed=made.report.failed or str(error))
    report = replace(made.report, outputs=outputs)
    if not report.failed:
        manifest.add(
            Record(
                task.key,
                made_from,
                mentioned(task.item.edition, made.mentions),
                {Path(path).name: stamp(Path(path)) for path in outputs.values()},
                report_to_json(report),
            )
        )
    return report


@contextmanager
def _progress(total: int) -> Iterator[Callable[[bool], None]]:
    """A progress bar on a terminal, with rate and failures; elsewhere nothing."""
    if total <= FEW or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    failures = TextColumn("{task.fields[failed]} failed")
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), failures)
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, failed=0)
        failed = 0

        def step(is_failure: bool) -> None:  # a callback with one argument
            nonlocal failed
            failed += is_failure
            progress.update(task, advance=1, failed=failed)

        yield step


def write_corpus(tasks: Sequence[Task], reports: Sequence[FileReport], folder: OutputFolder) -> str:
    """Write ``corpus.xml`` with the texts that have been encoded, and say where it is."""
    from toolkit.pipeline import corpus_of

    texts = (Path(r.outputs["xml"]).read_bytes() for r in reports if "xml" in r.outputs)
    edition = tasks[0].item.edition
    name = (edition.folder or tasks[0].item.path.parent).resolve().name
    return str(folder.write("corpus.xml", corpus_of(texts, edition, name=name)))


def write_index(tasks: Sequence[Task], reports: Sequence[FileReport], folder: OutputFolder) -> None:
    """Write the page and the badge of a corpus; a text called ``index`` keeps its page."""
    from toolkit.publish.badge import badge
    from toolkit.publish.index import index_page
    from toolkit.render.stylesheets import text_of

    edition = tasks[0].item.edition
    title = edition.title or (edition.folder or tasks[0].item.path.parent).resolve().name
    taken = {name for task in tasks for name in task.outputs}
    name = "index.html" if "index.html" not in taken else "corpus-report.html"
    page = index_page(reports, title=title, style=text_of("html/edition.css"))
    folder.write(name, page.encode())
    folder.write("badge.svg", badge(reports).encode())


def portable(report: FileReport, folder: Path) -> FileReport:
    """The same report for ``report.json``: no path that holds on this machine only."""
    outputs = {
        kind: Path(path).relative_to(folder).as_posix() for kind, path in report.outputs.items()
    }
    findings = tuple(f.in_file(_name(f.place.file, report.file)) for f in report.findings)
    return replace(report, outputs=outputs, findings=findings)


def _name(file: str, reported: str) -> str:
    """The transcription by the name it is reported under, a result by its file name."""
    name = Path(file).name
    return reported if name == Path(reported).name else name
