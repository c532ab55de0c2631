"""Header fields that an editor sets outside the text: they win, and the text keeps its own."""

import pytest
from lxml import etree

from toolkit.edition import Edition
from toolkit.edition.text_settings_file import parse_text_settings
from toolkit.findings import Severity
from toolkit.namespaces import TEI
from toolkit.pipeline import check_text, encode_bytes

LETTER = """Title: A Draft
Author: Nobody
Source: County Review, Harrow Press, Leeds, 1901, pp. 3-4

Leeds, 3 May 1850

Dear Sir,

The wheel is broken and the miller has left us. We ask for a new one before the summer.

Your servant,
John Hall
"""

ALL = """
title = "The Wheel"
subtitle = "A Letter"
author = [{ name = "Hall, John and Sons", ref = "viaf:99" }, "Eve Lee"]
editor = "Jane Doe"
translator = { name = "Carl Dale", ref = "wikidata:Q7" }
transcriber = "Tom Hay"
date = "[1850-05..1850-06]"
place = { name = "Leeds", ref = "geonames:2644688" }
sender = { name = "John Hall", ref = "gnd:118540238" }
addressee = ["Ann Brown", { name = "Mill Board", ref = "https://example.org/board" }]
language = "en-GB"
licence = "CC0-1.0"
[source]
author = "Old Hand"
editor = "Ed Itor"
title = "Papers & Letters"
publisher = "Severn Press"
place = "Bristol"
year = 1888
volume = 4
issue = 7
pages = "12-15"
address = "https://example.org/papers"
archive = "Record Office"
shelfmark = "Add 45"
[manuscript]
country = "England"
settlement = "Bristol"
institution = "City"
repository = "Record Office"
collection = "Mill Papers"
shelfmark = "Add 46"
leaves = "ff. 10-12"
summary = "Letters"
material = "paper"
extent = "4 leaves"
condition = "Torn."
hand = "One hand."
origin = "Leeds"
provenance = "Dale family"
[series]
title = "Mill Letters"
number = 3
"""


def _encode(settings: str, text: str = LETTER, edition: Edition | None = None) -> etree._Element:
    """Encode a text with settings; the result is valid and intact."""
    edition = edition or Edition()
    given = parse_text_settings(edition, "wheel", settings.encode(), "wheel.toml")
    encoded = encode_bytes(text.encode(), "wheel.txt", edition, settings=given)
    assert encoded.intact
    assert [] == [f for f in check_text(encoded.text) if f.severity is Severity.ERROR]
    return encoded.text.tree.getroot()


def _find(root: etree._Element, path: str) -> list[str]:
    """Return the words of elements, or the values of attributes, at an XPath with prefix t."""
    found = root.xpath(path, namespaces={"t": TEI})
    assert isinstance(found, list)
    return [
        " ".join("".join(map(str, each.itertext())).split())
        if isinstance(each, etree._Element)
        else str(each)
        for each in found
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("//t:titleStmt/t:title", ["The Wheel", "A Letter"]),
        ("//t:titleStmt/t:author", ["Hall, John and Sons", "Eve Lee"]),
        ("//t:titleStmt/t:author/@ref", ["https://viaf.org/viaf/99"]),
        ("//t:titleStmt/t:editor", ["Jane Doe"]),
        (
            "//t:respStmt[t:resp='translated by']/t:name/@ref",
            ["https://www.wikidata.org/entity/Q7"],
        ),
        ("//t:respStmt[t:resp='transcribed by']/t:name", ["Tom Hay"]),
        ("//t:creation/t:date/@notBefore", ["1850-05"]),
        ("//t:correspAction/t:placeName/@ref", ["https://www.geonames.org/2644688"]),
        ("//t:correspAction[@type='sent']/t:persName", ["John Hall"]),
        ("//t:correspAction[@type='received']/t:persName", ["Ann Brown", "Mill Board"]),
        ("//t:correspAction[@type='received']/t:persName/@ref", ["https://example.org/board"]),
        ("//t:langUsage/t:language/@ident", ["en-GB"]),
        ("//t:availability/t:licence", ["CC0-1.0"]),
        ("//t:seriesStmt/t:title", ["Mill Letters"]),
        ("//t:seriesStmt/t:biblScope", ["3"]),
        ("//t:biblStruct/t:monogr/t:title", ["Papers & Letters"]),
        ("//t:biblStruct/t:monogr/t:author", ["Old Hand"]),
        ("//t:biblStruct/t:analytic/t:title", ["The Wheel"]),
        ("//t:biblStruct//t:imprint/t:date/@when", ["1888"]),
        ("//t:biblScope[@unit='page']/@to", ["15"]),
        ("//t:msIdentifier/t:country", ["England"]),
        ("//t:msIdentifier/t:idno", ["Add 46"]),
        ("//t:msContents/t:summary", ["Letters"]),
        ("//t:support/t:material", ["paper"]),
        ("//t:handNote", ["One hand."]),
        ("//t:history/t:provenance", ["Dale family"]),
    ],
)
def test_a_field_of_the_settings_is_in_its_place(path: str, expected: list[str]) -> None:
    assert expected == _find(_encode(ALL), path)


