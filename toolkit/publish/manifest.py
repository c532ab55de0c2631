"""Manifest: what was made from what, so that only what changed is made again."""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

MANIFEST = ".tei-manifest.jsonl"
"""The manifest of an output folder: one line for each input, added when its files are in place.

The last line on an input counts. After a power cut at any moment, an input without its line is
made again.
"""


@dataclass(frozen=True, slots=True)
class Stamp:
    """An output as it was left: its size in bytes and its time of change in nanoseconds."""

    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Record:
    """What was made of one input.

    ``key`` is what the input is known by. ``fingerprint`` is a hash of all that the result depends
    on, but for the authority entries that the text mentions: ``mentions`` has a hash for each of
    them. ``report`` is what ``report.json`` says of the input.
    """

    key: str
    fingerprint: str
    mentions: Mapping[str, str]
    outputs: Mapping[str, Stamp]
    report: Mapping[str, Any]


class Manifest:
    """The records of an output folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / MANIFEST
        self._records: dict[str, Record] = {}
        lines = 0
        with contextlib.suppress(FileNotFoundError):
            for line in self.path.read_text(encoding="utf-8", errors="replace").splitlines():
                lines += 1
                with contextlib.suppress(ValueError, KeyError, TypeError):
                    record = _record(json.loads(line))
                    self._records[record.key] = record
        if lines > 2 * len(self._records) + 20:
            self._compact()

    def get(self, key: str) -> Record | None:
        """What is known of an input."""
        return self._records.get(key)

    def add(self, record: Record) -> None:
        """Note what was made of an input, at once and for good."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(_line(record))
        self._records[record.key] = record

    def _compact(self) -> None:
        """Write the manifest anew without the lines that later ones replaced."""
        anew = self.path.with_suffix(".new")
        anew.write_text("".join(map(_line, self._records.values())), encoding="utf-8")
        anew.replace(self.path)


def stamp(path: Path) -> Stamp:
    """The stamp of a file as it is now."""
    found = path.stat()
    return Stamp(found.st_size, found.st_mtime_ns)


def is_as_left(folder: Path, outputs: Mapping[str, Stamp]) -> bool:
    """Whether all these files are there as they were left."""
    try:
        return all(stamp(folder / name) == left for name, left in outputs.items())
    except OSError:
        return False


def _record(data: Mapping[str, Any]) -> Record:
    outputs = {name: Stamp(**left) for name, left in data["outputs"].items()}
    return Record(data["key"], data["fingerprint"], dict(data["mentions"]), outputs, data["report"])


def _line(record: Record) -> str:
    return json.dumps(asdict(record), ensure_ascii=False) + "\n"
