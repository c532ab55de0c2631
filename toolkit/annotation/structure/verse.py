"""Recognise stanzas by the ends and the beginnings of their lines (COVE, VE)."""

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

NARROW_VERSE: Final = 45
"""Characters of the lines of verse in a text of narrow lines."""

LEAST: Final = 4
"""Lines of a stanza at least; shorter ones count only beside another stanza."""

FARTHEST: Final = 3
"""Blocks from a short stanza to the stanza beside it at most."""

FILLED: Final = 0.6
"""Share of full lines above which a text is prose typed in lines: verse has a third at most."""

SAMPLE: Final = 1000
"""Blocks that show how the lines of a text are set."""

ENOUGH: Final = 20
"""Lines that show that a narrow column is one of prose."""

MANY: Final = 8
"""Lines that all begin with a capital by no chance, whatever their width."""

CAPITALS: Final = 0.8
"""Share of lines with a capital at their start among lines of verse."""

ALL_CAPITALS: Final = 0.95
"""The same for lines of any width."""

SHORTEST_LINE: Final = 8
"""Characters of the shorter lines of a stanza (the first quartile) at least."""

_CAPITAL: Final = re.compile(r"\W*[^\W\d_a-zß-ÿа-яα-ω]")
_NO_VERSE: Final = re.compile(r"[*\u2020\u2021\u00a7\u2016\u2022(\[]|\d")
"""The start of other lines: signs of notes, item marks, numbers."""

