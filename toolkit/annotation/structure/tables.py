"""Tables: lines with cells between tabs, vertical bars, leaders or in columns (FTTAB1)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.text import Annotation, Span
from toolkit.text.whitespace import SPACE

_STROKE: Final = re.compile(r"\|")
_GAP: Final = re.compile(r"[ ]{3,}|[ ]*\t[ \t]*")
_LEADERS: Final = re.compile(r"(?:[ ]?[.\u2026\u00b7_]){4,}[ ]*")
_RULE: Final = re.compile(r"[-+=|: \t]+")
FEWEST: Final = 3
"""Rows of a table with leaders or with columns of spaces at least: two may be chance."""

WIDEST_CELL: Final = 60
"""Characters of a cell in columns of spaces at most."""


def find_table(text: str, block: Block) -> Iterator[Annotation]:
    """Annotate a block that is surely a table.

    A ruling line belongs to the cell before it, and a bar to the cell that it ends: the
    characters of the source stay, as ``fw``. The first line of a table has cells.
    """
    for split, rule, fewest in (
        (_split_at_tabs, "tabs", 2),
        (_split_at_bars, "strokes", 2),
        (_split_at_leaders, "leaders", FEWEST),
        (_split_columns, "columns", FEWEST),
    ):
        if len(block.lines) < fewest or len(split(text, block.lines[0])) < 2:
            continue
        rows = [split(text, line) for line in block.lines]
        ruled = rule == "strokes"  # a line without cells is a ruling
        sizes = {len(row) for row in rows if row or not ruled}
        if len(sizes) == 1 and sum(map(bool, rows)) > 1:
            yield from _mark_table(text, block, rows, rule)
            return


def _mark_table(
    text: str, block: Block, rows: Sequence[Sequence[Span]], rule: str
) -> Iterator[Annotation]:
    yield Annotation(block.span, "table", rule=rule)
    filled = [number for number, row in enumerate(rows) if row]
    for number, following in zip(filled, [*filled[1:], len(rows)], strict=True):
        line, last = block.lines[number], block.lines[following - 1]
        yield Annotation(Span(line.start, last.end), "row", rule=rule)
        *cells, end = rows[number]
        for cell in (*cells, Span(end.start, last.end if following > number + 1 else end.end)):
            yield Annotation(cell, "cell", rule=rule)
        if rule == "strokes":
            yield from _mark_bars(text, line)
        for ruling in block.lines[number + 1 : following]:
            yield Annotation(ruling, "fw", (("type", "rule"),), rule=rule)


def _mark_bars(text: str, line: Span) -> Iterator[Annotation]:
    for stroke in _STROKE.finditer(text, line.start, line.end):
        yield Annotation(Span(*stroke.span()), "fw", (("type", "rule"),), rule="strokes")


def _split_at_tabs(text: str, line: Span) -> list[Span]:
    cells, at = [], line.start
    for cell in line.of(text).split("\t"):
        cells.append(_trim(text, at, at + len(cell)))
        at += len(cell) + 1
    return cells


def _split_at_bars(text: str, line: Span) -> list[Span]:
    """Return the cells of ``| a | b |``; a ruling line of hyphens has no cells."""
    words = line.of(text)
    if "|" not in words or _RULE.fullmatch(words):
        return []
    ends = [line.start + m.end() for m in _STROKE.finditer(words) if m.start()]
    if not ends or ends[-1] < line.end:
        ends.append(line.end)
    starts = [line.start, *ends]
    return [_trim(text, start, end) for start, end in zip(starts, ends, strict=False)]


def _split_at_leaders(text: str, line: Span) -> list[Span]:
    """Return the cells of ``Flour ........ 3 lbs``: the leaders belong to the first."""
    leaders = list(_LEADERS.finditer(text, line.start, line.end))
    if len(leaders) != 1 or not line.start < leaders[0].start() or leaders[0].end() == line.end:
        return []
    return [_trim(text, line.start, leaders[0].end()), Span(leaders[0].end(), line.end)]


def _split_columns(text: str, line: Span) -> list[Span]:
    """Return the cells between gaps of three spaces or a tab, if they are short."""
    cells, at = [], line.start
    for gap in _GAP.finditer(text, line.start, line.end):
        cells.append(Span(at, gap.start()))
        at = gap.end()
    cells.append(Span(at, line.end))
    return cells if all(len(cell) <= WIDEST_CELL for cell in cells) else []


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(SPACE))
    return Span(first, first + len(words.strip(SPACE)))
