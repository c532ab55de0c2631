"""Strokes at the edges of lines, as a scan of a binding or a ruled page has them."""

from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.annotation.blocks import Block, make_block
from toolkit.annotation.conventions.sign import EDGE, Statement
from toolkit.text import Span
from toolkit.text.whitespace import SPACE

STROKE: Final = "|"

FEWEST: Final = 3
"""Lines of a block with strokes at their edge, at least."""

SHARE: Final = 0.8
"""The share of the lines of a block that have a stroke at the same edge, at least."""

NARROWEST: Final = 30
"""Characters of a line on average, at least: the only column of a table has fewer."""


def find_strokes(text: str, blocks: Sequence[Block]) -> Iterator[Statement]:
    """Find the strokes at the edges of the lines of prose; a table has strokes within lines."""
    for block in blocks:
        lines = [line.of(text) for line in block.lines]
        if len(lines) >= FEWEST and _have_edges(lines):
            for line in block.lines:
                yield from (Statement(EDGE, (), (edge,)) for edge in _edges(text, line))


def trim_strokes(text: str, blocks: Sequence[Block], strokes: Sequence[Span]) -> tuple[Block, ...]:
    """Return the blocks without the strokes at the edges of their lines."""
    if not strokes:
        return tuple(blocks)
    taken = set(strokes)
    trimmed = ([_trim(text, line, taken) for line in block.lines] for block in blocks)
    kept = ([line for line in lines if len(line)] for lines in trimmed)
    return tuple(make_block(lines) for lines in kept if lines)


def _have_edges(lines: Sequence[str]) -> bool:
    inner = any(STROKE in line.strip(STROKE + SPACE) for line in lines)
    wide = sum(map(len, lines)) >= NARROWEST * len(lines)
    left = sum(line.startswith(STROKE) for line in lines)
    right = sum(line.endswith(STROKE) for line in lines)
    return wide and not inner and max(left, right) >= SHARE * len(lines)


def _edges(text: str, line: Span) -> Iterator[Span]:
    if text[line.start] == STROKE:
        yield Span(line.start, line.start + 1)
    if text[line.end - 1] == STROKE and len(line) > 1:
        yield Span(line.end - 1, line.end)


def _trim(text: str, line: Span, strokes: set[Span]) -> Span:
    start, end = line.start, line.end
    if Span(start, start + 1) in strokes:
        start += 1
    if end - 1 > start and Span(end - 1, end) in strokes:
        end -= 1
    words = text[start:end]
    start += len(words) - len(words.lstrip(SPACE))
    return Span(start, max(start, start + len(words.strip(SPACE))))
