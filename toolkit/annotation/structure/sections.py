"""Annotate the text between two headings, or before the first (DSDIV)."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from toolkit.annotation.blocks import Block, make_block
from toolkit.annotation.structure.block_quotes_lists import Passages, find_epigraph
from toolkit.annotation.structure.division_levels import heads_bibliography, is_trailer
from toolkit.annotation.structure.document_boundaries import is_divider
from toolkit.annotation.structure.heading_rules import is_in_capitals
from toolkit.annotation.structure.headings import (
    Heading,
    drop_heading_of_whole,
    find_headings,
    find_owners,
    mark_divisions,
)
from toolkit.annotation.structure.letter_closers import find_closer
from toolkit.annotation.structure.letter_openers import find_opener
from toolkit.annotation.structure.memoranda import begins_memo, find_memo_head
from toolkit.annotation.structure.speakers import Label
from toolkit.annotation.structure.speeches import Speeches, is_direction
from toolkit.annotation.structure.title_lines import MOST_TITLES, repeats_metadata
from toolkit.annotation.structure.wording import wording_of
from toolkit.text import Annotation, Document, Span

_YEAR: Final = re.compile(r"\b1[4-9]\d\d\b|\b20\d\d\b")


class Sections:
    """The blocks of a text below its title, with the rules that need all of them together."""

    def __init__(self, doc: Document, blocks: Sequence[Block], labels: dict[int, Label]) -> None:
        self._doc = doc
        self._blocks = blocks
        self._wording = wording_of(doc.language)
        self._passages = Passages(doc.text, blocks, self._wording)
        self._speeches = Speeches(doc.text, blocks, labels, self._passages, self._wording)
        self._talks = bool(labels)

    def annotate(
        self, *, opened: bool, headed: bool = True, closing: Sequence[Annotation] = ()
    ) -> Iterator[Annotation]:
        """Annotate the headings, their divisions, and the text of each of them.

        ``opened``: an opener comes before, so the first block is a heading only in capitals.
        ``headed``: a title or an opener comes before; else a heading without another of its rank
        heads the whole. ``closing``: the closer that follows, part of the last division if that
        has an opener.
        """
        blocks = self._blocks
        heads = self._find_heads(opened=opened)
        yield from (Annotation(blocks[h.index].span, "head", rule="heading") for h in heads)
        first = heads[0].index if heads else len(blocks)
        yield from self.annotate_plain(blocks[:first], ends=not heads and not closing)
        last: list[Annotation] = []
        pairs = zip(heads, find_owners(heads), strict=True)
        for (head, owner), following in zip_longest(pairs, heads[1:]):
            end = following.index if following else len(blocks)
            ends = not closing if following is None else following.level <= owner.level
            body = blocks[head.index + 1 : end]
            last = list(self._annotate_headed(blocks[head.index], body, ends=ends))
            yield from last
        kept = heads if headed else drop_heading_of_whole(heads)
        yield from mark_divisions(blocks, kept, _find_inner_end(last, closing))

    def _find_heads(self, *, opened: bool) -> list[Heading]:
        text, blocks = self._doc.text, self._blocks
        titles = {
            index: element
            for index, block in enumerate(blocks[: MOST_TITLES + 1])
            if (element := repeats_metadata(self._doc, block))
        }
        return [
            h
            for h in find_headings(text, blocks, self._wording, self._is_taken, titles)
            if h.index or not opened or h.index in titles or is_in_capitals(text, blocks[0])
        ]

    def _is_taken(self, index: int) -> bool:
        """Whether a block is no heading: a speech or a memorandum begins there, or a text ends."""
        text, block, wording = self._doc.text, self._blocks[index], self._wording
        if is_trailer(text, block, wording) or begins_memo(text, block, wording):
            return True
        return self._talks and (self._speeches.begins(block) or is_direction(text, block, wording))

    def _annotate_headed(
        self, head: Block, blocks: Sequence[Block], *, ends: bool
    ) -> Iterator[Annotation]:
        """Annotate the text below a heading: epigraph, head of a memorandum, letter, the rest.

        ``ends``: no smaller division follows in that of the heading; it may have a closer.
        """
        text = self._doc.text
        repeated = repeats_metadata(self._doc, blocks[0]) if blocks else ""
        if repeated in ("docAuthor", "byline"):
            yield Annotation(blocks[0].span, repeated, rule="said-again")
            blocks = blocks[1:]
        if heads_bibliography(head.span.of(text), self._wording) and _are_works(text, blocks):
            yield from _mark_works(blocks)
            return
        epigraph, used = find_epigraph(text, blocks)
        yield from epigraph
        yield from self._annotate_letter(blocks[used:], ends=ends)

    def _annotate_letter(self, blocks: Sequence[Block], *, ends: bool) -> Iterator[Annotation]:
        """Annotate blocks with the opener and the closer of a letter, if they have them."""
        text, wording = self._doc.text, self._wording
        opening, used = find_opener(text, blocks, wording)
        yield from opening
        blocks = skip_opener(text, blocks, opening, used)
        closing: list[Annotation] = []
        if opening and ends:
            closing, used = find_closer(text, blocks, wording, opened=True)
            closing = closing if used < len(blocks) else []
            blocks = blocks[: len(blocks) - used] if closing else blocks
        yield from self.annotate_plain(blocks, ends=ends and not closing)
        yield from closing

    def annotate_plain(self, blocks: Sequence[Block], *, ends: bool) -> Iterator[Annotation]:
        """Annotate blocks that no heading divides; ``ends``: the division ends with them."""
        text = self._doc.text
        head, used = find_memo_head(text, blocks, self._wording)
        yield from head
        blocks = blocks[used:]
        ended = ends and len(blocks) > 1 and is_trailer(text, blocks[-1], self._wording)
        last = blocks[-1] if ended else None
        at = 0
        body = blocks[:-1] if last else blocks
        for index, block in enumerate(body):
            if is_divider(text, block):
                yield from self._speeches.annotate(body[at:index])
                yield Annotation(block.span, "ab", (("type", "ornament"),), rule="ornament")
                at = index + 1
        yield from self._speeches.annotate(body[at:])
        if last:
            yield Annotation(last.span, "trailer", rule="trailer")


def _find_inner_end(last: Sequence[Annotation], closing: Sequence[Annotation]) -> int | None:
    """Return the end of a closer that belongs to the last division, which then has an opener."""
    opened = max((a.span.end for a in last if a.element == "opener"), default=None)
    if not closing or opened is None or not any(a.span.start >= opened for a in last):
        return None
    return max(a.span.end for a in closing)


def _are_works(text: str, blocks: Sequence[Block]) -> bool:
    """Whether most of the blocks have the year of a book."""
    dated = sum(_YEAR.search(text, b.span.start, b.span.end) is not None for b in blocks)
    return dated * 2 > len(blocks)


def _mark_works(blocks: Sequence[Block]) -> Iterator[Annotation]:
    span = Span(blocks[0].span.start, blocks[-1].span.end)
    yield Annotation(span, "listBibl", rule="works")
    yield from (Annotation(block.span, "bibl", rule="works") for block in blocks)


def skip_opener(
    text: str, blocks: Sequence[Block], opening: Sequence[Annotation], used: int
) -> Sequence[Block]:
    """Return the blocks after an opener, which may end within a block, even within a line."""
    rest = blocks[used:]
    if not opening or not rest or opening[-1].span.end <= rest[0].span.start:
        return rest
    end = opening[-1].span.end
    while text[end : end + 1].isspace():
        end += 1
    lines = [Span(max(line.start, end), line.end) for line in rest[0].lines if line.end > end]
    return [*((make_block(lines),) if lines else ()), *rest[1:]]
