"""Headings: which blocks are headings, and which divisions they make, one within another (DSDIV).

What a division is within another can be told by its word (a chapter is in a part) and by its
number (1.2 is in 1); of other headings it cannot, so they stand beside one another, or within
what a word or a number has opened.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.division_levels import (
    DECIMAL,
    LEVELS,
    LONG,
    LONGEST,
    OTHER,
    ROMAN,
    is_caption,
    is_title,
    level_of,
    number_of,
    series_in,
)
from toolkit.annotation.structure.letters import bids_farewell, is_dateline, is_salute
from toolkit.annotation.structure.memoranda import is_memo_label
from toolkit.text import Annotation, Span
from toolkit.text.line_heuristics import ends_sentence, name_score, without_marker

_YEAR: Final = re.compile(r"\b(?:1\d|20)\d\d\b")
SHORT: Final = 60
"""Characters up to which a line in capitals is a heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that is a heading, by its index, with its level: the smaller, the larger a division.

    ``sure``: it has a word or a number, so that what stands under it may be said to be within.
    """

    index: int
    level: int
    sure: bool


def headings(
    text: str,
    found: Sequence[Block],
    taken: Callable[[int], bool],
    titles: Mapping[int, str] = MappingProxyType({}),
) -> tuple[Heading, ...]:
    """The headings among the blocks, in order; ``taken`` says which blocks are something else.

    ``titles`` are blocks that say the title again (``head``), or the author.
    """
    heads = []
    counted = series_in(text, found)
    for index in range(len(found)):
        if again := titles.get(index):
            heads += [Heading(index, OTHER, sure=False)] if again == "head" else []
        elif index in counted and not taken(index):
            heads.append(Heading(index, LEVELS["chapter"], sure=True))
        elif head := _heading(text, found, index, taken):
            heads.append(head)
        elif _is_subtitle(text, found, index, heads, taken):
            heads.append(Heading(index, OTHER, sure=False))
    heads = _in_sequence(text, found, heads)
    heads = _not_repeated(text, found, heads)
    return tuple(_with_text(heads))


def _is_subtitle(
    text: str,
    found: Sequence[Block],
    index: int,
    heads: Sequence[Heading],
    taken: Callable[[int], bool],
) -> bool:
    """Whether a short line right under a chapter's number is the chapter's title."""
    block = found[index]
    words = block.span.of(text)
    return (
        bool(heads)
        and heads[-1].sure
        and heads[-1].index == index - 1
        and index + 1 < len(found)
        and not taken(index)
        and len(block.lines) == 1
        and is_title(words)
        and words[0].isupper()
        and not is_dateline(words)
        and not is_salute(words)
    )


def _heading(
    text: str, found: Sequence[Block], index: int, taken: Callable[[int], bool]
) -> Heading | None:
    block = found[index]
    if taken(index) or index + 1 == len(found) or len(block.span) > LONGEST:
        return None
    level = level_of(without_marker(block.span.of(text)))
    if level and (level < DECIMAL or level >= OTHER or _has_text(text, found, index)):
        return Heading(index, level, sure=True)
    if _is_plain(text, found, index, taken) or _heads_document(text, found, index):
        return Heading(index, OTHER, sure=False)
    return None


def _has_text(text: str, found: Sequence[Block], index: int) -> bool:
    """Whether a paragraph, a dateline or a further number follows, as a heading has them."""
    follows = found[index + 1].span.of(text)
    if level_of(follows):
        return level_of(follows) > DECIMAL
    return len(follows) > SHORT or is_dateline(follows)


def _heads_document(text: str, found: Sequence[Block], index: int) -> bool:
    """Whether words stand above a dateline and say what the document is, as editors' titles do.

    The dateline has a year, and the document follows: addresses have neither.
    """
    if index + 2 >= len(found) or len(found[index + 1].lines) > 1:
        return False
    words, dateline, after = (found[index + i].span.of(text) for i in range(3))
    return (
        is_dateline(dateline)
        and _YEAR.search(dateline) is not None
        and (len(after) > LONG or is_salute(after) or is_memo_label(after.split()[0].strip(" .:")))
        and not (is_dateline(words) or bids_farewell(words) or name_score(words) > 1)
        and 4 <= len(words.split()) <= 40
        and words[0].isupper()
        and not ends_sentence(words)
        and not words.endswith((",", ";", "-"))
        and (index == 0 or not found[index - 1].span.of(text).endswith((",", ";", "-")))
    )


def _in_sequence(text: str, found: Sequence[Block], heads: Sequence[Heading]) -> list[Heading]:
    """The headings without numbers that do not count up from one, as those of pages do.

    Of the numbers with a title a single one proves nothing: it is a heading like any other.
    """
    dropped: set[int] = set()
    for level in (ROMAN, DECIMAL):
        last = kept = 0
        for head in heads:
            if head.level != level:
                continue
            value = number_of(found[head.index].span.of(text).split()[0])
            if value == 1 or last < value <= last + 2:
                last, kept = value, kept + 1
            else:
                dropped.add(head.index)
        if kept < 2:
            dropped |= {head.index for head in heads if head.level == level}
    return [
        Heading(h.index, OTHER, sure=False) if h.index in dropped else h
        for h in heads
        if h.index not in dropped or (h.level == DECIMAL and len(found[h.index + 1].span) > LONG)
    ]


def _not_repeated(text: str, found: Sequence[Block], heads: Sequence[Heading]) -> list[Heading]:
    """The headings; "Introduction" is a part of the whole only if it stands there once."""
    names = Counter(found[h.index].span.of(text).casefold() for h in heads if h.level == 1)
    return [
        Heading(h.index, OTHER, sure=False)
        if h.level == 1 and names[found[h.index].span.of(text).casefold()] > 1
        else h
        for h in heads
    ]


def _with_text(heads: Sequence[Heading]) -> Iterator[Heading]:
    """The headings with something under them: not the lines of a table of contents.

    Of two together with numbers of one kind the second says more of the first. A heading without
    a number right above one with a number opens what is larger.
    """
    for group in _together(heads):
        for place, head in enumerate(group):
            following = group[place + 1] if place + 1 < len(group) else None
            before = group[place - 1] if place else None
            if head.sure and following and following.sure and following.level == head.level:
                if len(group) == 2:
                    yield head
            elif not head.sure and following and following.sure and following.level > 1:
                yield Heading(head.index, following.level - 1, sure=True)
            elif head.sure and before and before.sure and before.level == head.level:
                yield Heading(head.index, OTHER, sure=False) if len(group) == 2 else head
            else:
                yield head


def _together(heads: Sequence[Heading]) -> Iterator[list[Heading]]:
    """The headings in groups that have no text between them."""
    group: list[Heading] = []
    for head in heads:
        if group and head.index != group[-1].index + 1:
            yield group
            group = []
        group.append(head)
    if group:
        yield group


def _is_plain(text: str, found: Sequence[Block], index: int, taken: Callable[[int], bool]) -> bool:
    """Whether a block is a short line between paragraphs that ends like no sentence."""
    block = found[index]
    words = block.span.of(text)
    if index + 1 == len(found) or len(block.lines) > 2 or len(words) > LONG:
        return False
    if words.endswith((",", ";", "-")) or not words[0].isalnum() or is_dateline(words):
        return False
    if is_memo_label(words.strip(" .:")) or name_score(words) > 1 or is_caption(words):
        return False
    follows = found[index + 1].span.of(text)
    if in_capitals(text, block) and not follows.isupper():
        return len(follows) > SHORT or taken(index + 1)
    if ends_sentence(words) or (index and taken(index - 1) and taken(index + 1)):
        return False
    before = index == 0 or ends_sentence(found[index - 1].span.of(text)) or taken(index - 1)
    capitals = words.isupper() and len(words) > 3
    short = len(words) <= 70 and words[0].isupper() and len(words.split()) <= 10
    return before and (
        (len(follows) > LONG and short) or (capitals and (len(follows) > LONG or taken(index + 1)))
    )


def in_capitals(text: str, block: Block) -> bool:
    """Whether a block is a line in capitals, with a full stop perhaps, as papers have headings."""
    words = block.span.of(text)
    few = len(block.lines) == 1 and len(words) <= SHORT and not re.search(r"\d|\.\s", words)
    return few and words.isupper() and len(words) > 3 and not words.endswith((":", "!", "?"))


def divisions(
    found: Sequence[Block], heads: Sequence[Heading], end: int | None = None
) -> Iterator[Annotation]:
    """The divisions that headings open, each up to the next heading that is not within it.

    A heading without word or number is within what stands open only if that has one. ``end`` is
    where the last ends, if that is not with the last of the blocks.
    """
    stack: list[Heading] = []
    end = end or (found[-1].span.end if found else 0)
    for head in sorted(set(owners(heads)), key=lambda head: head.index):
        before = found[head.index - 1].span.end if head.index else 0
        while stack and stack[-1].level >= head.level:
            yield _division(found, stack.pop(), before)
        stack.append(head)
    while stack:
        yield _division(found, stack.pop(), end)


def without_whole(heads: Sequence[Heading]) -> Sequence[Heading]:
    """The headings that open divisions: without a first one that heads all that follows."""
    first = heads[0] if heads else None
    if first is None or first.index or first.sure:
        return heads
    own = [head for head, owner in zip(heads, owners(heads), strict=True) if owner is not first]
    return heads if any(head.level <= first.level for head in own) else own


def owners(heads: Sequence[Heading]) -> Iterator[Heading]:
    """For each heading the one whose division it heads: of two together the first.

    Unless the second has a word or a number, and so opens a smaller division.
    """
    last = owner = None
    for head in heads:
        follows = last is not None and head.index == last.index + 1
        owner = owner if owner and follows and not head.sure else head
        yield owner
        last = head


def _division(found: Sequence[Block], head: Heading, end: int) -> Annotation:
    return Annotation(Span(found[head.index].span.start, end), "div", rule="heading")
