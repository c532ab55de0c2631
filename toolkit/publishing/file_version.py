"""FileVersion: what tells, without reading a result, that it is as it was left."""

from dataclasses import dataclass
from pathlib import Path

from toolkit import storage
from toolkit.storage import Location, Stored, Url


@dataclass(frozen=True, slots=True)
class FileVersion:
    """An output as it was left: its size in bytes, and when it changed, in nanoseconds.

    In a store it is the store's own ``mark`` that changes with the content.
    """

    size: int
    changed: int = 0
    mark: str = ""


def version_in(folder: Path, name: str) -> FileVersion | None:
    """The stamp of a file as it is now; None if it is not there."""
    try:
        found = (folder / name).stat()
    except OSError:
        return None
    return FileVersion(found.st_size, found.st_mtime_ns)


def version_of(found: Stored) -> FileVersion:
    """The stamp of a file in a store."""
    return FileVersion(found.size, mark=found.mark)


class OutputVersions:
    """The stamps of all results in a place, for whoever writes nothing there.

    StorageError if a store does not answer.
    """

    def __init__(self, place: Location) -> None:
        self._place = place
        self._found = storage.files_below(place) if isinstance(place, Url) else {}

    def version(self, name: str) -> FileVersion | None:
        """The stamp of a result; None if it is not there."""
        if isinstance(self._place, Path):
            return version_in(self._place, name)
        return version_of(self._found[name]) if name in self._found else None
