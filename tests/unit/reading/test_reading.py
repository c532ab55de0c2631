"""Reading: bytes become characters, the metadata block is found, the language is told."""

from pathlib import Path

import pytest

from toolkit.exceptions import SourceError
from toolkit.reading.charset import decode
from toolkit.reading.language_detection import detect_language, tag_of
from toolkit.reading.metadata import find_metadata
from toolkit.reading.plain import read_plain, read_text

SEED_LIKE = """Jane Doe

On Birds

Written: 3 May, 1850
First Published: In The Cock No. 3, 4 May, 1850.
Source: Doe's Works, Blue Press, London, Volume 2, 1900, pp. 12-13
Translated: Ann Lee and Bob Hall, Edited by Bob Hall
Colour: green

To the reader,

Birds are many.
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(encoding: str) -> None:
    assert ("Grüße", ()) == decode("Grüße".encode(encoding), "x.txt")


def test_another_encoding_is_guessed_and_reported() -> None:
    data = "Schöne Grüße aus München, für alle Leute über der Straße.".encode("cp1252")
    text, findings = decode(data, "x.txt")
    assert "Schöne Grüße" in text
    assert ["SRC001"] == [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
        (b"%PDF\x00\x01", "binary"),
        (b"<?xml version='1.0'?><TEI/>", "XML already"),
        (b"\xef\xbb\xbftext \xff", "not utf-8-sig"),
    ],
)
def test_what_is_no_text_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=r"x[.]txt.*" + said):
        decode(data, "x.txt")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(SourceError, match=r"nowhere[.]txt: cannot be read"):
        read_plain(Path("nowhere.txt"))


def test_line_ends_become_line_feeds() -> None:
    assert "a\nb\nc" == decode(b"a\r\nb\rc", "x.txt")[0]


def test_the_block_is_found_behind_author_and_title() -> None:
    fields = [(f.key, f.label, f.value) for f in find_metadata(SEED_LIKE).fields]
    assert [
        ("author", "", "Jane Doe"),
        ("title", "", "On Birds"),
        ("date", "Written", "3 May, 1850"),
        ("published", "First Published", "In The Cock No. 3, 4 May, 1850."),
        ("source", "Source", "Doe's Works, Blue Press, London, Volume 2, 1900, pp. 12-13"),
        ("translator", "Translated", "Ann Lee and Bob Hall"),
        ("editor", "Edited by", "Bob Hall"),
        ("", "Colour", "green"),
    ] == fields


def test_the_block_is_one_span_without_the_text_around_it() -> None:
    (span,) = find_metadata(SEED_LIKE).spans
    assert span.of(SEED_LIKE).startswith("Written:")
    assert span.of(SEED_LIKE).endswith("green")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Titel: Briefe\nVerfasserin: Anna Meier\nQuelle: Archiv\n\nLieber Paul,\n", "Briefe"),
        ("Titre : Lettres\nAuteur : Anne\nSource : Archives\n\nCher Paul,\n", "Lettres"),
        ("---\ntitle: Letters\nauthor: Ann\n---\n\nDear Paul,\n", "Letters"),
        ("Letters\n\nby Ann Lee\n\nSource: Archive\n\nDear Paul,\n", "Letters"),
    ],
)
def test_other_languages_and_forms_are_known(text: str, expected: str) -> None:
    titles = [field.value for field in find_metadata(text).fields if field.key == "title"]
    assert [expected] == titles


def test_the_frame_of_project_gutenberg_is_metadata() -> None:
    text = (
        "This ebook is free.\n\nTitle: Emma\n\nAuthor: Jane Austen\n\nRelease date: 1994\n\n"
        "*** START OF THE PROJECT GUTENBERG EBOOK EMMA ***\n\nCHAPTER I\n\nEmma was rich.\n\n"
        "*** END OF THE PROJECT GUTENBERG EBOOK EMMA ***\n\nLicence terms.\n"
    )
    block = find_metadata(text)
    assert 2 == len(block.spans)
    assert "Emma was rich." in text[block.spans[0].end : block.spans[1].start]
    values = {field.key: field.value for field in block.fields}
    assert ("Emma", "Jane Austen") == (values["title"], values["author"])


@pytest.mark.parametrize(
    "text",
    [
        "From: Ann\nTo: Bob\nSubject: Birds\n\nDear Bob, there are birds.\n",
        "He said: go.\n\nShe said: no.\n",
        "Note: this is prose.\n\nMore prose.\n",
    ],
)
def test_what_a_text_says_itself_is_no_metadata(text: str) -> None:
    assert () == find_metadata(text).spans


def test_a_value_runs_on_over_the_next_lines() -> None:
    text = "Title: Birds\nSource: Works,\nBlue Press, London\n\nText.\n"
    sources = [f.value for f in find_metadata(text).fields if f.key == "source"]
    assert ["Works, Blue Press, London"] == sources


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The house that he had built was on the hill, and it was good to be there.", "en"),
        ("Das Haus, das er gebaut hatte, war auf dem Hügel und es war gut, dort zu sein.", "de"),
        ("La maison qu'il avait bâtie était sur la colline, et il y faisait bon vivre.", "fr"),
        ("Talo, jonka hän oli rakentanut, oli mäellä, ja siellä oli hyvä olla.", "fi"),
        ("1917", "und"),
    ],
)
def test_the_language_of_a_text_is_told(text: str, expected: str) -> None:
    assert expected == detect_language(text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("English", "en"), ("Deutsch", "de"), ("fr-CA", "fr-CA"), ("Middle Martian", "")],
)
def test_a_language_is_known_by_name_or_tag(name: str, expected: str) -> None:
    assert expected == tag_of(name)


def test_a_given_language_is_not_detected() -> None:
    assert "la" == read_text(b"The cat and the dog.", "x.txt", language="la").doc.language
