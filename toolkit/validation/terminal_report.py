"""Text: findings for people, each with its source line and a mark below the place."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from toolkit.findings import Finding, Severity
from toolkit.validation.run import Checked

_WIDTH: Final = 96
_LEAD: Final = 40
"""So many characters before the place are shown of a long line."""

Paint = Callable[[str, Severity], str]
"""Colours a text by severity, or leaves it as it is."""


def finding_lines(finding: Finding, source: str, paint: Paint) -> Iterator[str]:
    """A finding: place, severity, code, message; the source line with a mark; the hint.

    ``source`` is the line of the document that the finding is about, empty if there is none.
    """
    place = finding.place
    parts = [place.file, *(str(n) for n in (place.line, place.column) if n is not None)]
    severity = paint(finding.severity.value, finding.severity)
    yield f"{':'.join(parts)}: {severity} {finding.code} {finding.message}"
    where = [f"#{place.id}"] if place.id else []
    where += [place.path] if place.path else []
    where += [f"transcription line {place.transcription}"] if place.transcription else []
    if source.strip() and place.column is not None:
        yield from _marked(source, place.column, paint, finding.severity)
    if where:
        yield f"    at {' '.join(where)}"
    if finding.hint:
        yield f"    {finding.hint}"


def _marked(source: str, column: int, paint: Paint, severity: Severity) -> Iterator[str]:
    """The part of a line around a column, and a caret below that column."""
    line = source.replace("\t", " ")
    start = max(0, column - 1 - _LEAD) if len(line) > _WIDTH else 0
    shown = line[start : start + _WIDTH]
    indent = len(shown) - len(shown.lstrip()) if start == 0 else 0
    shown = shown[indent:]
    mark = max(0, column - 1 - start - indent)
    before = "…" if start else ""
    after = "…" if start + _WIDTH < len(line) else ""
    yield f"    {before}{_printable(shown)}{after}"
    yield f"    {' ' * (len(before) + mark)}{paint('^', severity)}"


def _printable(text: str) -> str:
    """Text that cannot steer a terminal: control characters are shown as a replacement."""
    return "".join(char if char.isprintable() else "�" for char in text)


def source_lines(source: Path | bytes, numbers: Sequence[int]) -> dict[int, str]:
    """The lines of a document with these numbers, as far as it is readable."""
    wanted = sorted({number for number in numbers if number > 0})
    if not wanted:
        return {}
    if isinstance(source, bytes):
        return _picked(iter(source.splitlines()), wanted)
    try:
        with source.open("rb") as stream:
            return _picked(stream, wanted)
    except OSError:
        return {}


def _picked(lines: Iterator[bytes], wanted: Sequence[int]) -> dict[int, str]:
    chosen = set(wanted)
    numbered = enumerate(islice(lines, wanted[-1]), 1)
    return {
        number: line.decode("utf-8", errors="replace").rstrip("\r\n")
        for number, line in numbered
        if number in chosen
    }


def summary(results: Sequence[Checked]) -> str:
    """How many files there were, how many are right, and how often each code was found."""
    counts = dict.fromkeys(Severity, 0)
    bad = 0
    for result in results:
        found = [finding.severity for finding in result.findings]
        bad += Severity.ERROR in found
        for severity in found:
            counts[severity] += 1
    failed = sum(1 for result in results if result.failed)
    parts = [f"{len(results)} files", f"{len(results) - bad - failed} without errors"]
    parts += [f"{failed} not readable"] if failed else []
    parts += [
        f"{counts[severity]} {severity.value}{'' if severity is Severity.INFO else 's'}"
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
        if counts[severity]
    ]
    return ", ".join(parts)
