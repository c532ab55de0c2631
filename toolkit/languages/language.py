"""A language: its traits, and its data for each topic."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final, TypeVar

from toolkit.languages.loading import build_empty, read_topic
from toolkit.languages.schema import Example, key

Topic = TypeVar("Topic")

COMMON: Final = "mul"
"""The folder of words that texts of every language share; the code is that of ISO 639-2."""


@dataclass(frozen=True, slots=True)
class Traits:
    """``language.toml``: what sort of language it is."""

    name: str = key("The name of the language in English.", no_example="it is shown, not applied")
    function_words: frozenset[str] = key(
        "The thirty to sixty most frequent function words, in small letters.",
        cost="texts in the language are recognised by a general model only, and passages in it "
        "within other texts are not marked",
        example=Example(
            "fr",
            "He wrote in his diary:\n\nJe ne sais pas ce que nous ferons dans cette ville, et il "
            "est trop tard pour revenir avec vous sur les bords de la mer.\n\nThen he left the "
            "town and was not seen again by any of those who had known him there.\n",
            "p@xml:lang=fr",
            within="en",
        ),
        default=frozenset(),
    )
    capitalises_nouns: bool = key(
        "Whether common nouns are capitalised, as in German.",
        cost="a noun is taken for a misspelt name",
        example=Example("de", "Denikinov! Denikinov! Denikino!", "sic@cert=low=Denikino"),
        default=False,
    )
    capitalises_months: bool = key(
        "Whether months and weekdays are capitalised, as in English.",
        cost="months with a capital are found only after a preposition, as they may be names",
        example=Example("en", "Then October was cold.", "date=October"),
        default=False,
    )
    elides_articles: bool = key(
        "Whether articles and prepositions lose their vowel before one (l'Europe).",
        cost="names after such an article are not found",
        example=Example("fr", "L'armée de l'Autriche quitta l'Italie.\n", "placeName=Autriche"),
        default=False,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language, compared and hashed by identity: there is one value a language.

    ``folder`` is None for a language without data: all its topics are empty.
    """

    code: str
    folder: Traversable | None

    @property
    def traits(self) -> Traits:
        """The general facts about the language."""
        return self.topic(Traits)

    def has(self, topic: type) -> bool:
        """Whether the language has a file for a topic."""
        if (self.code, topic) in _values:
            return True
        return self.folder is not None and (self.folder / file_of(topic)).is_file()

    def topic(self, topic: type[Topic]) -> Topic:
        """Return the data of a topic, empty where the language has no file for it.

        SourceError if the file does not fit its schema.
        """
        declared: Any = topic
        value: Topic = _read(self, declared)
        return value


def file_of(topic: type) -> str:
    """Return the file name of a topic: that of the module that declares it."""
    return topic.__module__.rpartition(".")[2] + ".toml"


def find_language(tag: str) -> Language:
    """Return the language of a BCP 47 tag by its primary subtag: ``de-AT`` is ``de``."""
    return _by_code(tag.partition("-")[0].lower())


def available_languages() -> tuple[str, ...]:
    """List the codes of the languages that have data, in order, without ``COMMON``."""
    return tuple(sorted(code for code in _folders() if code != COMMON))


@cache
def all_languages() -> tuple[Language, ...]:
    """List the languages that have data, in the order of their codes.

    The values are new ones within ``use_folder`` and ``use_topic``. What is computed from
    language data is therefore cached by ``Language`` values (or by this tuple), never by codes.
    """
    return tuple(find_language(code) for code in available_languages())


@contextlib.contextmanager
def use_folder(folder: Path) -> Iterator[None]:
    """Take the languages of another folder too, for as long as the context lasts.

    Its languages go before those of the package. The switch is global to the process.
    """
    _extra.append(folder)
    _forget()
    try:
        yield
    finally:
        _extra.remove(folder)
        _forget()


@contextlib.contextmanager
def use_topic(code: str, value: object) -> Iterator[None]:
    """Take this value of a topic for a language, for as long as the context lasts.

    ``use_topic("en", dataclasses.replace(value, salutes=frozenset()))`` empties one key. The
    switch is global to the process.
    """
    before = _values.get((code, type(value)))
    _values[code, type(value)] = value
    _forget()
    try:
        yield
    finally:
        del _values[code, type(value)]
        if before is not None:
            _values[code, type(value)] = before
        _forget()


_extra: list[Path] = []
_values: dict[tuple[str, type], object] = {}


@cache
def _folders() -> Mapping[str, Traversable]:
    found: dict[str, Traversable] = {}
    for root in (files(__package__), *_extra):
        found |= {f.name: f for f in root.iterdir() if (f / "language.toml").is_file()}
    return found


@cache
def _by_code(code: str) -> Language:
    return Language(code, _folders().get(code))


@cache
def _read(language: Language, topic: Any) -> Any:
    if (language.code, topic) in _values:
        return _values[language.code, topic]
    if language.folder is None or not language.has(topic):
        return build_empty(topic)
    return read_topic(topic, language.folder / file_of(topic))


def _forget() -> None:
    for remembered in (_folders, _by_code, _read, all_languages):
        remembered.cache_clear()
