"""The text of a TEI file in its two views, and the marks in it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from tests.strategies import TEXTS
from toolkit.annotation.structure import structure
from toolkit.edition import Edition
from toolkit.edition.choices import ViewName
from toolkit.edition.settings import read_edition
from toolkit.encoding.tei_document import encode
from toolkit.exceptions import SourceError
from toolkit.namespaces import TEI
from toolkit.pipeline import encode_file, encode_reading
from toolkit.reading.plain import Reading
from toolkit.rendering.text import flatten
from toolkit.rendering.views import view_of
from toolkit.text import Annotation, Document, Layer, Span
from toolkit.text.text_view import Alternative, Viewed
from toolkit.text.whitespace import SPACE


def _flattened(source: "bytes | etree._ElementTree", view: ViewName = ViewName.READING) -> Viewed:
    return flatten(view_of(source, view=view, file="x.xml"), file="x.xml")


def _viewed(body: str, view: ViewName = ViewName.READING, *, header: str = "") -> Viewed:
    source = (
        f'<TEI xmlns="{TEI}"><teiHeader>{header}</teiHeader><text><body>{body}</body></text></TEI>'
    )
    return _flattened(source.encode(), view)


def _texts(body: str) -> tuple[str, str]:
    return _viewed(body).text, _viewed(body, ViewName.DIPLOMATIC).text


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ('well<pc force="strong">-</pc><lb break="no"/>known', "well-known"),
        ('let<pc force="weak">-</pc><lb break="no"/>ters', "letters"),
        ('let\n<lb break="no"/><pc force="weak">-</pc>ters', "letters"),
        ('ge=\n<lb break="no"/>leſen', "gelesen"),
        ("a=<lb/>b", "a= b"),
    ],
)
def test_the_reading_text_keeps_the_hyphens_of_words(source: str, reading: str) -> None:
    assert reading == _viewed(f"<p>{source}</p>").text


@pytest.mark.parametrize(
    ("body", "reading", ViewName.DIPLOMATIC),
    [
        ("<p>a\n  b</p> <p> c </p>", "a b\n\nc", "a b\n\nc"),
        ("<p>a <choice><sic>x</sic><corr>y</corr></choice> b</p>", "a y b", "a x b"),
        ("<p><choice><abbr>Mr</abbr><expan>Mister</expan></choice></p>", "Mister", "Mr"),
        ("<p><expan>pat<ex>er</ex></expan></p>", "pater", "pat"),
        ("<div type='edition'><ab>a<del>b</del><surplus>c</surplus></ab></div>", "abc", "abc"),
        ("<p><choice><orig>y<am>e</am></orig><reg>the</reg></choice></p>", "the", "ye"),
        ("<p><choice><unclear>x</unclear><unclear>y</unclear></choice></p>", "x", "x"),
        ("<p>a<choice><sic/><corr cert='low'>b</corr><corr>c</corr></choice></p>", "ac", "a"),
        ("<p><choice><sic><choice><orig>v</orig><reg>u</reg></choice></sic>"
         "<corr>w</corr></choice></p>", "w", "v"),
        ("<p><app><rdg wit='#A'/><rdg wit='#B'>b</rdg></app></p>", "b", "b"),
        ("<p><app><lem>a</lem><rdg>b</rdg></app> c</p>", "a c", "a c"),
        ("<p>a<app loc='1'><lem>x</lem><rdg>b</rdg></app> c</p>", "a c", "a c"),
        ("<p>a <del>b</del> <add>c</add></p>", "a c", "a b c"),
        ("<p>a <restore><del>b</del></restore></p>", "a b", "a b"),
        ("<p>a <gap><desc>lost</desc></gap> b</p>", "a b", "a b"),
        ("<p>a<space/>b</p>", "a b", "a b"),
        ("<p>gar-\n<lb break='no'/>den is<lb/>red</p>", "garden is red", "gar-\nden is\nred"),
        ("<p><hi>gar-</hi><pb break='no'/><lb break='no'/>den</p>", "garden", "gar-\nden"),
        ("<p>佛<lb/>說</p>", "佛說", "佛\n說"),
        ("<head>a<lb/>b</head>", "a\nb", "a\nb"),
        ("<p>loſt</p>", "lost", "loſt"),
        ("<p>a<!-- no --><?no no?> b</p>", "a b", "a b"),
        ("<lg><l>a</l><l>b</l></lg><lg><l>c</l></lg>", "a\nb\n\nc", "a\nb\n\nc"),
        ("<table><row><cell>a</cell><cell><p>b</p><p>c</p></cell></row><row><cell>d</cell></row>"
         "</table>", "a\tb c\nd", "a\tb c\nd"),
        ("<list><label>1</label><item>a</item><item>b</item></list>", "1 a\nb", "1 a\nb"),
        ("<list><label>1</label></list><p>a</p>", "1\n\na", "1\n\na"),
        ("<s><w>a</w><w>b</w> <w join='right'>c</w>\n<pc>,</pc></s>", "a b c,", "a b c,"),
        ("<s><w part='I'>gar</w><w part='F'>den</w> <pc join='left'>.</pc></s>",
         "garden.", "garden."),
        ("<p>He: <quote>so</quote>.</p><quote>b</quote>", "He: so.\n\nb", "He: so.\n\nb"),
        ("<p>a<note n='[1]'><p>b <note>c</note></p></note> d</p>",
         "a d\n\nb c", "a[1] d\n\n[1] b c"),
        ("<p>a<note n='1'><label>1</label> b</note></p>", "a\n\n1 b", "a1\n\n1 b"),
        ("<p>a <note place='inline'>b</note> c</p>", "a b c", "a b c"),
        ("<p>a <g ref='#none'/></p>", "a \ufffd", "a \ufffd"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_the_rules_of_the_text(body: str, reading: str, diplomatic: str) -> None:
    assert (reading, diplomatic) == _texts(body)


def test_a_mark_covers_its_words_without_the_space_at_its_edges() -> None:
    viewed = _viewed("<p>To <persName ref='#a'> Ann\n <hi>Lee </hi></persName>!</p>")
    (name,) = viewed.of("persName")
    assert ("Ann Lee", "#a") == (name.span.of(viewed.text), name.get("ref"))


def test_a_mark_that_ends_with_a_dropped_hyphen_ends_before_it() -> None:
    viewed = _viewed("<p><hi>gar-</hi><lb break='no'/>den</p>")
    assert ["gar"] == [mark.span.of(viewed.text) for mark in viewed.of("hi")]


def test_what_is_missing_in_a_view_is_a_point_with_its_alternative() -> None:
    viewed = _viewed(
        "<p>a<choice><sic/><corr cert='low'>.</corr></choice></p><p>b</p>", "diplomatic"
    )
    (sic,) = viewed.of("sic")
    expected = (Span(1, 1), (Alternative("corr", ".", (("cert", "low"),)),))
    # the choice is marked, and its half; the half has no text and stands where the choice does
    assert expected[0] == sic.span
    assert expected[1] == next(m for m in viewed.marks if m.alternatives).alternatives


def test_a_deletion_is_told_by_the_reading_view() -> None:
    (mark,) = _viewed("<p>a <del rend='s'>b</del> c</p>").of("del")
    assert (Alternative("del", "b", (("rend", "s"),)),) == mark.alternatives


def test_a_note_knows_where_it_stood() -> None:
    viewed = _viewed("<p>a<note n='[1]'>b</note> c</p>", ViewName.DIPLOMATIC)
    (note,) = viewed.of("note")
    assert note.anchor is not None
    assert ("[1] b", "[1]") == (note.span.of(viewed.text), note.anchor.of(viewed.text))


def test_a_declared_character_is_read() -> None:
    char = "<char xml:id='c'><mapping type='Unicode'>é</mapping></char>"
    header = f"<encodingDesc><charDecl>{char}</charDecl></encodingDesc>"
    assert "é" == _viewed("<p><g ref='#c'/></p>", header=header).text


def test_the_texts_of_a_corpus_follow_each_other() -> None:
    one = "<TEI><teiHeader/><text><body><p>{}<note>{}</note></p></body></text></TEI>"
    two = one.format("a", "b") + one.format("c", "d")
    corpus = f'<teiCorpus xmlns="{TEI}"><teiHeader/>{two}</teiCorpus>'
    viewed = _flattened(corpus.encode())
    assert "a\n\nb\n\nc\n\nd" == viewed.text


def test_a_file_that_is_not_tei_is_refused() -> None:
    with pytest.raises(SourceError, match="not TEI"):
        _flattened(b"<html/>")


def test_deep_nesting_is_read() -> None:
    assert "a" == _viewed("<seg>" * 240 + "a" + "</seg>" * 240).text


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_diplomatic_text_has_every_character_of_the_transcription(text: str) -> None:
    doc = Document(text.replace("\r\n", "\n").replace("\r", "\n"), "x.txt", "en")
    encoded = encode_reading(Reading(doc), Edition(), stem="x", annotators=[structure])
    viewed = _flattened(encoded.tei, ViewName.DIPLOMATIC)
    assert _characters(doc.text) == _characters(viewed.text)


def test_the_diplomatic_text_of_the_first_edition_is_its_transcription(root: Path) -> None:
    folder = root / "tei" / "wireless-message"
    (path,) = (folder / "transcriptions").glob("*.txt")
    encoded = encode_file(path, read_edition(folder))
    (block,) = encoded.doc.annotations("xenoData")
    text = encoded.doc.text
    viewed = _flattened(encoded.tei, ViewName.DIPLOMATIC)
    expected = text[: block.span.start] + text[block.span.end :]
    assert expected.split() == viewed.text.split()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_what_was_encoded_is_read_again(text: str) -> None:
    doc = Document(text.replace("\r", "\n"), "x.txt", "en")
    words = [match.span() for match in re.finditer(rf"[^{SPACE}]+", doc.text)]
    names = tuple(Annotation(Span(*w), "persName", (("ref", "#a"),)) for w in words[::3])
    tree = encode(doc, Layer("x", names), Edition()).tree
    viewed = _flattened(tree, ViewName.DIPLOMATIC)
    found = [(m.span.of(viewed.text), m.attributes) for m in viewed.of("persName")]
    assert [(a.span.of(doc.text), a.attributes) for a in names] == found


def _characters(text: str) -> str:
    return re.sub(f"[{SPACE}]+", "", text)
