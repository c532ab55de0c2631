"""Find the list of the persons of a play, before its first speech (DRCAST)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Final

from toolkit.annotation.blocks import Block, make_block
from toolkit.annotation.structure.division_levels import rank_heading
from toolkit.annotation.structure.speeches import is_direction
from toolkit.annotation.structure.wording import Wording, compile_start
from toolkit.text import Annotation, Span

LONGEST: Final = 160
"""Characters of an item at most."""

_NUMBER: Final = re.compile(r"\d{1,2}[.)][ \t]+")
_DESCRIPTION: Final = re.compile(r",[ \t]+|[ \t]+[\u2013\u2014-][ \t]+|\.{3,}|:[ \t]+")
_NAME: Final = re.compile(r"[^\s,][^,]*,?")
_SPEECH: Final = re.compile(r"[?!]$|\A[^a-zß-ÿ]{2,}[.:]\s+\S|[.:]\s+\S.*[.]$")
"""Marks of a speech that the name of a person does not have."""


@dataclass(frozen=True, slots=True)
class Cast:
    """A cast list: its heading, its items, and the indices of its first block and after it."""

    head: Span
    items: tuple[Span, ...]
    start: int
    end: int


def find_cast(text: str, blocks: Sequence[Block], most: int, wording: Wording) -> Cast | None:
    """Find the cast list with two roles or more that begins in the first ``most`` blocks."""
    casts = (_read_cast(text, blocks, index, wording) for index in range(len(blocks[:most])))
    return next((cast for cast in casts if cast), None)


def _read_cast(text: str, blocks: Sequence[Block], index: int, wording: Wording) -> Cast | None:
    block = blocks[index]
    if not _cast_heading(wording).fullmatch(block.lines[0].of(text)):
        return None
    body: Sequence[Block]
    if len(block.lines) > 1:
        body = [make_block(block.lines[1:])]
    elif index + 1 < len(blocks) and len(blocks[index + 1].lines) > 1:
        body = blocks[index + 1 : index + 2]
    else:
        body = list(takewhile(lambda b: _is_role(text, b, wording), blocks[index + 1 :]))
    items = tuple(item for part in body for line in part.lines for item in _split_roles(text, line))
    if len(items) < 2 or any(len(item) > LONGEST for item in items):
        return None
    end = index + len(body) + (len(block.lines) == 1)
    return Cast(block.lines[0], items, index, end)


def heads_cast(text: str, block: Block, wording: Wording) -> bool:
    """Whether a block is the heading over the persons of a play."""
    pattern = _cast_heading(wording)
    return len(block.lines) == 1 and pattern.fullmatch(block.span.of(text)) is not None


@cache
def _cast_heading(wording: Wording) -> re.Pattern[str]:
    return compile_start(wording.words.cast_headings, after="[.:]?")


def _split_roles(text: str, line: Span) -> Iterator[Span]:
    """Yield the roles of a line: one, or several names in capitals, ``SOCRATES, CRITO``."""
    if not line.of(text).isupper() or ", " not in line.of(text):
        yield line
        return
    yield from (Span(*name.span()) for name in _NAME.finditer(text, line.start, line.end))


def mark_cast(text: str, cast: Cast) -> Iterator[Annotation]:
    """Mark the list, its heading, and each role with its description."""
    yield Annotation(Span(cast.head.start, cast.items[-1].end), "castList", rule="cast")
    yield Annotation(cast.head, "head", rule="cast")
    for item in cast.items:
        yield Annotation(item, "castItem", rule="cast")
        if item.of(text)[:1] not in "([":
            yield from _mark_role(text, item)


def _mark_role(text: str, item: Span) -> Iterator[Annotation]:
    number = _NUMBER.match(text, item.start, item.end)
    start = number.end() if number else item.start
    description = _DESCRIPTION.search(text, start, item.end)
    end = description.start() if description else item.end - item.of(text).endswith(",")
    if start < end:
        yield Annotation(Span(start, end), "role", rule="cast")
        if description and description.end() < item.end:
            yield Annotation(Span(description.end(), item.end), "roleDesc", rule="cast")


def _is_role(text: str, block: Block, wording: Wording) -> bool:
    """Whether a block of one line can be a role, where each is between blank lines."""
    words = block.span.of(text)
    return (
        len(block.lines) == 1
        and len(words) <= LONGEST
        and not rank_heading(words, wording)
        and not is_direction(text, block, wording)
        and not _SPEECH.search(words)
    )
