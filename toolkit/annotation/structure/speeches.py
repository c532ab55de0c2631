"""Annotate speeches in prose or verse, and the stage directions between them (CODR, DRSTA)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.block_quotes_lists import Passages
from toolkit.annotation.structure.division_levels import rank_heading
from toolkit.annotation.structure.speakers import Label
from toolkit.annotation.structure.spoken_verse import (
    BRACKETS,
    drop_directions,
    find_spoken_verse,
    get_spoken,
)
from toolkit.annotation.structure.wording import Wording, compile_start
from toolkit.text import Annotation, Span

MOST_MOVE_LINES: Final = 2
"""Lines of a direction without brackets at most."""

SEVERAL_PARAGRAPHS: Final = 3
"""Speeches per speech with several paragraphs at most, for the last one to have several too."""

"""Words in brackets that are all of a line or of a block."""

_SENTENCE: Final = re.compile(
    r"(?:(?<=[.!?\u2026][ \t])|(?<=[.!?\u2026])|^)\((?=[A-ZÀ-ÞА-Я])[^()\n]{2,160}[.!]\)",
    re.MULTILINE,
)
"""A direction in round brackets between sentences, a sentence itself: ``(Haut.)``."""

_LAST: Final = re.compile(r"(?<=[.!?\u2026])[ \t]+(\((?=[A-ZÀ-ÞА-Я])[^()\n]{3,160}\))$")
"""A direction in round brackets after the last sentence of a line."""


@cache
def _move(wording: Wording) -> re.Pattern[str]:
    return compile_start(wording.words.stage_moves, before=r"[_\[(]?", after=r"[^\n]{0,160}")


@cache
def _bracketed(wording: Wording) -> re.Pattern[str]:
    """A direction in square brackets within a line."""
    some = r"\[(?=(?-i:[A-ZÀ-ÞА-Я])|[^\]\s]+\s)[^\[\]\n]{3,200}\]"
    return compile_start(wording.words.stage_moves, before=rf"{some}|\[", after=r"[^\]\n]{0,40}$")


@cache
def _remark(wording: Wording) -> re.Pattern[str]:
    """The start of an editor's bracket, which is no direction."""
    return compile_start(wording.words.editorial_remarks, before=r"\[(?:\.|\?|", after=")")


def is_direction(text: str, block: Block, wording: Wording) -> bool:
    """Whether a block between speeches is a direction: in brackets, or of who comes and goes."""
    words = block.span.of(text)
    if rank_heading(words, wording):
        return False
    if BRACKETS.fullmatch(words):
        return _remark(wording).match(words) is None
    return len(block.lines) <= MOST_MOVE_LINES and _move(wording).fullmatch(words) is not None


class Speeches:
    """The speeches of a text: the labels of its speakers, and the speeches in verse."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        labels: dict[int, Label],
        passages: Passages,
        wording: Wording,
    ) -> None:
        self._text = text
        self._labels = labels
        self._passages = passages
        self._wording = wording
        self._long = _are_long(blocks, labels)
        self._verse = find_spoken_verse(text, blocks, labels, passages.setting)

    def annotate(self, blocks: Sequence[Block]) -> Iterator[Annotation]:
        """Annotate blocks between two headings: speeches, directions, other passages."""
        at = 0
        talks = any(map(self.begins, blocks))
        while at < len(blocks):
            label = self._labels.get(blocks[at].span.start)
            if label is None:
                yield from self._annotate_outside(blocks[at], talks=talks)
                at += 1
            else:
                end = self._find_end(blocks, at, label)
                yield from self._annotate_speech(blocks[at:end], label)
                at = end

    def begins(self, block: Block) -> bool:
        """Whether a speech begins with this block."""
        return block.span.start in self._labels

    def _find_end(self, blocks: Sequence[Block], start: int, label: Label) -> int:
        """Return the index after the last block of a speech.

        Directions after its last words are between it and the next speech.
        """
        end = start + 1
        while end < len(blocks) and not self.begins(blocks[end]):
            end += 1
        if end == len(blocks) and not self._long:
            below = label.rest >= blocks[start].span.end
            end = min(start + 2, end) if below else start + 1
        while end > start + 1 and is_direction(self._text, blocks[end - 1], self._wording):
            end -= 1
        return end

    def _annotate_outside(self, block: Block, *, talks: bool) -> Iterator[Annotation]:
        if talks and is_direction(self._text, block, self._wording):
            yield Annotation(block.span, "stage", rule="direction")
        else:
            yield from self._passages.annotate(block)

    def _annotate_speech(self, blocks: Sequence[Block], label: Label) -> Iterator[Annotation]:
        yield Annotation(Span(blocks[0].span.start, blocks[-1].span.end), "sp", rule="speaker")
        yield Annotation(label.name, "speaker", rule="speaker")
        if label.manner:
            yield Annotation(label.manner, "stage", rule="direction")
        rest = get_spoken(blocks[0], label.rest)
        for block in (*((rest,) if rest else ()), *blocks[1:]):
            yield from self._annotate_words(block)

    def _annotate_words(self, block: Block) -> Iterator[Annotation]:
        """Annotate the words of a speech: lines of verse or a paragraph, with directions."""
        if self._passages.heads_list(block):
            return
        spoken = drop_directions(self._text, block)
        if spoken is None or is_direction(self._text, block, self._wording):
            yield Annotation(block.span, "stage", rule="direction")
        elif spoken.span.end in self._verse:
            for line in block.lines:
                yield from self._annotate_line(line)
        elif special := [a for a in self._passages.find_special(block) if block.lines[1:]]:
            yield from special
        else:
            yield from self._annotate_prose(block)

    def _annotate_line(self, line: Span) -> Iterator[Annotation]:
        if BRACKETS.fullmatch(line.of(self._text)):
            yield Annotation(line, "stage", rule="direction")
            return
        yield Annotation(line, "l", rule="verse")
        yield from _find_directions(self._text, line, self._wording)

    def _annotate_prose(self, block: Block) -> Iterator[Annotation]:
        """Annotate paragraphs, and the lines between them that are directions."""
        lines: list[Span] = []
        for line in block.lines:
            if BRACKETS.fullmatch(line.of(self._text)):
                yield from self._annotate_paragraph(lines)
                yield Annotation(line, "stage", rule="direction")
                lines = []
            else:
                lines.append(line)
        yield from self._annotate_paragraph(lines)

    def _annotate_paragraph(self, lines: Sequence[Span]) -> Iterator[Annotation]:
        if lines:
            span = Span(lines[0].start, lines[-1].end)
            yield Annotation(span, "p", rule="speech")
            for line in lines:
                yield from _find_directions(self._text, line, self._wording)


def _are_long(blocks: Sequence[Block], labels: dict[int, Label]) -> bool:
    """Whether a third of the speeches have several paragraphs, so that the last one may."""
    further = sum(
        block.span.start in labels and following.span.start not in labels
        for block, following in pairwise(blocks)
    )
    return SEVERAL_PARAGRAPHS * further >= len(labels)


def _find_directions(text: str, line: Span, wording: Wording) -> Iterator[Annotation]:
    """Find the directions in a line of a speech: in square brackets, or round ones at its end."""
    spans = {
        Span(*match.span())
        for match in _bracketed(wording).finditer(text, line.start, line.end)
        if not _remark(wording).match(match[0])
    }
    spans |= {Span(*match.span()) for match in _SENTENCE.finditer(text, line.start, line.end)}
    if last := _LAST.search(text, line.start, line.end):
        spans.add(Span(*last.span(1)))
    for span in sorted(spans):
        yield Annotation(span, "stage", rule="direction")
