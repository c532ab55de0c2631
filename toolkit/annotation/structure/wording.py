"""The words that the structural rules of a text may use."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from toolkit.languages.phrases import pattern_of
from toolkit.languages.structure import Structure, structure_of
from toolkit.text import line_heuristics


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The language of a text with its structural vocabulary.

    Compared and hashed by identity: each module caches the patterns that it compiles from it.
    ``tag`` is the language (BCP 47), for rules about dates.
    """

    tag: str
    words: Structure


def wording_of(tag: str) -> Wording:
    """Return the wording of a language (BCP 47)."""
    return _make_wording(tag, structure_of(tag))


@cache
def _make_wording(tag: str, words: Structure) -> Wording:
    return Wording(tag, words)


def compile_start(*phrases: Iterable[str], before: str = "", after: str = "") -> re.Pattern[str]:
    """Compile a pattern of any phrase of the lists, with patterns before and after it."""
    every = [phrase for some in phrases for phrase in some]
    return re.compile(f"{before}{pattern_of(every)}{after}", re.IGNORECASE)


def score_name(line: str, wording: Wording) -> int:
    """Rate how much a line looks like a personal name: 2 with initials, 1 or 0."""
    return line_heuristics.score_name(line, wording.words)


def match_byline(words: str, wording: Wording) -> re.Match[str] | None:
    """Match the preposition at the start of a byline, with the space after it."""
    return _byline_pattern(wording).match(words)


@cache
def _byline_pattern(wording: Wording) -> re.Pattern[str]:
    return compile_start(wording.words.byline_words, after=r"\s+")
