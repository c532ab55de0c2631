"""Shapes: what a line looks like before anybody has said what it is."""

import re
from typing import Final

PARTICLES: Final = frozenset(
    "von van der den ter ten de du des del della di da dos d' la le l' zu zum zur el al ibn ben "
    "bin y".split()
)
"""Words in small letters that belong to names in many languages."""

_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

BY: Final = re.compile(r"\A(?:by|von|par)\s+", re.IGNORECASE)
"""What a line begins with that names an author."""

_NO_NAME = frozenset(
    "the a an of on to in for and or by from with der die das ein eine dem und oder im am an auf "
    "über aus les un une et ou aux sur pour dans i ich je we wir nous he she it they my mein "
    "mon".split()
)


def name_score(line: str) -> int:
    """How much a line looks like a person's name: 2 with an initial, 1 with capitals only, else 0.

    What stands in brackets or after a comma is left out: ``V. Ulyanov (Lenin), Chairman``.
    """
    words = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", line).partition(",")[0].strip(" .:;*_").split()
    if not 1 < len(words) <= 5:
        return 0
    names = [word for word in words if word.lower() not in PARTICLES]
    if not names or any(word.lower().strip(".") in _NO_NAME for word in names if len(word) > 2):
        return 0
    if not all(re.match(r"[^\W\d_]", word) and word[0].isupper() for word in names):
        return 0
    return 2 if any(re.fullmatch(r"(\w\.-?)+", word) for word in names) else 1


def without_marker(line: str) -> str:
    """A line without the note marker at its end: ``Navy[1]`` is ``Navy``; ``[1823]`` is a year."""
    return re.sub(
        r"(\[(?!\d{4}\])\w{1,4}\]|[\u00b9\u00b2\u00b3\u2070-\u2079*\u2020])+$", "", line.rstrip()
    )


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, closing quotation marks and note markers aside."""
    bare = without_marker(line)
    return bare.rstrip("\"')]}\u201d\u201c\u2019\u00bb\u00ab ").endswith(
        (".", "!", "?", "\u2026", ":")
    )


def roman_value(letters: str) -> int:
    """The value of a Roman number, in capitals or small; 0 if a letter is none of its signs."""
    values = [_ROMAN.get(char, 0) for char in letters.upper()]
    if not all(values):
        return 0
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
