"""Blocks: the stretches of a text between blank lines, with their lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.text import Document, Span
from toolkit.text.whitespace import SPACE

_LINE = re.compile(rf"[^{SPACE}][^\n\f]*")
"""A line with words, from the first of them."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines without a blank line between them.

    Neither ``span`` nor the spans of ``lines`` have white space at their ends.
    """

    span: Span
    lines: tuple[Span, ...]


def make_block(lines: Sequence[Span]) -> Block:
    """Make a block of one or more lines."""
    return Block(Span(lines[0].start, lines[-1].end), tuple(lines))


def split_blocks(doc: Document, aside: Sequence[Span] = ()) -> tuple[Block, ...]:
    """Split a document into blocks, without its metadata and the lines that overlap ``aside``.

    A form feed ends a block too.
    """
    hidden = sorted((*(a.span for a in doc.annotations("xenoData")), *aside))
    return tuple(_split(doc.text, hidden))


def _split(text: str, hidden: Sequence[Span]) -> Iterator[Block]:
    lines: list[Span] = []
    at = end = 0
    for match in _LINE.finditer(text):
        start = match.start()
        stop = start + len(match[0].rstrip(SPACE))
        while at < len(hidden) and hidden[at].end <= start:
            at += 1
        skipped = at < len(hidden) and hidden[at].start < stop
        if lines and (skipped or _is_parted(text, end, start)):
            yield make_block(lines)
            lines = []
        if not skipped:
            lines.append(Span(start, stop))
        end = stop
    if lines:
        yield make_block(lines)


def _is_parted(text: str, end: int, start: int) -> bool:
    """Whether a blank line or a form feed comes between two lines."""
    return text.count("\n", end, start) > 1 or text.find("\f", end, start) >= 0
