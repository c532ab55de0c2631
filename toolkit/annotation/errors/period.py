"""Period: the year of a text, and whether its spelling is older than the lexicon can judge.

Until about 1640, u and v, i and j were one letter each: English ``vpon``, ``haue``, ``iust``,
German ``vnd``, ``jhn``, French ``vn``, ``auoir``. Later texts have spellings of their time, which
``errors.toml`` of the language lists up to the year in which they were given up.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.words import Block
from toolkit.languages import Language
from toolkit.languages.errors import Errors
from toolkit.text import Document

SHARE, LEAST = 0.005, 4
"""Share (one in two hundred) and number of such words from which on a text is early."""

COMMON = 4.5
"""Zipf value of the word in modern spelling: thirty in a million."""

RARER = 1.0
"""How much rarer the old spelling must be today, as a power of ten."""

_EXCHANGED = (
    (re.compile(r"^v(?=[^aeiou])"), "u"),
    (re.compile(r"(?<=[a-z])u(?=[aeiy])"), "v"),
    (re.compile(r"^i(?=[aeou])"), "j"),
    (re.compile(r"^j(?=[mnhr])"), "i"),
)


_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)[0-9]{2}(?!\d)")


def uses_period_spelling(doc: Document, language: Language) -> bool:
    """Whether the text was written before the spelling of the language was settled."""
    year = year_of(doc)
    return year is not None and year <= language.topic(Errors).period_until


def year_of(doc: Document) -> int | None:
    """Return the year of writing: of the metadata, else the last that is dated in the text."""
    stated = _YEAR.search(doc.field("date"))
    if stated:
        return int(stated.group())
    values = (date.get("when") or "" for date in doc.annotations("date"))
    years = [int(year.group()) for value in values if (year := _YEAR.match(value))]
    return max(years, default=None)


def is_early(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Whether u and v, i and j are exchanged in the text."""
    counts = Counter(chain.from_iterable(block.keys for block in blocks))
    words = sum(counts.values())
    early = sum(count for key, count in counts.items() if _is_early_word(key, lexicon))
    return early >= LEAST and early >= SHARE * words


def _is_early_word(key: str, lexicon: Lexicon) -> bool:
    own = lexicon.zipf(key)
    return own < COMMON and any(
        lexicon.zipf(modern) >= max(COMMON, own + RARER) for modern in _modernise(key)
    )


def _modernise(key: str) -> Iterator[str]:
    for old, new in _EXCHANGED:
        modern = old.sub(new, key)
        if modern != key:
            yield modern
