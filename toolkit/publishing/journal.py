"""Journal: JSON objects, one a line, only ever added to; a crash costs the last of them at most.

On this machine it is a file. A store has files that nothing can be added to: there, each object is
a file of its own, until ``rewrite`` puts them all into one.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Protocol

from toolkit import storage
from toolkit.storage import Location, Url


class Journal(Protocol):
    """Whatever keeps entries in their order."""

    def entries(self) -> Iterator[Mapping[str, Any]]:
        """The objects, oldest first."""
        ...

    def add(self, entry: Mapping[str, Any]) -> None:
        """Add an object at the end, whole or not at all."""
        ...

    def is_crowded(self, entries: int, /) -> bool:
        """Whether it should be written anew, if so many of its entries are still of use."""
        ...

    def rewrite(self, entries: Iterable[Mapping[str, Any]], scratch: Path, /) -> None:
        """Replace all that is in it; ``scratch`` is a folder for what is not yet in place."""
        ...


def journal_at(place: Location) -> Journal:
    """The journal in a file, or in a store."""
    return StoredJournal(place) if isinstance(place, Url) else FileJournal(place)


@dataclass(slots=True)
class FileJournal:
    """A journal in a file of this machine. OSError if that cannot be read or written."""

    path: Path
    lines: int = 0

    def entries(self) -> Iterator[Mapping[str, Any]]:
        """The objects, oldest first; a line cut short by a crash is passed over."""
        try:
            text = self.path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return
        for entry in _parsed(text):
            self.lines += 1
            yield entry

    def add(self, entry: Mapping[str, Any]) -> None:
        """Add an object at the end, whole or not at all."""
        add(self.path, entry)
        self.lines += 1

    def is_crowded(self, entries: int, /) -> bool:
        """Whether most of its lines have been replaced by later ones."""
        return self.lines > 2 * entries + 20

    def rewrite(self, entries: Iterable[Mapping[str, Any]], scratch: Path, /) -> None:
        """Replace all that is in it, in one step."""
        lines = [line(entry) for entry in entries]
        anew = scratch / self.path.name
        anew.write_text("".join(lines), encoding="utf-8", newline="\n")
        anew.replace(self.path)
        self.lines = len(lines)


@dataclass(slots=True)
class StoredJournal:
    """A journal in a store: a file of many entries, and beside it one for each later entry."""

    url: Url
    _next: Iterator[int] = field(default_factory=lambda: count(1))
    _parts: list[Url] = field(default_factory=list)

    def entries(self) -> Iterator[Mapping[str, Any]]:
        """The objects, oldest first. StorageError if the store does not answer."""
        whole = storage.read_if_there(self.url) or b""
        yield from _parsed(whole.decode(errors="replace"))
        folder = Url(f"{self.url}.d")
        self._parts = [folder / name for name in storage.files_below(folder)]
        self._next = count(1 + max((_number(part) for part in self._parts), default=0))
        for data in storage.each(storage.read_if_there, self._parts):
            yield from _parsed((data or b"").decode(errors="replace"))

    def add(self, entry: Mapping[str, Any]) -> None:
        """Add an object at the end. StorageError if that cannot be done."""
        part = Url(f"{self.url}.d") / f"{next(self._next):09}.json"
        storage.write(part, line(entry).encode())
        self._parts.append(part)

    def is_crowded(self, _: int, /) -> bool:
        """Whether there are entries beside the file."""
        return bool(self._parts)

    def rewrite(self, entries: Iterable[Mapping[str, Any]], _: Path, /) -> None:
        """Put all into the file; what stood beside it is removed afterwards."""
        storage.write(self.url, "".join(map(line, entries)).encode())
        list(storage.each(storage.remove, self._parts))
        self._parts = []


def entries(path: Path) -> Iterator[Mapping[str, Any]]:
    """The objects of a file, as ``FileJournal.entries``."""
    return FileJournal(path).entries()


def add(path: Path, entry: Mapping[str, Any]) -> None:
    """Add an object at the end of a file, whole or not at all. OSError if that cannot be done."""
    data = line(entry).encode()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666)
    try:
        end = os.lseek(handle, 0, os.SEEK_END)
        if end and _last_byte(handle, end) != b"\n":
            data = b"\n" + data  # a crash cut the last line short: it must not spoil this one
        try:
            _write(handle, data)
        except OSError:
            os.ftruncate(handle, end)
            raise
    finally:
        os.close(handle)


def line(entry: Mapping[str, Any]) -> str:
    """An object as a line of a journal."""
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


def _last_byte(handle: int, end: int) -> bytes:
    os.lseek(handle, end - 1, os.SEEK_SET)
    return os.read(handle, 1)


def _write(handle: int, data: bytes) -> None:
    """Write all of it: a disk that is nearly full takes less at a time."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
