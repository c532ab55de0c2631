"""``tei check``: report the problems of TEI files with their places."""

import gc
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import click

from toolkit.cli.parameters import FilePattern
from toolkit.exceptions import SchemaError, describe_error, printable
from toolkit.findings import Severity
from toolkit.validation.inputs import STANDARD_INPUT, find_documents
from toolkit.validation.run import Checked, Part, check

Task = Callable[..., Checked]
"""``check`` with the options of the command filled in."""

FORMATS = ("text", "json", "sarif", "junit", "github")
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


@click.command("check")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...", type=FilePattern())
@click.option(
    "--schema", "schemas",
    multiple=True,
    metavar="FILE|NAME",
    help="RELAX NG (.rng), ODD or Schematron (.sch), in place of the schema that the file names; "
    "may be repeated.",
)  # fmt: skip
@click.option(
    "--only",
    multiple=True,
    type=click.Choice([part.value for part in Part]),
    help="Check only this; may be repeated.",
)
@click.option("--no-ids", is_flag=True, help="Do not require unique identifiers.")
@click.option(
    "--transcription",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The transcription of the file: prove that its text is intact.",
)
@click.option("--xinclude", is_flag=True, help="Resolve XInclude and check what is included.")
@click.option(
    "--allow-files-in", "open_folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder, besides the document's own, whose files the document and its rules may read.",
)  # fmt: skip
@click.option(
    "--with", "companions",
    multiple=True,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Another file of the project, whose identifiers pointers may name; may be repeated.",
)  # fmt: skip
@click.option("--phase", default="", metavar="NAME", help="The phase of the Schematron rules.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
    help="Text for people, or a format for programs.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=1000, show_default=True,
    help="Findings of each kind shown for a file.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), default=1, help="Files checked at once.")
@click.option(  # not from options.py, which loads what editions need: this command starts quickly
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), "never"]),
    default=Severity.ERROR.value,
    show_default=True,
    help="The least severe finding that makes the exit code 1.",
)
def command(
    *,
    inputs: tuple[str, ...],
    schemas: tuple[str, ...],
    only: tuple[str, ...],
    no_ids: bool,
    transcription: Path | None,
    xinclude: bool,
    open_folders: tuple[Path, ...],
    companions: tuple[Path, ...],
    phase: str,
    form: str,
    as_json: bool,
    limit: int,
    jobs: int,
    fail_on: str,
) -> None:
    """Check TEI files: schema, identifiers, Schematron rules, pointers, fidelity.

    FILE may be a file, a folder (all xml, tei and odd files in it), a pattern such as '*.xml', or
    - for standard input. The schema is the one that the file names, if it is on this machine,
    else all of TEI P5.
    """
    gc.disable()  # a short run is over before collecting would have paid
    text = _read_transcription(transcription) if transcription else None
    task = partial(
        check,
        schema=schemas,
        only=tuple(map(Part, only)),
        ids=not no_ids,
        transcription=text,
        xinclude=xinclude,
        open_folders=open_folders,
        companions=companions,
        phase=phase,
        limit=limit,
    )
    chosen = "json" if as_json else form
    results = []
    for source, result in _checked(list(find_documents(inputs)), task, jobs):
        results.append(result)
        if not gc.isenabled():
            gc.freeze()  # the grammar stays for good
            gc.enable()
        if chosen == "text":
            _show(source, result)
    _finish(results, chosen, fail_on)


def _checked(paths: list[Path], task: Task, jobs: int) -> Iterator[tuple[Path | bytes, Checked]]:
    """Yield each document with its result, in the order given."""
    if jobs > 1 and len(paths) > 1 and STANDARD_INPUT not in paths:
        yield from _check_in_processes(paths, task, jobs)
        return
    for path in paths:
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read()
            yield data, _check_one(task, "-", data)
        else:
            yield path, _check_one(task, path)


def _check_in_processes(
    paths: list[Path], task: Task, jobs: int
) -> Iterator[tuple[Path | bytes, Checked]]:
    """Check documents in several processes; the results come in the order of the documents."""
    from toolkit.batch.executor import Processes

    waiting, done = iter(paths), dict[Path, Checked]()
    following = next(waiting)
    for job in Processes(min(jobs, len(paths))).run(partial(_check_one, task), paths):
        done[job.job] = job.result or Checked(
            str(job.job), (), failed=f"{printable(str(job.job))}: {job.failure}"
        )
        while following in done:
            yield following, done.pop(following)
            following = next(waiting, STANDARD_INPUT)


def _check_one(task: Task, name: Path | str, data: bytes | None = None) -> Checked:
    """Check one document; whatever goes wrong with it does not stop the others."""
    try:
        return task(name) if data is None else task(data, file=str(name))
    except SchemaError:
        raise  # the schema of the command: no document can be checked
    except Exception as error:  # one bad file never stops the others
        return Checked(printable(str(name)), (), failed=describe_error(error, name))


def _read_transcription(path: Path) -> str:
    """Read a transcription in any encoding that ``tei build`` takes."""
    from toolkit.reading.charset import decode
    from toolkit.trees import read_bytes

    return decode(read_bytes(path), printable(str(path)))[0]


def _show(source: Path | bytes, result: Checked) -> None:
    from toolkit.validation.terminal_report import format_finding, read_source_lines

    if result.failed:
        click.echo(f"tei: {result.failed}", err=True)
    numbers: dict[str, list[int]] = {}
    for finding in result.findings:
        numbers.setdefault(finding.place.file, []).append(finding.place.line or 0)
    lines = {
        file: read_source_lines(source if file == result.file else Path(file), wanted)
        for file, wanted in numbers.items()
    }
    for finding in result.findings:
        place = finding.place
        line = lines[place.file].get(place.line or 0, "")
        for shown in format_finding(finding, line, _paint):
            click.echo(shown)


def _paint(text: str, severity: Severity) -> str:
    return click.style(text, fg=_COLOURS[severity], bold=True)


def _finish(results: list[Checked], form: str, fail_on: str) -> None:
    if form == "text":
        from toolkit.validation.terminal_report import format_summary

        if len(results) > 1:
            click.echo(format_summary(results), err=True)
    else:
        from toolkit.validation.report_formats import FORMATS as WRITERS

        click.echo(WRITERS[form](results))
    context = click.get_current_context()
    if any(result.failed for result in results):
        context.exit(3)
    least = len(Severity) if fail_on == "never" else Severity(fail_on).rank
    bad = any(f.severity.rank >= least for result in results for f in result.findings)
    context.exit(int(bad))
