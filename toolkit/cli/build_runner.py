"""Run the tasks of a command on all cores, and write the results that are out of date."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import TypeVar

import click

from toolkit.batch.build import BuildResult
from toolkit.batch.executor import Executor, JobResult, Processes, cores
from toolkit.batch.fingerprint import Fingerprints
from toolkit.batch.freshness import is_up_to_date
from toolkit.batch.input import Input
from toolkit.batch.remote_inputs import fetch_inputs, fetch_named
from toolkit.batch.task import Task, bundle_task, perform_task
from toolkit.batch.task_bundle import find_pictures
from toolkit.cli.console import show_findings
from toolkit.cli.progress import FEW, progress
from toolkit.exceptions import NoSpaceError, OutputError
from toolkit.publishing.manifest import Manifest, Record
from toolkit.publishing.output import Results, at_once, results_in
from toolkit.publishing.report import FileReport, report_from_json, report_to_json, with_paths_in
from toolkit.publishing.report_diff import ReportDiff, diff_reports
from toolkit.storage import Location

Given = TypeVar("Given")


def output_folder(place: Location, items: Iterable[Input], *, force: bool) -> Results:
    """Open the folder for a command's results; it stays locked until the command ends.

    None of the inputs is ever overwritten there.
    """
    inputs = [item.path for item in items if isinstance(item.path, Path)]
    results = results_in(place, force=force, inputs=inputs)
    click.get_current_context().call_on_close(results.close)
    return results


def run_tasks(
    tasks: Sequence[Task],
    folder: Results,
    *,
    jobs: int = 0,
    timeout: float | None = None,
    cluster: str = "",
    events: bool = False,
) -> list[FileReport]:
    """Run tasks and write their results; the reports are in the order of the tasks.

    Results that are up to date are kept, unless ``folder`` forces it. ``jobs`` is the number of
    processes, 0 for one on each core; ``timeout`` is in seconds for each input; ``cluster`` is
    the address of a Dask scheduler, whose workers run the tasks instead. ``events``: progress is
    reported as JSON lines.
    """
    manifest = Manifest(folder.path)
    manifest.compact(folder.unfinished)
    fingerprints = Fingerprints()
    reports, todo = _split_tasks(tasks, manifest, folder, fingerprints)
    made_from = {key: fingerprints.fingerprint(task) for key, task in todo.items()}
    executor = _executor(len(todo), folder, jobs=jobs, timeout=timeout, cluster=cluster)
    given = _fetch_tasks(todo.values())
    given = map(bundle_task, given) if executor.is_remote else given
    write = partial(
        _write_result,
        folder=folder,
        manifest=manifest,
        made_from=made_from,
        fingerprints=fingerprints,
    )
    with (
        progress(len(todo), current=len(reports), events=events) as step,
        closing(executor.run(perform_task, given)) as results,
    ):
        for key, report in _in_threads(write, results, at_once(folder)):
            reports[key] = report
            step(with_paths_in(report, folder.path))
    manifest.compact(folder.unfinished)
    return [reports[task.key] for task in tasks]


def _split_tasks(
    tasks: Sequence[Task], manifest: Manifest, folder: Results, fingerprints: Fingerprints
) -> tuple[dict[str, FileReport], dict[str, Task]]:
    """Split tasks into the reports of those up to date and the tasks to run."""
    reports: dict[str, FileReport] = {}
    todo: dict[str, Task] = {}
    for task in tasks:
        record = manifest.get(task.key)
        if record and not folder.force and is_up_to_date(task, record, folder, fingerprints):
            reports[task.key] = report_from_json(record.report)
        else:
            todo[task.key] = task
    return reports, todo


def _fetch_tasks(tasks: Iterable[Task]) -> Iterator[Task]:
    """Yield the tasks; those on remote inputs with all files they need."""
    known = list(tasks)
    for task, item in zip(known, fetch_inputs(task.item for task in known), strict=True):
        if "pdf" in task.formats and item.data is not None:
            fetch_named(item.edition, find_pictures(item))
        yield replace(task, item=item)


def _executor(
    total: int, folder: Results, *, jobs: int, timeout: float | None, cluster: str
) -> Executor:
    if cluster and total:
        from toolkit.batch.cluster import Cluster

        return Cluster(cluster, timeout=timeout)
    workers = jobs or (1 if total <= FEW else min(cores(), total))
    return Processes(workers, timeout=timeout, scratch=folder.unfinished)


def _in_threads(
    write: Callable[[Given], tuple[str, FileReport]], results: Iterable[Given], threads: int
) -> Iterator[tuple[str, FileReport]]:
    """Write results as they come, with several threads or one by one."""
    if not threads:
        yield from map(write, results)
        return
    waiting: deque[Future[tuple[str, FileReport]]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for done in results:
                waiting.append(pool.submit(write, done))
                while waiting and (waiting[0].done() or len(waiting) > 2 * threads):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _write_result(
    done: JobResult[Task, BuildResult],
    *,
    folder: Results,
    manifest: Manifest,
    made_from: dict[str, str],
    fingerprints: Fingerprints,
) -> tuple[str, FileReport]:
    """Write the files of one input, and add them to the manifest."""
    task = done.job
    if done.result is None:
        failed = f"{task.item.path}: {done.failure}"
        return task.key, FileReport(task.item.name, {}, (), failed=failed)
    made = done.result
    report = made.report
    outputs: dict[str, str] = {}
    try:
        for kind, data in made.files.items():
            folder.write(task.files[kind], data)
            outputs[kind] = task.files[kind]
    except NoSpaceError:
        raise
    except OutputError as error:
        return task.key, replace(report, outputs=outputs, failed=report.failed or str(error))
    report = replace(report, outputs=outputs)
    stamps = {name: stamp for name in outputs.values() if (stamp := folder.version(name))}
    if not report.failed:
        mentions = fingerprints.mentions(task.item.edition, made.mentions)
        made_of = made_from[task.key]
        manifest.add(Record(task.key, made_of, mentions, stamps, report_to_json(report)))
    return task.key, report


def write_corpus(tasks: Sequence[Task], reports: Sequence[FileReport], folder: Results) -> str:
    """Write ``corpus.xml`` with all encoded texts; return its location."""
    from toolkit.pipeline import corpus_of

    texts = (folder.read(r.outputs["xml"]) for r in reports if "xml" in r.outputs)
    edition = tasks[0].item.edition
    return str(folder.write("corpus.xml", corpus_of(texts, edition, name=_name_of(tasks))))


def show_edition_findings(items: Iterable[Input]) -> None:
    """Report missing settings and unfinished lines of the ledgers, on standard error."""
    from toolkit.decisions.ledger import ledger_findings, ledger_of
    from toolkit.edition.missing_settings import find_missing_settings

    editions = {item.edition.folder: item.edition for item in items}
    for edition in editions.values():
        show_findings(tuple(find_missing_settings(edition)))
    for ledger in filter(None, map(ledger_of, editions.values())):
        show_findings(ledger_findings(ledger))


def changes_since(reports: Sequence[FileReport], folder: Results) -> ReportDiff:
    """Compare the reports with those of the previous run in the folder."""
    before = folder.read("report.json") if folder.version("report.json") else None
    return diff_reports(before, [report_to_json(report) for report in reports])


def write_index(
    tasks: Sequence[Task], reports: Sequence[FileReport], folder: Results, *, news: ReportDiff
) -> None:
    """Write the page and the badge of a corpus; a text named ``index`` keeps its page."""
    from toolkit.publishing.badge import badge
    from toolkit.publishing.report_page import index_page
    from toolkit.rendering.stylesheets import read_file

    title = tasks[0].item.edition.title or _name_of(tasks)
    taken = {name for task in tasks for name in task.outputs}
    name = "index.html" if "index.html" not in taken else "corpus-report.html"
    page = index_page(reports, title=title, style=read_file("html/edition.css"), news=news)
    folder.write(name, page.encode())
    folder.write("badge.svg", badge(reports).encode())


def _name_of(tasks: Sequence[Task]) -> str:
    """Return the name of a corpus: that of its edition's folder, or of the texts' folder."""
    item = tasks[0].item
    if item.edition.folder and isinstance(item.path, Path):
        return item.edition.folder.resolve().name
    folder: Location = item.path.parent
    for _ in PurePath(item.folder).parts:
        folder = folder.parent
    return folder.resolve().name if isinstance(folder, Path) else folder.name


def without_local_paths(report: FileReport) -> FileReport:
    """Return the report for ``report.json``, without paths of this machine."""
    results = set(report.outputs.values())
    findings = (
        f if f.place.file in results else f.in_file(_name(f.place.file, report.file))
        for f in report.findings
    )
    return replace(report, findings=tuple(findings))


def _name(file: str, reported: str) -> str:
    """Return the reported name of the transcription, or the bare name of another file."""
    name = PurePath(file).name
    return reported if name == PurePath(reported).name else name
