"""Recognise datelines: the line of a letter with place and day (DSOC)."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from toolkit.annotation.dates.bare_day_line import is_day
from toolkit.annotation.structure.wording import Wording
from toolkit.languages.phrases import pattern_of
from toolkit.text.line_heuristics import without_marker

LONGEST: Final = 90
"""Characters of a dateline at most."""

MOST_WORDS: Final = 12
"""Words of a dateline at most."""

MOST_SMALL: Final = 5
"""Words in small letters of a dateline at most: more make a sentence."""

_SENTENCE: Final = re.compile(
    r"[!?;]|\.\s+[^\W\d_]{4,}\s+[a-z]|[^\W\d_]\.?:\s|[^\W\d_],\d{1,2}\s+[a-z]|"
    r"\A\d{1,3}[.)]\s+\d|\t|\(\s*[a-z]"
)
"""Marks of a sentence, a label with a colon, a figure glued to a comma, a numbered item."""

_START: Final = re.compile(
    r"[\[(]?\s?(?:\d|(?![a-z\u00df-\u00ff\u0430-\u044f])[^\W\d_]|[^\W\d_]+\.?\s(?:\S+\s)?\d)"
)
"""A place, perhaps supplied by the editor, or the day; a small letter only where the day follows
after a word or two (``den 5. Mai``)."""

_SMALL: Final = re.compile(r"\b[a-z\u00df-\u00ff]{3,}")
_ONLY_YEARS: Final = re.compile(r"\d{4}(?:\s?[\u2013/-]\s?\d{2,4})?")
"""Years without day or place: rather part of a title."""

_TITLE_AND_YEAR: Final = re.compile(r"[^\d,\n]+\s[^\d,\n]+,\s\d{4}")
"""More than one word and a year: ``Household Accounts, 1788`` is a title."""

_WORD_AND_NUMBER: Final = re.compile(r"[^\d,]+\d{1,3}")
"""Words and a small number: a date only if it is the day of a month."""

_NO_DATES: Final = (_ONLY_YEARS, _TITLE_AND_YEAR, _WORD_AND_NUMBER)
_EDITORS_YEAR: Final = re.compile(r"\s*\[\d{4}\s?\??\]$")
_LINE_END: Final = re.compile(r"\s*\n\s*")
_DIGIT: Final = re.compile("[0-9]")


@dataclass(frozen=True, slots=True, eq=False)
class _Patterns:
    """The patterns of datelines in one language."""

    day: re.Pattern[str]
    end: re.Pattern[str]


@cache
def _patterns(wording: Wording) -> _Patterns:
    words = wording.words
    suffix = pattern_of(words.ordinal_suffixes)
    preposition = pattern_of(words.date_prepositions)
    day = (
        rf"\b1[0-9]{{3}}\b|\b20[0-9]{{2}}\b|"
        rf"\b[0-3]?[0-9](?:{suffix}|\.)?\s+(?:{preposition}\s+)?[^\W\d_]{{3,}}|"
        rf"[^\W\d_]{{3,}}\.?\s+[0-3]?[0-9]{suffix}?\b|\b[0-3]?[0-9][./][01]?[0-9][./]"
    )
    end = (
        rf"\d[\d.]*\s*{pattern_of(words.year_suffixes)}?\s*[\])]?$|"
        rf"\d\s*{pattern_of(words.hours)}\.?$|\b{pattern_of(words.times_of_day)}$"
    )
    return _Patterns(re.compile(day, re.IGNORECASE), re.compile(end, re.IGNORECASE))


def is_dateline(words: str, wording: Wording) -> bool:
    """Whether a short line, or a few, name the place and the day of writing."""
    bare = without_marker(_join_lines(words)).rstrip(" .")
    patterns = _patterns(wording)
    return (
        _may_be_dateline(bare)
        and not any(shape.fullmatch(bare) for shape in _NO_DATES)
        and bool(patterns.day.search(bare))
        and bool(patterns.end.search(bare))
    )


def names_day(words: str, wording: Wording) -> bool:
    """Whether a line is a dateline in any form, one without a year included."""
    return is_dateline(words, wording) or _ends_with_day(words, wording)


def _ends_with_day(words: str, wording: Wording) -> bool:
    """Whether words are a day, or a place or an address and then a day: ``Bath, 3rd May``."""
    if not _DIGIT.search(words) or not _may_be_dateline(_join_lines(words)):
        return False
    last = words.rsplit("\n", maxsplit=1)[-1].strip()
    days = (last, last.split(", ")[-1])
    return any(is_day(_EDITORS_YEAR.sub("", day), wording.tag) for day in days)


def _may_be_dateline(words: str) -> bool:
    return (
        len(words) <= LONGEST
        and len(words.split()) <= MOST_WORDS
        and _START.match(words) is not None
        and not _SENTENCE.search(words)
        and len(_SMALL.findall(words)) <= MOST_SMALL
    )


def _join_lines(words: str) -> str:
    return _LINE_END.sub(" ", words)
