"""Lexicons of the package: the gazetteer, personal names, common nouns."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from toolkit.annotation.errors.lexicon import word_frequencies

LONGEST_PLACE = 4
"""Most words of a place name that is looked up."""


_RARE = 600
"""Centibels below certainty: one word in a million."""
_LEAST_ACRONYM, _MOST_ACRONYM = 3, 5
"""Bounds of the length of an acronym."""
_LONGEST = 50
"""Most letters of a compound that is split."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Place names with their class: C country or region, L large city, M city, S small town.

    ``kinds`` has names of one word, ``phrases`` the longer ones, with a space between their words;
    ``beginnings`` the first words of these. Source: GeoNames and CLDR, and regions of old and
    new atlases in ``regions.txt``; see docs/models/names.md.
    """

    kinds: dict[str, str]
    phrases: dict[str, str]
    beginnings: frozenset[str]

    def phrase(self, words: tuple[str, ...]) -> str | None:
        """Return the class of a name of several words, or None."""
        return self.phrases.get(" ".join(words))


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer, which is read at the first call."""
    kinds: dict[str, str] = {}
    phrases: dict[str, str] = {}
    for kind, names in (*_read("places.txt"), *_read("regions.txt")):
        kinds |= dict.fromkeys([name for name in names if " " not in name], kind)
        phrases |= dict.fromkeys([name for name in names if " " in name], kind)
    return Gazetteer(kinds, phrases, frozenset(name.partition(" ")[0] for name in phrases))


@cache
def people() -> dict[str, str]:
    """Return personal names in small letters with their class: F forename, S surname, B both."""
    found: dict[str, str] = {}
    for kind, names in _read("people.txt"):
        found |= dict.fromkeys(names, kind)
    return found


@cache
def _common() -> dict[str, frozenset[str]]:
    return {kind: frozenset(names) for kind, names in _read("common.txt")}


def adjectives() -> frozenset[str]:
    """Return adjectives of peoples and names of languages (``Hungarian``), from CLDR."""
    return _common()["D"]


def nouns(code: str) -> frozenset[str]:
    """Return the common nouns of a language that capitalises them, in small letters.

    They are counted in the training texts; a language without such texts has none.
    """
    return _common().get(f"{code}:nouns", frozenset())


def small_words(code: str) -> frozenset[str]:
    """Return words that are often uncapitalised in the training texts of a language."""
    return _common().get(code, frozenset())


def is_noun(lower: str, code: str) -> bool:
    """Whether a word is a capitalised common noun, or a compound that ends with one."""
    if lower in nouns(code):
        return True
    if (
        not nouns(code)
        or len(lower) > _LONGEST
        or lower in people()
        or lower.capitalize() in gazetteer().kinds
    ):
        return False
    return ends_with_noun(lower, code)


def ends_with_noun(lower: str, code: str) -> bool:
    """Whether the end of a word, in small letters, is a capitalised common noun."""
    ends = (lower[i:] for i in range(3, min(len(lower), _LONGEST) - 3))
    return any(end in nouns(code) for end in ends)


def is_common(lower: str, code: str) -> bool:
    """Whether a word, in small letters, is a common word of the language."""
    return lower in small_words(code) or is_noun(lower, code)


def is_rare(lower: str, code: str) -> bool:
    """Whether a word, in small letters, is so rare that it is most probably a name."""
    frequencies = word_frequencies(code)
    return bool(frequencies) and frequencies.get(lower, _RARE) >= _RARE


def is_acronym(text: str) -> bool:
    """Whether a word in capitals is an acronym rather than a name: ``MBFR``."""
    short = text.isupper() and _LEAST_ACRONYM <= len(text) <= _MOST_ACRONYM
    return short and text.lower() not in people() and text.capitalize() not in gazetteer().kinds


def is_large_place(text: str) -> bool:
    """Whether a word is the name of a country, a region or a large city."""
    return gazetteer().kinds.get(text) in ("C", "L")


def is_forename(text: str) -> bool:
    """Whether a word is a known forename, with a capital."""
    return text[0].isupper() and people().get(text.lower(), "S") != "S"


def _read(name: str) -> list[tuple[str, list[str]]]:
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines())
    return [(kind, names) for kind, *names in lines]
