"""The report of a run as one JSON object that scripts can rely on."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from toolkit.findings import Finding, Place, Severity
from toolkit.publishing.report_diff import ReportDiff, diff_to_json
from toolkit.storage import Location

FORMAT = 1
"""The version of the format. Fields are added, never renamed."""

FIGURES: Final = (
    *("words", "corrections", "proposals", "namesLinked", "namesUnlinked"),
    *("dates", "datesFarOff"),
)
"""The counts of a text: its words, separated by white space; the errors marked with a
correction, and those proposed that nobody has decided on; the names that refer to an authority
entry, and those that do not; the dates with a value, and those of them that lie more than a year
after or a hundred years before the date of the text, if it has one."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """The report on one input: its outputs, its elements, and the findings.

    ``outputs`` are file names by format, within the folder of the results; ``intact`` is the
    verdict of the fidelity proof, and ``characters`` how many characters it covered; ``failed``
    is the reason there is no result; ``figures`` has a number for each of ``FIGURES``;
    ``source`` is the SHA-256 of the input.
    """

    file: str
    outputs: Mapping[str, str]
    findings: Sequence[Finding]
    language: str = ""
    elements: Mapping[str, int] | None = None
    intact: bool | None = None
    characters: int | None = None
    failed: str = ""
    title: str = ""
    figures: Mapping[str, int] | None = None
    source: str = ""


def report_json(files: Iterable[FileReport], *, news: ReportDiff | None = None) -> str:
    """Format the report of a run without dates, so that the same input gives the same bytes.

    ``news`` are the changes since the previous run.
    """
    data: dict[str, Any] = {"format": FORMAT, "files": [_file(file) for file in files]}
    if news:
        data["since"] = diff_to_json(news)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def finding_json(finding: Finding) -> dict[str, Any]:
    """Convert a finding to JSON."""
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "id": place.id,
        "path": place.path,
        "transcription": place.transcription,
        "hint": finding.hint,
    }


def report_to_json(report: FileReport) -> dict[str, Any]:
    """Convert a report to JSON."""
    return _file(report)


def report_from_json(data: Mapping[str, Any]) -> FileReport:
    """Parse a report from ``report_to_json``."""
    fidelity = data.get("fidelity", {})
    return FileReport(
        data["file"],
        dict(data["outputs"]),
        tuple(_finding(finding) for finding in data["findings"]),
        language=data.get("language", ""),
        elements=data.get("elements"),
        intact=fidelity.get("intact"),
        characters=fidelity.get("characters"),
        title=data.get("title", ""),
        figures=data.get("figures"),
        source=data.get("sha256", ""),
    )


def with_paths_in(report: FileReport, folder: Location) -> FileReport:
    """Return the report with its outputs as paths in ``folder``."""
    outputs = {kind: str(folder / name) for kind, name in report.outputs.items()}
    return replace(report, outputs=outputs)


def _finding(data: Mapping[str, Any]) -> Finding:
    place = {key: data[key] for key in ("file", "line", "column", "id", "path", "transcription")}
    return Finding(
        data["code"], Severity(data["severity"]), data["message"], Place(**place), data["hint"]
    )


def _file(report: FileReport) -> dict[str, Any]:
    data: dict[str, Any] = {"file": report.file, "outputs": dict(report.outputs)}
    if report.failed:
        data["failed"] = report.failed
    if report.source:
        data["sha256"] = report.source
    if report.intact is not None:
        data["language"] = report.language
        data["fidelity"] = {"intact": report.intact, "characters": report.characters}
        data["elements"] = dict(report.elements or {})
    if report.figures is not None:
        data["title"] = report.title
        data["figures"] = dict(report.figures)
    data["findings"] = [finding_json(finding) for finding in report.findings]
    return data
