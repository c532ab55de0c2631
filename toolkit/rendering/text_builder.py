"""Running text: characters put together from pieces of XML, and the ranges that elements take.

White space is collected, not copied: between two words stands what parts them most, one of
``Gap``. A range begins at its first character and ends after its last, so white space at the
edges of an element is outside it.
"""

import enum
import re
from dataclasses import dataclass
from typing import Final

from toolkit.text import Span
from toolkit.text.whitespace import SPACE

_PIECES: Final = re.compile(f"[{SPACE}]+|[^{SPACE}]+")


class Gap(enum.IntEnum):
    """What parts two words, from the weakest to the strongest."""

    NONE = 0
    SPACE = 1
    CELL = 2
    LINE = 3
    BLOCK = 4


_WRITTEN: Final = {Gap.SPACE: " ", Gap.CELL: "\t", Gap.LINE: "\n", Gap.BLOCK: "\n\n"}


@dataclass(slots=True, eq=False)
class Range:
    """The place of an element, known when its first character is, or when its block ends."""

    start: int = -1
    end: int = -1
    closed: bool = False

    @property
    def span(self) -> Span:
        """The place as a span."""
        return Span(self.start, self.end)


class RunningText:
    """A text that grows at its end; ``length`` counts its code points."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self._gap = Gap.NONE
        self._waiting: list[Range] = []

    def add(self, text: str | None) -> None:
        """Put words and white space at the end."""
        for piece in _PIECES.findall(text or ""):
            if piece[0] in SPACE:
                self.part(Gap.SPACE)
            else:
                self._word(piece)

    def part(self, gap: Gap) -> None:
        """Say what parts the next word from the last; the strongest counts."""
        self._gap = max(self._gap, gap)

    def begin(self) -> Range:
        """An element begins."""
        begun = Range()
        self._waiting.append(begun)
        return begun

    def end(self, begun: Range) -> None:
        """An element ends; without characters of its own it is a point."""
        begun.closed = True
        if begun.start >= 0:
            begun.end = self.length
        elif self._gap is Gap.NONE:
            begun.start = begun.end = self.length

    def settle(self) -> None:
        """A block ends: points that wait for a next word in it stand after the last."""
        for waiting in self._waiting:
            if waiting.closed and waiting.start < 0:
                waiting.start = waiting.end = self.length
        self._waiting = [waiting for waiting in self._waiting if waiting.start < 0]

    def text(self) -> str:
        """All that was put together; what was not settled is."""
        self.settle()
        return "".join(self._parts)

    def _word(self, word: str) -> None:
        written = self._between()
        if written:
            self._parts.append(written)
            self.length += len(written)
        self._gap = Gap.NONE
        for waiting in self._waiting:
            if waiting.start < 0:
                waiting.start = self.length
                waiting.end = self.length if waiting.closed else -1
        self._waiting.clear()
        self._parts.append(word)
        self.length += len(word)

    def _between(self) -> str:
        if not self._parts or self._gap is Gap.NONE:
            return ""
        return _WRITTEN[self._gap]
