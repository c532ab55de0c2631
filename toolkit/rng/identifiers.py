"""Identifiers: which IDs a document declares, and which IDREFs it makes, in little memory."""

from collections.abc import Iterator
from typing import Final

from toolkit.findings import Place
from toolkit.rng.places import Position

_MOST_REFERENCES: Final = 100_000


class Identifiers:
    """The IDs declared so far, each with its place, and the references still unresolved."""

    def __init__(self) -> None:
        self._declared: dict[str, Position] = {}
        self._references: dict[str, Place] = {}

    def declare(self, name: str, position: Position) -> Position | None:
        """Note an ID; the place of the first one if the document has it already."""
        first = self._declared.setdefault(name, position)
        return None if first is position else first

    def refer(self, names: str, place: Place) -> None:
        """Note references by IDREF or IDREFS."""
        for name in names.split():
            if name not in self._declared and len(self._references) < _MOST_REFERENCES:
                self._references.setdefault(name, place)

    def unresolved(self) -> Iterator[tuple[str, Place]]:
        """The references to IDs that no element has, each once."""
        for name, place in self._references.items():
            if name not in self._declared:
                yield name, place
