"""The structural vocabulary of every language fits its schema."""

import dataclasses

import pytest

from toolkit.languages.structure import Structure, structure_of

COMPLETE = ("en", "de", "fr")
BASIC = ("it", "es", "ru", "la", "nl")


@pytest.mark.parametrize("code", [*COMPLETE, *BASIC])
def test_each_language_has_headings_salutes_closers_and_page_words(code: str) -> None:
    words = structure_of(code)
    assert words.parts
    assert words.chapters
    assert words.numerals
    assert words.part_titles
    assert words.salutes
    assert words.closers
    assert words.page_words


@pytest.mark.parametrize("code", COMPLETE)
def test_complete_languages_lack_no_key_but_those_of_other_grammars(code: str) -> None:
    words = structure_of(code)
    empty = {f.name for f in dataclasses.fields(Structure) if not getattr(words, f.name)}
    assert set() == empty - {"year_suffixes", "date_prepositions", "ordinal_suffixes"}


def test_a_language_without_data_gets_no_words_of_another() -> None:
    assert () == structure_of("xx").salutes


@pytest.mark.parametrize("tag", ["und", "mul", ""])
def test_a_text_in_no_known_language_gets_the_words_of_all(tag: str) -> None:
    assert {"dear", "geehrt*", "madame"} <= set(structure_of(tag).salutes)


def test_a_regional_tag_has_the_words_of_its_language() -> None:
    assert structure_of("de") is structure_of("de-AT")
