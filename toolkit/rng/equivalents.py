"""Find the TEI for elements of other vocabularies: HTML, DocBook, and TEI P4."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from toolkit.namespaces import TEI
from toolkit.rng.nameclass import SEPARATOR, local_of, namespace_of

_DATA: Final = Path(__file__).with_name("equivalents.toml")
_NAMESPACES: Final = {
    "http://www.w3.org/1999/xhtml": ("HTML",),
    "http://docbook.org/ns/docbook": ("DocBook",),
    TEI: ("TEI P4", "HTML", "DocBook"),
}
"""The vocabularies whose names are looked for in a namespace, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Equivalent:
    """The TEI for an element: its vocabulary, and the start tag without brackets."""

    vocabulary: str
    tag: str

    @property
    def name(self) -> str:
        """The TEI element, as ``namespace}local``."""
        return f"{TEI}{SEPARATOR}{self.tag.partition(' ')[0]}"


def find_equivalents(name: str, has: Callable[[str], Iterable[object]]) -> tuple[Equivalent, ...]:
    """Return what an unknown element may mean in TEI, of the elements that a schema ``has``."""
    known = (
        Equivalent(vocabulary, _tables()[vocabulary][local_of(name)])
        for vocabulary in _NAMESPACES.get(namespace_of(name), ())
        if local_of(name) in _tables()[vocabulary]
    )
    return tuple(found for found in known if any(True for _ in has(found.name)))


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    tables: Mapping[str, Mapping[str, str]] = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return tables
