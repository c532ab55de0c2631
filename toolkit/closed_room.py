"""Read the files that a foreign document, schema or stylesheet names, within bounds.

A document may name other files: schemas, inclusions, documents that a rule looks at. They are
read through a room: the folders that are open to the document, and the number and size of the
files. Only regular files are read, and nothing whose name, or a folder of whose path below the
room, begins with a full stop (``.git``, ``.env``).
"""

import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from toolkit.exceptions import ToolkitError

MAX_FILE_BYTES: Final = 64 * 2**20
"""The largest file that a document may name: 64 MiB."""

MAX_FILES: Final = 2_000
"""How many times a document may have a file read, repetitions included."""

MAX_TOTAL_BYTES: Final = 256 * 2**20
"""How many bytes a document may have read in all: 256 MiB."""


class ClosedRoomError(ToolkitError):
    """A file that was named is not read; the message is the reason, without the file's name."""


@dataclass(frozen=True, slots=True)
class ClosedRoom:
    """The folders whose files may be read, with everything below them."""

    folders: tuple[Path, ...]
    max_file_bytes: int = MAX_FILE_BYTES
    max_files: int = MAX_FILES
    max_total_bytes: int = MAX_TOTAL_BYTES

    @classmethod
    def around(cls, folder: Path | None, also: Iterable[Path] = ()) -> "ClosedRoom":
        """Make the room of a document in ``folder``; ``also`` are folders that the user opened."""
        folders = (*(() if folder is None else (folder,)), *also)
        return cls(tuple(dict.fromkeys(path.resolve() for path in folders)))

    def admits(self, path: Path) -> bool:
        """Whether a path, symbolic links followed, is in the room and not hidden."""
        try:
            resolved = path.resolve()
        except (OSError, ValueError, RuntimeError):
            return False
        return any(_is_below(resolved, folder) for folder in self.folders)

    def enter(self) -> "Reader":
        """Start reading: the bounds on number and total size count from here."""
        return Reader(self)


@dataclass(slots=True)
class Reader:
    """Reads files of a room and counts them."""

    room: ClosedRoom
    files: int = field(default=0, init=False)
    total: int = field(default=0, init=False)

    def read(self, path: Path) -> bytes:
        """Return the bytes of a file. ClosedRoomError with the reason if it is not read."""
        if not self.room.admits(path):
            raise ClosedRoomError(
                "it is outside the folder of the document (open its folder with --allow-files-in)"
            )
        self.files += 1
        if self.files > self.room.max_files:
            raise ClosedRoomError(f"more than {self.room.max_files} files are named")
        data = read_regular(path, self.room.max_file_bytes)
        self.total += len(data)
        if self.total > self.room.max_total_bytes:
            raise ClosedRoomError(
                f"the named files have more than {self.room.max_total_bytes} bytes"
            )
        return data


def read_regular(path: Path, limit: int = MAX_FILE_BYTES) -> bytes:
    """Return the bytes of a regular file.

    ClosedRoomError for a device, a pipe, or more than ``limit`` bytes.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ClosedRoomError("it is not a regular file")
        if status.st_size > limit:
            raise ClosedRoomError(f"it has {status.st_size} bytes, more than {limit}")
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise ClosedRoomError(f"it cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ClosedRoomError("no file can have that name") from error
    if len(data) > limit:
        raise ClosedRoomError(f"it has more than {limit} bytes")
    return data


def _is_below(path: Path, folder: Path) -> bool:
    if not path.is_relative_to(folder):
        return False
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)
