"""Format findings for a terminal, each with its source line and a caret below the place."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from toolkit.exceptions import SourceError
from toolkit.findings import Finding, Severity
from toolkit.rng.byte_chunks import decode_lines, open_source
from toolkit.validation.run import Checked

_WIDTH: Final = 96
_LEAD: Final = 40
"""How many characters of a long line are shown before the place."""

Paint = Callable[[str, Severity], str]
"""Colours a text by severity, or leaves it as it is."""


def format_finding(finding: Finding, source: str, paint: Paint) -> Iterator[str]:
    """Format a finding: place, severity, code, message; the source line with a caret; the hint.

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
        yield from _mark_column(source, place.column, paint, finding.severity)
    if where:
        yield f"    at {' '.join(where)}"
    if finding.hint:
        yield f"    {finding.hint}"


def _mark_column(source: str, column: int, paint: Paint, severity: Severity) -> Iterator[str]:
    """Yield the part of a line around a column, and a caret below that column."""
    line = source.replace("\t", " ")
    start = max(0, column - 1 - _LEAD) if len(line) > _WIDTH else 0
    shown = line[start : start + _WIDTH]
    indent = len(shown) - len(shown.lstrip()) if start == 0 else 0
    shown = shown[indent:]
    mark = max(0, column - 1 - start - indent)
    before = "…" if start else ""
    after = "…" if start + _WIDTH < len(line) else ""
    yield f"    {before}{_replace_control_characters(shown)}{after}"
    width = len(before) + sum(map(_count_cells, shown[:mark]))
    yield f"    {' ' * width}{paint('^', severity)}"


def _count_cells(char: str) -> int:
    """Return how many cells of a terminal a character fills."""
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _replace_control_characters(text: str) -> str:
    """Replace control characters, so that the text cannot steer a terminal."""
    return "".join(char if char.isprintable() else "�" for char in text)


def read_source_lines(source: Path | bytes, numbers: Sequence[int]) -> dict[int, str]:
    """Read the lines of a document with these numbers, as far as it is readable."""
    wanted = sorted({number for number in numbers if number > 0})
    if not wanted:
        return {}
    chosen = set(wanted)
    try:
        with decode_lines(open_source(source, str(source))) as lines:
            numbered = enumerate(islice(lines, wanted[-1]), 1)
            return {number: line.rstrip("\n") for number, line in numbered if number in chosen}
    except (OSError, SourceError):
        return {}


def format_summary(results: Sequence[Checked]) -> str:
    """Summarise: the number of files, of files without errors, and of findings by code."""
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
