"""Manifest: what was made from what, so that only what changed is made again."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from toolkit.files import write_error
from toolkit.publishing.file_version import FileVersion
from toolkit.publishing.journal import journal_at
from toolkit.storage import Location

MANIFEST = ".tei-manifest.jsonl"
"""The manifest of an output folder: one line for each input, added when its files are in place.

The last line on an input counts. After a crash at any moment, an input without its line is made
again.
"""


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
    outputs: Mapping[str, FileVersion]
    report: Mapping[str, Any]


class Manifest:
    """The records of an output folder; only a run that has locked the folder may add to them."""

    def __init__(self, place: Location) -> None:
        """``place`` is the output folder. StorageError if it is in a store that does not answer."""
        self._place = place / MANIFEST
        self._journal = journal_at(self._place)
        self._records: dict[str, Record] = {}
        for entry in self._journal.entries():
            with contextlib.suppress(KeyError, TypeError, AttributeError):
                record = _record(entry)
                self._records[record.key] = record

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def get(self, key: str) -> Record | None:
        """What is known of an input."""
        return self._records.get(key)

    def add(self, record: Record) -> None:
        """Note what was made of an input, at once and for good. OutputError if that fails."""
        try:
            self._journal.add(asdict(record))
        except OSError as error:
            raise write_error(self._place, error) from error
        self._records[record.key] = record

    def compact(self, scratch: Path) -> None:
        """Write the manifest anew, if it has grown; ``scratch`` is for what is not in place yet."""
        if not self._journal.is_crowded(len(self._records)):
            return
        try:
            self._journal.rewrite((asdict(r) for r in self._records.values()), scratch)
        except OSError as error:
            raise write_error(self._place, error) from error


class Versioned(Protocol):
    """Whatever knows the stamps of results."""

    def version(self, name: str) -> FileVersion | None:
        """The stamp of a result as it is now; None if it is not there."""
        ...


def are_unchanged(results: Versioned, outputs: Mapping[str, FileVersion]) -> bool:
    """Whether all these files are there as they were left."""
    return all(results.version(name) == left for name, left in outputs.items())


def _record(data: Mapping[str, Any]) -> Record:
    outputs = {name: FileVersion(**left) for name, left in data["outputs"].items()}
    return Record(data["key"], data["fingerprint"], dict(data["mentions"]), outputs, data["report"])
