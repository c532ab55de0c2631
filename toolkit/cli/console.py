"""Print findings and results, as text or JSON, and set the exit code."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

import click

from toolkit.findings import Finding, Severity, at_or_above
from toolkit.publishing.report import FORMAT, FileReport, finding_json

MOST_ALIKE = 20
"""Findings of one kind shown for a file, if they are of severity ``info``."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def show_findings(findings: Iterable[Finding]) -> None:
    """Print findings on standard error, one a line, coloured on a terminal, with their hints.

    Many findings of severity ``info`` and the same kind in a file are counted, not shown.
    """
    met: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        if finding.severity is Severity.INFO:
            met[finding.place.file, finding.code] += 1
            if met[finding.place.file, finding.code] > MOST_ALIKE:
                continue
        severity = click.style(finding.severity.value, fg=_COLOURS[finding.severity])
        click.echo(f"{finding.place} {severity} {finding.code} {finding.message}".strip(), err=True)
        if finding.hint:
            click.echo(f"    {finding.hint}", err=True)
    for (file, code), number in met.items():
        if number > MOST_ALIKE:
            more = f"and {number - MOST_ALIKE:,} more of them; --json prints all"
            click.echo(f"{file} {code} {more}".strip(), err=True)


def show_reports(reports: Sequence[FileReport], *, as_json: bool) -> None:
    """Print results on standard output, failures and findings on standard error."""
    if as_json:
        findings = [finding_json(f) for report in reports for f in report.findings]
        files = [result_json(report) for report in reports]
        data = {"format": FORMAT, "files": files, "findings": findings}
        click.echo(json.dumps(data, ensure_ascii=False))
        return
    for report in reports:
        if report.failed:
            click.echo(f"tei: {report.failed}", err=True)
        show_findings(report.findings)
        for path in report.outputs.values():
            click.echo(path)


def finish(reports: Sequence[FileReport], *, fail_on: str) -> NoReturn:
    """Exit with 3 if a file failed, 1 if a finding is as severe as ``fail_on``, else 0."""
    if any(report.failed for report in reports):
        sys.exit(3)
    findings = [finding for report in reports for finding in report.findings]
    sys.exit(int(is_bad(findings, fail_on=fail_on)))


def is_bad(findings: Iterable[Finding], *, fail_on: str) -> bool:
    """Whether a finding is at least as severe as ``fail_on``."""
    return fail_on != "never" and any(at_or_above(findings, Severity(fail_on)))


def result_json(report: FileReport) -> dict[str, Any]:
    """Return the result of one input, without its findings, as JSON."""
    data: dict[str, Any] = {"file": report.file, "outputs": dict(report.outputs)}
    if report.intact is not None:
        data["fidelity"] = report.intact
    return {**data, "failed": report.failed} if report.failed else data
