"""Formats: the result of a check as JSON, as GitHub annotations, as SARIF and as JUnit."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from toolkit import __version__
from toolkit.findings import Finding, Severity, codes
from toolkit.validation.run import Checked

FORMAT: Final = 1
"""The version of the JSON: fields are added to it, never renamed."""


def as_json(results: Sequence[Checked]) -> str:
    """One JSON object, the files in the order given."""
    files = [
        {
            "file": result.file,
            "valid": result.valid,
            "findings": [_finding(finding) for finding in result.findings],
            **({"failed": result.failed} if result.failed else {}),
        }
        for result in results
    ]
    return json.dumps({"format": FORMAT, "files": files}, ensure_ascii=False)


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    found: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "line": place.line,
        "column": place.column,
        "id": place.id,
        "path": place.path,
        "hint": finding.hint,
    }
    if place.transcription is not None:
        found["transcription"] = place.transcription
    return found


_COMMANDS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def as_github(results: Sequence[Checked]) -> str:
    """Workflow commands, which GitHub Actions shows beside the lines of a pull request."""
    lines = [_command(result.file, finding) for result in results for finding in result.findings]
    lines += [
        f"::error file={_property(result.file)}::{_data(result.failed)}"
        for result in results
        if result.failed
    ]
    return "\n".join(lines)


def _command(file: str, finding: Finding) -> str:
    place = finding.place
    properties = [f"file={_property(place.file or file)}"]
    if place.line is not None:
        properties.append(f"line={place.line}")
    if place.column is not None:
        properties.append(f"col={place.column}")
    properties.append(f"title={_property(finding.code)}")
    command = _COMMANDS[finding.severity]
    return f"::{command} {','.join(properties)}::{_data(finding.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_LEVELS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}


_SARIF: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(results: Sequence[Checked]) -> str:
    """SARIF 2.1.0 (OASIS), which code hosts and editors show as annotations."""
    found = [(result.file, finding) for result in results for finding in result.findings]
    used = sorted({finding.code for _, finding in found})
    driver = {
        "name": "tei check",
        "version": __version__,
        "rules": [_rule(name) for name in used],
    }
    failures = [
        {"level": "error", "message": {"text": result.failed}}
        for result in results
        if result.failed
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not failures, "toolExecutionNotifications": failures}
        ],
        "results": [_result(file, finding, used) for file, finding in found],
    }
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)


def _rule(name: str) -> dict[str, Any]:
    known = codes().get(name)
    if known is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": known.explanation},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
    }


def _result(file: str, finding: Finding, used: Sequence[str]) -> dict[str, Any]:
    place = finding.place
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file or file)}}
    if place.line is not None:
        physical["region"] = {"startLine": place.line, "startColumn": place.column or 1}
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.path:
        location["logicalLocations"] = [{"fullyQualifiedName": place.path, "kind": "element"}]
    text = f"{finding.message} ({finding.hint})" if finding.hint else finding.message
    return {
        "ruleId": finding.code,
        "ruleIndex": used.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [location],
    }


def _uri(file: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - this format alone needs it

    return quote(file.replace("\\", "/"))


def as_junit(results: Sequence[Checked]) -> str:
    """JUnit XML, which build servers read: a test case for each file."""
    bad = [result for result in results if _errors(result)]
    failed = [result for result in results if result.failed]
    head = (
        f'<testsuite name="tei check" tests="{len(results)}" failures="{len(bad)}" '
        f'errors="{len(failed)}">'
    )
    cases = "".join(_case(result) for result in results)
    suites = f"<testsuites>{head}{cases}</testsuite></testsuites>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{suites}'


def _errors(result: Checked) -> list[Finding]:
    return [finding for finding in result.findings if finding.severity is Severity.ERROR]


def _case(result: Checked) -> str:
    errors = _errors(result)
    others = [finding for finding in result.findings if finding not in errors]
    inside = ""
    if result.failed:
        inside += f"<error message={_quoted(result.failed)}/>"
    if errors:
        said = f"{len(errors)} errors; first: {errors[0].message}"
        inside += f"<failure message={_quoted(said)}>{_escaped(_lines(errors))}</failure>"
    if others:
        inside += f"<system-out>{_escaped(_lines(others))}</system-out>"
    return f'<testcase classname="tei.check" name={_quoted(result.file)}>{inside}</testcase>'


def _lines(findings: Sequence[Finding]) -> str:
    return "\n".join(str(finding) for finding in findings)


def _quoted(text: str) -> str:
    return quoteattr(_printable(text))


def _escaped(text: str) -> str:
    return _printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _printable(text: str) -> str:
    """Text without the control characters that XML cannot hold."""
    return "".join(char if char >= " " or char in "\t\n" else "�" for char in text)


FORMATS: Final[Mapping[str, Callable[[Sequence[Checked]], str]]] = {
    "json": as_json,
    "sarif": as_sarif,
    "junit": as_junit,
    "github": as_github,
}
"""The formats for programs, by name; ``text`` is for people (``text.py``)."""
