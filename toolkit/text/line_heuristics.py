"""Heuristics about single lines: note markers, ends of sentences, numbers, personal names."""

import re
from functools import cache
from typing import Final

from toolkit.languages.structure import Structure

MOST_NAME_WORDS: Final = 5
"""Words of a personal name at most, particles included."""

_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

_LAST_MARKER: Final = re.compile(
    r"(?:\[(?!\d{4}\])\w{1,4}\]|[\u00b9\u00b2\u00b3\u2070-\u2079*\u2020])\Z"
)
_LONGEST_MARKER: Final = len("[abcd]")
_ENDS: Final = (".", "!", "?", "\u2026", ":")
_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_INITIALS: Final = re.compile(r"(\w\.-?)+")
_CLOSING: Final = "\"')]}\u201d\u201c\u2019\u00bb\u00ab "


def without_marker(line: str) -> str:
    """Return a line without the note markers at its end: ``Navy[1]``; ``[1823]`` is a year."""
    line = line.rstrip()
    end = len(line)
    while found := _LAST_MARKER.search(line[max(0, end - _LONGEST_MARKER) : end]):
        end -= len(found[0])
    return line[:end]


def ends_sentence(line: str) -> bool:
    """Whether a line ends like a sentence, closing quotation marks and note markers aside."""
    return without_marker(line).rstrip(_CLOSING).endswith(_ENDS)


def roman_value(letters: str) -> int:
    """Return the value of a Roman number in capitals or small letters; 0 for other words."""
    values = [_ROMAN.get(char, 0) for char in letters.upper()]
    if not values or not all(values):
        return 0
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def score_name(line: str, words: Structure) -> int:
    """Rate how much a line looks like a personal name, with the vocabulary of its language.

    2: it has initials; 1: it has capitals only; 0: it is no name. Brackets and whatever follows a
    comma are ignored: ``V. Ulyanov (Lenin), Chairman``.
    """
    parts = _BRACKETS.sub(" ", line).partition(",")[0].strip(" .:;*_").split()
    if not 1 < len(parts) <= MOST_NAME_WORDS:
        return 0
    particles, others = _name_words(words)
    names = [part for part in parts if part.lower() not in particles]
    if not names or any(part.lower().strip(".") in others for part in names if len(part) > 2):
        return 0
    if not all(part[0].isalpha() and part[0].isupper() for part in names):
        return 0
    return 2 if any(_INITIALS.fullmatch(part) for part in names) else 1


@cache
def _name_words(words: Structure) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(words.name_particles), frozenset(words.non_names)
