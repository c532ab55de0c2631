"""Hostile TEI: whatever stands in it, nothing of it can run in the page or lead out of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from toolkit.namespaces import XML_ID
from toolkit.rendering.html import render_html
from toolkit.trees import parse_file

PHENOMENA = sorted((Path(__file__).parents[3] / "tei" / "phenomena").glob("*.xml"))
HOSTILE = (
    "javascript:alert(1)",
    "  jaVa\tScript\n:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//example.org/x",
    "\\\\example.org\\x",
    "https:javascript:alert(1)",
    "x:javascript:alert(1)",
    """"'><img src=x onerror=alert(1)>""",
    "</script><script>alert(1)</script><!--",
    "]]></style><style>*{background:url(//x)}",
    "expression(alert(1));background:url(javascript:alert(1))",
    "\u2028\u202e&#106;avascript:alert(1)",
)
OURS = {"application/json", "application/ld+json", None}


def _poisoned(file: Path, value: str) -> bytes:
    """The file with ``value`` in every attribute and before every text."""
    tree = parse_file(file)
    for element in tree.iter(etree.Element):
        for name in element.attrib:
            if name != XML_ID:
                element.set(name, value)
        element.text = value + (element.text or "")
    return etree.tostring(tree)


def _addresses(page: etree._Element) -> Iterator[str]:
    """Addresses as a browser reads them: without control characters and space around."""
    for value in page.xpath("//@href | //@src | //@action | //@formaction | //@data"):
        yield re.sub(r"[\x00-\x1f]", "", value).strip()


@pytest.mark.parametrize("file", PHENOMENA, ids=lambda file: file.stem)
def test_nothing_hostile_runs(file: Path) -> None:
    harmless = html.document_fromstring(render_html(file.read_bytes()).text)
    scripts = len(harmless.xpath("//script"))
    for value in HOSTILE:
        page = html.document_fromstring(render_html(_poisoned(file, value)).text)
        assert scripts == len(page.xpath("//script"))
        assert {s.get("type") for s in page.xpath("//script")} <= OURS
        assert [] == page.xpath("//@style | //@*[starts-with(name(), 'on')] | //@srcdoc | //base")
        assert [] == page.xpath(
            "//img | //iframe | //object | //embed | //form | "
            "//meta[@http-equiv!='Content-Security-Policy']"
        )
        bad = [
            a
            for a in _addresses(page)
            if not re.match(r"(#|https?://[^/]|mailto:|[^/:?#\\]*([/?#]|$))", a)
        ]
        assert [] == bad


@pytest.mark.parametrize(
    "identifier", ["a b", 'a"b', "a'b", "<b>", "ed.text", "é ü", "a%20b", "#a"]
)
def test_ids_of_any_form_are_one_word_and_unique(identifier: str) -> None:
    paragraph = etree.Element("{http://www.tei-c.org/ns/1.0}p")
    paragraph.set(XML_ID, identifier)
    paragraph.text = "x"
    source = (
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>'
        + etree.tostring(paragraph)
        + b"</body></text></TEI>"
    )
    page = html.document_fromstring(render_html(source).text)
    identifiers = page.xpath("//@id")
    assert [] == [i for i in identifiers if re.search(r"\s", i)]
    assert len(set(identifiers)) == len(identifiers)


def test_a_base_of_the_file_does_not_move_links() -> None:
    source = (
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:base="javascript:alert(1)"><teiHeader/>'
        b'<text><body><p xml:base="//x/"><ref target="a.html">a</ref></p></body></text></TEI>'
    )
    page = html.document_fromstring(render_html(source).text)
    assert ["a.html"] == page.xpath("//a[contains(@class, 'ref')]/@href")
