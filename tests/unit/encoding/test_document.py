"""Encoding: a document as TEI, with its header, its text and its stand-off part."""

import pytest
from lxml import etree

from toolkit.edition import Edition, Entry, Kind, Responsible
from toolkit.encoding.assign_ids import document_id
from toolkit.encoding.responsibility import split_names
from toolkit.encoding.tei_document import encode
from toolkit.encoding.tei_header import licence_address
from toolkit.namespaces import TEI, XML_ID
from toolkit.pipeline import check_text, encode_bytes
from toolkit.reading.plain import read_text
from toolkit.text import Annotation, Cert, Document, Layer, Span


def _body(text: str, *annotations: Annotation, edition: Edition | None = None) -> str:
    doc = Document(text, "x.txt", "en")
    tree = encode(doc, Layer("x", annotations), edition or Edition()).tree
    division = tree.find(f".//{{{TEI}}}body/{{{TEI}}}div")
    assert division is not None
    for passage in division.iter():
        passage.attrib.pop("{http://www.w3.org/XML/1998/namespace}id", None)
    words = etree.tostring(division, encoding="unicode", with_tail=False)
    return words.replace(f' xmlns="{TEI}"', "").strip()


def _a(start: int, end: int, element: str, **attributes: str) -> Annotation:
    return Annotation(Span(start, end), element, tuple(attributes.items()))


def test_text_that_nobody_described_is_a_paragraph() -> None:
    assert "<div><p>One.</p>\n\n<p>Two.</p></div>" == _body("One.\n\nTwo.")


def test_white_space_is_that_of_the_transcription() -> None:
    assert "<div><p>One  two\n three.</p></div>" == _body("One  two\n three.")


def test_an_error_stands_beside_its_correction() -> None:
    error = Annotation(Span(4, 7), "sic", alternative="two", cert=Cert.MEDIUM)
    assert (
        '<div><p>One <choice><sic>tow</sic><corr resp="#tei-toolkit" cert="medium">two</corr>'
        "</choice>.</p></div>"
    ) == _body("One tow.", error)


def test_a_missing_sign_is_a_correction_of_nothing() -> None:
    error = Annotation(Span(4, 4), "sic", alternative="(")
    assert (
        '<div><p>One <choice><sic/><corr resp="#tei-toolkit" cert="high">(</corr></choice>two).'
        "</p></div>"
    ) == _body("One two).", error)


def test_an_error_without_a_correction_is_sic_alone() -> None:
    assert "<div><p>One <sic>tow</sic>.</p></div>" == _body("One tow.", _a(4, 7, "sic"))


def test_what_is_not_certain_says_so() -> None:
    name = Annotation(Span(0, 3), "persName", cert=Cert.LOW)
    assert '<div><p><persName cert="low">One</persName> two.</p></div>' == _body("One two.", name)


def _note() -> tuple[str, tuple[Annotation, ...]]:
    text = "One[1] two.\n\n[1] Three."
    note = Annotation(Span(13, 23), "note", (("xml:id", "note-1"), ("n", "[1]")), anchor=Span(3, 6))
    return text, (note, _a(13, 16, "label"), _a(17, 23, "p"))


def test_a_note_stands_at_its_marker() -> None:
    text, annotations = _note()
    assert '<div><p>One<note n="[1]"><p>Three.</p></note> two.</p>\n\n</div>' == _body(
        text, *annotations
    )


def test_notes_can_stand_in_the_back_instead() -> None:
    text, annotations = _note()
    body = _body(text, *annotations, edition=Edition(notes="back"))
    assert '<div><p>One<ref target="#note-1" type="note">[1]</ref> two.</p>\n\n</div>' == body


def test_the_entries_that_are_mentioned_come_along() -> None:
    entry = Entry("ann", Kind.PERSON, ("Ann",), f'<person xmlns="{TEI}" xml:id="ann"/>')
    other = Entry("bob", Kind.PERSON, ("Bob",), f'<person xmlns="{TEI}" xml:id="bob"/>')
    doc = Document("Ann sings.", "x.txt", "en")
    layer = Layer("x", (_a(0, 3, "persName", ref="#ann"),))
    tree = encode(doc, layer, Edition(authority=(entry, other))).tree
    assert ["ann"] == [
        e.get("{http://www.w3.org/XML/1998/namespace}id") for e in tree.iter("{*}person")
    ]


