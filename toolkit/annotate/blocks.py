"""Blocks: the stretches of a text between blank lines, and the lines they are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.text import Document, Span
from toolkit.text.space import SPACE


@dataclass(frozen=True, slots=True)
class Block:
    """Lines without a blank line between them.

    ``span`` has no white space at its ends; ``lines`` are the spans of the lines, likewise.
    """

    span: Span
    lines: tuple[Span, ...]


def blocks(doc: Document) -> tuple[Block, ...]:
    """The blocks of a document outside its metadata, in order. A form feed ends a block too."""
    return blocks_outside(doc, ())


def blocks_outside(doc: Document, spans: tuple[Span, ...]) -> tuple[Block, ...]:
    """The blocks of the lines that do not lie in any of these spans either (the notes, say)."""
    hidden = sorted((*(a.span for a in doc.annotations("xenoData")), *spans))
    return tuple(_blocks(doc.text, hidden))


def _blocks(text: str, left_out: list[Span]) -> Iterator[Block]:
    lines: list[Span] = []
    for line in _lines(text, left_out):
        if len(line):
            lines.append(line)
        elif lines:
            yield Block(Span(lines[0].start, lines[-1].end), tuple(lines))
            lines = []
    if lines:
        yield Block(Span(lines[0].start, lines[-1].end), tuple(lines))


def _lines(text: str, left_out: list[Span]) -> Iterator[Span]:
    """The lines without white space at their ends; an empty span where a block must end."""
    at = 0
    for match in re.finditer(r"[^\n\f]*([\n\f]|\Z)", text):
        while at < len(left_out) and left_out[at].end <= match.start():
            at += 1
        hidden = at < len(left_out) and left_out[at].start < match.end(0)
        words = match[0].strip(SPACE)
        if hidden or not words:
            yield Span(match.start(), match.start())
        else:
            start = match.start() + match[0].index(words[0])
            yield Span(start, start + len(words))
        if match[1] == "\f":
            yield Span(match.start(), match.start())
