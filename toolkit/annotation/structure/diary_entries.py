"""Entries: the days of a diary or a log, each under its date (DSDIV)."""

import re
from collections.abc import Sequence
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.dates.bare_day_line import is_day

ENOUGH: Final = 3
"""A text with fewer dates that stand alone is a letter or a report rather than a diary."""

LONGEST: Final = 50
"""Characters of the line with the date of an entry at most."""


def entries(text: str, found: Sequence[Block], tag: str) -> tuple[int, ...]:
    """The blocks that are the dates of entries, by their indices; none if the text is no diary.

    Each is a line with a day and nothing else, and has text after it. ``tag`` is the language.
    """
    days = [index for index, block in enumerate(found) if _is_day(text, block, tag)]
    dates = set(days)
    complete = all(day + 1 < len(found) and day + 1 not in dates for day in days)
    return tuple(days) if len(days) >= ENOUGH and complete else ()


def _is_day(text: str, block: Block, tag: str) -> bool:
    words = block.span.of(text)
    short = len(block.lines) == 1 and len(words) <= LONGEST
    return short and re.search("[0-9]", words) is not None and is_day(words, tag)
