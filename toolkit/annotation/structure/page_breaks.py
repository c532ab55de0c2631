"""Page breaks, page numbers and running heads of the source (CORS)."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from toolkit.annotation.blocks import Block, make_block
from toolkit.annotation.structure.wording import Wording, compile_start
from toolkit.text import Annotation, Document, Span
from toolkit.vocabulary.hyphens import hyphen_class

REPEATED: Final = 3
"""Pages that have a running head at least."""

LONGEST_HEAD: Final = 70
"""Characters of a running head at most."""

_BARE_MARK: Final = re.compile(r"^[ \t]*(?P<mark>\[(?P<n>\d{1,4})\])[ \t]*$", re.MULTILINE)
_NUMBER_IN_MARK: Final = re.compile(r"(?P<n>\d{1,4}[rv]?|[ivxlc]{1,7})\s*\]", re.IGNORECASE)
_HEAD_AND_NUMBER: Final = re.compile(r"^\d{1,4}\b.*[^\W\d_]{3}|[^\W\d_]{3}.*\b\d{1,4}\W?$")
_NO_WORDS: Final = re.compile(r"[\W\d_]+")
_MAY_GO_ON: Final = re.compile(hyphen_class("soft", "either", also=r"\w,;") + "$")


@cache
def _mark(wording: Wording) -> re.Pattern[str]:
    number = r"\.?\s*(?P<n>\d{1,4}[rv]?|[ivxlc]{1,7})\s*\]"
    return compile_start(wording.words.page_words, before=r"\[\s*", after=number)


@cache
def _page_number(wording: Wording) -> re.Pattern[str]:
    number = r"\.?)?\s*(\d{1,4}|[ivxlc]{1,7})\W*"
    return compile_start(wording.words.page_words, before=r"\W*(?:", after=number)


def mark_page_breaks(
    doc: Document, broken_words: Sequence[Span], wording: Wording
) -> Iterator[Annotation]:
    """Mark a ``pb`` at each ``[p. 312]``, which is kept as ``fw``, and at each form feed.

    ``broken_words`` are the gaps within divided words: a ``pb`` there has ``break="no"``.
    """
    gaps = sorted(broken_words)
    hidden = [a.span for a in doc.annotations("xenoData")]
    feeds = (Span(*match.span()) for match in re.finditer("\f", doc.text))
    for span in sorted((*find_page_marks(doc.text, wording), *feeds)):
        if any(span.overlaps(other) for other in hidden):
            continue
        match = _NUMBER_IN_MARK.search(span.of(doc.text))
        number = (("n", match["n"]),) if match else ()
        attributes = (*number, ("break", "no")) if _is_within(span, gaps) else number
        yield Annotation(Span(span.start, span.start), "pb", attributes, rule="page-break")
        if number:
            yield Annotation(span, "fw", (("type", "pageNum"),), rule="page-break")


def _is_within(span: Span, gaps: Sequence[Span]) -> bool:
    index = bisect_left(gaps, Span(span.start + 1, span.start + 1)) - 1
    return index >= 0 and gaps[index].contains(span)


def find_page_marks(text: str, wording: Wording) -> tuple[Span, ...]:
    """Find the marks of pages: ``[p. 312]``, and ``[312]`` if such lines count the pages."""
    named = [Span(*match.span()) for match in _mark(wording).finditer(text)]
    bare = [(int(match["n"]), Span(*match.span("mark"))) for match in _BARE_MARK.finditer(text)]
    rising = len(bare) > 1 and all(b == a + 1 for (a, _), (b, _) in pairwise(bare))
    return tuple(sorted((*named, *(span for _, span in bare))) if rising else named)


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


def drop_lines(blocks: Sequence[Block], heads: Sequence[Annotation]) -> list[Block]:
    """Return the blocks without the lines that are running heads."""
    taken = {head.span for head in heads}
    kept = (tuple(n for n in block.lines if n not in taken) for block in blocks)
    return [make_block(lines) for lines in kept if lines]


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
