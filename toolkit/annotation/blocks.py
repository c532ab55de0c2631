"""Blocks: the stretches of a text between blank lines, and the lines they are made of."""

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

    ``span`` has no white space at its ends; ``lines`` are the spans of the lines, likewise.
    """

    span: Span
    lines: tuple[Span, ...]


def block_of(lines: Sequence[Span]) -> Block:
    """The block that these lines make; there is at least one."""
    return Block(Span(lines[0].start, lines[-1].end), tuple(lines))


def blocks(doc: Document) -> tuple[Block, ...]:
    """The blocks of a document outside its metadata, in order. A form feed ends a block too."""
    return blocks_outside(doc, ())


def blocks_outside(doc: Document, spans: tuple[Span, ...]) -> tuple[Block, ...]:
    """The blocks of the lines that do not lie in any of these spans either (the notes, say)."""
    hidden = sorted((*(a.span for a in doc.annotations("xenoData")), *spans))
    return tuple(_blocks(doc.text, hidden))


def _blocks(text: str, left_out: list[Span]) -> Iterator[Block]:
    lines: list[Span] = []
    at = end = 0
    for match in _LINE.finditer(text):
        start = match.start()
        stop = start + len(match[0].rstrip(SPACE))
        while at < len(left_out) and left_out[at].end <= start:
            at += 1
        hidden = at < len(left_out) and left_out[at].start < stop
        parted = text.count("\n", end, start) > 1 or text.find("\f", end, start) >= 0
        if lines and (hidden or parted):
            yield block_of(lines)
            lines = []
        if not hidden:
            lines.append(Span(start, stop))
        end = stop
    if lines:
        yield block_of(lines)
