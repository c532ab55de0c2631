"""CoNLL: the tokens of a text, one a line, with its names and dates in the IOB2 scheme.

Before each text stand comments: ``# newdoc id``, ``# view``, ``# language`` and ``# columns``. The
columns, divided by tabs, ``_`` for nothing:

- ``ID``: the number of the token in its line, from 1.
- ``TOKEN``: a word (letters, digits and marks, with apostrophes and hyphens inside), or any one
  character else; no token crosses the edge of a name.
- ``START``, ``END``: code points from 0 in the text of the txt export, the end outside.
- ``NE``: the outermost name, date or time that the token is in, ``B-persName`` at its beginning
  and ``I-persName`` after that; ``O`` outside.
- ``NESTED``: the next one within it, likewise. What is nested deeper is in the other formats.
- ``REF``: the ``@ref`` of the outermost.
- ``OTHER``: what stands in this place in the other view, at the token where it begins, as
  ``corr=Republic``.

A line of the text ends with an empty line.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

import regex

from toolkit.text import Span
from toolkit.text.text_view import Mark, Viewed
from toolkit.vocabulary import elements

COLUMNS: Final = ("ID", "TOKEN", "START", "END", "NE", "NESTED", "REF", "OTHER")

ENTITIES: Final = tuple(sorted(elements("name", "name-part", "dated")))
"""The elements that the two columns for names speak of."""

_TOKEN: Final = regex.compile(
    r"[\p{L}\p{M}\p{N}]+(?:['\u2019\-\u2010][\p{L}\p{M}\p{N}]+)*|\S\p{M}*"
)


def conll(viewed: Viewed) -> Iterator[str]:
    """The lines of one text, with its comments and an empty line at the end."""
    yield f"# newdoc id = {_field(viewed.file)}\n"
    yield f"# view = {viewed.view}\n"
    yield f"# language = {_field(viewed.language)}\n"
    yield f"# columns = {' '.join(COLUMNS)}\n"
    levels = _levels(viewed)
    others = {m.span.start: m for m in reversed(viewed.marks) if m.alternatives}
    before = number = 0
    for token in _tokens(viewed, levels):
        if before and "\n" in viewed.text[before : token.start]:
            yield "\n"
            number = 0
        number += 1
        other = next((others.pop(at) for at in _within(token) if at in others), None)
        yield f"{number}\t{_line(token, viewed.text, levels, other)}"
        before = token.end
    yield "\n"


def _levels(viewed: Viewed) -> tuple[list[Mark], list[Mark]]:
    """The outermost names, and those directly in them; no two of a level overlap."""
    outer: list[Mark] = []
    inner: list[Mark] = []
    for mark in viewed.of(*ENTITIES):
        if not len(mark.span):
            continue
        if not outer or mark.span.start >= outer[-1].span.end:
            outer.append(mark)
        elif not inner or mark.span.start >= inner[-1].span.end:
            inner.append(mark)
    return outer, inner


def _tokens(viewed: Viewed, levels: Sequence[Sequence[Mark]]) -> Iterator[Span]:
    """The tokens of a text, cut at the edges of names."""
    edges = sorted({edge for level in levels for m in level for edge in (m.span.start, m.span.end)})
    for match in _TOKEN.finditer(viewed.text):
        start, end = match.span()
        for edge in edges[bisect_right(edges, start) : bisect_right(edges, end - 1)]:
            yield Span(start, edge)
            start = edge
        yield Span(start, end)


def _within(token: Span) -> range:
    return range(token.start, token.end)


def _line(token: Span, text: str, levels: tuple[list[Mark], list[Mark]], other: Mark | None) -> str:
    outer, inner = (_around(token, level) for level in levels)
    told = "|".join(f"{a.element}={a.text}" for a in other.alternatives) if other else ""
    fields = (
        token.of(text),
        str(token.start),
        str(token.end),
        _tag(token, outer),
        _tag(token, inner),
        outer.get("ref") if outer else "",
        told,
    )
    return "\t".join(_field(field) or "_" for field in fields) + "\n"


def _around(token: Span, level: Sequence[Mark]) -> Mark | None:
    """The mark that a token is in; those of a level are in order and do not overlap."""
    at = bisect_right(level, token.start, key=lambda mark: mark.span.start) - 1
    return level[at] if at >= 0 and token.start < level[at].span.end else None


def _tag(token: Span, mark: Mark | None) -> str:
    if mark is None:
        return "O"
    return f"{'B' if token.start == mark.span.start else 'I'}-{mark.element}"


def _field(text: str) -> str:
    """A value that fits in a column: white space and control characters as one space."""
    plain = (" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)
    return " ".join("".join(plain).split())
