"""Page breaks, page numbers and running heads of the source (CORS)."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from toolkit.annotation.blocks import Block, make_block
from toolkit.annotation.structure.page_marks import LONGEST_HEAD, PageMark
from toolkit.annotation.structure.wording import Wording, compile_start
from toolkit.text import Annotation, Document, Span
from toolkit.vocabulary.hyphens import hyphen_class

REPEATED: Final = 3
"""Pages that have a running head at least."""

_HEAD_AND_NUMBER: Final = re.compile(r"^\d{1,4}\b.*[^\W\d_]{3}|[^\W\d_]{3}.*\b\d{1,4}\W?$")
_NO_WORDS: Final = re.compile(r"[\W\d_]+")
_MAY_GO_ON: Final = re.compile(hyphen_class("soft", "either", also=r"\w,;") + "$")


@cache
def _page_number(wording: Wording) -> re.Pattern[str]:
    number = r"\.?)?\s*(\d{1,4}|[ivxlc]{1,7})\W*"
    return compile_start(wording.words.page_words, before=r"\W*(?:", after=number)


def mark_page_breaks(
    doc: Document, marks: Sequence[PageMark], broken_words: Sequence[Span]
) -> Iterator[Annotation]:
    """Mark a ``pb`` at each mark of a page, which is kept as ``fw``, and at each form feed.

    ``broken_words`` are the gaps within divided words: a ``pb`` there has ``break="no"``.
    """
    gaps = sorted(broken_words)
    hidden = [a.span for a in doc.annotations("xenoData")]
    feeds = (PageMark(Span(*match.span())) for match in re.finditer("\f", doc.text))
    for mark in sorted((*marks, *feeds)):
        span = mark.span
        if any(span.overlaps(other) for other in hidden):
            continue
        number = (("n", mark.number),) if mark.number else ()
        attributes = (*number, ("break", "no")) if _is_within(span, gaps) else number
        yield Annotation(Span(span.start, span.start), "pb", attributes, rule="page-break")
        if number:
            yield Annotation(span, "fw", (("type", mark.type),), rule="page-break")


def _is_within(span: Span, gaps: Sequence[Span]) -> bool:
    index = bisect_left(gaps, Span(span.start + 1, span.start + 1)) - 1
    return index >= 0 and gaps[index].contains(span)


def find_running_heads(
    text: str, blocks: Sequence[Block], marks: Sequence[Span], wording: Wording
) -> tuple[Annotation, ...]:
    """Find lines at the top of pages that recur, and page numbers there, as ``fw``.

    Lines are compared without figures, so that ``312 THE MILL`` and ``314 THE MILL`` agree; left
    and right pages may have heads of their own.
    """
    tops = [
        block.lines[0]
        for index, (block, broken) in enumerate(_pair_with_break(text, blocks, marks))
        if (broken or not index) and len(block.lines[0]) <= LONGEST_HEAD
    ]
    if len(tops) < REPEATED:
        return ()
    names = [_strip_figures(line.of(text), wording) for line in tops]
    heads = Counter(names)
    numbered = Counter(
        name
        for name, line in zip(names, tops, strict=True)
        if _HEAD_AND_NUMBER.search(line.of(text))
    )
    return tuple(
        Annotation(line, "fw", (("type", _classify(name)),), rule="running-head")
        for name, line in zip(names, tops, strict=True)
        if heads[name] >= REPEATED or numbered[name] > 1
    )


def drop_lines(blocks: Sequence[Block], lines: Iterable[Span]) -> list[Block]:
    """Return the blocks without these lines: marks of pages, running heads."""
    taken = set(lines)
    kept = (tuple(line for line in block.lines if line not in taken) for block in blocks)
    return [make_block(own) for own in kept if own]


def join_across_pages(text: str, blocks: Sequence[Block], marks: Sequence[Span]) -> list[Block]:
    """Join the blocks that a page break divides in the middle of a sentence."""
    whole: list[Block] = []
    for block, broken in _pair_with_break(text, blocks, marks):
        before = whole[-1].span.of(text) if whole else ""
        if broken and text[block.span.start].islower() and _MAY_GO_ON.search(before):
            whole[-1] = make_block((*whole[-1].lines, *block.lines))
        else:
            whole.append(block)
    return whole


def _pair_with_break(
    text: str, blocks: Sequence[Block], marks: Sequence[Span]
) -> Iterator[tuple[Block, bool]]:
    """Yield each block, and whether a page begins between it and the block before."""
    end = 0
    for block in blocks:
        following = bisect_left(marks, Span(end, end))
        marked = following < len(marks) and marks[following].start < block.span.start
        yield block, marked or "\f" in text[end : block.span.start]
        end = block.span.end


def _strip_figures(line: str, wording: Wording) -> str:
    """Return the words of a line; ``#`` for a page number."""
    number = _page_number(wording).fullmatch(line)
    return "#" if number else _NO_WORDS.sub(" ", line).strip().casefold()


def _classify(name: str) -> str:
    return "pageNum" if name == "#" else "header"
