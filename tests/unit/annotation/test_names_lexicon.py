"""The lexicons and the data of the languages that the package carries."""

import random
from importlib.resources import files

import pytest

from toolkit.annotation.names.gazetteer import gazetteer, is_common, is_forename, is_noun, people
from toolkit.annotation.names.training.entity_swap import renamed
from toolkit.annotation.names.vocabulary import find_vocabulary
from toolkit.languages import available_languages, find_language
from toolkit.languages.names import Names


def test_a_language_without_name_words_has_an_empty_vocabulary() -> None:
    empty = find_vocabulary("xx")
    assert not empty.is_known
    assert frozenset() == empty.titles | empty.non_names | empty.place_cues


@pytest.mark.parametrize("tag", ["de", "de-AT", "DE"])
def test_a_language_tag_may_have_a_region(tag: str) -> None:
    assert "de" == find_vocabulary(tag).code


LANGUAGES = [code for code in available_languages() if find_language(code).has(Names)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_titles_of_women_and_men_are_titles_and_differ(code: str) -> None:
    vocabulary = find_vocabulary(code)
    assert vocabulary.is_known
    assert vocabulary.female_titles <= vocabulary.titles | vocabulary.lowercase_titles
    assert vocabulary.male_titles <= vocabulary.titles | vocabulary.lowercase_titles
    assert not vocabulary.female_titles & vocabulary.male_titles


@pytest.mark.parametrize("code", LANGUAGES)
def test_place_cues_contain_the_strong_and_the_weak_ones(code: str) -> None:
    vocabulary = find_vocabulary(code)
    assert vocabulary.strong_place_cues | vocabulary.weak_place_cues <= vocabulary.place_cues


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘"])
def test_the_last_word_of_a_title_is_known_with_every_apostrophe(apostrophe: str) -> None:
    assert f"H{apostrophe}Stuf" in find_vocabulary("de").title_endings
    assert f"H{apostrophe}Stuf." in find_vocabulary("de").title_endings


def test_the_longest_of_the_titles_with_one_first_word_is_tried_first() -> None:
    lengths = [len(phrase) for phrase in find_vocabulary("en").title_phrases_by_first["People"]]
    assert [3] == lengths
    lengths = [len(phrase) for phrase in find_vocabulary("de").title_phrases_by_first["Dr"]]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("name", "kind"), [("Petrograd", "L"), ("Deutschland", "C"), ("Allemagne", "C"), ("Rome", "L")]
)
def test_the_gazetteer_knows_places_in_several_languages(name: str, kind: str) -> None:
    assert kind == gazetteer().kinds[name]


@pytest.mark.parametrize("name", ["Galicia", "Bukowina", "Bessarabie", "Siebenbürgen"])
def test_the_gazetteer_knows_regions_of_old_atlases(name: str) -> None:
    assert "C" == gazetteer().kinds[name]


def test_longer_places_are_phrases() -> None:
    assert "C" == gazetteer().phrase(("New", "York"))
    assert gazetteer().phrase(("York", "New")) is None


def test_forenames_and_surnames_are_told_apart() -> None:
    assert is_forename("Anna")
    assert not is_forename("anna")
    assert "S" == people()["krakowski"]


def test_a_compound_of_a_noun_is_a_noun() -> None:
    assert is_noun("transportleiter", "de")
    assert not is_noun("brackwede", "de")


def test_words_often_written_small_are_common() -> None:
    assert is_common("thereupon", "en") or is_common("then", "en")
    assert not is_common("krylenko", "en")


def test_models_and_lexicons_stay_small() -> None:
    package = files("toolkit.annotation.names")
    folders = (package / "models", package / "data")
    size = sum(len(file.read_bytes()) for folder in folders for file in folder.iterdir())
    assert 8_000_000 > size


def test_a_text_with_other_names_keeps_its_marks_on_them() -> None:
    text = "Mr. Samuel Brackwade met Samuel in Ulm.\nThen Mr. Brackwade left Ulm."
    spans = [[text.index("Mr."), 20], [25, 31], [text.index("Mr. B"), text.index(" left")]]
    assert ["Mr. Samuel Brackwade", "Samuel"] == [text[s:e] for s, e in spans[:2]]
    ulm = [[i, i + 3] for i in range(len(text)) if text.startswith("Ulm", i)]
    data = {"text": text, "gold": {"persName": spans, "placeName": ulm}, "ignore": {}}
    other = renamed(data, find_vocabulary("en"), random.Random(1))
    names = [other["text"][s:e] for s, e in other["gold"]["persName"]]
    towns = [other["text"][s:e] for s, e in other["gold"]["placeName"]]
    title, forename, surname = names[0].split()
    assert ("Mr.", forename, f"Mr. {surname}") == (title, names[1], names[2])
    assert towns[0] == towns[1] != "Ulm"
    assert other["text"].startswith("Mr. ")
    assert "Brackwade" not in other["text"]
