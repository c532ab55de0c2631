"""Tables: lines with cells between tabs, upright strokes, or in columns of their own (FTTAB1)."""

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
"""Lines that columns made of spaces need: two may stand so by chance."""


def table(text: str, block: Block) -> Iterator[Annotation]:
    """The annotations of a block that is a table; none if it is not surely one.

    A ruling line belongs to the cell before it, and a stroke to the cell that it ends: the
    characters of the source stay, as ``fw``. The first line has cells, or it is no table.
    """
    for cells_of, rule, fewest in (
        (_by_tabs, "tabs", 2),
        (_by_strokes, "strokes", 2),
        (_by_leaders, "leaders", FEWEST),
        (_by_columns, "columns", FEWEST),
    ):
        if len(block.lines) < fewest or len(cells_of(text, block.lines[0])) < 2:
            continue
        rows = [cells_of(text, line) for line in block.lines]
        ruled = rule == "strokes"  # a line without cells is a ruling
        sizes = {len(row) for row in rows if row or not ruled}
        if len(sizes) == 1 and sum(map(bool, rows)) > 1:
            yield from _table(text, block, rows, rule)
            return


def _table(
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
            yield from _strokes(text, line)
        for ruling in block.lines[number + 1 : following]:
            yield Annotation(ruling, "fw", (("type", "rule"),), rule=rule)


def _strokes(text: str, line: Span) -> Iterator[Annotation]:
    for stroke in _STROKE.finditer(text, line.start, line.end):
        yield Annotation(Span(*stroke.span()), "fw", (("type", "rule"),), rule="strokes")


def _by_tabs(text: str, line: Span) -> list[Span]:
    cells, at = [], line.start
    for cell in line.of(text).split("\t"):
        cells.append(_trimmed(text, at, at + len(cell)))
        at += len(cell) + 1
    return cells


def _by_strokes(text: str, line: Span) -> list[Span]:
    """The cells of ``| a | b |``; a ruling line of hyphens has none."""
    words = line.of(text)
    if "|" not in words or _RULE.fullmatch(words):
        return []
    ends = [line.start + m.end() for m in _STROKE.finditer(words) if m.start()]
    if not ends or ends[-1] < line.end:
        ends.append(line.end)
    starts = [line.start, *ends]
    return [_trimmed(text, start, end) for start, end in zip(starts, ends, strict=False)]


def _by_leaders(text: str, line: Span) -> list[Span]:
    """The cells of ``Flour ........ 3 lbs``: the leaders belong to the first."""
    found = list(_LEADERS.finditer(text, line.start, line.end))
    if len(found) != 1 or not line.start < found[0].start() or found[0].end() == line.end:
        return []
    return [_trimmed(text, line.start, found[0].end()), Span(found[0].end(), line.end)]


def _by_columns(text: str, line: Span) -> list[Span]:
    """The cells between gaps of three spaces or a tab, if they are short, as cells are."""
    cells, at = [], line.start
    for gap in _GAP.finditer(text, line.start, line.end):
        cells.append(Span(at, gap.start()))
        at = gap.end()
    cells.append(Span(at, line.end))
    return cells if all(len(cell) <= 60 for cell in cells) else []


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(SPACE))
    return Span(first, first + len(words.strip(SPACE)))
