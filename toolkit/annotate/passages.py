"""Passages: verse, lists, tables and quotations that stand as blocks of their own."""

import re
from collections.abc import Iterator
from itertools import pairwise

from toolkit.annotate.blocks import Block
from toolkit.text import Annotation, Span
from toolkit.text.space import SPACE

_ITEM = re.compile(
    r"(?P<label>[-\u2013\u2014\u2022\u25aa*]|(?:\(?(?:\d{1,3}|[a-zA-Z])[.)]))[ \t]+(?=\S)"
)

VERSE_WIDTH = 75
"""Characters that a line of verse seldom exceeds."""

NARROWEST = 60
"""Characters of a line that prose is seldom typed narrower than; a poem has no lines of prose."""


def passage(text: str, block: Block, *, width: int) -> Iterator[Annotation]:
    """The annotations of a block that is verse, a list, a table or a quotation; none if prose.

    ``width`` is the usual length of a full line of the text, in characters: a line that the next
    word would still have fitted into was ended on purpose.
    """
    for recognise in (_table, _list, _verse, _quotation):
        found = list(recognise(text, block, width))
        if found:
            yield from found
            return


def _table(text: str, block: Block, _: int) -> Iterator[Annotation]:
    """Lines with the same number of tabs, at least one. Guidelines: FTTAB1."""
    rows = [line.of(text).split("\t") for line in block.lines]
    if len(rows) < 2 or len(rows[0]) < 2 or len({len(row) for row in rows}) > 1:
        return
    yield Annotation(block.span, "table", rule="tabs")
    for line, row in zip(block.lines, rows, strict=True):
        yield Annotation(line, "row", rule="tabs")
        at = line.start
        for cell in row:
            start = at + len(cell) - len(cell.lstrip(SPACE))
            yield Annotation(Span(start, start + len(cell.strip(SPACE))), "cell", rule="tabs")
            at += len(cell) + 1


def _list(text: str, block: Block, _: int) -> Iterator[Annotation]:
    """At least two lines that begin with labels of one form. Guidelines: COLI."""
    labels = [_ITEM.match(text, line.start, line.end) for line in block.lines]
    starts = [i for i, match in enumerate(labels) if match]
    if len(starts) < 2 or starts[0] or len({_form(m["label"]) for m in labels if m}) > 1:
        return
    if len(starts) * 2 < len(labels) or not _ascending([m["label"] for m in labels if m]):
        return
    yield Annotation(block.span, "list", rule="labels")
    for index, following in zip(starts, [*starts[1:], len(labels)], strict=True):
        match = labels[index]
        if match:
            yield Annotation(Span(*match.span("label")), "label", rule="labels")
            end = block.lines[following - 1].end
            yield Annotation(Span(match.end(), end), "item", rule="labels")


def _form(label: str) -> str:
    return re.sub(r"\d+", "1", re.sub(r"[A-Za-z]", "a", label))


def _ascending(labels: list[str]) -> bool:
    """Whether numbers follow one another; other labels always do."""
    numbers = [int(n[0]) for label in labels if (n := re.search(r"\d+", label))]
    return all(b == a + 1 for a, b in pairwise(numbers))


def _verse(text: str, block: Block, width: int) -> Iterator[Annotation]:
    """At least four short lines, ended on purpose, nearly all with a capital. Guidelines: COVE."""
    lines = block.lines
    words = [line.of(text) for line in lines]
    if len(lines) < 4 or max(map(len, words)) > min(VERSE_WIDTH, max(width * 5 // 6, 45)):
        return
    capital = sum(bool(re.match(r"\W*[^\W\d_a-zß-ÿ]", line)) for line in words)
    letters = sum(map(str.isalpha, block.span.of(text)))
    if capital < 0.75 * len(lines) or block.span.of(text).isupper():
        return
    if 2 * letters < len(block.span) or min(map(len, words)) < 8:
        return
    if any(re.search(r"\d{2,}", line) for line in words) or not _ended_on_purpose(words, width):
        return
    yield Annotation(block.span, "lg", rule="verse")
    for line in lines:
        yield Annotation(line, "l", rule="verse")


_NO_VERSE = re.compile(r"[*\u2020\u2021\u00a7\u2016\u2022(\[]|\d")
"""What lines of verse do not begin with: signs of notes, marks of items, numbers."""


def _ended_on_purpose(words: list[str], width: int) -> bool:
    """Whether the first word of each line would have fitted at the end of the line before."""
    room = max(width, NARROWEST)
    return not any(_NO_VERSE.match(line) for line in words) and all(
        len(line) + 1 + len(following.split()[0]) <= room for line, following in pairwise(words)
    )


def _quotation(text: str, block: Block, _: int) -> Iterator[Annotation]:
    """At least two lines, all indented by four spaces or a tab, or all after ``>``. COHQQ."""
    starts = [text.rfind("\n", 0, line.start) + 1 for line in block.lines]
    indents = [text[start : line.start] for start, line in zip(starts, block.lines, strict=True)]
    deep = ["\t" in indent or len(indent) >= 4 for indent in indents]
    if len(block.lines) >= 2 and all(deep):
        yield Annotation(block.span, "quote", rule="indented")
        yield Annotation(block.span, "p", rule="indented")
