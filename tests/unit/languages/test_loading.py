"""Language data is read by a schema, and what does not fit is refused with file and key."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from toolkit.exceptions import SourceError
from toolkit.languages import available_languages, find_language, key, keys_of, use_folder
from toolkit.languages.loading import build_topic, empty_key


@dataclass(frozen=True, slots=True)
class Rule:
    """A table within a topic for the tests."""

    words: tuple[str, ...] = key("Words.")
    days: int = key("Days.", default=0)


@dataclass(frozen=True, slots=True)
class Letters:
    """A topic for the tests."""

    salutes: frozenset[str] = key("Words that open a salute.")
    closers: tuple[str, ...] = key("Phrases of farewell.", default=())
    months: Mapping[int, tuple[str, ...]] = key("Months.", default_factory=dict)
    least: float = key("A probability.", default=0.5)
    capital: bool = key("A trait.", default=False)
    rules: tuple[Rule, ...] = key("Rules.", default=())


def test_words_are_a_list_or_a_string_with_spaces() -> None:
    built = build_topic(Letters, {"salutes": "Dear\nMy", "closers": ["Yours ever"]}, "x.toml")
    assert frozenset({"Dear", "My"}) == built.salutes
    assert ("Yours ever",) == built.closers


def test_the_keys_of_a_table_may_be_numbers() -> None:
    built = build_topic(Letters, {"salutes": "", "months": {"1": ["Jan"]}}, "x.toml")
    assert {1: ("Jan",)} == dict(built.months)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "x.toml: the key 'salutes' is missing: Words that open a salute."),
        ({"salutes": "", "salute": ""}, "x.toml: unknown key 'salute'"),
        ({"salutes": 1}, "x.toml: salutes must be a list"),
        ({"salutes": [1]}, "x.toml: salutes must be a string, not 1"),
        ({"salutes": "", "least": "much"}, "x.toml: least must be a number, not 'much'"),
        ({"salutes": "", "capital": 1}, "x.toml: capital must be true or false, not 1"),
        ({"salutes": "", "months": []}, "x.toml: months must be a table"),
        ({"salutes": "", "months": {"May": []}}, "x.toml: months: 'May' must be a whole number"),
        ({"salutes": "", "rules": ["x"]}, "x.toml: rules must be a table"),
        ({"salutes": "", "rules": [{"days": 1}]}, "x.toml: rules: the key 'words' is missing"),
    ],
)
def test_what_does_not_fit_is_refused(data: dict[str, Any], message: str) -> None:
    with pytest.raises(SourceError, match=r"x\.toml") as refused:
        build_topic(Letters, data, "x.toml")
    assert str(refused.value).startswith(message)


def test_a_list_of_tables_is_a_tuple_of_values() -> None:
    built = build_topic(Letters, {"salutes": "", "rules": [{"words": "a b", "days": 2}]}, "x.toml")
    assert (Rule(("a", "b"), 2),) == built.rules
    assert () == empty_key(built, "rules").rules


def test_a_whole_number_is_a_number() -> None:
    assert 1.0 == build_topic(Letters, {"salutes": "", "least": 1}, "x.toml").least


def test_the_keys_of_a_topic_are_listed_with_their_meaning() -> None:
    assert ["salutes", "closers", "months", "least", "capital", "rules"] == [
        key.name for key in keys_of(Letters)
    ]
    assert [True, False, False, False, False, False] == [key.required for key in keys_of(Letters)]


def test_a_language_without_data_has_empty_topics() -> None:
    nothing = find_language("qxx")
    assert not nothing.has(Letters)
    assert frozenset() == nothing.topic(Letters).salutes
    assert "" == nothing.traits.name


def test_a_region_does_not_matter() -> None:
    assert find_language("de-AT") is find_language("de")


def test_a_folder_adds_languages_for_a_while(tmp_path: Path) -> None:
    (tmp_path / "qxx").mkdir()
    (tmp_path / "qxx" / "language.toml").write_text('name = "Invented"\n', encoding="utf-8")
    with use_folder(tmp_path):
        assert "qxx" in available_languages()
        assert "Invented" == find_language("qxx").traits.name
    assert "qxx" not in available_languages()


def test_broken_toml_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "qxx").mkdir()
    (tmp_path / "qxx" / "language.toml").write_text("name = ", encoding="utf-8")
    with use_folder(tmp_path), pytest.raises(SourceError, match=r"language\.toml"):
        _ = find_language("qxx").traits


@pytest.mark.parametrize("code", available_languages())
def test_the_data_of_each_language_fits_its_schema(code: str) -> None:
    assert find_language(code).traits.name
