"""Morphology: words that no list has but that the language forms, or formerly spelt, by rule.

There are three kinds: derived and inflected words, compounds, and the spellings of earlier
centuries, which are no errors: English ``connexion``, ``shew``; German before the reform of 1901
(``Thür``, ``seyn``, ``Cultur``) and before the rules of 1880 (``entdekken``); French before 1835
(``avoit``, ``connoître``, ``momens``). The rules are data: ``errors.toml`` of the language.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from toolkit.languages.errors import Errors

LONGEST = 40
"""Letters of the longest word that is analysed."""

COMMON = 650
"""Centibels of a word common enough to be the base of another: once in three million words."""

KNOWN = 720
"""Centibels of a word that is known well enough to be the modern form of an old one."""

VERY_COMMON = 560
"""Centibels of a word common enough to be the part of a compound."""

RARE = 800
"""Centibels of a word of which an apostrophe may be a part, where the language elides words."""

ABSENT = 900
"""Centibels of a word that the lexicon lacks."""

PART = 4
"""Letters of the shortest part of a compound or derived word: shorter ones match by chance."""


@dataclass(frozen=True, slots=True, eq=False)
class Morphology:
    """How a language forms words, with the frequencies of the words that it forms them from.

    ``elision`` matches an elided word at the beginning, or is None where words are not elided.
    ``literal`` and ``patterns`` are the former spellings: those that are letters, wherever they
    are in a word, and those that depend on their neighbours.
    """

    frequencies: Mapping[str, int]
    vocabulary: Errors
    elision: re.Pattern[str] | None
    literal: tuple[tuple[str, str], ...]
    patterns: tuple[tuple[re.Pattern[str], str], ...]

    def forms(self, key: str) -> bool:
        """Whether the language forms this word by rule from a known one, now or formerly."""
        return len(key) <= LONGEST and _forms(self, key)

    def has_modern_form(self, key: str) -> bool:
        """Whether it is the former spelling of a common word."""
        return any(self.is_common(form, KNOWN) for form in self.modernise(key))

    def is_former(self, key: str, word: str) -> bool:
        """Whether the first is a former spelling of the second."""
        return word in _modern_forms(self, key)

    def is_common(self, word: str, limit: int = COMMON) -> bool:
        """Whether the lexicon has a word with at most so many centibels."""
        return self.frequencies.get(word, ABSENT) <= limit

    def modernise(self, key: str) -> Iterator[str]:
        """Yield the word with one or two former spellings replaced by modern ones."""
        once = [*self._replace_once(key)]
        yield from once
        if self.vocabulary.lost_accents:
            for form in (key, *once):
                yield from self._add_accent(form)
        if self.vocabulary.two_former_spellings:
            for form in once:
                yield from (twice for twice in self._replace_once(form) if twice != key)

    def _replace_once(self, key: str) -> Iterator[str]:
        for old, new in self.literal:
            if old in key:
                yield key.replace(old, new)
        for pattern, new in self.patterns:
            form = pattern.sub(new, key)
            if form != key:
                yield form

    def _add_accent(self, key: str) -> Iterator[str]:
        for at, letter in enumerate(key):
            for accented in self.vocabulary.lost_accents.get(letter, ""):
                yield key[:at] + accented + key[at + 1 :]

    def is_elided_inside(self, key: str) -> bool:
        """Whether an apostrophe inside replaces a letter, or nothing, of a known word."""
        limit = RARE if self.elision else COMMON
        return "'" in key and any(
            self.is_common(key.replace("'", lost), limit)
            for lost in self.vocabulary.apostrophe_letters
        )

    def is_compound(self, key: str) -> bool:
        """Whether two common words, with or without a linking sound, make up the word."""
        return bool(self.vocabulary.compound_links) and any(
            self.is_common(key[cut:], VERY_COMMON) and self._is_first_part(key[:cut])
            for cut in range(PART, len(key) - PART + 1)
        )

    def _is_first_part(self, head: str) -> bool:
        return any(
            head.endswith(link)
            and len(head) - len(link) >= PART - 1
            and self.is_common(head.removesuffix(link), VERY_COMMON)
            for link in self.vocabulary.compound_links
        )

    def is_derived(self, key: str) -> bool:
        """Whether an ending, a prefix or both, taken off, leave a common word."""
        stems = [*self._stems(key)]
        return any(len(s) >= PART and self.is_common(s) for s in stems) or any(
            self._leaves_word(prefix, (key, *stems))
            for prefix in self.vocabulary.prefixes
            if key.startswith(prefix)
        )

    def _stems(self, key: str) -> Iterator[str]:
        """Yield the words that the word may be attached to with one of the endings."""
        for ending, bases in self.vocabulary.endings.items():
            if key.endswith(ending) and len(key) - len(ending) > 1:
                stem = key[: len(key) - len(ending)]
                yield from (stem + base for base in bases)
                if self.vocabulary.doubles_consonants and len(stem) > 3 and stem[-1] == stem[-2]:
                    yield stem[:-1]

    def _leaves_word(self, prefix: str, stems: tuple[str, ...]) -> bool:
        rests = (stem.removeprefix(prefix) for stem in stems if stem.startswith(prefix))
        return any(len(rest) >= PART and self._is_bare(rest) for rest in rests)

    def _is_bare(self, rest: str) -> bool:
        """Whether the rest after a prefix is a very common word, or a word after an infix."""
        return self.is_common(rest, VERY_COMMON) or any(
            rest.startswith(infix)
            and len(rest) - len(infix) >= PART
            and rest.removeprefix(infix) in self.frequencies
            for infix in self.vocabulary.prefix_infixes
        )

    def is_hyphenated(self, key: str) -> bool:
        """Whether all parts of a hyphenated word are words."""
        if "-" not in key:
            return False
        parts = re.split("['-]" if self.elision else "-", key)
        return all(not part or part in self.frequencies or _forms(self, part) for part in parts)


def build_morphology(
    frequencies: Mapping[str, int], vocabulary: Errors, *, period: bool = False
) -> Morphology:
    """Compile the rules of a language; ``period`` adds the spellings of the period."""
    elided = "|".join(sorted(vocabulary.elided_words, key=len, reverse=True))
    tables = [vocabulary.former_spellings]
    if period:
        tables.append(vocabulary.period_spellings)
    former = [(old, new) for table in tables for old, forms in table.items() for new in forms]
    return Morphology(
        frequencies,
        vocabulary,
        re.compile(f"(?:{elided})'") if elided else None,
        tuple((old, new) for old, new in former if old.isalpha()),
        tuple((re.compile(old), new) for old, new in former if not old.isalpha()),
    )


def differ_in_accents(key: str, word: str) -> bool:
    """Whether two words are the same but for accents, umlauts and cedillas."""
    if (key.isascii() and word.isascii()) or len(key) != len(word):
        return False
    return _strip_accents(key) == _strip_accents(word)


def _strip_accents(key: str) -> str:
    decomposed = unicodedata.normalize("NFD", key)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=50_000)
def _forms(morphology: Morphology, key: str) -> bool:
    """Remember for each word of a language whether it is formed by rule."""
    if morphology.elision and (elided := morphology.elision.match(key)):
        rest = key[elided.end() :]
        return rest in morphology.frequencies or _forms(morphology, rest)
    return (
        morphology.is_elided_inside(key)
        or morphology.is_compound(key)
        or morphology.is_derived(key)
        or morphology.has_modern_form(key)
        or morphology.is_hyphenated(key)
    )


@lru_cache(maxsize=1_000)
def _modern_forms(morphology: Morphology, key: str) -> frozenset[str]:
    return frozenset(morphology.modernise(key))
