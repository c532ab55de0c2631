"""FileVersion: what tells, without reading a result, that it is as it was left."""

from dataclasses import dataclass
from pathlib import Path

from toolkit import storage
from toolkit.storage import Location, Stored, Url


@dataclass(frozen=True, slots=True)
class FileVersion:
    """The version of an output: its size in bytes and the time of its last change in nanoseconds.

    In a store, ``mark`` is the version tag that changes with the content.
    """

    size: int
    changed: int = 0
    mark: str = ""


def version_in(folder: Path, name: str) -> FileVersion | None:
    """Return the version of a file; None if it does not exist."""
    try:
        found = (folder / name).stat()
    except OSError:
        return None
    return FileVersion(found.st_size, found.st_mtime_ns)


def version_of(found: Stored) -> FileVersion:
    """Return the version of a file in a store."""
    return FileVersion(found.size, mark=found.mark)


class OutputVersions:
    """Read-only access to the versions of the files in an output location.

    StorageError if a store does not answer.
    """

    def __init__(self, place: Location) -> None:
        self._place = place
        self._found = storage.files_below(place) if isinstance(place, Url) else {}

    def version(self, name: str) -> FileVersion | None:
        """Return the version of a result; None if it does not exist."""
        if isinstance(self._place, Path):
            return version_in(self._place, name)
        return version_of(self._found[name]) if name in self._found else None
