"""Manifest: what was made from what, so that only what changed is made again."""

import contextlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from toolkit.publish import journal
from toolkit.publish.files import UNFINISHED, failed

MANIFEST = ".tei-manifest.jsonl"
"""The manifest of an output folder: one line for each input, added when its files are in place.

The last line on an input counts. After a crash at any moment, an input without its line is made
again.
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
    """The records of an output folder; only a run that has locked the folder may add to them."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / MANIFEST
        self._records: dict[str, Record] = {}
        self._lines = 0
        for entry in journal.entries(self.path):
            self._lines += 1
            with contextlib.suppress(KeyError, TypeError, AttributeError):
                record = _record(entry)
                self._records[record.key] = record

    def get(self, key: str) -> Record | None:
        """What is known of an input."""
        return self._records.get(key)

    def add(self, record: Record) -> None:
        """Note what was made of an input, at once and for good. OutputError if that fails."""
        try:
            journal.add(self.path, asdict(record))
        except OSError as error:
            raise failed(self.path, error) from error
        self._lines += 1
        self._records[record.key] = record

    def compact(self) -> None:
        """Write the manifest anew, if most of its lines have been replaced by later ones."""
        if self._lines <= 2 * len(self._records) + 20:
            return
        anew = self.path.parent / UNFINISHED / self.path.name
        try:
            lines = "".join(journal.line(asdict(r)) for r in self._records.values())
            anew.write_text(lines, encoding="utf-8", newline="\n")
            anew.replace(self.path)
        except OSError as error:
            raise failed(self.path, error) from error
        self._lines = len(self._records)


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
