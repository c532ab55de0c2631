"""Headings: what heads a division, what lies within it, and what only looks like a heading."""

import pytest
from lxml import etree

from toolkit.annotation.notes import notes
from toolkit.annotation.structure import structure
from toolkit.annotation.structure.division_levels import parse_number, rank_heading
from toolkit.annotation.structure.wording import wording_of
from toolkit.edition import Edition
from toolkit.pipeline import encode_reading
from toolkit.reading.plain import read_text

LONG = "This is a paragraph that goes on for a while, so that nobody takes it for a heading. " * 2


def _outline(text: str) -> list[tuple[int, str]]:
    """The headings of a text, each with the number of divisions around it."""
    encoded = encode_reading(
        read_text(text.encode(), "x.txt", language="en"),
        Edition(),
        stem="x",
        annotators=[notes, structure],
    )
    root = etree.fromstring(encoded.tei)
    return [
        (sum(1 for _ in head.iterancestors("{*}div")), " ".join("".join(head.itertext()).split()))
        for head in root.iter("{*}head")
    ]


def _text(*blocks: str) -> str:
    return "\n\n".join(LONG if block == "-" else block for block in blocks) + "\n"


@pytest.mark.parametrize(
    "words",
    [
        "CHAPTER I",
        "Chapter 12. The Mill",
        "CHAPTER THE FIRST",
        "Zweites Kapitel",
        "Chapitre premier",
        "ACT II, SCENE 3",
        "[Act 1, Scene 1]",
        "Actus Primus. Scena Secunda.",
        "Глава первая",
        "Preface",
        "The Author's Note",
        "Literaturverzeichnis",
        "1.2 Method",
        "§ 4 Von der Luft",
        "IV.",
    ],
)
def test_words_and_numbers_make_headings(words: str) -> None:
    assert rank_heading(words, wording_of("und"))


@pytest.mark.parametrize(
    "words",
    [
        "Letter from my mother arrived today",
        "Act now!",
        "Book him, said the sergeant.",
        "Part of the wall fell down",
        "Section 1. Every ship shall show a light.",
        "Article 5 provides that every ship shall show a light:",
        "Vol. 2, p. 15",
        "1. Index Number: 17",
        "3 pages not declassified",
        "(1)",
        "[12]",
    ],
)
def test_sentences_and_references_are_none(words: str) -> None:
    assert 0 == rank_heading(words, wording_of("und"))


@pytest.mark.parametrize(
    ("words", "number"), [("XIV.", 14), ("7", 7), ("iv", 4), ("Q", 0), ("...", 0)]
)
def test_bare_numbers_have_values(words: str, number: int) -> None:
    assert number == parse_number(words)


def test_chapters_are_in_parts() -> None:
    text = _text("PART I", "CHAPTER I", "-", "CHAPTER II", "-", "PART II", "CHAPTER I", "-")
    assert [
        (2, "PART I"), (3, "CHAPTER I"), (3, "CHAPTER II"), (2, "PART II"), (3, "CHAPTER I"),
    ] == _outline(text)  # fmt: skip


def test_sections_are_in_what_their_numbers_say() -> None:
    text = _text("1 Birds", "-", "1.1 Geese", "-", "1.2 Ducks", "-", "2 Fish", "-")
    assert [(2, "1 Birds"), (3, "1.1 Geese"), (3, "1.2 Ducks"), (2, "2 Fish")] == _outline(text)


def test_other_headings_stand_beside_one_another() -> None:
    text = _text("-", "Geese", "-", "Ducks", "-")
    assert [(2, "Geese"), (2, "Ducks")] == _outline(text)


def test_other_headings_are_within_a_chapter() -> None:
    text = _text("CHAPTER I", "-", "Geese", "-", "CHAPTER II", "-")
    assert [(2, "CHAPTER I"), (3, "Geese"), (2, "CHAPTER II")] == _outline(text)


def test_the_line_under_a_number_is_the_title_of_its_division() -> None:
    text = _text("CHAPTER I", "In Which It Rains", "-", "CHAPTER II", "The Mill", "-")
    assert 2 == len({depth for depth, _ in _outline(text)} | {0})


def test_a_table_of_contents_has_no_divisions() -> None:
    text = _text("-", "Chapter 1. Geese", "Chapter 2. Ducks", "Chapter 3. Swans", "-")
    assert ["Chapter 3. Swans"] == [words for _, words in _outline(text)]


def test_numbers_of_pages_are_no_headings() -> None:
    assert [] == _outline(_text("-", "41", "-", "42", "-"))


def test_numbers_alone_are_headings_if_they_count_from_one() -> None:
    assert ["I", "II"] == [words for _, words in _outline(_text("-", "I", "-", "II", "-"))]


def test_any_word_with_rising_numbers_makes_headings() -> None:
    text = _text("Fabel 1", "-", "Fabel 2", "-", "Fabel 3", "-")
    assert ["Fabel 1", "Fabel 2", "Fabel 3"] == [words for _, words in _outline(text)]


def test_captions_have_rising_numbers_and_are_none() -> None:
    assert [] == _outline(_text("-", "Figure 1", "-", "Figure 2", "-", "Figure 3", "-"))


def test_a_title_above_a_dateline_heads_a_document() -> None:
    text = _text("-", "Telegram from the Embassy in Rome", "Rome, May 3, 1921.", "-")
    assert [(2, "Telegram from the Embassy in Rome")] == _outline(text)


def test_addresses_and_signatures_are_none() -> None:
    text = _text("-", "Hugo Kohn, Elm Street 45", "A. B. Cole", "Anna Reed, Mill Lane 3 / 17")
    assert [] == _outline(text)


def test_a_first_heading_without_another_of_its_rank_heads_the_whole() -> None:
    memo = ("MEMORANDUM", "TO: The Director\nFROM: The Registry", "-")

    assert [(1, "MEMORANDUM")] == _outline(_text(*memo, "-"))
    assert [(1, "MEMORANDUM"), (2, "1. The files")] == _outline(
        _text(*memo, "1. The files", "-", "-")
    )
