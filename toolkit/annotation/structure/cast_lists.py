"""Casts: the list of the persons of a play, before its first speech (DRCAST)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from toolkit.annotation.blocks import Block, block_of
from toolkit.annotation.structure.division_levels import level_of
from toolkit.annotation.structure.speeches import is_direction
from toolkit.text import Annotation, Span

_HEAD: Final = re.compile(
    r"(?:the )?(?:dramatis person(?:ae|æ)|persons(?: of the play| represented)?|characters|cast|"
    r"actors'? names|players'? names|names of the (?:actors|players)|persons of the dialogue|"
    r"personen(?:verzeichnis)?|handelnde personen|es treten auf|"
    r"(?:les )?(?:personnages|acteurs|interlocuteurs)|personaggi|interlocutori|attori|"
    r"personas?|personajes|interlocutores|личные|действующие лица)[.:]?",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d{1,2}[.)][ \t]+")
_DESCRIBED: Final = re.compile(r",[ \t]+|[ \t]+[\u2013\u2014-][ \t]+|\.{3,}|:[ \t]+")

_NAME: Final = re.compile(r"[^\s,][^,]*,?")
_SPOKEN: Final = re.compile(r"[?!]$|\A[^a-zß-ÿ]{2,}[.:]\s+\S|[.:]\s+\S.*[.]$")
"""What a speech has and the name of a person has not."""

LONGEST: Final = 160
"""Characters of an item at most."""


@dataclass(frozen=True, slots=True)
class Cast:
    """A cast list: its heading, its items, and the indices of its first block and after it."""

    head: Span
    items: tuple[Span, ...]
    start: int
    end: int


def cast_in(text: str, found: Sequence[Block], most: int) -> Cast | None:
    """The cast list among the first ``most`` blocks; None if there is none with two roles."""
    for index, block in enumerate(found[:most]):
        if not _HEAD.fullmatch(block.lines[0].of(text)):
            continue
        if len(block.lines) > 1:
            body: Sequence[Block] = [block_of(block.lines[1:])]
        elif index + 1 < len(found) and len(found[index + 1].lines) > 1:
            body = found[index + 1 : index + 2]
        else:
            body = list(takewhile(lambda b: _is_role(text, b), found[index + 1 :]))
        end = index + len(body) + (len(block.lines) == 1)
        items = tuple(item for part in body for line in part.lines for item in _roles(text, line))
        if len(items) > 1 and all(len(item) <= LONGEST for item in items):
            return Cast(block.lines[0], items, index, end)
    return None


def is_cast_head(text: str, block: Block) -> bool:
    """Whether a block is the heading over the persons of a play."""
    return len(block.lines) == 1 and _HEAD.fullmatch(block.span.of(text)) is not None


def _roles(text: str, line: Span) -> Iterator[Span]:
    """The roles of a line: one, or several names in capitals, ``SOCRATES, CRITO``."""
    if not line.of(text).isupper() or ", " not in line.of(text):
        yield line
        return
    yield from (Span(*name.span()) for name in _NAME.finditer(text, line.start, line.end))


def cast_list(text: str, cast: Cast) -> Iterator[Annotation]:
    """The list, its heading, and each role with what is said of it."""
    yield Annotation(Span(cast.head.start, cast.items[-1].end), "castList", rule="cast")
    yield Annotation(cast.head, "head", rule="cast")
    for item in cast.items:
        yield Annotation(item, "castItem", rule="cast")
        number = _NUMBER.match(text, item.start, item.end)
        start = number.end() if number else item.start
        described = _DESCRIBED.search(text, start, item.end)
        end = described.start() if described else item.end - item.of(text).endswith(",")
        if start < end and item.of(text)[:1] not in "([":
            yield Annotation(Span(start, end), "role", rule="cast")
            if described and described.end() < item.end:
                yield Annotation(Span(described.end(), item.end), "roleDesc", rule="cast")


def _is_role(text: str, block: Block) -> bool:
    """Whether a block of one line can be a role, where each stands between blank lines."""
    words = block.span.of(text)
    return (
        len(block.lines) == 1
        and len(words) <= LONGEST
        and not level_of(words)
        and not is_direction(text, block)
        and not _SPOKEN.search(words)
    )
