"""Characters in a row, without white space, and the word boundaries between them.

Two texts have the same words if their characters are equal and their boundaries agree. A boundary
is white space, which both texts must have, or the edge of a block, where the other text may or may
not have white space.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from toolkit.text.whitespace import SPACE

NONE, WHITE_SPACE, EDGE = range(3)
"""What is between two characters; ``EDGE`` agrees with both others."""

_TO_SPACE: Final = {ord(char): " " for char in SPACE}
_STRICT: Final = bytes((1, 1, 0)) + bytes(253)
_TEXT: Final = bytes((0, 1, 0)) + bytes(253)


@dataclass(frozen=True, slots=True)
class CharacterStream:
    """``boundaries`` has one code for the gap before each character, and one for the end."""

    characters: str
    boundaries: bytes

    def __post_init__(self) -> None:
        if len(self.boundaries) != len(self.characters) + 1:
            raise ValueError("a stream has one boundary more than characters")

    def __len__(self) -> int:
        return len(self.characters)

    def agrees(self, start: int, text: "CharacterStream", at: int, length: int) -> bool:
        """Whether ``length`` characters from ``start`` are those of a plain text from ``at``.

        The gap before the first character counts, the gap after the last one does not.
        """
        if self.characters[start : start + length] != text.characters[at : at + length]:
            return False
        own = self.boundaries[start : start + length]
        other = text.boundaries[at : at + length]
        if own == other:
            return True
        mask = int.from_bytes(own.translate(_STRICT))
        return int.from_bytes(own.translate(_TEXT)) == int.from_bytes(other) & mask

    def words(self, start: int, length: int) -> str:
        """Return up to ``length`` characters from ``start``, spaces at the boundaries included."""
        parts: list[str] = []
        for i in range(start, min(start + length, len(self))):
            if self.boundaries[i] and parts:
                parts.append(" ")
            parts.append(self.characters[i])
        return "".join(parts)[:length]

    def word_start(self, index: int) -> int:
        """Return the start of the word that has a character."""
        while index > 0 and not self.boundaries[index]:
            index -= 1
        return index


class StreamBuilder:
    """Collects text and block edges into a stream."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._gaps: list[int] = []
        self._gap = EDGE
        self.length = 0

    @property
    def after_space(self) -> bool:
        """Whether white space follows the last character so far."""
        return self._gap == WHITE_SPACE

    def add(self, text: str | None) -> None:
        """Append text."""
        for number, word in enumerate((text or "").translate(_TO_SPACE).split(" ")):
            if number:
                self._gap = WHITE_SPACE
            if word:
                self._words.append(word)
                self._gaps.append(self._gap)
                self.length += len(word)
                self._gap = NONE

    def add_edge(self) -> None:
        """Append the edge of a block: a boundary where the other text may have no white space."""
        if self._gap == NONE:
            self._gap = EDGE

    def build(self, *, loose: bool = False) -> CharacterStream:
        """Return the stream; its two ends agree with any boundary, and all of it if ``loose``."""
        if loose:
            return CharacterStream("".join(self._words), bytes((EDGE,)) * (self.length + 1))
        boundaries = bytearray()
        for gap, word in zip(self._gaps, self._words, strict=True):
            boundaries.append(gap)
            boundaries.extend(bytes(len(word) - 1))
        boundaries.append(EDGE)
        if self._words:
            boundaries[0] = EDGE
        return CharacterStream("".join(self._words), bytes(boundaries))


def stream_of(text: str) -> CharacterStream:
    """Return the stream of a plain text, where every boundary is white space, the ends included."""
    words = [word for word in text.translate(_TO_SPACE).split(" ") if word]
    boundaries = b"".join(b"\1" + bytes(len(word) - 1) for word in words)
    return CharacterStream("".join(words), boundaries + b"\1")


def offsets_of(text: str) -> Iterator[int]:
    """Yield the offset in a text of each character of its stream."""
    return (offset for offset, char in enumerate(text) if char not in SPACE)
