"""The changes since the previous run, as a section of the page on a corpus."""

from collections.abc import Sequence
from typing import Final

from lxml import etree

from toolkit.html_page import element
from toolkit.publishing.report_diff import ReportDiff, ReportedFinding

_MOST: Final = 200
"""Texts or findings listed; the rest is counted."""


def diff_section(changes: ReportDiff) -> etree._Element:
    """Build a section with a list of each kind of change that occurred."""
    texts = {"New texts": changes.new, "Changed texts": changes.changed, "Texts gone": changes.gone}
    findings = {"New findings": changes.found, "Findings gone": changes.settled}
    return element(
        "section",
        element("h2", "Changes since the previous run", id="news"),
        (_list(heading, files) for heading, files in texts.items()),
        (_list(heading, [_line(f) for f in listed]) for heading, listed in findings.items()),
    )


def _list(heading: str, lines: Sequence[str]) -> etree._Element | None:
    """Build a list that its heading opens; None if it is empty."""
    if not lines:
        return None
    more = len(lines) - _MOST
    items = [element("li", line) for line in lines[:_MOST]]
    if more > 0:
        items.append(element("li", f"and {more:,} more"))
    summary = element("summary", f"{heading}: {len(lines):,}")
    return element("details", summary, element("ul", items))


def _line(finding: ReportedFinding) -> str:
    return f"{finding.file}: {finding.code} {finding.message}"
