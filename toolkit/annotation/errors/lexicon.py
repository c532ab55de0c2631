"""Lexicons: which words a language has, and how frequent they are.

The frequencies are those of wordfreq 3.1 (Speer 2022; code Apache-2.0, data CC BY-SA 4.0):
books, newspapers, encyclopaedia and web of each language, about 300,000 words, in steps of a
hundredth of a power of ten. Why this package: docs/decisions.
"""

import gzip
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import cast

from toolkit.annotation.errors import morphology
from toolkit.exceptions import SourceError

LANGUAGES = ("en", "de", "fr")
"""The languages with a lexicon; for all others only the rules that need none are used."""

LETTERS = MappingProxyType(
    {
        "en": "abcdefghijklmnopqrstuvwxyz",
        "de": "abcdefghijklmnopqrstuvwxyzäöüß",
        "fr": "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôöùûüœæ",
    }
)
"""The letters that each language writes its own words with."""

FOREIGN = ("en", "de", "fr", "it", "es", "nl", "pl")
"""Languages whose common words are known to be foreign rather than wrong."""

UNKNOWN = 0.0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language.

    ``frequencies``: hundredths of a power of ten below certainty (100 is one word in ten).
    ``foreign``: words that are common in another language.
    """

    language: str
    frequencies: dict[str, int]
    foreign: frozenset[str]

    def zipf(self, key: str) -> float:
        """How frequent: the power of ten of its count in a thousand million words; 0 unknown."""
        centibels = self.frequencies.get(key)
        return UNKNOWN if centibels is None else 9 - centibels / 100

    def probability(self, key: str) -> float:
        """How probable a word is anywhere; 0 unknown, what is elided before an apostrophe not."""
        zipf = self.zipf(key)
        return 10 ** (zipf - 9) if zipf else 1e-5 if key.endswith("'") else 0.0

    def knows(self, key: str) -> bool:
        """Whether it is a word, a word with an ending or elision, an old spelling, a compound."""
        return key in self.frequencies or morphology.accounted_for(
            key, self.language, self.frequencies
        )

    def is_old(self, key: str) -> bool:
        """Whether it is an old spelling of a common word."""
        return morphology.has_modern_form(key, self.language, self.frequencies)

    def spells(self, key: str) -> bool:
        """Whether the language writes its words with these letters."""
        return key.isascii() or all(
            char in LETTERS[self.language] for char in key if char.isalpha()
        )

    def is_foreign(self, key: str) -> bool:
        """Whether it is a common word of another language."""
        return key in self.foreign


def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language (BCP 47; only its first subtag counts), None without one."""
    primary = language.partition("-")[0].lower()
    return _lexicon(primary) if primary in LANGUAGES else None


@cache
def _lexicon(language: str) -> Lexicon:
    others = (_buckets(other, "small") for other in FOREIGN if other != language)
    foreign = frozenset(chain.from_iterable(chain.from_iterable(others)))
    return Lexicon(language, frequencies(language), foreign)


@cache
def frequencies(language: str) -> dict[str, int]:
    """The words of one of ``LANGUAGES``, with their centibels as in ``Lexicon``."""
    buckets = enumerate(_buckets(language, "large"))
    return {word: centibels for centibels, words in buckets for word in words}


def _buckets(language: str, size: str) -> list[list[str]]:
    """The words of a list of wordfreq, those of each centibel together.

    The file is read as wordfreq's own ``read_cBpack`` does (after a header a list of lists, whose
    place in it are the centibels), but without importing wordfreq, which takes as long again.
    """
    import msgpack  # noqa: PLC0415  # seldom needed

    path = _data_of_wordfreq() / f"{size}_{language}.msgpack.gz"
    header, *buckets = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)
    if header != {"format": "cB", "version": 1}:
        raise SourceError(f"{path}: not a word list of wordfreq 3, but {header!r}")
    return cast(list[list[str]], buckets)


def _data_of_wordfreq() -> Path:
    spec = find_spec("wordfreq")
    if spec is None or not spec.submodule_search_locations:
        raise SourceError("the package wordfreq, which holds the word lists, is not installed")
    return Path(spec.submodule_search_locations[0]) / "data"
