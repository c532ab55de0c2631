"""Confusions that go through a whole document, common misspellings, and spellings of a period."""

from pathlib import Path

import pytest

from toolkit.annotation.errors import errors
from toolkit.annotation.errors.misspellings import correct_misspelling
from toolkit.annotation.errors.period import uses_period_spelling, year_of
from toolkit.annotation.errors.repetition import undo_doubling
from toolkit.annotation.errors.systematic import is_elided, restore_long_s, takes_clitic
from toolkit.edition import Edition
from toolkit.languages import find_language
from toolkit.text import Annotation, Document, Field, Layer, Span

from .error_lexicons import lexicon_of

LONG_S = "The mafter faw a houfe of ftone, and his fifter wifhed to reft in its fhade. "


def _find(text: str, language: str = "en", edition: Edition | None = None) -> dict[str, str | None]:
    doc = Document(text, language=language)
    found = errors.annotate(doc, edition or Edition()).annotations
    return {a.span.of(text): a.alternative for a in found}


def _rules(text: str, language: str = "en") -> dict[str, tuple[str, str]]:
    doc = Document(text, language=language)
    found = errors.annotate(doc, Edition()).annotations
    return {a.span.of(text): (a.rule, str(a.cert)) for a in found}


def test_long_s_is_restored_wherever_the_document_has_it() -> None:
    found = _rules(LONG_S)

    words = "mafter faw houfe ftone fifter wifhed reft fhade".split()
    assert dict.fromkeys(words, ("long-s", "high")) == {w: found[w] for w in words}


@pytest.mark.parametrize(
    "words", ["The houfe and the fifter were old.", "He came for a few of them."]
)
def test_two_words_with_f_for_s_make_no_long_s(words: str) -> None:
    assert "long-s" not in {rule for rule, _ in _rules(words).values()}


def test_long_s_has_to_be_frequent() -> None:
    plain = "They went to the river and saw the boats of the men who lived there. " * 100

    assert "long-s" not in {rule for rule, _ in _rules(plain + LONG_S).values()}


def test_a_known_word_with_f_is_kept_unless_its_neighbours_want_s() -> None:
    found = _find(LONG_S + "It was a fine day for the fleet, and he came fo foon.")

    assert not {"fine", "for", "fleet"} & found.keys()
    assert "so" == found["fo"]


@pytest.mark.parametrize(
    ("key", "language", "word"),
    [
        ("fifter", "en", "sister"),
        ("bleffing", "en", "blessing"),
        ("friendfhip", "en", "friendship"),
        ("gewefen", "de", "gewesen"),
        ("maifon", "fr", "maison"),
        ("lefs", "en", "less"),
        ("chief", "en", ""),
        ("proof", "en", ""),
    ],
)
def test_a_long_s_is_never_the_last_letter(key: str, language: str, word: str) -> None:
    assert word == restore_long_s(key, lexicon_of(language))


@pytest.mark.parametrize(
    ("text", "language", "wrong", "right"),
    [
        ("It was the farmer s horse.", "en", "farmer s", "farmer's"),
        ("We didn t hear it.", "en", "didn t", "didn't"),
        ("They said that we ll go.", "en", "we ll", "we'll"),
        ("Il parle de l enfant.", "fr", "l enfant", "l'enfant"),
        ("Je crois qu il vient.", "fr", "qu il", "qu'il"),
        ("Wie geht s dir?", "de", "geht s", "geht's"),
    ],
)
def test_a_lost_apostrophe_is_proposed(text: str, language: str, wrong: str, right: str) -> None:
    assert right == _find(text, language)[wrong]
    assert ("lost-apostrophe", "medium") == _rules(text, language)[wrong]


def test_apostrophes_that_are_lost_throughout_are_certain() -> None:
    found = _rules("I don t know. It isn t here. The miller s boat is gone.")

    assert {"don t", "isn t", "miller s"} == {w for w, (_, cert) in found.items() if cert == "high"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lady S came, and Lord S went.", "en"),
        ("They paid 5 s for it.", "en"),
        ("It was James s horse.", "en"),
        ("The farmer  s horse.", "en"),
        ("Le point D est ici; la partie C et d.", "fr"),
    ],
)
def test_a_letter_by_itself_is_no_lost_apostrophe(text: str, language: str) -> None:
    assert "lost-apostrophe" not in {rule for rule, _ in _rules(text, language).values()}


def test_a_clitic_makes_a_common_word_or_a_genitive() -> None:
    english = lexicon_of("en")

    assert takes_clitic("wouldn", "t", english)
    assert takes_clitic("horse", "s", english)
    assert not takes_clitic("ox", "s", english)
    assert not takes_clitic("horse", "t", english)
    assert not takes_clitic("horses", "s", english)


