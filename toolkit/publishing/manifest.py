"""The manifest of an output folder: the inputs and hashes behind each result."""

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
"""The manifest: one line for each input, added when its files are in place.

The last line on an input applies. After a crash, an input without a line is built again.
"""


@dataclass(frozen=True, slots=True)
class Record:
    """The results of one input.

    ``key`` identifies the input. ``fingerprint`` has the hashes of everything the result depends
    on, except the authority entries that the text mentions; ``mentions`` has a hash of each of
    those. ``report`` is the entry of the input in ``report.json``.
    """

    key: str
    fingerprint: str
    mentions: Mapping[str, str]
    outputs: Mapping[str, FileVersion]
    report: Mapping[str, Any]


class Manifest:
    """The records of an output folder; only a run that holds its lock may add records."""

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
        """Return the record of an input."""
        return self._records.get(key)

    def add(self, record: Record) -> None:
        """Add a record to the file. OutputError if that fails."""
        try:
            self._journal.add(asdict(record))
        except OSError as error:
            raise write_error(self._place, error) from error
        self._records[record.key] = record

    def compact(self, scratch: Path) -> None:
        """Rewrite the manifest if it has grown; ``scratch`` is a folder for temporary files."""
        if not self._journal.is_crowded(len(self._records)):
            return
        try:
            self._journal.rewrite((asdict(r) for r in self._records.values()), scratch)
        except OSError as error:
            raise write_error(self._place, error) from error


class Versioned(Protocol):
    """An object that knows the versions of results."""

    def version(self, name: str) -> FileVersion | None:
        """Return the version of a result as it is now; None if it does not exist."""
        ...


def are_unchanged(results: Versioned, outputs: Mapping[str, FileVersion]) -> bool:
    """Whether all these files exist as they were written."""
    return all(results.version(name) == left for name, left in outputs.items())


def _record(data: Mapping[str, Any]) -> Record:
    outputs = {name: FileVersion(**left) for name, left in data["outputs"].items()}
    return Record(data["key"], data["fingerprint"], dict(data["mentions"]), outputs, data["report"])
