"""Sections: what stands between two headings, or before the first (DSDIV)."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from toolkit.annotation.blocks import Block, block_of
from toolkit.annotation.structure.block_quotes_lists import Passages
from toolkit.annotation.structure.epigraphs_trailers import epigraph, is_trailer
from toolkit.annotation.structure.headings import (
    divisions,
    headings,
    in_capitals,
    owners,
    without_whole,
)
from toolkit.annotation.structure.letters import closer, opener
from toolkit.annotation.structure.memoranda import begins_memo, memo_head
from toolkit.annotation.structure.speakers import Label
from toolkit.annotation.structure.speeches import Speeches, is_direction
from toolkit.annotation.structure.title_lines import MAX_TITLE, said_again
from toolkit.text import Annotation, Document, Span

DIVIDER: Final = re.compile(r"(?:[-=_*#~\u2013\u2014+.\u2022]\s?){3,}")
"""A line of signs: an ornament, or what divides documents."""

_WORKS: Final = re.compile(
    r"(?:\d[\d.]*\s+)?(?:select(?:ed)? )?(?:bibliography|references|works cited|literature|"
    r"literatur(?:verzeichnis)?|bibliographie|bibliografia|bibliografía|литература)\W*",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b1[4-9]\d\d\b|\b20\d\d\b")


class Sections:
    """The blocks of a text without its title, and what is known of all of them together."""

    def __init__(self, doc: Document, found: Sequence[Block], labels: dict[int, Label]) -> None:
        self._doc = doc
        self._found = found
        self._passages = Passages(doc.text, found)
        self._speeches = Speeches(doc.text, found, labels, self._passages)
        self._talks = bool(labels)

    def all(
        self, *, opened: bool, headed: bool = True, closing: Sequence[Annotation] = ()
    ) -> Iterator[Annotation]:
        """The headings, the divisions they make, and what stands in each of them.

        ``opened``: an opener was found before; the first block is no heading then, if it is not
        in capitals. ``headed``: a title or an opener stands before; else a heading without
        another of its rank heads the whole. ``closing``: the closer that follows, which is that
        of the last division if that has an opener.
        """
        text, found = self._doc.text, self._found
        again = {
            i: e for i, b in enumerate(found[: MAX_TITLE + 1]) if (e := said_again(self._doc, b))
        }
        heads = [
            h
            for h in headings(text, found, self._is_taken, titles=again)
            if h.index or not opened or h.index in again or in_capitals(text, found[0])
        ]
        yield from (Annotation(found[h.index].span, "head", rule="heading") for h in heads)
        first = heads[0].index if heads else len(found)
        yield from self.plain(found[:first], ends=not heads and not closing)
        last: list[Annotation] = []
        for (head, owner), following in zip_longest(
            zip(heads, owners(heads), strict=True), heads[1:]
        ):
            end = following.index if following else len(found)
            ends = following is None or following.level <= owner.level
            ends = ends and not (following is None and closing)
            last = list(self._headed(found[head.index], found[head.index + 1 : end], ends=ends))
            yield from last
        opened_at = max((a.span.end for a in last if a.element == "opener"), default=None)
        inside = closing and opened_at and any(a.span.start >= opened_at for a in last)
        end = max(a.span.end for a in closing) if inside else None
        yield from divisions(found, heads if headed else without_whole(heads), end)

    def _is_taken(self, index: int) -> bool:
        """Whether a block is no heading: a speech or a memorandum begins there, or a text ends."""
        block = self._found[index]
        if is_trailer(self._doc.text, block) or begins_memo(self._doc.text, block):
            return True
        return self._talks and (self._speeches.begins(block) or is_direction(self._doc.text, block))

    def _headed(self, head: Block, found: Sequence[Block], *, ends: bool) -> Iterator[Annotation]:
        """What stands under a heading: motto, memorandum's head or letter, and the rest.

        ``ends``: no smaller division follows in that of the heading; it may have a closer.
        """
        text = self._doc.text
        if found and (again := said_again(self._doc, found[0])) in ("docAuthor", "byline"):
            yield Annotation(found[0].span, again, rule="said-again")
            found = found[1:]
        if found and _WORKS.fullmatch(head.span.of(text)) and self._are_works(found):
            yield from self._works(found)
            return
        motto, used = epigraph(text, found)
        yield from motto
        found = found[used:]
        opening, used = opener(text, found, tag=self._doc.language)
        yield from opening
        found = after_opener(found, opening, used)
        closing: list[Annotation] = []
        if opening and ends:
            closing, used = closer(text, found)
            closing = closing if used < len(found) else []
            found = found[: len(found) - used] if closing else found
        yield from self.plain(found, ends=ends and not closing)
        yield from closing

    def plain(self, found: Sequence[Block], *, ends: bool) -> Iterator[Annotation]:
        """Blocks that no heading divides; ``ends``: the division ends with them."""
        text = self._doc.text
        head, used = memo_head(text, found)
        yield from head
        found = found[used:]
        last = found[-1] if ends and len(found) > 1 and is_trailer(text, found[-1]) else None
        blocks = found[:-1] if last else found
        at = 0
        for index, block in enumerate(blocks):
            if DIVIDER.fullmatch(block.span.of(text)):
                yield from self._speeches.of(blocks[at:index])
                yield Annotation(block.span, "ab", (("type", "ornament"),), rule="ornament")
                at = index + 1
        yield from self._speeches.of(blocks[at:])
        if last:
            yield Annotation(last.span, "trailer", rule="trailer")

    def _are_works(self, found: Sequence[Block]) -> bool:
        """Whether most of the blocks, or of their lines, have the year of a book."""
        dated = sum(
            _YEAR.search(self._doc.text, b.span.start, b.span.end) is not None for b in found
        )
        return dated * 2 > len(found)

    def _works(self, found: Sequence[Block]) -> Iterator[Annotation]:
        yield Annotation(Span(found[0].span.start, found[-1].span.end), "listBibl", rule="works")
        for block in found:
            yield Annotation(block.span, "bibl", rule="works")


def after_opener(
    found: Sequence[Block], opening: Sequence[Annotation], used: int
) -> Sequence[Block]:
    """The blocks after an opener, whose last part may be only the first lines of a block."""
    rest = found[used:]
    if opening and rest and opening[-1].span.end > rest[0].span.start:
        lines = [line for line in rest[0].lines if line.start >= opening[-1].span.end]
        return [*((block_of(lines),) if lines else ()), *rest[1:]]
    return rest
