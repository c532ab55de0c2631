"""Find the documents of a file that has several, and the entries of a diary (DSGRP, DSDIV)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from toolkit.annotation.blocks import Block, make_block
from toolkit.annotation.dates.bare_day_line import is_day
from toolkit.annotation.structure.division_levels import ROMAN, rank_heading
from toolkit.annotation.structure.letter_closers import find_closer
from toolkit.annotation.structure.letter_openers import (
    classify_opening,
    find_opener,
    is_greeting,
    is_salute,
)
from toolkit.annotation.structure.title_lines import find_title
from toolkit.annotation.structure.wording import Wording, wording_of
from toolkit.text import Annotation, Document

ENOUGH_DAYS: Final = 3
"""Dates on lines of their own in a diary at least: with fewer it is a letter or a report."""

LONGEST_DAY: Final = 50
"""Characters of the line with the date of an entry at most."""

LONGEST_DATELINE: Final = 200
"""Characters of the dateline of a further letter at most."""

MOST_HEADS: Final = 2
"""Headings of a letter at most: its number and its addressee."""

LONGEST_SALUTE: Final = 100
"""Characters of the salute of a further letter at most."""

_DIVIDER: Final = re.compile(r"(?:[-=_*#~\u2013\u2014+.\u2022]\s{0,9}){3,}")
_DIGIT: Final = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a file, the dividers between them, and the title above them all."""

    parts: tuple[Sequence[Block], ...]
    dividers: tuple[Block, ...] = ()
    title: tuple[Annotation, ...] = ()


def is_divider(text: str, block: Block) -> bool:
    """Whether a block is a line of signs: an ornament, or a divider between documents."""
    return _DIVIDER.fullmatch(block.span.of(text)) is not None


def split_documents(doc: Document, blocks: Sequence[Block]) -> Documents:
    """Split a file at its dividers, or into letters that follow one another.

    Each part must open like a letter or a dated paper; elsewhere a divider is an ornament.
    """
    signs = {i: b.span.of(doc.text)[0] for i, b in enumerate(blocks) if is_divider(doc.text, b)}
    for sign in sorted(set(signs.values())):
        dividers = [i for i in signs if signs[i] == sign]
        starts = [0, *(i + 1 for i in dividers)]
        ends = [*dividers, len(blocks)]
        parts = [blocks[a:b] for a, b in zip(starts, ends, strict=True) if a < b]
        if len(parts) > 1 and all(_has_opener(doc, part) for part in parts):
            return Documents(tuple(parts), tuple(blocks[i] for i in dividers))
    return _split_letters(doc, blocks)


def _has_opener(doc: Document, part: Sequence[Block]) -> bool:
    """Whether blocks begin with an opener, perhaps after a title."""
    _, used = find_title(doc, part, len(part))
    return bool(find_opener(doc.text, part[used:], wording_of(doc.language))[0])


def _split_letters(doc: Document, blocks: Sequence[Block]) -> Documents:
    """Split a file into letters: each has place, date and salute, and follows a signature.

    If most of them do not, for instance below headings, the file is one text.
    """
    wording = wording_of(doc.language)
    text = doc.text
    candidates = [
        _include_heads(text, blocks, i, wording) for i in _find_openings(text, blocks, wording)
    ]
    if not candidates or _are_headed(text, blocks, candidates, wording):
        return Documents((blocks,))
    heads, first = find_title(doc, blocks, len(blocks))
    starts = [first]
    for start in candidates:
        letter = blocks[starts[-1] : start]
        if start > starts[-1] and find_closer(text, letter, wording)[1]:
            starts.append(start)
    if 2 * len(starts) <= len(candidates):
        return Documents((blocks,))
    ends = [*starts[1:], len(blocks)]
    parts = tuple(blocks[a:b] for a, b in zip(starts, ends, strict=True))
    return Documents(parts, title=tuple(heads))


def _are_headed(
    text: str, blocks: Sequence[Block], starts: Sequence[int], wording: Wording
) -> bool:
    """Whether headings make divisions of the letters: one before a letter other than the first."""
    later = starts[1:] if len(starts) > 1 else starts
    return any(rank_heading(blocks[i - 1].span.of(text), wording) for i in later if i)


def _include_heads(text: str, blocks: Sequence[Block], start: int, wording: Wording) -> int:
    """Return the index of the first heading right before the dateline of a letter."""
    while start and is_letter_head(text, blocks[start - 1], wording):
        start -= 1
    return start


def is_letter_head(text: str, block: Block, wording: Wording) -> bool:
    """Whether a block is a bare number or an addressee in capitals, the heading of a letter."""
    words = block.span.of(text)
    if len(block.lines) > 1:
        return False
    addressee = words.isupper() and is_salute(words, wording)
    return addressee or rank_heading(words, wording) == ROMAN


def count_letter_heads(text: str, blocks: Sequence[Block], wording: Wording) -> int:
    """Count the headings before the opener of a letter."""
    return len(list(takewhile(lambda b: is_letter_head(text, b, wording), blocks[:MOST_HEADS])))


def _find_openings(text: str, blocks: Sequence[Block], wording: Wording) -> Iterator[int]:
    """Yield the datelines with a salute after them, by index, after the first block."""
    for index in range(1, len(blocks) - 2):
        block = blocks[index]
        if len(block.span) > LONGEST_DATELINE or not _DIGIT.search(block.span.of(text)):
            continue
        after = [b for b in blocks[index + 1 : index + 3] if len(b.span) <= LONGEST_SALUTE]
        saluted = any(is_salute(b.span.of(text), wording) for b in after)
        saluted = saluted or is_greeting(text, blocks[index + 1])
        if saluted and classify_opening(text, block, wording) == "dateline":
            yield index


def cut_day_lines(text: str, blocks: Sequence[Block], wording: Wording) -> list[Block]:
    """Cut the first line off blocks that begin with a day, if they make a diary.

    A title of one line may come before the first day.
    """
    cuts = {
        index: number
        for index, block in enumerate(blocks)
        if (number := _find_day_line(text, block, wording, first=not index)) is not None
    }
    if len(cuts) < ENOUGH_DAYS:
        return list(blocks)
    return [
        part
        for index, block in enumerate(blocks)
        for part in (_cut(block, cuts[index]) if index in cuts else (block,))
    ]


def _find_day_line(text: str, block: Block, wording: Wording, *, first: bool) -> int | None:
    """Return the number of the line with a day: the first, or the second of the first block."""
    numbers = range(min(2 if first else 1, len(block.lines) - 1))
    return next(
        (n for n in numbers if _is_day_line(text, make_block([block.lines[n]]), wording)), None
    )


def _cut(block: Block, number: int) -> Iterator[Block]:
    lines = block.lines
    parts = (lines[:number], lines[number : number + 1], lines[number + 1 :])
    yield from (make_block(part) for part in parts if part)


def find_entries(text: str, blocks: Sequence[Block], wording: Wording) -> tuple[int, ...]:
    """Find the dates of a diary's entries, by index; empty if the text is no diary.

    Each is a line with a day and nothing else, and has text after it.
    """
    days = [index for index, block in enumerate(blocks) if _is_day_line(text, block, wording)]
    dates = set(days)
    complete = all(day + 1 < len(blocks) and day + 1 not in dates for day in days)
    return tuple(days) if len(days) >= ENOUGH_DAYS and complete else ()


def _is_day_line(text: str, block: Block, wording: Wording) -> bool:
    words = block.span.of(text)
    short = len(block.lines) == 1 and len(words) <= LONGEST_DAY
    return short and _DIGIT.search(words) is not None and is_day(words, wording.tag)