def test_an_elided_word_needs_a_bigram_with_a_vowel() -> None:
    french = lexicon_of("fr")

    assert is_elided("l", "homme", french)
    assert not is_elided("l", "table", french)
    assert not is_elided("x", "homme", french)


@pytest.mark.parametrize(
    ("key", "language", "word"),
    [
        ("recieving", "en", "receiving"),
        ("seperation", "en", "separation"),
        ("beleived", "en", "believed"),
        ("which", "en", ""),
        ("received", "en", ""),
        ("wiederstand", "de", "widerstand"),
        ("wiederholung", "de", ""),
        ("exigeance", "fr", "exigence"),
        ("exigence", "fr", ""),
    ],
)
def test_a_common_misspelling_is_corrected(key: str, language: str, word: str) -> None:
    assert word == correct_misspelling(key, lexicon_of(language))


@pytest.mark.parametrize(
    ("text", "language", "wrong", "right"),
    [
        ("Es war eine Gelegenegenheit dazu.", "de", "Gelegenegenheit", "Gelegenheit"),
        ("It was a splenendid day for us.", "en", "splenendid", "splendid"),
    ],
)
def test_letters_written_twice_are_left_out(
    text: str, language: str, wrong: str, right: str
) -> None:
    assert right == _find(text, language)[wrong]


@pytest.mark.parametrize(
    ("key", "language", "word"),
    [
        ("splenendid", "en", "splendid"),
        ("tomomorrow", "en", "tomorrow"),
        ("bananana", "en", "banana"),
        ("banana", "en", ""),
        ("gelegenegenheit", "de", "gelegenheit"),
        ("couscous", "fr", ""),
        ("zqxzqx", "en", ""),
    ],
)
def test_a_group_of_letters_is_left_out_where_a_word_remains(
    key: str, language: str, word: str
) -> None:
    assert word == undo_doubling(key, lexicon_of(language))


def test_the_year_is_that_of_the_metadata() -> None:
    dated = Document("A letter of 1850.", fields=(_date("1714"),))

    assert 1714 == year_of(dated)
    assert year_of(Document("A letter of 1850.")) is None


def test_the_year_is_else_the_last_in_the_text() -> None:
    dates = tuple(
        Annotation(Span(at, at + 4), "date", (("when", year),))
        for at, year in ((0, "1714-05"), (5, "1720"))
    )

    assert 1720 == year_of(Document("1714 1720", layers=(Layer("dates", dates),)))


@pytest.mark.parametrize(
    ("language", "year", "period"),
    [("en", "1800", True), ("en", "1801", False), ("fr", "1835", True), ("fr", "1836", False),
     ("de", "1850", True), ("de", "1851", False), ("nl", "1700", False)],
)  # fmt: skip
def test_the_spelling_of_a_period_ends_with_a_year(language: str, year: str, period: bool) -> None:
    doc = Document("", fields=(_date(year),))

    assert period == uses_period_spelling(doc, find_language(language))


@pytest.mark.parametrize("word", ["stopt", "waspe", "musick", "chearful", "joyn", "quoth"])
def test_a_spelling_of_the_period_is_known_in_a_text_of_the_period_only(word: str) -> None:
    text = f"They came to the {word} of the town."
    old = Document(text, language="en", fields=(_date("1714"),))

    assert () == errors.annotate(old, Edition()).annotations


@pytest.mark.parametrize("word", ["compts", "obdt", "Febry"])
def test_an_abbreviation_of_letters_is_no_error(word: str) -> None:
    assert word not in _find(f"With my {word} to you all.")


def test_an_unknown_word_that_is_spelt_so_throughout_is_deliberate() -> None:
    clean = "He had found that the clerk could not be brought to say what had been done with it. "
    dialect = "They all went hwome again in the evening. "

    assert {"hwome": "home"} == _find(clean * 40 + dialect * 2)
    assert {} == _find(clean * 40 + dialect * 3)


def test_a_word_of_the_edition_is_never_proposed(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("# the author's\nWhieh  colour\n", encoding="utf-8")
    edition = Edition(folder=tmp_path, words="words.txt")

    assert {"rernain": "remain"} == _find("The whieh of them will rernain?", edition=edition)


def test_nothing_is_proposed_inside_a_date() -> None:
    text = "Done the Xth of Febrnary last, the whieh of them."
    date = Annotation(Span(5, 29), "date")
    doc = Document(text, language="en", layers=(Layer("dates", (date,)),))
    found = errors.annotate(doc, Edition()).annotations

    assert ["whieh"] == [a.span.of(text) for a in found]


def _date(value: str) -> Field:
    return Field("date", "Date", value, Span(0, 0))