def test_what_the_text_has_on_a_field_stays_in_its_metadata() -> None:
    root = _encode(ALL)
    (kept,) = _find(root, "//t:xenoData")
    assert "Title: A Draft" in kept
    assert "County Review" in kept
    assert [] == [words for words in _find(root, "//t:fileDesc") if "County Review" in words]


def test_fields_without_settings_are_those_of_the_text() -> None:
    root = _encode('author = "John Hall"')
    assert ["A Draft"] == _find(root, "//t:titleStmt/t:title")
    assert ["County Review"] == _find(root, "//t:monogr/t:title")


def test_a_manuscript_keeps_the_printed_source_of_the_text() -> None:
    root = _encode('[manuscript]\nshelfmark = "Add 46"')
    assert ["County Review"] == _find(root, "//t:monogr/t:title")
    assert ["Add 46"] == _find(root, "//t:msDesc//t:idno")


def test_a_manuscript_takes_the_place_of_another() -> None:
    text = LETTER.replace(
        "County Review, Harrow Press, Leeds, 1901, pp. 3-4", "MS Abinger 45, f. 2"
    )
    assert ["MS Abinger 45"] == _find(_encode("", text), "//t:msDesc//t:idno")
    root = _encode('[manuscript]\nshelfmark = "Add 46"', text)
    assert ["Add 46"] == _find(root, "//t:msDesc//t:idno")


def test_a_source_without_a_title_is_a_bibl() -> None:
    root = _encode('[source]\npublisher = "Severn Press"\npages = "iv"')
    assert ["Severn Press"] == _find(root, "//t:bibl[@type='source']/t:publisher")


def test_archive_and_shelfmark_alone_are_a_manuscript() -> None:
    root = _encode('[source]\narchive = "Record Office"\nshelfmark = "Add 45"')
    assert ["Record Office"] == _find(root, "//t:msDesc//t:repository")
    assert [] == _find(root, "//t:biblStruct | //t:bibl[@type='source']")


def test_a_title_line_stays_a_heading_under_another_title() -> None:
    text = LETTER.partition("\n\n")[2]
    text = f"Ann Brown: The Broken Wheel\n\n{text}\n\nAnn Brown\n".replace("John Hall\n", "")
    root = _encode('title = "A Report"', text)
    assert ["A Report"] == _find(root, "//t:titleStmt/t:title")
    assert _find(_encode("", text), "//t:body//t:head") == _find(root, "//t:body//t:head")
    assert "The Broken Wheel" in " ".join(_find(root, "//t:body//t:head"))


def test_the_licence_of_a_text_wins_over_that_of_the_edition() -> None:
    edition = Edition(licence="CC-BY-4.0")
    assert ["CC0-1.0"] == _find(_encode('licence = "CC0-1.0"', edition=edition), "//t:licence")
    assert ["CC-BY-4.0"] == _find(_encode("", edition=edition), "//t:licence")


def test_the_language_of_a_text_wins_over_that_of_the_edition() -> None:
    root = _encode('language = "en"', edition=Edition(language="de"))
    assert ["en"] == _find(root, "//t:language/@ident")


def test_every_field_alone_is_valid() -> None:
    table = ""
    for line in filter(None, ALL.splitlines()):
        if line.startswith("["):
            table = line
        else:
            _encode(f"{table}\n{line}")


def test_the_date_of_the_settings_dates_the_text() -> None:
    text = "Dear Sir,\n\nWe met here on 4 June and spoke about the mill.\n\nYours,\nJohn Hall\n"
    assert ["1851-06-04"] == _find(_encode('date = "1851-07-01"', text), "//t:p/t:date/@when")
