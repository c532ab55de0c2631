"""The folder for results, on this machine or in a store."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from toolkit.publishing.file_version import FileVersion
from toolkit.publishing.local_output import OutputFolder
from toolkit.storage import AT_ONCE, Location, Url


class Results(Protocol):
    """A locked folder in which no file is ever half written.

    ``unfinished`` is a folder of this machine for temporary files.
    """

    @property
    def path(self) -> Location:
        """The location of the folder."""
        ...

    @property
    def force(self) -> bool:
        """Whether hand work is overwritten."""
        ...

    @property
    def unfinished(self) -> Path:
        """The folder for temporary files."""
        ...

    def write(self, name: str, data: bytes) -> Location:
        """Write a result in one step. OutputError if the file there is hand work."""
        ...

    def write_pieces(self, name: str, pieces: Iterable[bytes]) -> Location:
        """Write a result that need not fit in memory."""
        ...

    def read(self, name: str) -> bytes:
        """Read a result. SourceError if it cannot be read."""
        ...

    def version(self, name: str) -> FileVersion | None:
        """Return the version of a result as it is now; None if it does not exist."""
        ...

    def close(self) -> None:
        """Let other runs write here."""
        ...


def results_in(place: Location, *, force: bool = False, inputs: Iterable[Path] = ()) -> Results:
    """Open and lock a folder for results, which may overwrite none of ``inputs``.

    OutputError or StorageError if it cannot be opened.
    """
    if isinstance(place, Url):
        from toolkit.publishing.object_store import StoredFolder  # noqa: PLC0415  # only for stores

        return StoredFolder(place, force=force)
    return OutputFolder(place, force=force, inputs=inputs)


def at_once(results: Results) -> int:
    """Return how many files to write at once by threads; 0 where threads gain nothing."""
    return AT_ONCE if isinstance(results.path, Url) else 0
