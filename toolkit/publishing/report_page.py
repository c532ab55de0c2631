"""The report on a corpus as one static page (``index.html``), readable without a script.

The page has the style of the edition's pages. It fetches nothing, and its only script sorts the
tables.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from lxml import etree

from toolkit.findings import Severity, codes
from toolkit.html_page import Content, element, page
from toolkit.publishing.report import FIGURES, FileReport
from toolkit.publishing.report_diff import ReportDiff
from toolkit.publishing.report_diff_html import diff_section

_FOLDER: Final = Path(__file__).resolve().parent / "page"
_ABOUT: Final = (
    "The results for each text. Names are linked when they refer to an entry of the authority "
    "lists. Dates are far off when they are more than a year after or a hundred years before the "
    "date of the text."
)
_KINDS: Final = {"html": "HTML", "pdf": "PDF", "xml": "TEI"}
_LABELS: Final = {
    "words": "Words",
    "corrections": "Corrections",
    "proposals": "Undecided",
    "namesLinked": "Names linked",
    "namesUnlinked": "Names not linked",
    "dates": "Dates",
    "datesFarOff": "Dates far off",
}
_COUNTED: Final = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of the table of texts: its heading, its cell, and its sort key."""

    heading: str
    cell: Callable[[FileReport], Content]
    key: Callable[[FileReport], str] | None = None
    is_number: bool = False


def index_page(
    reports: Sequence[FileReport], *, title: str, style: str = "", news: ReportDiff | None = None
) -> str:
    """Build the page on these texts. ``style`` is the CSS of the edition's pages.

    The outputs of the reports are addresses relative to the page.
    """
    main = element(
        "main",
        element("h1", title),
        element("dl", _totals(reports), class_="totals"),
        diff_section(news) if news else None,
        element("h2", "Texts", id="texts"),
        element("p", _ABOUT, class_="about", id="about"),
        _wide("texts", _table_of_texts(reports)),
        element("h2", "Findings", id="findings"),
        _findings(reports),
        _machine_readable(),
    )
    return page(
        title,
        element("a", "To the texts", class_="skip", href="#texts"),
        main,
        style=style + _read("index.css"),
        script=_read("index.js"),
        kind="corpus-report",
    )


def _machine_readable() -> etree._Element:
    report = element("a", "report.json", href="report.json")
    return element("p", "As data: ", report, class_="machine")


def _columns() -> tuple[_Column, ...]:
    return (
        _Column("Text", _text, lambda report: report.file),
        _Column("Results", _results),
        _Column("Fidelity", _fidelity),
        *(_Column(_LABELS[name], _figure(name), _figure(name), is_number=True) for name in FIGURES),
        *(_Column(_plural(s), _count(s), _count(s), is_number=True) for s in _COUNTED),
        _Column("Findings", _codes),
    )


def _table_of_texts(reports: Sequence[FileReport]) -> etree._Element:
    columns = _columns()
    return element(
        "table",
        element("thead", element("tr", (_heading(c.heading, c.is_number) for c in columns))),
        element("tbody", (_row(report, columns) for report in reports)),
        class_="sortable",
        aria_labelledby="texts",
        aria_describedby="about",
    )


def _row(report: FileReport, columns: Sequence[_Column]) -> etree._Element:
    first, *others = columns
    return element(
        "tr",
        element("th", first.cell(report), scope="row", data_value=report.file),
        (_cell(report, column) for column in others),
    )


def _cell(report: FileReport, column: _Column) -> etree._Element:
    return element(
        "td",
        column.cell(report),
        class_="figure" if column.is_number else None,
        data_value=column.key(report) if column.key else None,
    )


def _text(report: FileReport) -> Content:
    return (report.file, (element("br"), report.title) if report.title else None)


def _results(report: FileReport) -> Content:
    if report.failed:
        return element("span", f"failed: {report.failed}", class_="bad")
    links = [
        (" ", element("a", name, href=quote(report.outputs[kind])))
        for kind, name in _KINDS.items()
        if kind in report.outputs
    ]
    return element("span", links, class_="made")


def _fidelity(report: FileReport) -> Content:
    if report.intact is None:
        return None
    return "intact" if report.intact else element("span", "differs", class_="bad")


def _figure(name: str) -> Callable[[FileReport], str]:
    return lambda report: str((report.figures or {}).get(name, ""))


def _count(severity: Severity) -> Callable[[FileReport], str]:
    return lambda report: str(sum(f.severity is severity for f in report.findings))


def _codes(report: FileReport) -> Content:
    counts = Counter(finding.code for finding in report.findings)
    return [
        (element("a", code, href=f"#{code}"), f"\N{NO-BREAK SPACE}{count} ")
        for code, count in sorted(counts.items())
    ]


def _heading(text: str, is_number: bool = False) -> etree._Element:
    return element("th", text, scope="col", class_="figure" if is_number else None)


def _plural(severity: Severity) -> str:
    return f"{severity.value.capitalize()}s"


def _totals(reports: Sequence[FileReport]) -> Iterator[etree._Element]:
    proved = [report for report in reports if report.intact is not None]
    yield _total("Texts", str(len(reports)))
    for name in FIGURES:
        yield _total(_LABELS[name], f"{_sum_of(name, reports):,}")
    yield _total("Intact", f"{sum(bool(r.intact) for r in proved)} of {len(proved)}")
    for severity in _COUNTED:
        count = sum(f.severity is severity for r in reports for f in r.findings)
        yield _total(_plural(severity), f"{count:,}")
    if failed := sum(bool(report.failed) for report in reports):
        yield _total("Failed", str(failed))


def _sum_of(figure: str, reports: Sequence[FileReport]) -> int:
    return sum((report.figures or {}).get(figure, 0) for report in reports)


def _total(name: str, value: str) -> etree._Element:
    return element("div", element("dt", name), element("dd", value))


def _findings(reports: Sequence[FileReport]) -> etree._Element:
    """Count each kind of finding and the texts that have it, the most frequent first."""
    counts = Counter(f.code for r in reports for f in r.findings)
    if not counts:
        return element("p", "No findings.")
    ordered = sorted(counts, key=lambda code: (-counts[code], code))
    rows = (_finding_row(code, counts[code], reports) for code in ordered)
    headings = (
        *(_heading(text) for text in ("Code", "Severity", "Meaning")),
        *(_heading(text, is_number=True) for text in ("Findings", "Texts")),
    )
    table = element(
        "table",
        element("thead", element("tr", headings)),
        element("tbody", rows),
        class_="sortable",
        aria_labelledby="findings",
    )
    return _wide("findings", table)


def _finding_row(code: str, count: int, reports: Sequence[FileReport]) -> etree._Element:
    """Build the row of one kind of finding."""
    having = [[f for f in report.findings if f.code == code] for report in reports]
    severities = [finding.severity.value for findings in having for finding in findings]
    known = codes().get(code)
    return element(
        "tr",
        element("th", code, scope="row"),
        element("td", severities[-1]),
        element("td", known.title if known else ""),
        element("td", str(count), class_="figure"),
        element("td", str(sum(map(bool, having))), class_="figure"),
        id=code,
    )


def _wide(label: str, table: etree._Element) -> etree._Element:
    """Wrap a table in a region that can be scrolled with the keyboard."""
    return element("div", table, class_="wide", role="region", aria_labelledby=label, tabindex="0")


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
