"""The prefilter: find the few stretches of a text that may contain a date or a time.

Looking at every word is slow, and most of a text has no date in it. So the signs of one (months,
years, numbers with an ordinal) are looked for first, and only what stands around them is read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import pairwise
from typing import Final

from toolkit.annotation.dates.vocabulary import Vocabulary
from toolkit.text import Document, Span
from toolkit.text.whitespace import BLANK_LINE
from toolkit.vocabulary import elements

BEFORE: Final = 64
AFTER: Final = 96
"""Characters before and after a sign that may belong to its date, or tell that it is none."""

_FIGURE: Final = re.compile("[0-9'’‘IVX]")
_INSIDE_WORD: Final = re.compile(r"(?<=\w)\w+")

BLOCKS: Final = tuple(
    sorted(elements("block", "line", "block-or-phrase") | {"cell", "fw", "pb", "ref", "xenoData"})
)
"""Elements over whose borders no date runs."""

EXCLUDED: Final = frozenset(("xenoData", "pb", "fw", "label", "ref"))
"""Elements in which nothing is annotated."""


def find_candidates(doc: Document, vocabulary: Vocabulary) -> Iterator[Span]:
    """Yield the stretches of a document to parse, in order, each within one block."""
    cuts, excluded = _borders(doc)
    for window in _windows(doc.text, vocabulary):
        for stretch in _cut(doc.text, window, cuts):
            if not any(span.overlaps(stretch) for span in _around(excluded, stretch)):
                yield stretch


def _windows(text: str, vocabulary: Vocabulary) -> Iterator[Span]:
    """Yield the signs of dates with the text around them; merge those that overlap."""
    start = end = -1
    signs = _spans(vocabulary.signs.finditer(text)), vocabulary.numerals.places(text)
    for first, last in merge(*signs, _figures(text, vocabulary)):
        if end < 0 or first - BEFORE > end:
            if end >= 0:
                yield _whole_words(text, start, end)
            start = max(first - BEFORE, 0)
        end = min(last + AFTER, len(text))
    if end >= 0:
        yield _whole_words(text, start, end)


def _figures(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield the spans of figures that may be dates; there are few, so each is tried by itself."""
    found = (vocabulary.figures.match(text, place.start()) for place in _FIGURE.finditer(text))
    return _spans(match for match in found if match)


def _spans(matches: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    return (match.span() for match in matches)


def _whole_words(text: str, start: int, end: int) -> Span:
    """Return the stretch without a part of a word at its start, and with the whole last word."""
    inside = _INSIDE_WORD.match(text, start, end)
    cut = _INSIDE_WORD.match(text, end)
    return Span(inside.end() if inside else start, cut.end() if cut else end)


def _borders(doc: Document) -> tuple[list[int], list[Span]]:
    cuts: set[int] = set()
    excluded = []
    for annotation in doc.annotations(*BLOCKS):
        cuts.update((annotation.span.start, annotation.span.end))
        if annotation.element in EXCLUDED:
            excluded.append(annotation.span)
        if annotation.anchor:  # the marker of a note
            cuts.update((annotation.anchor.start, annotation.anchor.end))
            excluded.append(annotation.anchor)
    return sorted(cuts), sorted(excluded)


def _cut(text: str, window: Span, cuts: list[int]) -> Iterator[Span]:
    """Cut the window at blank lines and at the borders of blocks."""
    places = {window.start, window.end}
    for blank in BLANK_LINE.finditer(text, window.start, window.end):
        places.update((blank.start(), blank.end()))
    first = bisect_right(cuts, window.start)
    places.update(cuts[first : bisect_right(cuts, window.end)])
    ordered = sorted(place for place in places if window.start <= place <= window.end)
    return (Span(a, b) for a, b in pairwise(ordered))


def _around(excluded: list[Span], stretch: Span) -> Iterable[Span]:
    """Return the few spans of an ordered list that may overlap the stretch."""
    last = bisect_right(excluded, stretch.end, key=lambda span: span.start)
    return excluded[max(0, last - 2) : last]
