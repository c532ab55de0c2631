"""A text in a language without data is not treated by the rules of English."""

from collections import Counter
from pathlib import Path

import pytest

import toolkit
from toolkit.languages import use_folder
from toolkit.pipeline import Encoded

ENGLISH = """LETTER THE FIRST

London, Monday, Christmas Day

My dear Mr. Brown,

I recieved the letter of the the Bishop of Durham yesterday, and President Carter was with me
at half past three. He came from Paris with Miss Mary Lamb, of the Royal Society; we shall all
be in the the town of Bath before the end of next week.

Yours faithfully,
John Smith

THE END
"""
LATIN = """Nam Immo vero Rex urbem condidit, et Regem omnes secuti sunt.

Immo Deus noster refugium est; Nam in principio erat Verbum, et Pontificatus eius mansit.
"""
DUTCH = """Geachte heer,

De vergadering is op den twaalfden dezer gehouden, en de heer Jansen is er niet geweest.

Hoogachtend,
Jansen
"""
NAMES = ("persName", "placeName", "orgName", "roleName", "name")
ERRORS = ("sic", "orig", "surplus", "choice")


def marked(encoded: Encoded, *elements: str) -> Counter[str]:
    """Count what is marked and what is proposed, of these elements."""
    proposed = (*encoded.nested, *encoded.waiting)
    return Counter(a.element for a in proposed if a.element in elements)


def encode(text: str, language: str) -> Encoded:
    return toolkit.encode(text.encode(), language=language)


def test_english_is_marked_as_english() -> None:
    found = marked(encode(ENGLISH, "en"), *NAMES, *ERRORS, "closer", "trailer", "time")
    assert {"persName", "placeName", "sic", "closer"} <= found.keys()


@pytest.mark.parametrize("language", ["qxx", "la"])
def test_english_words_mean_nothing_in_another_language(language: str) -> None:
    found = marked(encode(ENGLISH, language), *NAMES, *ERRORS, "closer", "trailer", "time")
    assert Counter() == found


def test_a_text_of_an_unknown_language_has_no_names_and_no_errors() -> None:
    assert Counter() == marked(encode(ENGLISH, "und"), *NAMES, *ERRORS)


def test_words_with_a_capital_are_no_names_in_latin() -> None:
    assert Counter() == marked(encode(LATIN, "la"), *NAMES, *ERRORS)


def test_dutch_without_data_has_no_names_and_no_errors(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "language.toml").write_text('name = "Dutch"\n', encoding="utf-8")
    with use_folder(tmp_path):
        assert Counter() == marked(encode(DUTCH, "nl"), *NAMES, *ERRORS, "closer", "date")
    assert 1 == marked(encode(DUTCH, "nl"), "closer")["closer"]


def test_the_months_of_cldr_are_known_without_data(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "language.toml").write_text('name = "Dutch"\n', encoding="utf-8")
    with use_folder(tmp_path):
        found = encode("Wij kwamen op 3 maart 1811 in de stad aan, en het was koud.\n", "nl")
    assert ["1811-03-03"] == [a.get("when") for a in found.nested if a.element == "date"]