def test_the_id_of_a_passage_does_not_move_when_others_are_inserted() -> None:
    before = encode(Document("One.\n\nTwo.", "x"), Layer("x"), Edition()).tree
    after = encode(Document("Zero.\n\nOne.\n\nTwo.", "x"), Layer("x"), Edition()).tree
    xml_id = "{http://www.w3.org/XML/1998/namespace}id"
    ids = [p.get(xml_id) for p in before.iter("{*}p") if p.get(xml_id)]
    assert ids == [p.get(xml_id) for p in after.iter("{*}p") if p.get(xml_id)][1:]


def test_equal_passages_have_different_ids() -> None:
    tree = encode(Document("One.\n\nOne.", "x"), Layer("x"), Edition()).tree
    xml_id = "{http://www.w3.org/XML/1998/namespace}id"
    first, second = (p.get(xml_id) for p in tree.iter("{*}p") if p.get(xml_id))
    assert f"{first}-2" == second


@pytest.mark.parametrize(
    ("stem", "expected"),
    [("letter", "letter"), ("017 b", "text-017-b"), ("...", "text"), ("Brief_3", "Brief_3")],
)
def test_a_file_name_becomes_an_id(stem: str, expected: str) -> None:
    assert expected == document_id(stem)


def test_the_header_has_what_the_metadata_say() -> None:
    text = (
        "On Birds\n\nby Jane Doe\n\nFirst Published: The Cock No. 3, 1850\n"
        "Source: Doe's Works, Blue Press, London, Volume 2, 1900, pp. 12-13\n"
        "Translated: Ann Lee and Bob Hall\nColour: green\n\nBirds are many.\n"
    )
    doc = read_text(text.encode(), "birds.txt", language="en").doc
    edition = Edition(
        editors=(Responsible("Eve Ray"),), publisher="The Press", licence="CC-BY-SA-4.0"
    )
    header = encode(doc, Layer("x"), edition).tree.find("{*}teiHeader")
    assert header is not None

    def said(path: str) -> list[str]:
        return [" ".join("".join(e.itertext()).split()) for e in header.findall(path)]

    assert ["On Birds"] == said("{*}fileDesc/{*}titleStmt/{*}title")
    assert ["Jane Doe"] == said(".//{*}titleStmt/{*}author")
    assert ["Eve Ray"] == said(".//{*}titleStmt/{*}editor")
    assert ["Ann Lee", "Bob Hall"] == said(".//{*}respStmt/{*}name")
    assert ["The Press"] == said(".//{*}publicationStmt/{*}publisher")
    source = ".//{*}biblStruct[@type='source']//"
    assert ["Blue Press"] == said(source + "{*}publisher")
    assert ["London"] == said(source + "{*}pubPlace")
    assert ["2"] == said(source + "{*}biblScope[@unit='volume']")
    assert ["The Cock"] == said(".//{*}biblStruct[@type='firstPublication']//{*}title[@level='j']")
    assert ["Colour: green"] == said(".//{*}note[@type='metadata']")
    (block,) = header.findall("{*}xenoData")
    assert (block.text or "").startswith("First Published:")
    licence = header.find(".//{*}licence")
    assert licence is not None
    assert "https://creativecommons.org/licenses/by-sa/4.0/" == licence.get("target")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ann Lee and Bob Hall", ("Ann Lee", "Bob Hall")),
        ("Ann Lee, Bob Hall und Eve Ray", ("Ann Lee", "Bob Hall", "Eve Ray")),
        ("Lee, Ann", ("Lee, Ann",)),
        ("Anne; Paul", ("Anne", "Paul")),
        ("V. I. Lenin", ("V. I. Lenin",)),
        ("", ()),
    ],
)
def test_names_are_told_apart(value: str, expected: tuple[str, ...]) -> None:
    assert expected == split_names(value)


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "https://spdx.org/licenses/MIT.html"),
        ("https://example.org/terms", "https://example.org/terms"),
        ("all rights reserved", ""),
    ],
)
def test_a_licence_has_an_address(licence: str, expected: str) -> None:
    assert expected == licence_address(licence)


