"""The keys of ``dates.toml``: each has an example that shows what it is for."""

import dataclasses
from unittest.mock import patch

import pytest

from toolkit.annotation.dates import dates
from toolkit.annotation.dates.feast_days import parse_feast
from toolkit.annotation.dates.vocabulary import load_vocabulary
from toolkit.edition import Edition
from toolkit.languages import (
    COMMON,
    Key,
    Language,
    available_languages,
    find_language,
    keys_of,
)
from toolkit.languages.dates import DateWords
from toolkit.languages.language import Traits
from toolkit.languages.loading import empty_of, hints_of
from toolkit.text import Document

KEYS = keys_of(DateWords)


@dataclasses.dataclass
class Reduced:
    """A language whose data lack one key."""

    language: Language
    key: str

    @property
    def traits(self) -> Traits:
        return self.language.traits

    def has(self, topic: type) -> bool:
        return self.language.has(topic)

    def topic(self, topic: type[DateWords]) -> DateWords:
        empty = {self.key: empty_of(hints_of(DateWords)[self.key])}
        return dataclasses.replace(self.language.topic(topic), **empty)


def elements(text: str, language: str, without: str = "") -> list[str]:
    """The elements of a text, as an example writes them; ``without`` is a key to leave out."""
    if not without:
        return _elements(text, language)
    load_vocabulary.cache_clear()
    with patch(
        "toolkit.annotation.dates.vocabulary.find_language",
        lambda code: Reduced(find_language(code), without),
    ):
        try:
            return _elements(text, language)
        finally:
            load_vocabulary.cache_clear()


def _elements(text: str, language: str) -> list[str]:
    return [
        line
        for a in dates.annotate(Document(text, language=language), Edition())
        for line in (
            f"{a.element}={a.span.of(text)}",
            *(f"{a.element}@{name}={value}" for name, value in a.attributes),
        )
    ]


@pytest.mark.parametrize("key", KEYS, ids=[key.name for key in KEYS])
def test_the_example_of_a_key_needs_the_key(key: Key) -> None:
    example = key.example
    assert example is not None
    assert key.cost
    with_key = elements(example.text, example.language)
    without = elements(example.text, example.language, without=key.name)
    if example.element:
        assert example.element in with_key
        assert example.element not in without
    else:
        assert [] == with_key
        assert without


@pytest.mark.parametrize("code", [COMMON, *available_languages()])
def test_every_feast_of_the_data_can_be_read(code: str) -> None:
    data = find_language(code).topic(DateWords)
    for name in (*data.feast_days, *data.feasts, *data.saints_days):
        assert parse_feast(name)


def test_the_months_of_a_language_without_data_are_known_by_cldr() -> None:
    assert "M" == load_vocabulary("pl").words["maja"].kind


def test_words_of_hours_count_only_after_another_token() -> None:
    assert ["time=noon", "time@when=12:00:00"] == elements(
        "in May he slept; at noon he rose", "en"
    )[-2:]
    assert [] == [e for e in elements("he wrote, morning after morning", "en") if "time" in e]
