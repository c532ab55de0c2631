"""Write the results of a check as JSON, GitHub annotations, SARIF or JUnit."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from toolkit import __version__
from toolkit.findings import Finding, Severity, codes
from toolkit.text.xml_characters import NOT_XML
from toolkit.validation.run import Checked

if TYPE_CHECKING:
    from lxml import etree

FORMAT: Final = 1
"""The version of the JSON: later versions add fields and never rename them."""


def to_json(results: Sequence[Checked]) -> str:
    """Write one JSON object, with the files in the order given."""
    files = [
        {
            "file": result.file,
            "valid": result.valid,
            "findings": [_finding_to_json(finding) for finding in result.findings],
            **({"failed": result.failed} if result.failed else {}),
        }
        for result in results
    ]
    return json.dumps({"format": FORMAT, "files": files}, ensure_ascii=False)


def _finding_to_json(finding: Finding) -> dict[str, Any]:
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


def to_github(results: Sequence[Checked]) -> str:
    """Write workflow commands, which GitHub Actions shows beside the lines of a pull request."""
    lines = [
        _workflow_command(result.file, finding) for result in results for finding in result.findings
    ]
    lines += [
        f"::error file={_escape_property(result.file)}::{_escape_data(result.failed)}"
        for result in results
        if result.failed
    ]
    return "\n".join(lines)


def _workflow_command(file: str, finding: Finding) -> str:
    place = finding.place
    properties = [f"file={_escape_property(place.file or file)}"]
    if place.line is not None:
        properties.append(f"line={place.line}")
    if place.column is not None:
        properties.append(f"col={place.column}")
    properties.append(f"title={_escape_property(finding.code)}")
    command = _COMMANDS[finding.severity]
    return f"::{command} {','.join(properties)}::{_escape_data(finding.message)}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


_LEVELS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}


_SARIF: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def to_sarif(results: Sequence[Checked]) -> str:
    """Write SARIF 2.1.0 (OASIS), which code hosts and editors show as annotations."""
    found = [(result.file, finding) for result in results for finding in result.findings]
    used = sorted({finding.code for _, finding in found})
    driver = {
        "name": "tei check",
        "version": __version__,
        "rules": [_sarif_rule(name) for name in used],
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
        "results": [_sarif_result(file, finding, used) for file, finding in found],
    }
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)


def _sarif_rule(name: str) -> dict[str, Any]:
    known = codes().get(name)
    if known is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": known.explanation},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
    }


def _sarif_result(file: str, finding: Finding, used: Sequence[str]) -> dict[str, Any]:
    place = finding.place
    physical: dict[str, Any] = {"artifactLocation": {"uri": _file_uri(place.file or file)}}
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


def _file_uri(file: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - this format alone needs it

    return quote(file.replace("\\", "/"))


def to_junit(results: Sequence[Checked]) -> str:
    """Write JUnit XML for build servers: one test case for each file."""
    from lxml import etree  # noqa: PLC0415 - this format alone needs it

    suites = etree.Element("testsuites")
    counts = {
        "tests": len(results),
        "failures": sum(1 for result in results if _errors_of(result)),
        "errors": sum(1 for result in results if result.failed),
    }
    numbers = {name: str(number) for name, number in counts.items()}
    suite = etree.SubElement(suites, "testsuite", {"name": "tei check", **numbers})
    for result in results:
        _add_junit_case(suite, result)
    written = etree.tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}'


def _errors_of(result: Checked) -> list[Finding]:
    return [finding for finding in result.findings if finding.severity is Severity.ERROR]


def _add_junit_case(suite: "etree._Element", result: Checked) -> None:
    case = {"classname": "tei.check", "name": _replace_control_characters(result.file)}
    inside = suite.makeelement("testcase", case)
    suite.append(inside)
    errors = _errors_of(result)
    others = [finding for finding in result.findings if finding not in errors]
    if result.failed:
        message = _replace_control_characters(result.failed)
        inside.append(inside.makeelement("error", {"message": message}))
    if errors:
        message = f"{len(errors)} errors; first: {errors[0].message}"
        failure = inside.makeelement("failure", {"message": _replace_control_characters(message)})
        failure.text = _replace_control_characters("\n".join(map(str, errors)))
        inside.append(failure)
    if others:
        output = inside.makeelement("system-out")
        output.text = _replace_control_characters("\n".join(map(str, others)))
        inside.append(output)


def _replace_control_characters(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)


FORMATS: Final[Mapping[str, Callable[[Sequence[Checked]], str]]] = {
    "json": to_json,
    "sarif": to_sarif,
    "junit": to_junit,
    "github": to_github,
}
"""The formats for programs, by name; ``text`` is for people (``terminal_report.py``)."""