def _sent_by(text: str, *annotations: Annotation) -> list[str]:
    doc = read_text(text.encode(), "letter.txt", language="en").doc
    root = encode(doc, Layer("x", annotations), Edition()).tree
    sent = root.iterfind(".//{*}correspAction[@type='sent']/{*}persName")
    return ["".join(name.itertext()) for name in sent]


def test_the_author_of_a_letter_is_its_sender() -> None:
    text = "Author: Ann Lee\nRecipient: Bob Hall\nTranscribed by: Jo Ray\n\nDear Bob,\n\nAnn"
    start = len(text) - len("Ann")
    signed = (_a(start, len(text), "signed"), _a(start, len(text), "persName", ref="#ann"))
    assert ["Ann Lee"] == _sent_by(text, *signed)


def test_an_author_without_an_addressee_has_sent_nothing() -> None:
    assert [] == _sent_by("Author: Ann Lee\nTranscribed by: Jo Ray\n\nIt rained.")


@pytest.mark.parametrize(
    "source",
    [
        "Town Library, MS. Beck c. 45, fols 10-12",
        "Kew, National Archives",
        "MS Add. 3712, f. 12r",
        "https://example.org/a b.html",
        "The Hornet, 12 March 1854, p. 5",
        "Volume 3",
        "[EBook #1234]",
    ],
)
def test_a_header_is_valid_whatever_the_source(source: str) -> None:
    text = f"On Birds\n\nSource: {source}\nTranscribed by: Jo Ray\n\nBirds are many.\n"
    encoded = encode_bytes(text.encode(), "birds.txt", Edition(), language="en")
    assert [] == [f for f in check_text(encoded.text) if f.severity == "error"]


def test_the_header_says_how_many_words_the_text_has() -> None:
    text = "Author: Ann Lee\nTranscribed by: Jo Ray\n\nIt rained all day.\n\nThen not.\n"
    doc = read_text(text.encode(), "letter.txt", language="en").doc
    header = encode(doc, Layer("x"), Edition()).tree.find("{*}teiHeader")
    assert header is not None
    (measure,) = header.findall(".//{*}extent/{*}measure")
    assert ("words", "6") == (measure.get("unit"), measure.get("quantity"))


_NOTE = Annotation(
    Span(16, 26), "note", (("xml:id", "note-1"), ("n", "[1]")), anchor=Span(3, 6), origin="notes"
)
_LABEL = Annotation(Span(16, 19), "label")


@pytest.mark.parametrize("notes", ["anchor", "back"])
@pytest.mark.parametrize(
    ("start", "end"),
    [(4, 12), (1, 5), (4, 5), (0, 16), (1, 17), (17, 22), (16, 21), (18, 20), (5, 19)],
)
def test_the_ends_of_a_crossing_annotation_have_anchors(start: int, end: int, notes: str) -> None:
    text = "One[1] and two.\n[1] A note."
    crossing = (_a(start, end, "persName"), _a(max(0, start - 1), max(1, end - 1), "placeName"))
    edition = Edition(notes=notes)
    doc = Document(text, "x.txt", "en")
    root = encode(doc, Layer("x", (_NOTE, _LABEL, *crossing)), edition).tree.getroot()
    anchors = {f"#{at.get(XML_ID)}" for at in root.iter(f"{{{TEI}}}anchor")}
    pointers = {s.get(end) for s in root.iter(f"{{{TEI}}}span") for end in ("from", "to")}
    assert pointers
    assert pointers == anchors


def test_a_crossing_annotation_that_begins_in_the_metadata_block_has_anchors() -> None:
    removed, name = _a(0, 10, "xenoData"), _a(6, 14, "persName")
    doc = Document("Title: One\n\nTwo three.", "x.txt", "en")
    root = encode(doc, Layer("x", (removed, name)), Edition()).tree.getroot()
    anchors = {f"#{at.get(XML_ID)}" for at in root.iter(f"{{{TEI}}}anchor")}
    assert {"#at-10", "#at-14"} == anchors
    assert ["#at-10"] == [span.get("from") for span in root.iter(f"{{{TEI}}}span")]
