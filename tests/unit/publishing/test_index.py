"""The page and the badge of a corpus."""

import base64
import hashlib
import re

import pytest
from lxml import etree, html

from toolkit.findings import Finding, Place, Severity
from toolkit.publishing.badge import badge
from toolkit.publishing.report import FIGURES, FileReport
from toolkit.publishing.report_page import index_page

ERROR = Finding("FID001", Severity.ERROR, "The text differs.", Place("b <b>.txt"))
REPORTS = (
    FileReport(
        "a.txt",
        {"xml": "a.xml", "html": "a.html", "pdf": "a.pdf"},
        (),
        intact=True,
        characters=9,
        title="On <Birds> & $trees",
        figures=dict(zip(FIGURES, (1200, 3, 1, 4, 2, 7, 5), strict=True)),
    ),
    FileReport("b <b>.txt", {"xml": "b <b>.xml"}, (ERROR,), intact=False, characters=9),
    FileReport("c.txt", {}, (), failed="c.txt: not a text <script>"),
)


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.document_fromstring(index_page(REPORTS, title="Letters", style="p { margin: 0 }"))


def _rows(page: html.HtmlElement) -> list[list[str]]:
    table = page.xpath("//table")[0]
    return [[" ".join(c.text_content().split()) for c in row] for row in table.xpath("tbody/tr")]


def test_each_text_has_a_row_with_its_figures(page: html.HtmlElement) -> None:
    first = _rows(page)[0]
    assert "a.txtOn <Birds> & $trees" == first[0]
    assert ["HTML PDF TEI", "intact", *"1200 3 1 4 2 7 5 0 0".split(), ""] == first[1:]


def test_what_differs_and_what_failed_is_said(page: html.HtmlElement) -> None:
    _, second, third = _rows(page)
    assert ("differs", "1", "FID001 1") == (second[2], second[10], second[12])
    assert "failed: c.txt: not a text <script>" == third[1]


def test_the_results_are_linked(page: html.HtmlElement) -> None:
    links = page.xpath("//td/span[@class='made']/a/@href")
    assert ["a.html", "a.pdf", "a.xml", "b%20%3Cb%3E.xml"] == links


def test_findings_are_counted_by_kind(page: html.HtmlElement) -> None:
    (row,) = page.xpath("//table")[1].xpath("tbody/tr")
    assert ["FID001", "error", "1", "1"] == [row[i].text_content() for i in (0, 1, 3, 4)]


def test_nothing_runs_but_our_script(page: html.HtmlElement) -> None:
    (policy,) = page.xpath("//meta[@http-equiv]/@content")
    assert "default-src 'none'" in policy
    (script,), (style,) = page.xpath("//script/text()"), page.xpath("//style/text()")
    for text in (script, style):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_the_badge_is_svg_and_says_the_worst() -> None:
    said = [etree.fromstring(badge(r).encode()).get("aria-label") for r in _cases()]
    assert ["TEI: 1 text, no errors", "TEI: 2 texts, 1 error", "TEI: 3 texts, 1 failed"] == said


def test_the_colours_of_the_badge_differ() -> None:
    assert 2 == len({re.findall('fill="(#[0-9a-f]{6})"', badge(r))[1] for r in _cases()})


def _cases() -> tuple[tuple[FileReport, ...], ...]:
    return (REPORTS[:1], REPORTS[:2], REPORTS)
