"""Results: the folder that results are written to, on this machine or in a store."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from toolkit.publishing.file_version import FileVersion
from toolkit.publishing.local_output import OutputFolder
from toolkit.storage import AT_ONCE, Location, Url


class Results(Protocol):
    """A folder that is this object's alone until it is closed: nothing in it is half written.

    ``unfinished`` is a folder of this machine for temporary files; ``at_once`` is how many files
    may be written at once, by threads.
    """

    @property
    def path(self) -> Location:
        """Where it is."""
        ...

    @property
    def force(self) -> bool:
        """Whether what somebody edited by hand is overwritten."""
        ...

    @property
    def unfinished(self) -> Path:
        """The folder for temporary files."""
        ...

    def write(self, name: str, data: bytes) -> Location:
        """Put a file in its place, whole. OutputError if it was edited by hand."""
        ...

    def write_pieces(self, name: str, pieces: Iterable[bytes]) -> Location:
        """The same for a file that comes in pieces and need not fit in memory."""
        ...

    def read(self, name: str) -> bytes:
        """The content of a result. SourceError if it cannot be read."""
        ...

    def version(self, name: str) -> FileVersion | None:
        """The stamp of a result as it is now; None if it is not there."""
        ...

    def close(self) -> None:
        """Let others write here."""
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
    """How many files may be written at once; 0 if it is no gain."""
    return AT_ONCE if isinstance(results.path, Url) else 0
