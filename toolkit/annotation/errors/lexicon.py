"""Lexicons: the words of a language with their frequencies.

The frequencies are those of wordfreq 3.1 (Speer 2022; code Apache-2.0, data CC BY-SA 4.0): books,
newspapers, encyclopaedia and web of each language, about 300,000 words, in steps of a hundredth of
a power of ten. ``docs/decisions`` has the reasons for this package.
"""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import cast

from toolkit.annotation.errors.morphology import Morphology, build_morphology
from toolkit.exceptions import SourceError
from toolkit.languages import Language, find_language
from toolkit.languages.errors import Errors

UNKNOWN = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of a language, compared and hashed by identity: there is one for each language.

    ``frequencies``: hundredths of a power of ten below certainty (100 is one word in ten).
    ``foreign``: words that are common in another language. ``accepted``: abbreviations and words
    of the period, which are never suspect.
    """

    language: Language
    vocabulary: Errors
    frequencies: Mapping[str, int]
    morphology: Morphology
    foreign: frozenset[str]
    accepted: frozenset[str]

    def zipf(self, key: str) -> float:
        """Return the Zipf value (log10 of the count in a billion words), 0 if unknown."""
        centibels = self.frequencies.get(key)
        return UNKNOWN if centibels is None else 9 - centibels / 100

    def probability(self, key: str) -> float:
        """Return the unigram probability; 0 for an unknown word that is not elided."""
        zipf = self.zipf(key)
        return 10 ** (zipf - 9) if zipf else 1e-5 if key.endswith("'") else 0.0

    def knows(self, key: str) -> bool:
        """Whether it is a word, or one that the language forms or formerly spelt so."""
        return key in self.frequencies or key in self.accepted or self.morphology.forms(key)

    def is_former_spelling(self, key: str) -> bool:
        """Whether it is the former spelling of a common word."""
        return self.morphology.has_modern_form(key)

    def spells(self, key: str) -> bool:
        """Whether the language writes its words with these letters."""
        alphabet = self.vocabulary.alphabet
        return key.isascii() or all(char in alphabet for char in key if char.isalpha())

    def is_foreign(self, key: str) -> bool:
        """Whether it is a common word of another language."""
        return key in self.foreign


def load_lexicon(language: Language, *, period: bool = False) -> Lexicon | None:
    """Return the lexicon of a language, None if its data name no word list.

    ``period`` is for texts of the time whose spellings are listed as ``period_spellings``.
    """
    return _load(language, period=period) if language.topic(Errors).word_list else None


def word_frequencies(code: str) -> Mapping[str, int]:
    """Return the words of a language with their centibels, as in ``Lexicon``; empty without one."""
    return _read_frequencies(code, find_language(code).topic(Errors).word_list)


@cache
def _load(language: Language, *, period: bool) -> Lexicon:
    vocabulary = language.topic(Errors)
    frequencies = _read_frequencies(language.code, vocabulary.word_list)
    return Lexicon(
        language,
        vocabulary,
        frequencies,
        build_morphology(frequencies, vocabulary, period=period),
        _read_common_words(vocabulary.foreign_languages),
        vocabulary.abbreviations | (vocabulary.period_words if period else frozenset()),
    )


@cache
def _read_frequencies(code: str, size: str) -> Mapping[str, int]:
    buckets = enumerate(_read_buckets(code, size) if size else ())
    return {word: centibels for centibels, words in buckets for word in words}


@cache
def _read_common_words(codes: tuple[str, ...]) -> frozenset[str]:
    buckets = chain.from_iterable(_read_buckets(code, "small") for code in codes)
    return frozenset(chain.from_iterable(buckets))


def _read_buckets(language: str, size: str) -> list[list[str]]:
    """Read a word list of wordfreq; the words are grouped by their centibels.

    The format is that of wordfreq's own ``read_cBpack`` (a header, then a list of lists whose
    index is the number of centibels). Importing wordfreq would take as long again as reading.
    """
    import msgpack  # noqa: PLC0415  # seldom needed

    path = _find_wordfreq_data() / f"{size}_{language}.msgpack.gz"
    if not path.is_file():
        raise SourceError(f"wordfreq has no word list {size!r} of the language {language!r}")
    header, *buckets = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)
    if header != {"format": "cB", "version": 1}:
        raise SourceError(f"{path}: not a word list of wordfreq 3, but {header!r}")
    return cast(list[list[str]], buckets)


def _find_wordfreq_data() -> Path:
    spec = find_spec("wordfreq")
    if spec is None or not spec.submodule_search_locations:
        raise SourceError("the package wordfreq, which holds the word lists, is not installed")
    return Path(spec.submodule_search_locations[0]) / "data"
