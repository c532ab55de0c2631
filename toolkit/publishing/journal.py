"""Journals: append-only files of JSON objects, one a line; a crash loses the last one at most.

A store has no appending: there, each object is a file of its own until ``rewrite`` puts them all
into one.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Protocol

from toolkit import storage
from toolkit.files import append_lines, replace_file
from toolkit.storage import Location, Url


class Journal(Protocol):
    """An ordered list of entries."""

    def entries(self) -> Iterator[Mapping[str, Any]]:
        """Yield the objects, oldest first."""
        ...

    def add(self, entry: Mapping[str, Any]) -> None:
        """Append an object, whole or not at all."""
        ...

    def is_crowded(self, entries: int, /) -> bool:
        """Whether to rewrite the journal when this many of its entries are still in use."""
        ...

    def rewrite(self, entries: Iterable[Mapping[str, Any]], scratch: Path, /) -> None:
        """Replace all entries; ``scratch`` is a folder for temporary files."""
        ...


def journal_at(place: Location) -> Journal:
    """Return the journal in a file or in a store."""
    return StoredJournal(place) if isinstance(place, Url) else FileJournal(place)


@dataclass(slots=True)
class FileJournal:
    """A journal in a local file. OSError if it cannot be read or written."""

    path: Path
    lines: int = 0

    def entries(self) -> Iterator[Mapping[str, Any]]:
        """Yield the objects, oldest first, without a line that a crash cut short."""
        try:
            text = self.path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return
        for entry in _parsed(text):
            self.lines += 1
            yield entry

    def add(self, entry: Mapping[str, Any]) -> None:
        """Append an object, whole or not at all."""
        append_lines(self.path, line(entry).encode())
        self.lines += 1

    def is_crowded(self, entries: int, /) -> bool:
        """Whether later lines have replaced most of the lines."""
        return self.lines > 2 * entries + 20

    def rewrite(self, entries: Iterable[Mapping[str, Any]], scratch: Path, /) -> None:
        """Replace all entries in one step."""
        lines = [line(entry) for entry in entries]
        replace_file(self.path, ("".join(lines).encode(),), scratch=scratch)
        self.lines = len(lines)


@dataclass(slots=True)
class StoredJournal:
    """A journal in a store: one file of many entries, and one for each later entry."""

    url: Url
    _next: Iterator[int] = field(default_factory=lambda: count(1))
    _parts: list[Url] = field(default_factory=list)

    def entries(self) -> Iterator[Mapping[str, Any]]:
        """Yield the objects, oldest first. StorageError if the store does not answer."""
        whole = storage.read_if_there(self.url) or b""
        yield from _parsed(whole.decode(errors="replace"))
        folder = Url(f"{self.url}.d")
        self._parts = [folder / name for name in storage.files_below(folder)]
        self._next = count(1 + max((_number(part) for part in self._parts), default=0))
        for data in storage.each(storage.read_if_there, self._parts):
            yield from _parsed((data or b"").decode(errors="replace"))

    def add(self, entry: Mapping[str, Any]) -> None:
        """Append an object. StorageError if that cannot be done."""
        part = Url(f"{self.url}.d") / f"{next(self._next):09}.json"
        storage.write(part, line(entry).encode())
        self._parts.append(part)

    def is_crowded(self, _: int, /) -> bool:
        """Whether there are entries outside the main file."""
        return bool(self._parts)

    def rewrite(self, entries: Iterable[Mapping[str, Any]], _: Path, /) -> None:
        """Put all entries into the main file, then remove the others."""
        storage.write(self.url, "".join(map(line, entries)).encode())
        list(storage.each(storage.remove, self._parts))
        self._parts = []


def line(entry: Mapping[str, Any]) -> str:
    """Format an object as a line of a journal."""
    return json.dumps(entry, ensure_ascii=False) + "\n"


def _parsed(text: str) -> Iterator[Mapping[str, Any]]:
    for each in text.split("\n"):
        try:
            entry = json.loads(each)
        except (ValueError, RecursionError):
            continue
        if isinstance(entry, dict):
            yield entry


def _number(part: Url) -> int:
    return int(part.stem) if part.stem.isdecimal() else 0
