"""Characters in a row, without white space, and the word boundaries between them.

Two texts have the same words if their characters are equal and their boundaries agree. A boundary
is white space, which both texts must have, or the edge of a block, where the other text may or may
not have white space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from toolkit.text.whitespace import SPACE

NONE, WHITE_SPACE, EDGE = range(3)
"""What is between two characters; ``EDGE`` agrees with both others."""

_CHARACTER, _SPACE, _BLOCK_EDGE = (bytes((code,)) for code in (NONE, WHITE_SPACE, EDGE))
_GAPS: Final = _SPACE + _BLOCK_EDGE
_SEVERAL_GAPS: Final = re.compile(b"[" + _GAPS + b"]{2,}")
_SIGNS: Final = bytes(WHITE_SPACE if chr(byte) in SPACE else NONE for byte in range(256))
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
    """Collects text and block edges into a stream.

    ``length`` counts the characters so far, white space left out; ``after_space`` is whether white
    space follows the last one.
    """

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._signs: list[bytes] = []
        self.length = 0
        self.after_space = False

    def add(self, text: str | None) -> None:
        """Append text."""
        if text:
            signs = _signs_of(text)
            self._texts.append(text)
            self._signs.append(signs)
            self.length += signs.count(_CHARACTER)
            _, character, end = signs.rpartition(_CHARACTER)
            self.after_space = _SPACE in end or (self.after_space and not character)

    def add_edge(self) -> None:
        """Append the edge of a block: a boundary where the other text may have no white space."""
        self._signs.append(_BLOCK_EDGE)

    def build(self, *, loose: bool = False) -> CharacterStream:
        """Return the stream; its two ends agree with any boundary, and all of it if ``loose``."""
        characters = _without_space("".join(self._texts))
        if loose:
            return CharacterStream(characters, _BLOCK_EDGE * (self.length + 1))
        inner = _boundaries_of(b"".join(self._signs).lstrip(_GAPS))
        return CharacterStream(characters, _BLOCK_EDGE + inner[1:] + _BLOCK_EDGE * bool(inner))


def stream_of(text: str) -> CharacterStream:
    """Return the stream of a plain text, where every boundary is white space, the ends included."""
    boundaries = _boundaries_of(_SPACE + _signs_of(text))
    return CharacterStream(_without_space(text), boundaries + _SPACE)


def _signs_of(text: str) -> bytes:
    """Return one byte for each character of a text: ``_SPACE`` or ``_CHARACTER``."""
    return text.encode("latin-1", "replace").translate(_SIGNS)


def _boundaries_of(signs: bytes) -> bytes:
    """Return the code of the gap before each character; gaps after the last one are left out."""
    merged = _SEVERAL_GAPS.sub(_merge_gaps, signs.rstrip(_GAPS))
    spaced = merged.replace(_SPACE + _CHARACTER, _SPACE)
    return spaced.replace(_BLOCK_EDGE + _CHARACTER, _BLOCK_EDGE)


def _merge_gaps(gaps: re.Match[bytes]) -> bytes:
    """Return one gap for several: white space counts, whatever edges are beside it."""
    return _SPACE if _SPACE in gaps[0] else _BLOCK_EDGE


def _without_space(text: str) -> str:
    for char in SPACE:
        text = text.replace(char, "")
    return text


def offsets_of(text: str) -> Iterator[int]:
    """Yield the offset in a text of each character of its stream."""
    return (offset for offset, char in enumerate(text) if char not in SPACE)
