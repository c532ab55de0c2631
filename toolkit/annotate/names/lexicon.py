"""Lexicons: the gazetteer and the lists of personal names that the package carries."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LONGEST_PLACE = 4
"""How many words a place name of the gazetteer may have to be looked for."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Place names with their class: C country or region, L large city, M city, S small town.

    ``kinds`` has names of one word, ``phrases`` the longer ones, as tuples of words;
    ``beginnings`` the first words of these. Source: GeoNames and CLDR, see docs/models/names.md.
    """

    kinds: dict[str, str]
    phrases: dict[tuple[str, ...], str]
    beginnings: frozenset[str]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the package, read when it is first asked for."""
    kinds: dict[str, str] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for kind, names in _read("places.txt"):
        for name in names:
            if " " in name:
                phrases[tuple(name.split())] = kind
            else:
                kinds[name] = kind
    return Gazetteer(kinds, phrases, frozenset(words[0] for words in phrases))


@cache
def people() -> dict[str, str]:
    """Personal names in small letters with their class: F forename, S surname, B both."""
    return {name: kind for kind, names in _read("people.txt") for name in names}


@cache
def adjectives() -> frozenset[str]:
    """Adjectives of peoples and names of languages (``Hungarian``), from CLDR."""
    return frozenset(name for kind, names in _read("common.txt") if kind == "D" for name in names)


@cache
def nouns() -> frozenset[str]:
    """German nouns in small letters that are no names, from the training texts."""
    return frozenset(name for kind, names in _read("common.txt") if kind == "N" for name in names)


def is_noun(lower: str) -> bool:
    """Whether a German word is a common noun, or a compound that ends with one."""
    if lower in nouns():
        return True
    if lower in people() or lower.capitalize() in gazetteer().kinds:
        return False
    return any(lower[i:] in nouns() for i in range(3, len(lower) - 3))


def _read(name: str) -> list[tuple[str, list[str]]]:
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines())
    return [(kind, names) for kind, *names in lines]
