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
_HYPHENS: Final = "-\u2010\u00ac\u2e17\u00ad"
"""What may stand at the end of a line within a word; COPU-2."""


class Gap(enum.IntEnum):
    """What parts two words, from the weakest to the strongest.

    ``WORD`` is a space, but nothing beside a character of a script that writes no spaces.
    """

    NONE = 0
    WORD = 1
    SPACE = 2
    CELL = 3
    LINE = 4
    BLOCK = 5


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
        self._glued = False
        self._waiting: list[Range] = []
        self._ended: list[Range] = []

    def add(self, text: str | None) -> None:
        """Put words and white space at the end."""
        for piece in _PIECES.findall(text or ""):
            if piece[0] in SPACE:
                self.part(Gap.SPACE)
            else:
                self._word(piece)

    def part(self, gap: Gap) -> None:
        """Say what parts the next word from the last; the strongest counts."""
        if gap > Gap.SPACE:
            self._glued = False
        if not self._glued:
            self._gap = max(self._gap, gap)

    def glue(self) -> None:
        """White space here is none of the text: the next word follows at once."""
        if self._gap <= Gap.SPACE:
            self._gap, self._glued = Gap.NONE, True

    def join(self) -> None:
        """The word goes on after a line's end: the hyphen and the white space there go."""
        self._gap = Gap.NONE
        self._glued = True
        if self._parts and self._parts[-1][-1] in _HYPHENS:
            self._parts[-1] = self._parts[-1][:-1]
            if not self._parts[-1]:
                self._parts.pop()
            self.length -= 1
            for ended in self._ended:
                ended.start = min(ended.start, self.length)
                ended.end = min(ended.end, self.length)

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
        self._ended.append(begun)

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
        written = self._between(word[0])
        if written:
            self._parts.append(written)
            self.length += len(written)
        self._gap, self._glued = Gap.NONE, False
        for waiting in self._waiting:
            if waiting.start < 0:
                waiting.start = self.length
                waiting.end = self.length if waiting.closed else -1
        self._waiting.clear()
        self._ended.clear()
        self._parts.append(word)
        self.length += len(word)

    def _between(self, following: str) -> str:
        if not self._parts or self._gap is Gap.NONE:
            return ""
        if self._gap is Gap.WORD:
            unspaced = _is_unspaced(self._parts[-1][-1]) or _is_unspaced(following)
            return "" if unspaced else " "
        return _WRITTEN[self._gap]


def _is_unspaced(char: str) -> bool:
    """Whether a character is of a script without spaces between words: Han and its kin."""
    return "\u2e80" <= char <= "\u9fff"
