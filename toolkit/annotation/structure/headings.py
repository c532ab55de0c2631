"""Find headings, and the divisions that they open (DSDIV).

A word or a number tells what a division is within: a chapter is in a part, 1.2 is in 1. Other
headings open divisions side by side, or within what a word or a number has opened.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.datelines import is_dateline
from toolkit.annotation.structure.division_levels import (
    CHAPTER,
    DECIMAL,
    KNOWN,
    LONG,
    LONGEST,
    OTHER,
    ROMAN,
    find_series,
    is_title,
    parse_number,
    rank_heading,
)
from toolkit.annotation.structure.heading_rules import (
    SHORT,
    Place,
    heads_document,
    is_plain_heading,
)
from toolkit.annotation.structure.letter_openers import is_salute
from toolkit.annotation.structure.wording import Wording
from toolkit.text import Annotation, Span
from toolkit.text.line_heuristics import without_marker


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that is a heading, by its index, with its level: the smaller, the larger a division.

    ``sure``: it has a word or a number, so that headings below it may be within its division.
    """

    index: int
    level: int
    sure: bool


def find_headings(
    text: str,
    blocks: Sequence[Block],
    wording: Wording,
    taken: Callable[[int], bool],
    titles: Mapping[int, str] = MappingProxyType({}),
) -> tuple[Heading, ...]:
    """Find the headings among the blocks, in order.

    ``taken`` tells which blocks are something else; ``titles`` are blocks that repeat the title
    (``head``) or the author of the text.
    """
    heads: list[Heading] = []
    series = find_series(text, blocks, wording)
    for index in range(len(blocks)):
        place = Place(text, blocks, index, taken, wording)
        if repeated := titles.get(index):
            heads += [Heading(index, OTHER, sure=False)] if repeated == "head" else []
        elif index in series and not taken(index):
            heads.append(Heading(index, CHAPTER, sure=True))
        elif head := _find_heading(place):
            heads.append(head)
        elif _is_subtitle(place, heads):
            heads.append(Heading(index, OTHER, sure=False))
    heads = _drop_stray_numbers(text, blocks, heads)
    heads = _demote_repeated(text, blocks, heads)
    return tuple(_drop_contents(heads))


def _is_subtitle(place: Place, heads: Sequence[Heading]) -> bool:
    """Whether a short line right under a chapter's number is the chapter's title."""
    if not heads or not heads[-1].sure or heads[-1].index != place.index - 1:
        return False
    words = place.words
    return (
        place.following is not None
        and not place.taken(place.index)
        and len(place.block.lines) == 1
        and is_title(words)
        and words[0].isupper()
        and not is_dateline(words, place.wording)
        and not is_salute(words, place.wording)
    )


def _find_heading(place: Place) -> Heading | None:
    if place.taken(place.index) or place.following is None or len(place.words) > LONGEST:
        return None
    level = rank_heading(without_marker(place.words), place.wording)
    if level and (level < DECIMAL or level >= OTHER or _has_text(place)):
        return Heading(place.index, level, sure=True)
    if is_plain_heading(place) or heads_document(place):
        return Heading(place.index, OTHER, sure=False)
    return None


def _has_text(place: Place) -> bool:
    """Whether a paragraph, a dateline or a further number follows, as a heading has them."""
    following = place.following or ""
    if level := rank_heading(following, place.wording):
        return level > DECIMAL
    return len(following) > SHORT or is_dateline(following, place.wording)


def _drop_stray_numbers(
    text: str, blocks: Sequence[Block], heads: Sequence[Heading]
) -> list[Heading]:
    """Drop the bare numbers that do not count up from one, such as page numbers.

    A single number with a title proves nothing: it is a heading like any other.
    """
    stray = {i for level in (ROMAN, DECIMAL) for i in _find_stray(text, blocks, heads, level)}
    kept = []
    for head in heads:
        if head.index not in stray:
            kept.append(head)
        elif head.level == DECIMAL and len(blocks[head.index + 1].span) > LONG:
            kept.append(Heading(head.index, OTHER, sure=False))
    return kept


