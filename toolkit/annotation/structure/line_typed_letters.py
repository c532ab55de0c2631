"""Find opener and closer of a letter typed line by line, without blank lines (DSOC)."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.datelines import names_day
from toolkit.annotation.structure.letter_closers import is_farewell
from toolkit.annotation.structure.letter_openers import calls_somebody, cut_at_subject
from toolkit.annotation.structure.wording import Wording, compile_start, score_name
from toolkit.text import Annotation, Span
from toolkit.text.line_heuristics import without_marker

FEWEST: Final = 6
"""Lines of a block that is a whole letter at least."""

DEEPEST: Final = 12
"""Lines before the salute of a letter at most."""

WIDEST: Final = 60
"""Characters of the lines above the salute at most: address, date, addressee."""

LAST: Final = 5
"""Lines of a closer at most, and of the address of the sender."""

NARROW: Final = 45
"""Characters of a salute and of the lines of a closer at most."""

MOST_SALUTE_WORDS: Final = 6
"""Words of a salute at most."""

MOST_FAREWELL_WORDS: Final = 7
"""Words of a line of a farewell at most."""

MOST_SIGNATURE_LINES: Final = 3
"""Lines of a signature with what is below it at most."""

_NAME: Final = re.compile(r"\W*[^\W\d_][\w.'\u2019-]*(?:\s[^\W\d_][\w.'\u2019-]*){0,3}[.,]?")


def find_opening_lines(text: str, block: Block, wording: Wording) -> list[Annotation]:
    """Return the opener in the first lines of a block; empty unless it is certain.

    They have a date and then a salute on a line of its own, or begin with the salute.
    """
    lines = block.lines[: DEEPEST + 1]
    if len(block.lines) < FEWEST:
        return []
    salute = next((i for i, n in enumerate(lines) if _is_salute(n.of(text), wording)), None)
    if salute is None or any(len(line) > WIDEST for line in lines[:salute]):
        return []
    day = next((i for i in range(salute) if names_day(lines[i].of(text), wording)), None)
    if salute and day is None:
        return []
    called = cut_at_subject(lines[salute].of(text), wording)
    cut = Span(lines[salute].start, lines[salute].start + len(called))
    return _mark_opener([*lines[:salute], cut], day)


def _mark_opener(lines: Sequence[Span], day: int | None) -> list[Annotation]:
    """Mark an opener whose last line is the salute; ``day`` is the index of the dateline."""
    span = Span(lines[0].start, lines[-1].end)
    parts = [Annotation(span, "opener", rule="opening-lines")]
    if day is not None:
        first = 0 if day < LAST else day
        dateline = Span(lines[first].start, lines[day].end)
        parts.append(Annotation(dateline, "dateline", rule="opening-lines"))
        parts += _mark_address(lines[day + 1 : -1])
    return [*parts, Annotation(lines[-1], "salute", rule="opening-lines")]


def _mark_address(lines: Sequence[Span]) -> list[Annotation]:
    """Mark the lines between date and salute, which name the addressee."""
    if not lines:
        return []
    span = Span(lines[0].start, lines[-1].end)
    address = Annotation(span, "address", rule="opening-lines")
    return [address, *(Annotation(line, "addrLine", rule="opening-lines") for line in lines)]


def find_closing_lines(text: str, block: Block, wording: Wording) -> list[Annotation]:
    """Return the closer in the last lines of a block; empty unless it is certain.

    A line bids farewell, and one to three lines with a name follow.
    """
    if len(block.lines) < FEWEST:
        return []
    starts = range(len(block.lines) - LAST, len(block.lines) - 1)
    closers = (_close_at(text, block.lines[start:], wording) for start in starts)
    return next(filter(None, closers), [])


def _close_at(text: str, lines: Sequence[Span], wording: Wording) -> list[Annotation]:
    """Return the closer that lines make; empty if the first does not bid farewell."""
    first, after = lines[0], lines[1:]
    late = _late_farewell(wording).search(text, first.start, first.end)
    if late and _are_signature(text, after):
        return _mark_closer(Span(late.start(), first.end), after)
    if not _is_farewell_line(first.of(text), wording):
        return []
    names = (i for i, n in enumerate(after) if not _is_farewell_line(n.of(text), wording))
    name = next(names, None)
    if name is None or not _are_signature(text, after[name:]):
        return []
    return _mark_closer(Span(first.start, lines[name].end), after[name:])


def _mark_closer(salute: Span, signed: Sequence[Span]) -> list[Annotation]:
    end = signed[-1].end
    return [
        Annotation(Span(salute.start, end), "closer", rule="closing-lines"),
        Annotation(salute, "salute", rule="closing-lines"),
        Annotation(Span(signed[0].start, end), "signed", rule="closing-lines"),
    ]


def _is_salute(words: str, wording: Wording) -> bool:
    few = len(words) <= NARROW and len(words.split()) <= MOST_SALUTE_WORDS
    called = cut_at_subject(without_marker(words), wording)
    return few and words[0].isupper() and calls_somebody(called, wording)


def _is_farewell_line(words: str, wording: Wording) -> bool:
    few = len(words) <= NARROW and len(words.split()) <= MOST_FAREWELL_WORDS
    called = few and words[0].isupper() and is_farewell(words, wording)
    return called and score_name(words, wording) < 2


def _are_signature(text: str, lines: Sequence[Span]) -> bool:
    """Whether one to three short lines are a name and what is below it."""
    words = [line.of(text) for line in lines]
    few = 0 < len(words) <= MOST_SIGNATURE_LINES and all(len(w) <= NARROW for w in words)
    capital = all(w.lstrip("(")[:1].isupper() for w in words)
    return few and capital and _NAME.fullmatch(words[0]) is not None


@cache
def _late_farewell(wording: Wording) -> re.Pattern[str]:
    """A farewell after the last sentence of a line."""
    return compile_start(
        wording.words.closers,
        before=r"(?<=[.!?] )(?-i:(?![a-zß-ÿа-я]))",
        after=r"[^.!?;:]{0,40}$",
    )
