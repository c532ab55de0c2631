"""The lexicons and the data of the languages that the package carries."""

import random
from importlib.resources import files

import pytest

from toolkit.annotation.names.gazetteer import gazetteer, is_common, is_forename, is_noun, people
from toolkit.annotation.names.training.entity_swap import renamed
from toolkit.annotation.names.vocabulary import FALLBACK, known, language


def test_an_unknown_language_uses_the_fallback() -> None:
    assert FALLBACK == language("xx").code


@pytest.mark.parametrize("tag", ["de", "de-AT", "DE"])
def test_a_language_tag_may_have_a_region(tag: str) -> None:
    assert "de" == language(tag).code


@pytest.mark.parametrize("code", known())
def test_every_language_has_words_for_what_the_rules_need(code: str) -> None:
    data = language(code)
    assert all((data.titles, data.particles, data.never, data.place_cues, data.peoples))
    assert data.women <= data.titles | data.small
    assert not data.women & data.men


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
    assert is_noun("transportleiter")
    assert not is_noun("brackwede")


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
    other = renamed(data, language("en"), random.Random(1))
    names = [other["text"][s:e] for s, e in other["gold"]["persName"]]
    towns = [other["text"][s:e] for s, e in other["gold"]["placeName"]]
    title, forename, surname = names[0].split()
    assert ("Mr.", forename, f"Mr. {surname}") == (title, names[1], names[2])
    assert towns[0] == towns[1] != "Ulm"
    assert other["text"].startswith("Mr. ")
    assert "Brackwade" not in other["text"]
