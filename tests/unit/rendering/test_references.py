"""References to sources: in a file's properties, and in what an edition says of itself."""

import re

import pytest

from tests.unit.rendering.documents import page, tei_of
from toolkit.rendering.html import render_html
from toolkit.rendering.typst_source import typst_of
from toolkit.rendering.views import view_of

BOOK = (
    "<biblStruct><analytic><author>A. Bee</author><title level='a'>Call</title></analytic><monogr>"
    "<title level='m'>Works</title><imprint><publisher>Press</publisher><date>1972</date>"
    "<biblScope unit='volume'>26</biblScope><biblScope unit='page'>312–313</biblScope>"
    "</imprint></monogr></biblStruct>"
)
MANUSCRIPT = (
    "<msDesc><msIdentifier><settlement>Oxford</settlement><repository>Bodleian</repository>"
    "<idno type='shelfmark'>MS. 1</idno></msIdentifier><msContents><msItem>"
    "<locus>fols 10-12</locus><title>Letter</title></msItem></msContents></msDesc>"
)


def tei_from(source: str, language: str = "en") -> bytes:
    """A document whose source is described as ``source``."""
    tei = tei_of("<p>a</p>").replace(b"<sourceDesc><p/>", b"<sourceDesc>" + source.encode())
    return tei.replace(b'xml:lang="en"', f'xml:lang="{language}"'.encode())


@pytest.mark.parametrize(
    ("source", "reference"),
    [
        (BOOK, "A. Bee, “Call”, Works, Press, 1972, vol. 26, pp. 312–313"),
        (MANUSCRIPT, "Oxford, Bodleian, MS. 1, fols 10-12"),
        (
            "<bibl>A. Bee, <title>Works</title>, <biblScope unit='volume'>t. II</biblScope>"
            " (<date>1950</date>).</bibl>",
            "A. Bee, Works, t. II (1950).",
        ),
        (
            "<bibl><author>A. Bee</author><title>Works.</title><date>1950</date></bibl>",
            "A. Bee, Works. 1950",
        ),
        (BOOK + MANUSCRIPT, "A. Bee, “Call”, Works, Press, 1972, vol. 26, pp. 312–313"),
        ("<p>Born <ref target='https://a.b/'>here</ref>.</p>", "Born here."),
    ],
)
def test_the_subject_of_a_file_is_the_reference_of_its_first_source(
    source: str, reference: str
) -> None:
    tei = tei_from(source)
    assert [reference] == re.findall(r'description:"([^"]*)"', typst_of(view_of(tei)).text)
    assert f'<meta name="DC.source" content="{reference}">' in render_html(tei).text


def test_a_reference_has_the_words_and_marks_of_the_editions_language() -> None:
    source = typst_of(view_of(tei_from(BOOK, "de"))).text
    assert 'description:"A. Bee, „Call“, Works, Press, 1972, Bd. 26, S. 312–313"' in source


def test_a_source_says_which_it_is() -> None:
    tei = tei_from("<bibl type='firstPublication'>A</bibl><bibl type='transcription'>B</bibl>")
    source = typst_of(view_of(tei)).text
    assert '("First published",{[];"A";},),("Transcription",{[];"B";},)' in source
    assert '<span class="key">First published</span> A' in render_html(tei).text


def test_a_letter_says_who_sent_and_who_received_it() -> None:
    letter = (
        "<profileDesc><correspDesc><correspAction type='sent'><persName>A</persName>"
        "</correspAction><correspAction type='received'><persName>B</persName></correspAction>"
        "</correspDesc></profileDesc>"
    )
    tree = page("<p/>", header=letter)
    keys = tree.xpath("//div[contains(@class, 'correspAction')]/span[@class='key']/text()")
    assert ["Sent", "Received"] == keys
    source = typst_of(view_of(tei_of("<p/>", header=letter))).text
    assert '("Sent",{[];"A";},),("Received",{[];"B";},)' in source
