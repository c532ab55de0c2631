"""Verse: which blocks are stanzas, by the ends and the beginnings of their lines (COVE, VE)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.text import Annotation, Span

VERSE_WIDTH: Final = 75
"""Characters that a line of verse seldom exceeds."""

NARROWEST: Final = 60
"""Characters of a line that prose is seldom typed narrower than; a poem has no lines of prose."""

LEAST: Final = 4
"""Lines that make a stanza by themselves; fewer do only beside another stanza."""

FARTHEST: Final = 3
"""How far off the stanza beside another may stand, in blocks."""

FILLED: Final = 0.6
"""With more full lines than this a text is prose typed in lines: verse has a third at most."""

SAMPLE: Final = 1000
"""So many blocks show how the lines of a text are set."""

ENOUGH: Final = 20
"""So many lines show that a narrow column is one of prose."""

MANY: Final = 8
"""Lines that all begin with a capital by no chance, whatever their width."""

_CAPITAL: Final = re.compile(r"\W*[^\W\d_a-zß-ÿа-яα-ω]")
_NO_VERSE: Final = re.compile(r"[*\u2020\u2021\u00a7\u2016\u2022(\[]|\d")
"""What lines of verse do not begin with: signs of notes, marks of items, numbers."""
_SMALL: Final = re.compile(r"(?<=\s)[a-zß-ÿа-яα-ωἀ-ῼ]")
_SPACE: Final = re.compile(r"\s")
_WORD: Final = re.compile(r"(?<=\s)[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set in lines.

    ``width`` is the length of a full line, in characters: that of the ninth of ten. ``filled``:
    lines end where the next word has no room, as those of prose do that was typed in lines.
    """

    width: int
    filled: bool


def setting_of(text: str, found: Sequence[Block]) -> Setting:
    """How a text is set, by its lines, or some thousands of them from all its parts."""
    step = len(found) // SAMPLE + 1
    found = found[::step]
    lengths = sorted(len(line) for block in found for line in block.lines)
    if not lengths:
        return Setting(0, filled=False)
    pairs = [pair for block in found for pair in pairwise(block.lines)]
    width = lengths[len(lengths) * 9 // 10]
    if len(pairs) < (ENOUGH if width < NARROWEST else 1):
        return Setting(width, filled=False)
    longest = sorted(len(line) for line, _ in pairs)[len(pairs) * 49 // 50]
    full = sum(_needs(text, line, following) > longest for line, following in pairs)
    return Setting(width, filled=full > FILLED * len(pairs))


def _needs(text: str, line: Span, following: Span) -> int:
    """How long a line would be with the first word of the next, in characters."""
    space = _SPACE.search(text, following.start, following.end)
    return len(line) + 1 + (space.start() if space else following.end) - following.start


def stanzas(text: str, found: Sequence[Block], setting: Setting) -> frozenset[int]:
    """Which of the blocks are stanzas, by their indices; two lines or three only beside others."""
    sure = {i for i, block in enumerate(found) if is_verse(text, block.lines, setting)}
    small = {i for i in range(len(found)) if i not in sure and _is_small(text, found, i, sure)}
    return frozenset(sure | small)


def is_verse(text: str, lines: Sequence[Span], setting: Setting) -> bool:
    """Whether at least four lines were ended on purpose, nearly all with a capital at the head.

    Or eight, of which all begin so: in prose they do not, wherever its lines end.
    """
    small = sum(text[line.start].islower() for line in lines)
    if len(lines) < LEAST or 5 * small > len(lines):
        return False
    words = [line.of(text) for line in lines]
    if not _looks_like_verse(words):
        return False
    some = len(lines) // MANY
    if sum(bool(_NO_VERSE.match(line)) for line in words) > some:
        return False
    widest = min(VERSE_WIDTH, max(setting.width * 5 // 6, 45)) if setting.filled else VERSE_WIDTH
    room = setting.width if setting.filled else max(setting.width, NARROWEST)
    full = sum(_needs(text, line, following) > room for line, following in pairwise(lines))
    if max(map(len, words)) <= widest and full <= some:
        return True
    return len(lines) >= MANY and _capitals(words) >= 0.95 * len(words)


def verse(lines: Sequence[Span], span: Span) -> Iterator[Annotation]:
    """A stanza and its lines."""
    yield Annotation(span, "lg", rule="verse")
    for line in lines:
        yield Annotation(line, "l", rule="verse")


def begins_like_verse(words: Sequence[str]) -> bool:
    """Whether nearly all of some lines begin with a capital, as lines of verse do."""
    return _capitals(words) >= 0.8 * len(words)


def _looks_like_verse(words: Sequence[str]) -> bool:
    """Whether lines are made of words, and not of names, figures or capitals only."""
    whole = "\n".join(words)
    figures = sum(bool(re.search(r"\d{2,}", line)) for line in words)
    return (
        begins_like_verse(words)
        and 2 * sum(map(str.isalpha, whole)) >= len(whole)
        and not whole.isupper()
        and figures <= len(words) // MANY
        and max(map(len, words)) <= 2 * VERSE_WIDTH
        and sorted(map(len, words))[len(words) // 4] >= 8
        and 2 * len(_SMALL.findall(whole)) >= len(_WORD.findall(whole))
    )


def _capitals(words: Sequence[str]) -> int:
    return sum(bool(_CAPITAL.match(line)) for line in words)


def _is_small(text: str, found: Sequence[Block], index: int, sure: set[int]) -> bool:
    """Whether two or three lines, no longer than those of the stanza beside them, are one too."""
    lines = found[index].lines
    near = [found[i] for i in _beside(found, index) if i in sure]
    if not near or not 2 <= len(lines) < LEAST:
        return False
    words = [line.of(text) for line in lines]
    longest = max(len(line) for block in near for line in block.lines)
    return (
        _capitals(words) == len(words)
        and max(map(len, words)) <= longest * 6 // 5
        and not any(_NO_VERSE.match(line) for line in words)
        and _looks_like_verse(words)
    )


def _beside(found: Sequence[Block], index: int) -> Iterator[int]:
    """The blocks before and after, those of one line passed over: the numbers of stanzas."""
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(found) and len(found[at].lines) == 1 and abs(at - index) < FARTHEST:
            at += step
        if 0 <= at < len(found):
            yield at
