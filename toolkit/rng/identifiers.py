"""The IDs and IDREFs of a document, in little memory."""

from array import array
from collections.abc import Iterator
from typing import Final

from toolkit.findings import Place
from toolkit.rng.positions import Position

_MOST_REFERENCES: Final = 100_000
_FIRST_SIZE: Final = 1 << 10
_COLUMN_BITS: Final = 24
_MOST_COLUMNS: Final = (1 << _COLUMN_BITS) - 1


class Identifiers:
    """The IDs declared so far, each with its place, and the references still unresolved."""

    def __init__(self) -> None:
        self._declared = _Table()
        self._references: dict[str, Place] = {}

    def declare(self, name: str, position: Position) -> Position | None:
        """Record an ID; return the position of the first one if it is a duplicate."""
        packed = position.line << _COLUMN_BITS | min(position.column, _MOST_COLUMNS)
        first = self._declared.add(name, packed)
        return None if first is None else Position(first >> _COLUMN_BITS, first & _MOST_COLUMNS)

    def refer(self, names: str, place: Place) -> None:
        """Record references by IDREF or IDREFS."""
        for name in names.split():
            if name not in self._declared and len(self._references) < _MOST_REFERENCES:
                self._references.setdefault(name, place)

    def unresolved(self) -> Iterator[tuple[str, Place]]:
        """Yield the references to undeclared IDs, each once."""
        for name, place in self._references.items():
            if name not in self._declared:
                yield name, place


class _Table:
    """A hash table of numbers by name, in 16 bytes a slot instead of Python's 300.

    Names are told apart by their hash values alone, 64 bits with a secret key: of two million
    names, two look alike once in ten million documents.
    """

    def __init__(self) -> None:
        self._keys = array("q", bytes(8 * _FIRST_SIZE))
        self._values = array("Q", bytes(8 * _FIRST_SIZE))
        self._count = 0

    def __contains__(self, name: str) -> bool:
        return self._keys[self._slot(hash(name) or 1)] != 0

    def add(self, name: str, value: int) -> int | None:
        """Store a value, or return the one stored for this name before."""
        key = hash(name) or 1
        at = self._slot(key)
        if self._keys[at]:
            return self._values[at]
        self._keys[at] = key
        self._values[at] = value
        self._count += 1
        if self._count * 2 > len(self._keys):
            self._grow()
        return None

    def _slot(self, key: int) -> int:
        """Return the slot of a key, or the free slot for it."""
        keys = self._keys
        mask = len(keys) - 1
        at = key & mask
        while keys[at] and keys[at] != key:
            at = (at + 1) & mask
        return at

    def _grow(self) -> None:
        keys, values = self._keys, self._values
        self._keys = array("q", bytes(16 * len(keys)))
        self._values = array("Q", bytes(16 * len(keys)))
        for key, value in zip(keys, values, strict=True):
            if key:
                at = self._slot(key)
                self._keys[at] = key
                self._values[at] = value
