"""Fidelity: no text is lost, added or altered, and a check that could fail does."""

import re

import pytest
from hypothesis import example, given, reject, settings
from hypothesis import strategies as st
from lxml import etree

from tests.strategies import TEXTS
from toolkit.annotation.notes import notes
from toolkit.annotation.structure import structure
from toolkit.edition import Edition
from toolkit.encoding.serialise import serialise
from toolkit.encoding.tei_document import encode
from toolkit.exceptions import SourceError
from toolkit.pipeline import encode_reading
from toolkit.reading.plain import Reading, read_text
from toolkit.reading.tei import read_marks
from toolkit.text import Annotation, Document, Layer, Span
from toolkit.trees import parse_bytes
from toolkit.validation.fidelity import check_fidelity

TEXT = """Jane Doe

On Birds

Title: On Birds
Source: Works, Blue Press, London, 1900

A bird[1] sings in the gar-
den. It is red.

J. Doe

[1] An animal.

With wings.
"""


def _encoded(text: str, *, notes_in: str = "anchor") -> bytes:
    reading = read_text(text.encode(), "x.txt", language="en")
    edition = Edition(notes=notes_in)
    return encode_reading(reading, edition, stem="x", annotators=[notes, structure]).tei


def _differences(tei: bytes, text: str) -> list[str]:
    return [f.message for f in check_fidelity(parse_bytes(tei, "x.xml"), text, "x.xml")]


@pytest.mark.parametrize("notes_in", ["anchor", "back"])
def test_an_encoded_text_is_intact(notes_in: str) -> None:
    assert [] == _differences(_encoded(TEXT, notes_in=notes_in), TEXT)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_character_of_any_text_is_lost(text: str) -> None:
    reading = Reading(Document(text.replace("\r\n", "\n").replace("\r", "\n"), "x.txt", "en"))
    encoded = encode_reading(reading, Edition(), stem="x", annotators=[notes, structure])
    assert [] == [f.message for f in encoded.findings if f.code.startswith("FID")]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_nor_with_a_metadata_block_or_notes_in_the_back(text: str) -> None:
    text = "Title: X\nSource: Y\n\n" + text
    try:
        reading = read_text(text.encode(), "x.txt", language="en")
    except SourceError:
        reject()
    encoded = encode_reading(
        reading, Edition(notes="back"), stem="x", annotators=[notes, structure]
    )
    assert [] == [f.message for f in encoded.findings if f.code.startswith("FID")]


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["anchor", "back"]))
@example("[3]\n\n[3]I\n\nb[3]I", "anchor")
@example("[a]\n\n[a]S\n\n7[a]S", "anchor")
@example("d*\n\n*S\n**S", "anchor")
def test_what_the_proof_accepts_can_be_taken_back(text: str, notes_in: str) -> None:
    doc = Document(text.replace("\r\n", "\n").replace("\r", "\n"), "x.txt", "en")
    encoded = encode_reading(
        Reading(doc), Edition(notes=notes_in), stem="x", annotators=[notes, structure]
    )
    assert encoded.intact
    read_marks(parse_bytes(encoded.tei, "x.xml"), encoded.doc, "x.xml")


def test_one_note_more_than_the_transcription_has_is_found_at_once() -> None:
    text = "a* b\n\n" * 30 + "* Ibid.\n" * 30
    tei = _encoded(text).decode()
    end = tei.rindex("</p>")
    more = tei[:end] + '<note n="*">Ibid.</note>' + tei[end:]
    assert 1 == len(_differences(more.encode(), text))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sings", "song"),
        ("sings in", "singsin"),
        ("It is red.", ""),
        ("It is red.", "It is red. Yes."),
        ("It is red.", "is It red."),
        ("An animal.", "An animal!"),
        ("Blue Press", "Red Press"),
        ('n="[1]"', 'n="[2]"'),
        ("With wings.", ""),
    ],
)
def test_every_change_of_the_text_is_found(before: str, after: str) -> None:
    tei = _encoded(TEXT).decode()
    changed = tei.replace(before, after) if before == "Blue Press" else _in_text(tei, before, after)
    assert 1 == len(_differences(changed.encode(), TEXT))


def _in_text(tei: str, before: str, after: str) -> str:
    head, start, body = tei.partition("<text>")
    assert before in body
    return head + start + body.replace(before, after)


def test_a_declared_change_is_none() -> None:
    tei = _in_text(
        _encoded(TEXT).decode(),
        "sings",
        "<choice><sic>sings</sic><corr>sang</corr></choice>",
    )
    assert [] == _differences(tei.encode(), TEXT)


def test_white_space_may_be_laid_out_anew() -> None:
    tei = re.sub(r">\n+<p", ">\n\n   <p", _encoded(TEXT).decode())
    assert [] == _differences(tei.encode(), TEXT)


def test_the_difference_is_shown_with_the_line_of_the_transcription() -> None:
    tei = _in_text(_encoded(TEXT).decode(), "It is red.", "It is blue.")
    (finding,) = check_fidelity(parse_bytes(tei.encode(), "x.xml"), TEXT, "x.xml")
    assert "FID001" == finding.code
    assert 9 == finding.place.transcription
    assert '"red.' in finding.message
    assert '"blue.' in finding.message


def test_characters_that_xml_cannot_hold_come_back() -> None:
    tei = _encoded("One\x01 two.\n")
    assert b'<g ref="#char-u0001"/>' in tei
    assert [] == _differences(tei, "One\x01 two.\n")


def test_annotations_that_cross_lose_no_text() -> None:
    doc = Document("One two three.", "x.txt", "en")
    layer = Layer("x", (Annotation(Span(0, 7), "persName"), Annotation(Span(4, 13), "placeName")))
    tei = serialise(encode(doc, layer, Edition()).tree)
    assert [] == _differences(tei, doc.text)
    root = etree.fromstring(tei)
    assert 1 == len(root.findall(".//{*}standOff//{*}span"))


def test_a_code_point_that_does_not_exist_is_no_crash() -> None:
    tei = _encoded("One\x01 two.\n").replace(b"U+0001", b"U+FFFFFF")
    assert 1 == len(_differences(tei, "One\x01 two.\n"))


def test_a_no_break_space_after_the_metadata_is_theirs() -> None:
    text = "Title: On Birds\nSource: Works\u00a0\n\nA bird sings.\n"

    assert [] == _differences(_encoded(text), text)
