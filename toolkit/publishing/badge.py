"""Badge: the state of a corpus as a small picture (SVG) for a project's page."""

from collections.abc import Sequence
from html import escape
from typing import Final

from toolkit.findings import Severity
from toolkit.namespaces import SVG
from toolkit.publishing.report import FileReport

_GREEN: Final = "#2f6b3a"
_AMBER: Final = "#8a5a00"
_RED: Final = "#a1271b"
_CHARACTER: Final = 6.6
"""The width of a character in pixels, on average, at 11 pixels; ``textLength`` makes it exact."""


def badge(reports: Sequence[FileReport], *, label: str = "TEI") -> str:
    """``TEI | 12 texts, 3 errors``: red for errors and failures, amber for warnings, else green."""
    message, colour = _state(reports)
    left, right = (round(len(text) * _CHARACTER) + 12 for text in (label, message))
    name = escape(f"{label}: {message}")
    return (
        f'<svg xmlns="{SVG}" width="{left + right}" height="20" role="img" aria-label="{name}">'
        f"<title>{name}</title>"
        f'<rect width="{left + right}" height="20" rx="3" fill="#4a453e"/>'
        f'<path d="M{left} 0h{right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{right - 3}z" '
        f'fill="{colour}"/>'
        '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">'
        f"{_words(label, 6)}{_words(message, left + 6)}</g></svg>\n"
    )


def _state(reports: Sequence[FileReport]) -> tuple[str, str]:
    failed = sum(bool(report.failed) for report in reports)
    found = [finding.severity for report in reports for finding in report.findings]
    errors, warnings = found.count(Severity.ERROR), found.count(Severity.WARNING)
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


def _words(text: str, x: int) -> str:
    width = round(len(text) * _CHARACTER)
    return f'<text x="{x}" y="14" textLength="{width}">{escape(text)}</text>'
