"""Speeches: what each speaker says, in prose or verse, and the directions between (CODR, DRSTA)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from toolkit.annotation.blocks import Block, block_of
from toolkit.annotation.structure.block_quotes_lists import Passages
from toolkit.annotation.structure.division_levels import level_of
from toolkit.annotation.structure.speakers import Label
from toolkit.annotation.structure.verse import Setting, begins_like_verse, is_verse
from toolkit.text import Annotation, Span

_DIRECTION: Final = re.compile(r"\[[^\[\]]{2,600}\]\.?|\([^()]{2,600}\)\.?")
"""Words in brackets that are all of a line or of a block."""

_MOVES: Final = re.compile(
    r"[_\[(]?(?:re-?enter|enters?|exit|exeunt|manet|manent|curtain|the curtain (?:falls|rises)|"
    r"vorhang|der vorhang fällt|ab|geht ab|rideau|le rideau tombe|sipario|cala la tela|telón|"
    r"занавес)\b"
    r"[^\n]{0,160}",
    re.IGNORECASE,
)
"""What directions begin with that stand without brackets."""

_WITHIN: Final = re.compile(
    r"\[(?=[A-ZÀ-ÞА-Я]|[^\]\s]+\s)[^\[\]\n]{3,200}\]|\[(?:Exit|Exeunt|Aside)\b[^\]\n]{0,40}$"
)
_NO_DIRECTION: Final = re.compile(
    r"\[(?:\.|sic\b|\?|illegible|unleserlich|illisible|p{1,2}\.|s\.|fol)", re.IGNORECASE
)
_SENTENCE: Final = re.compile(
    r"(?:(?<=[.!?\u2026][ \t])|(?<=[.!?\u2026])|^)\((?=[A-ZÀ-ÞА-Я])[^()\n]{2,160}[.!]\)",
    re.MULTILINE,
)
"""A direction in round brackets between sentences, a sentence itself: ``(Haut.)``."""
_LAST: Final = re.compile(r"(?<=[.!?\u2026])[ \t]+(\((?=[A-ZÀ-ÞА-Я])[^()\n]{3,160}\))$")
"""A direction in round brackets after the last sentence of a line."""

FEWEST: Final = 3
"""Lines of a speech that show by themselves whether it is verse."""


def is_direction(text: str, block: Block) -> bool:
    """Whether a block between speeches is a stage direction: in brackets, or of who comes."""
    words = block.span.of(text)
    if level_of(words):
        return False
    if _DIRECTION.fullmatch(words):
        return _NO_DIRECTION.match(words) is None
    return len(block.lines) <= 2 and _MOVES.fullmatch(words) is not None


class Speeches:
    """The speeches of a text: how its speakers are named, and which speeches are verse."""

    def __init__(
        self, text: str, found: Sequence[Block], labels: dict[int, Label], passages: Passages
    ) -> None:
        self._text = text
        self._labels = labels
        self._passages = passages
        self._long = _are_long(found, labels)
        self._verse = _in_verse(text, found, labels, passages.setting)

    def of(self, found: Sequence[Block]) -> Iterator[Annotation]:
        """What some blocks between two headings are: speeches, directions, other passages."""
        if not any(map(self.begins, found)):
            for block in found:
                yield from self._passages.of(block)
            return
        at = 0
        while at < len(found):
            block = found[at]
            label = self._labels.get(block.span.start)
            if label is None:
                yield from self._outside(block)
                at += 1
                continue
            end = at + 1
            while end < len(found) and found[end].span.start not in self._labels:
                end += 1
            if end == len(found) and not self._long:
                end = at + 1 if label.rest < block.span.end else min(at + 2, end)
            end = self._without_directions(found, at, end)
            yield from self._speech(found[at:end], label)
            at = end

    def begins(self, block: Block) -> bool:
        """Whether a speech begins with this block."""
        return block.span.start in self._labels

    def _without_directions(self, found: Sequence[Block], start: int, end: int) -> int:
        """Where a speech ends: directions after its last words stand between it and the next."""
        while end > start + 1 and is_direction(self._text, found[end - 1]):
            end -= 1
        return end

    def _outside(self, block: Block) -> Iterator[Annotation]:
        if is_direction(self._text, block):
            yield Annotation(block.span, "stage", rule="direction")
        else:
            yield from self._passages.of(block)

    def _speech(self, found: Sequence[Block], label: Label) -> Iterator[Annotation]:
        yield Annotation(Span(found[0].span.start, found[-1].span.end), "sp", rule="speaker")
        yield Annotation(label.name, "speaker", rule="speaker")
        if label.how:
            yield Annotation(label.how, "stage", rule="direction")
        rest = _after(found[0], label.rest)
        for block in (*((rest,) if rest else ()), *found[1:]):
            yield from self._words(block)

    def _words(self, block: Block) -> Iterator[Annotation]:
        """The words of a speech: lines of verse, or a paragraph; directions in them."""
        if self._passages.heads_list(block):
            return
        spoken = _spoken(self._text, block, {})
        if spoken is None or is_direction(self._text, block):
            yield Annotation(block.span, "stage", rule="direction")
        elif spoken.span.end in self._verse:
            for line in block.lines:
                yield from self._line(line)
        elif special := [a for a in self._passages.special(block) if block.lines[1:]]:
            yield from special
        else:
            yield from self._prose(block)

    def _line(self, line: Span) -> Iterator[Annotation]:
        if _DIRECTION.fullmatch(line.of(self._text)):
            yield Annotation(line, "stage", rule="direction")
            return
        yield Annotation(line, "l", rule="verse")
        yield from _within(self._text, line)

    def _prose(self, block: Block) -> Iterator[Annotation]:
        """Paragraphs, and the lines between them that are directions."""
        lines: list[Span] = []
        for line in block.lines:
            if _DIRECTION.fullmatch(line.of(self._text)):
                yield from self._paragraph(lines)
                yield Annotation(line, "stage", rule="direction")
                lines = []
            else:
                lines.append(line)
        yield from self._paragraph(lines)

    def _paragraph(self, lines: Sequence[Span]) -> Iterator[Annotation]:
        if lines:
            span = Span(lines[0].start, lines[-1].end)
            yield Annotation(span, "p", rule="speech")
            for line in lines:
                yield from _within(self._text, line)


def _are_long(found: Sequence[Block], labels: dict[int, Label]) -> bool:
    """Whether a third of the speeches have several paragraphs: so may the last one then."""
    further = sum(
        block.span.start in labels and following.span.start not in labels
        for block, following in pairwise(found)
    )
    return 3 * further >= len(labels)


def _within(text: str, line: Span) -> Iterator[Annotation]:
    """The directions in a line of a speech: in square brackets, or in round ones at its end."""
    for match in _WITHIN.finditer(text, line.start, line.end):
        if not _NO_DIRECTION.match(match[0]):
            yield Annotation(Span(*match.span()), "stage", rule="direction")
    found = {Span(*match.span()) for match in _SENTENCE.finditer(text, line.start, line.end)}
    if last := _LAST.search(text, line.start, line.end):
        found.add(Span(*last.span(1)))
    for span in sorted(found):
        yield Annotation(span, "stage", rule="direction")


def _after(block: Block, start: int) -> Block | None:
    """What a block has after the label of its speaker."""
    lines = [line for line in block.lines if line.end > start]
    if not lines:
        return None
    if lines[0].start < start:
        lines[0] = Span(start, lines[0].end)
    return block_of(lines)


def _in_verse(
    text: str, found: Sequence[Block], labels: dict[int, Label], setting: Setting
) -> frozenset[int]:
    """The blocks of speeches that are verse, by the ends of their last lines.

    Those of three lines and more show it, where most of the text is verse, by their capitals
    alone. Shorter ones are as the last of those, unless they are longer than any verse.
    """
    spoken = [block for block in found if block.span.start in labels]
    long = [b for block in spoken if (b := _spoken(text, block, labels)) and len(b.lines) >= FEWEST]
    if 10 * sum(begins_like_verse(_lines(text, body)) for body in long) < len(spoken):
        return frozenset()
    bodies = [body for block in found if (body := _spoken(text, block, labels))]
    long = [body for body in bodies if len(body.lines) >= FEWEST]
    capitals = {body.span.end for body in long if begins_like_verse(_lines(text, body))}
    if 2 * len(capitals) < len(long):
        capitals = {body.span.end for body in long if is_verse(text, body.lines, setting)}
    lengths = sorted(len(n) for body in long if body.span.end in capitals for n in body.lines)
    longest = lengths[len(lengths) * 19 // 20] * 6 // 5 if lengths else 0
    verse: set[int] = set()
    last = bool(long) and long[0].span.end in capitals
    for body in bodies:
        if len(body.lines) >= FEWEST:
            last = body.span.end in capitals
        words = _lines(text, body)
        short = max(map(len, words)) <= longest and begins_like_verse(words)
        if last and (len(words) >= FEWEST or short):
            verse.add(body.span.end)
    return frozenset(verse)


def _spoken(text: str, block: Block, labels: dict[int, Label]) -> Block | None:
    """What is said in a block, without the lines that are directions."""
    label = labels.get(block.span.start)
    rest = _after(block, label.rest) if label else block
    lines = [n for n in rest.lines if not _DIRECTION.fullmatch(n.of(text))] if rest else []
    return block_of(lines) if lines else None


def _lines(text: str, block: Block) -> list[str]:
    return [line.of(text) for line in block.lines]
