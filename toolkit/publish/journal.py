"""Journal: JSON objects, one a line, only ever added to; a crash costs the last of them at most."""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


def entries(path: Path) -> Iterator[Mapping[str, Any]]:
    """The objects of a journal, oldest first; none where there is no file.

    A line cut short by a crash is passed over. OSError if the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    except FileNotFoundError:
        return
    for line in lines:
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(entry, dict):
            yield entry


def add(path: Path, entry: Mapping[str, Any]) -> None:
    """Add an object at the end, whole or not at all. OSError if that cannot be done."""
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


def _last_byte(handle: int, end: int) -> bytes:
    os.lseek(handle, end - 1, os.SEEK_SET)
    return os.read(handle, 1)


def _write(handle: int, data: bytes) -> None:
    """Write all of it: a disk that is nearly full takes less at a time."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
