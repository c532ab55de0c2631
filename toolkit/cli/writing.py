"""Writing: the files that a command made go to their folder, and the report says where."""

from dataclasses import replace
from pathlib import Path

from toolkit.corpus.make import Made
from toolkit.errors import OutputError
from toolkit.publish.files import OutputFolder
from toolkit.publish.report import FileReport


def write(made: Made, folder: OutputFolder) -> FileReport:
    """Write the files of one input. What cannot be written is said in its report."""
    outputs: dict[str, str] = {}
    try:
        for kind, data in made.files.items():
            outputs[kind] = str(folder.write(f"{made.stem}.{kind}", data))
    except OutputError as error:
        return replace(made.report, outputs=outputs, failed=made.report.failed or str(error))
    return replace(made.report, outputs=outputs)


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
