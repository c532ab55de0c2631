"""Tell speeches in verse from speeches in prose (DRSPEECH, COVE)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import Final

from toolkit.annotation.blocks import Block, make_block
from toolkit.annotation.structure.speakers import Label
from toolkit.annotation.structure.verse import Setting, begins_like_verse, is_verse
from toolkit.text import Span

FEWEST: Final = 3
"""Lines of a speech that shows by itself whether it is verse."""

FEWEST_INDENTED: Final = 2
"""The same for a speech whose lines are all indented."""

INDENT: Final = 2
"""Spaces of an indented line at least."""

RARE: Final = 10
"""Speeches per speech that looks like verse at most, for a text to have speeches in verse."""

BRACKETS: Final = re.compile(r"\[[^\[\]]{2,600}\]\.?|\([^()]{2,600}\)\.?")
_NO_LABELS: Final[Mapping[int, Label]] = MappingProxyType({})


def find_spoken_verse(
    text: str, blocks: Sequence[Block], labels: Mapping[int, Label], setting: Setting
) -> frozenset[int]:
    """Find the blocks of speeches that are verse, by the offset of the end of their last line.

    Speeches of three lines or more show it. A shorter one is like the longer one before it,
    unless it is longer than any verse.
    """
    spoken = _find_bodies(blocks, labels)
    if not _has_verse(text, spoken, labels):
        return frozenset()
    bodies = [body for block in blocks if (body := drop_directions(text, block, labels))]
    sure = _find_long_verse(text, bodies, setting)
    return frozenset(_follow(text, bodies, sure, _measure_longest(bodies, sure)))


def _find_bodies(blocks: Sequence[Block], labels: Mapping[int, Label]) -> list[Block]:
    """Return the first block of each speech: the one below a label that fills its block."""
    spoken: list[Block] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        label = labels.get(block.span.start)
        alone = label is not None and label.rest >= block.span.end
        if label and alone and following and following.span.start not in labels:
            spoken.append(following)
        elif label:
            spoken.append(block)
    return spoken


def _has_verse(text: str, spoken: Sequence[Block], labels: Mapping[int, Label]) -> bool:
    """Whether one speech in ten is long and begins its lines like verse."""
    bodies = (body for block in spoken if (body := drop_directions(text, block, labels)))
    verse = sum(_is_long(text, body) and begins_like_verse(_lines(text, body)) for body in bodies)
    return RARE * verse >= len(spoken)


def _find_long_verse(text: str, bodies: Sequence[Block], setting: Setting) -> frozenset[int]:
    """Return the ends of the long speeches in verse: by capitals alone where most are verse."""
    long = [body for body in bodies if _is_long(text, body)]
    verse = [body for body in long if begins_like_verse(_lines(text, body))]
    if 2 * len(verse) < len(long):
        verse = [body for body in long if is_verse(text, body.lines, setting)]
    return frozenset(body.span.end for body in verse)


def _measure_longest(bodies: Sequence[Block], verse: frozenset[int]) -> int:
    """Return the length in characters that hardly any line of verse exceeds."""
    lengths = sorted(len(n) for body in bodies if body.span.end in verse for n in body.lines)
    return lengths[len(lengths) * 19 // 20] * 6 // 5 if lengths else 0


def _follow(
    text: str, bodies: Sequence[Block], sure: frozenset[int], longest: int
) -> Iterator[int]:
    """Yield the ends of the long speeches in verse, and of short ones that follow them.

    Where all verse is indented, so are short speeches in verse.
    """
    indented = all(_is_indented(text, body) for body in bodies if body.span.end in sure)
    first = next((body for body in bodies if _is_long(text, body)), None)
    last = first is not None and first.span.end in sure
    for body in bodies:
        if _is_long(text, body):
            last = body.span.end in sure
        words = _lines(text, body)
        short = max(map(len, words)) <= longest and begins_like_verse(words)
        short = short and (not indented or _is_indented(text, body))
        if last and (_is_long(text, body) or short):
            yield body.span.end


def drop_directions(
    text: str, block: Block, labels: Mapping[int, Label] = _NO_LABELS
) -> Block | None:
    """Return the words spoken in a block, without its label and the lines that are directions."""
    label = labels.get(block.span.start)
    rest = get_spoken(block, label.rest) if label else block
    lines = [n for n in rest.lines if not BRACKETS.fullmatch(n.of(text))] if rest else []
    return make_block(lines) if lines else None


def get_spoken(block: Block, start: int) -> Block | None:
    """Return what a block has from the offset ``start`` on, where its label ends."""
    lines = [line for line in block.lines if line.end > start]
    if not lines:
        return None
    if lines[0].start < start:
        lines[0] = Span(start, lines[0].end)
    return make_block(lines)


def _is_long(text: str, body: Block) -> bool:
    """Whether a speech has lines enough to show whether it is verse."""
    enough = FEWEST_INDENTED if _is_indented(text, body) else FEWEST
    return len(body.lines) >= enough


def _is_indented(text: str, body: Block) -> bool:
    return all(_indent(text, line) >= INDENT for line in body.lines)


def _indent(text: str, line: Span) -> int:
    """Return the number of spaces before a line; 0 if a label is before it."""
    start = text.rfind("\n", 0, line.start) + 1
    return line.start - start if text[start : line.start].isspace() else 0


def _lines(text: str, block: Block) -> list[str]:
    return [line.of(text) for line in block.lines]