def _find_stray(
    text: str, blocks: Sequence[Block], heads: Sequence[Heading], level: int
) -> set[int]:
    """Return the headings of a level, by index, whose numbers do not count up from one."""
    own = [head.index for head in heads if head.level == level]
    last, counted = 0, set()
    for index in own:
        value = parse_number(blocks[index].span.of(text).split()[0])
        if value == 1 or last < value <= last + 2:
            last = value
            counted.add(index)
    return set(own) - counted if len(counted) > 1 else set(own)


def _demote_repeated(text: str, blocks: Sequence[Block], heads: Sequence[Heading]) -> list[Heading]:
    """Demote "Introduction" where it occurs more than once: it is no part of the whole then."""
    names = {h.index: blocks[h.index].span.of(text).casefold() for h in heads if h.level == KNOWN}
    counts = Counter(names.values())
    return [
        replace(h, level=OTHER, sure=False)
        if h.index in names and counts[names[h.index]] > 1
        else h
        for h in heads
    ]


def _drop_contents(heads: Sequence[Heading]) -> Iterator[Heading]:
    """Drop headings without text, such as the lines of a table of contents.

    The second of two with numbers of one kind is a subtitle of the first. A heading without a
    number right above one with a number opens the larger division.
    """
    for group in _group_adjacent(heads):
        for place, head in enumerate(group):
            following = group[place + 1] if place + 1 < len(group) else None
            before = group[place - 1] if place else None
            if head.sure and _is_peer(head, following):
                if len(group) == 2:
                    yield head
            elif not head.sure and following and following.sure and following.level > 1:
                yield Heading(head.index, following.level - 1, sure=True)
            elif head.sure and _is_peer(head, before) and len(group) == 2:
                yield Heading(head.index, OTHER, sure=False)
            else:
                yield head


def _is_peer(head: Heading, other: Heading | None) -> bool:
    return other is not None and other.sure and other.level == head.level


def _group_adjacent(heads: Sequence[Heading]) -> Iterator[list[Heading]]:
    """Group the headings that have no text between them."""
    group: list[Heading] = []
    for head in heads:
        if group and head.index != group[-1].index + 1:
            yield group
            group = []
        group.append(head)
    if group:
        yield group


def mark_divisions(
    blocks: Sequence[Block], heads: Sequence[Heading], end: int | None = None
) -> Iterator[Annotation]:
    """Mark the division of each heading, up to the next heading that is not within it.

    A heading without word or number is within an open division only if that has one. ``end`` is
    the end of the last division if it is not that of the last block.
    """
    stack: list[Heading] = []
    end = end or (blocks[-1].span.end if blocks else 0)
    for head in sorted(set(find_owners(heads)), key=lambda head: head.index):
        before = blocks[head.index - 1].span.end if head.index else 0
        while stack and stack[-1].level >= head.level:
            yield _mark_division(blocks, stack.pop(), before)
        stack.append(head)
    while stack:
        yield _mark_division(blocks, stack.pop(), end)


def drop_heading_of_whole(heads: Sequence[Heading]) -> Sequence[Heading]:
    """Return the headings that open divisions: not a first one that heads all that follows."""
    first = heads[0] if heads else None
    if first is None or first.index or first.sure:
        return heads
    owners = zip(heads, find_owners(heads), strict=True)
    own = [head for head, owner in owners if owner is not first]
    return heads if any(head.level <= first.level for head in own) else own


def find_owners(heads: Sequence[Heading]) -> Iterator[Heading]:
    """Yield for each heading the one whose division it heads: the first of adjacent ones.

    A second with a word or a number opens a smaller division of its own.
    """
    last = owner = None
    for head in heads:
        follows = last is not None and head.index == last.index + 1
        owner = owner if owner and follows and not head.sure else head
        yield owner
        last = head


def _mark_division(blocks: Sequence[Block], head: Heading, end: int) -> Annotation:
    return Annotation(Span(blocks[head.index].span.start, end), "div", rule="heading")
