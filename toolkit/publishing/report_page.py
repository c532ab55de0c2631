"""Index: the report on a corpus as one static page, readable without a script.

The page has the style of the edition's pages. Nothing in it is fetched, and nothing runs but the
script that sorts the table (Content-Security-Policy by hash).
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import Final
from urllib.parse import quote

from toolkit.findings import Severity, codes
from toolkit.publishing.report import FIGURES, FileReport
from toolkit.publishing.report_diff import Since
from toolkit.publishing.report_diff_html import news_section

_PAGE: Final = Path(__file__).resolve().parent / "page"
_KINDS: Final = {"html": "HTML", "pdf": "PDF", "xml": "TEI"}
_WORDS: Final = {
    "words": "Words",
    "corrections": "Corrections",
    "proposals": "Undecided",
    "namesLinked": "Names linked",
    "namesUnlinked": "Names not linked",
    "dates": "Dates",
    "datesFarOff": "Dates far off",
}


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of the table: its heading, its cell, and what it is sorted by."""

    heading: str
    cell: Callable[[FileReport], str]
    value: Callable[[FileReport], str] | None = None


def index_page(
    reports: Sequence[FileReport], *, title: str, style: str = "", news: Since | None = None
) -> str:
    """The page on these texts. ``style`` is the CSS of the edition's pages.

    The outputs of the reports are addresses relative to the page.
    """
    columns = _columns()
    style += _file("index.css")
    script = _file("index.js")
    return Template(_file("index.html")).substitute(
        title=escape(title),
        policy=_policy(style, script),
        style=style,
        script=script,
        totals="\n".join(_totals(reports)),
        headings="".join(_heading(column) for column in columns),
        rows="\n".join(_row(report, columns) for report in reports),
        findings=_findings(reports),
        news=news_section(news) if news else "",
    )


def _columns() -> tuple[_Column, ...]:
    return (
        _Column("Text", _text, lambda report: report.file),
        _Column("Made", _made),
        _Column("Fidelity", _fidelity),
        *(_Column(_WORDS[name], _figure(name), _figure(name)) for name in FIGURES),
        *(
            _Column(f"{severity.value.capitalize()}s", _count(severity), _count(severity))
            for severity in (Severity.ERROR, Severity.WARNING)
        ),
        _Column("Findings", _codes),
    )


def _text(report: FileReport) -> str:
    title = f"<br>{escape(report.title)}" if report.title else ""
    return f"{escape(report.file)}{title}"


def _made(report: FileReport) -> str:
    if report.failed:
        return f'<span class="bad">failed: {escape(report.failed)}</span>'
    links = [
        f'<a href="{quote(report.outputs[kind])}">{name}</a>'
        for kind, name in _KINDS.items()
        if kind in report.outputs
    ]
    return f'<span class="made">{" ".join(links)}</span>'


def _fidelity(report: FileReport) -> str:
    if report.intact is None:
        return ""
    return "intact" if report.intact else '<span class="bad">differs</span>'


def _figure(name: str) -> Callable[[FileReport], str]:
    return lambda report: str((report.figures or {}).get(name, ""))


def _count(severity: Severity) -> Callable[[FileReport], str]:
    return lambda report: str(sum(f.severity is severity for f in report.findings))


def _codes(report: FileReport) -> str:
    counts = Counter(finding.code for finding in report.findings)
    return " ".join(
        f'<a href="#{escape(code)}">{escape(code)}</a>\u00a0{count}'
        for code, count in sorted(counts.items())
    )


def _heading(column: _Column) -> str:
    kind = ' class="figure"' if column.heading in _NUMBERS else ""
    return f'<th scope="col"{kind}>{escape(column.heading)}</th>'


_NUMBERS: Final = frozenset((*_WORDS.values(), "Errors", "Warnings"))


def _row(report: FileReport, columns: Sequence[_Column]) -> str:
    return f"<tr>{''.join(_cell(report, column) for column in columns)}</tr>"


def _cell(report: FileReport, column: _Column) -> str:
    value = f' data-value="{escape(column.value(report))}"' if column.value else ""
    kind = ' class="figure"' if column.heading in _NUMBERS else ""
    name, scope = ("th", ' scope="row"') if column.heading == "Text" else ("td", "")
    return f"<{name}{scope}{kind}{value}>{column.cell(report)}</{name}>"


def _totals(reports: Sequence[FileReport]) -> Iterator[str]:
    proved = [report for report in reports if report.intact is not None]
    yield _total("Texts", str(len(reports)))
    for name in FIGURES:
        yield _total(_WORDS[name], f"{sum((r.figures or {}).get(name, 0) for r in reports):,}")
    yield _total("Intact", f"{sum(bool(r.intact) for r in proved)} of {len(proved)}")
    for severity in (Severity.ERROR, Severity.WARNING):
        count = sum(f.severity is severity for r in reports for f in r.findings)
        yield _total(f"{severity.value.capitalize()}s", f"{count:,}")
    if failed := sum(bool(report.failed) for report in reports):
        yield _total("Failed", str(failed))


def _total(name: str, value: str) -> str:
    return f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"


def _findings(reports: Sequence[FileReport]) -> str:
    """How often each kind of finding was made, and in how many texts; the most frequent first."""
    counts = Counter(f.code for r in reports for f in r.findings)
    if not counts:
        return "<p>None.</p>"
    texts = Counter(code for r in reports for code in {f.code for f in r.findings})
    severities = {f.code: f.severity for r in reports for f in r.findings}
    known = codes()
    rows = [
        f'<tr id="{escape(code)}"><th scope="row">{escape(code)}</th>'
        f"<td>{severities[code].value}</td>"
        f"<td>{escape(known[code].title if code in known else '')}</td>"
        f'<td class="figure">{count}</td><td class="figure">{texts[code]}</td></tr>'
        for code, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    headings = (
        '<th scope="col">Code</th><th scope="col">Severity</th><th scope="col">Meaning</th>'
        '<th scope="col" class="figure">Findings</th><th scope="col" class="figure">Texts</th>'
    )
    return (
        f'<div class="wide" role="region" aria-labelledby="findings" tabindex="0">'
        f'<table class="sortable" aria-labelledby="findings"><thead><tr>{headings}</tr></thead>\n'
        f"<tbody>\n{chr(10).join(rows)}\n</tbody></table></div>"
    )


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _file(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")
