"""The state of a corpus as a small picture (SVG) for a project's page."""

from collections.abc import Sequence
from typing import Final

from lxml import etree

from toolkit.findings import Severity
from toolkit.html_page import element
from toolkit.namespaces import SVG
from toolkit.publishing.report import FileReport

_GREEN: Final = "#2f6b3a"
_AMBER: Final = "#8a5a00"
_RED: Final = "#a1271b"
_CHARACTER: Final = 6.6
"""The average width of a character in pixels, at 11 pixels; ``textLength`` makes it exact."""


def badge(reports: Sequence[FileReport], *, label: str = "TEI") -> str:
    """Draw ``TEI | 12 texts, 3 errors``: red for errors and failures, amber for warnings."""
    message, colour = _state(reports)
    left, right = _width(label) + 12, _width(message) + 12
    name = f"{label}: {message}"
    shape = f"M{left} 0h{right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{right - 3}z"
    words = element("g", _words(label, 6), _words(message, left + 6), fill="#fff", font_size="11")
    words.set("font-family", "Verdana,DejaVu Sans,sans-serif")
    picture = element(
        "svg",
        element("title", name),
        element("rect", width=str(left + right), height="20", rx="3", fill="#4a453e"),
        element("path", d=shape, fill=colour),
        words,
        xmlns=SVG,
        width=str(left + right),
        height="20",
        role="img",
        aria_label=name,
    )
    return etree.tostring(picture, encoding="unicode") + "\n"


def _state(reports: Sequence[FileReport]) -> tuple[str, str]:
    failed = sum(bool(report.failed) for report in reports)
    severities = [finding.severity for report in reports for finding in report.findings]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    texts = _counted(len(reports), "text")
    if failed:
        return f"{texts}, {failed} failed", _RED
    if errors:
        return f"{texts}, {_counted(errors, 'error')}", _RED
    if warnings:
        return f"{texts}, {_counted(warnings, 'warning')}", _AMBER
    return f"{texts}, no errors", _GREEN


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _words(text: str, x: int) -> etree._Element:
    words = element("text", text, x=str(x), y="14")
    words.set("textLength", str(_width(text)))
    return words


def _width(text: str) -> int:
    return round(len(text) * _CHARACTER)
