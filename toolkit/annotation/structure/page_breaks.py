"""Pages: where the pages of the source begin, and what was printed on each of them again (CORS)."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from toolkit.annotation.blocks import Block
from toolkit.text import Annotation, Document, Span

_MARK = re.compile(
    r"\[\s*(?:pp?|pg|page|s|seite|fol|f|bl)\.?\s*(?P<n>\d{1,4}[rv]?|[ivxlc]{1,7})\s*\]",
    re.IGNORECASE,
)
_BARE_MARK = re.compile(r"^[ \t]*(?P<mark>\[(?P<n>\d{1,4})\])[ \t]*$", re.MULTILINE)
_NUMBER_IN_MARK = re.compile(r"(?P<n>\d{1,4}[rv]?|[ivxlc]{1,7})\s*\]", re.IGNORECASE)
_NUMBER = re.compile(r"\W*(?:p\.|page|s\.|seite)?\s*(\d{1,4}|[ivxlc]{1,7})\W*", re.IGNORECASE)

REPEATED = 3
"""On so many pages a line must stand to be a running head."""

LONGEST_HEAD = 70
"""Characters of a running head at most."""


def page_breaks(doc: Document, broken: Sequence[Span] = ()) -> Iterator[Annotation]:
    """A ``pb`` at each ``[p. 312]``, which is kept as ``fw``, and at each form feed.

    ``broken`` are the gaps over which a word goes on: there it has ``break="no"``.
    """
    gaps = sorted(broken)
    hidden = [a.span for a in doc.annotations("xenoData")]
    feeds = (Span(*match.span()) for match in re.finditer("\f", doc.text))
    for span in sorted((*page_marks(doc.text), *feeds)):
        if any(span.overlaps(other) for other in hidden):
            continue
        named = _NUMBER_IN_MARK.search(span.of(doc.text))
        number = (("n", named["n"]),) if named else ()
        index = bisect_left(gaps, Span(span.start + 1, span.start + 1)) - 1
        within = index >= 0 and gaps[index].contains(span)
        attributes = (*number, ("break", "no")) if within else number
        yield Annotation(Span(span.start, span.start), "pb", attributes, rule="page-break")
        if number:
            yield Annotation(span, "fw", (("type", "pageNum"),), rule="page-break")


def page_marks(text: str) -> tuple[Span, ...]:
    """The marks of pages: ``[p. 312]``, and ``[312]`` where such lines count the pages up."""
    named = [Span(*match.span()) for match in _MARK.finditer(text)]
    bare = [(int(match["n"]), Span(*match.span("mark"))) for match in _BARE_MARK.finditer(text)]
    rising = len(bare) > 1 and all(b == a + 1 for (a, _), (b, _) in pairwise(bare))
    return tuple(sorted((*named, *(span for _, span in bare))) if rising else named)


def running_heads(
    text: str, found: Sequence[Block], marks: Sequence[Span]
) -> tuple[Annotation, ...]:
    """The lines at the top of pages that come again on others, as ``fw``; and page numbers there.

    What is compared is the line without its figures, so that ``312 THE MILL`` and
    ``314 THE MILL`` are one; left and right pages may have heads of their own.
    """
    tops = [
        block.lines[0]
        for index, (block, before) in enumerate(_with_break(text, found, marks))
        if (before or not index) and len(block.lines[0]) <= LONGEST_HEAD
    ]
    heads = Counter(_bare(line.of(text)) for line in tops)
    numbered = Counter(_bare(line.of(text)) for line in tops if _has_number(line.of(text)))
    return tuple(
        Annotation(line, "fw", (("type", _kind(line.of(text))),), rule="running-head")
        for line in tops
        if len(tops) >= REPEATED
        and (heads[_bare(line.of(text))] >= REPEATED or numbered[_bare(line.of(text))] > 1)
    )


def without(found: Sequence[Block], heads: Sequence[Annotation]) -> list[Block]:
    """The blocks without the lines that are running heads."""
    taken = {head.span for head in heads}
    kept = []
    for block in found:
        lines = tuple(line for line in block.lines if line not in taken)
        if lines:
            kept.append(Block(Span(lines[0].start, lines[-1].end), lines))
    return kept


def joined(text: str, found: Sequence[Block], marks: Sequence[Span]) -> list[Block]:
    """The blocks, those made one that a page break divides in the middle of a sentence."""
    whole: list[Block] = []
    for block, broken in _with_break(text, found, marks):
        before = whole[-1].span.of(text) if whole else ""
        goes_on = text[block.span.start].islower() and re.search(r"[\w,;\u00ac-]$", before)
        if broken and goes_on:
            lines = (*whole[-1].lines, *block.lines)
            whole[-1] = Block(Span(lines[0].start, lines[-1].end), lines)
        else:
            whole.append(block)
    return whole


def _with_break(
    text: str, found: Sequence[Block], marks: Sequence[Span]
) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether a page begins between it and the block before."""
    end = 0
    for block in found:
        following = bisect_left(marks, Span(end, end))
        marked = following < len(marks) and marks[following].start < block.span.start
        yield block, marked or "\f" in text[end : block.span.start]
        end = block.span.end


def _has_number(line: str) -> bool:
    """Whether a line has words, and the number of a page before or after them."""
    return re.search(r"^\d{1,4}\b.*[^\W\d_]{3}|[^\W\d_]{3}.*\b\d{1,4}\W?$", line) is not None


def _bare(line: str) -> str:
    return "#" if _NUMBER.fullmatch(line) else re.sub(r"[\W\d_]+", " ", line).strip().casefold()


def _kind(line: str) -> str:
    return "pageNum" if _NUMBER.fullmatch(line) else "header"