_SMALL: Final = re.compile(r"(?<=\s)[a-zß-ÿа-яα-ωἀ-ῼ]")
_SPACE: Final = re.compile(r"\s")
_WORD: Final = re.compile(r"(?<=\s)[^\W\d_]")
_FIGURES: Final = re.compile(r"\d{2,}")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set in lines.

    ``width`` is the length of a full line in characters: the ninth decile. ``filled``: lines end
    where the next word has no room, like those of prose typed in lines.
    """

    width: int
    filled: bool


def measure_setting(text: str, blocks: Sequence[Block]) -> Setting:
    """Measure how a text is set, by its lines or a sample of them from all its parts."""
    sample = blocks[:: len(blocks) // SAMPLE + 1]
    lengths = sorted(len(line) for block in sample for line in block.lines)
    if not lengths:
        return Setting(0, filled=False)
    pairs = [pair for block in sample for pair in pairwise(block.lines)]
    width = lengths[len(lengths) * 9 // 10]
    if len(pairs) < (ENOUGH if width < NARROWEST else 1):
        return Setting(width, filled=False)
    longest = sorted(len(line) for line, _ in pairs)[len(pairs) * 49 // 50]
    full = sum(_extended_length(text, line, following) > longest for line, following in pairs)
    return Setting(width, filled=full > FILLED * len(pairs))


def _extended_length(text: str, line: Span, following: Span) -> int:
    """Return the length in characters of a line with the first word of the next line."""
    space = _SPACE.search(text, following.start, following.end)
    return len(line) + 1 + (space.start() if space else following.end) - following.start


def find_stanzas(text: str, blocks: Sequence[Block], setting: Setting) -> frozenset[int]:
    """Find the blocks that are stanzas, by index; two or three lines only beside others."""
    sure = {i for i, block in enumerate(blocks) if is_verse(text, block.lines, setting)}
    others = (i for i in range(len(blocks)) if i not in sure)
    small = {i for i in others if _is_short_stanza(text, blocks, i, sure)}
    return frozenset(sure | small)


def is_verse(text: str, lines: Sequence[Span], setting: Setting) -> bool:
    """Whether at least four lines end on purpose and nearly all begin with a capital.

    Or at least eight that nearly all begin so: in prose they do not, wherever its lines end.
    """
    small = sum(text[line.start].islower() for line in lines)
    if len(lines) < LEAST or 5 * small > len(lines):
        return False
    words = [line.of(text) for line in lines]
    if not _looks_like_verse(words):
        return False
    if sum(bool(_NO_VERSE.match(line)) for line in words) > len(lines) // MANY:
        return False
    return _ends_on_purpose(text, lines, setting) or (
        len(lines) >= MANY and _count_capitals(words) >= ALL_CAPITALS * len(words)
    )


def _ends_on_purpose(text: str, lines: Sequence[Span], setting: Setting) -> bool:
    """Whether lines end though the next word has room, as no lines of prose do."""
    widest, room = VERSE_WIDTH, max(setting.width, NARROWEST)
    if setting.filled:
        widest = min(VERSE_WIDTH, max(setting.width * 5 // 6, NARROW_VERSE))
        room = setting.width
    full = sum(_extended_length(text, line, after) > room for line, after in pairwise(lines))
    return max(map(len, lines)) <= widest and full <= len(lines) // MANY


def is_indented_verse(text: str, lines: Sequence[Span]) -> bool:
    """Whether indented lines are verse though they begin with small letters.

    Most of them end where the next word has room before the end of the longest line.
    """
    words = [line.of(text) for line in lines]
    if len(lines) < LEAST or any(_NO_VERSE.match(line) for line in words):
        return False
    longest = max(map(len, words))
    full = sum(_extended_length(text, line, after) > longest for line, after in pairwise(lines))
    plain = all(rule(words) for rule in _VERSE_RULES)
    return longest <= VERSE_WIDTH and 2 * full < len(lines) - 1 and plain


def mark_verse(lines: Sequence[Span], span: Span) -> Iterator[Annotation]:
    """Mark a stanza and its lines."""
    yield Annotation(span, "lg", rule="verse")
    for line in lines:
        yield Annotation(line, "l", rule="verse")


def begins_like_verse(words: Sequence[str]) -> bool:
    """Whether nearly all of some lines begin with a capital, as lines of verse do."""
    return _count_capitals(words) >= CAPITALS * len(words)


def _looks_like_verse(words: Sequence[str]) -> bool:
    """Whether lines are made of words, and not of names, figures or capitals only."""
    return begins_like_verse(words) and all(rule(words) for rule in _VERSE_RULES)


def _has_mostly_letters(words: Sequence[str]) -> bool:
    whole = "\n".join(words)
    return 2 * sum(map(str.isalpha, whole)) >= len(whole)


def _is_no_inscription(words: Sequence[str]) -> bool:
    """Whether lines are not all in capitals."""
    return not "\n".join(words).isupper()


def _has_few_figures(words: Sequence[str]) -> bool:
    return sum(bool(_FIGURES.search(line)) for line in words) <= len(words) // MANY


def _has_no_endless_line(words: Sequence[str]) -> bool:
    return max(map(len, words)) <= 2 * VERSE_WIDTH


def _has_no_stubs(words: Sequence[str]) -> bool:
    """Whether three lines in four have more than a word or so."""
    return sorted(map(len, words))[len(words) // 4] >= SHORTEST_LINE


def _has_small_words(words: Sequence[str]) -> bool:
    """Whether half of the words within the lines begin small: lists of names do not."""
    whole = "\n".join(words)
    return 2 * len(_SMALL.findall(whole)) >= len(_WORD.findall(whole))


_VERSE_RULES: Final = (
    _has_mostly_letters,
    _is_no_inscription,
    _has_few_figures,
    _has_no_endless_line,
    _has_no_stubs,
    _has_small_words,
)


def _count_capitals(words: Sequence[str]) -> int:
    return sum(bool(_CAPITAL.match(line)) for line in words)


def _is_short_stanza(text: str, blocks: Sequence[Block], index: int, sure: set[int]) -> bool:
    """Whether two or three lines are a stanza, no longer than the one beside them."""
    lines = blocks[index].lines
    near = [blocks[i] for i in _find_neighbours(blocks, index) if i in sure]
    if not near or not 2 <= len(lines) < LEAST:
        return False
    words = [line.of(text) for line in lines]
    longest = max(len(line) for block in near for line in block.lines)
    return (
        _count_capitals(words) == len(words)
        and max(map(len, words)) <= longest * 6 // 5
        and not any(_NO_VERSE.match(line) for line in words)
        and _looks_like_verse(words)
    )


def _find_neighbours(blocks: Sequence[Block], index: int) -> Iterator[int]:
    """Yield the blocks before and after, skipping those of one line: the numbers of stanzas."""
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(blocks) and len(blocks[at].lines) == 1 and abs(at - index) < FARTHEST:
            at += step
        if 0 <= at < len(blocks):
            yield at
