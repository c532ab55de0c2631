"""Files: writing results so that nothing is half written and no hand work is overwritten."""

import contextlib
import errno
import hashlib
import logging
import os
import shutil
import tempfile
import weakref
from collections.abc import Iterable
from pathlib import Path

from toolkit.exceptions import NoSpaceError, OutputError
from toolkit.publishing.file_version import Stamp, stamp_in
from toolkit.publishing.journal import FileJournal
from toolkit.publishing.output_hashes import MADE, Made
from toolkit.storage import Location
from toolkit.trees import read_bytes

UNFINISHED = ".tei-unfinished"
"""The folder, within the output folder, of what is being made: gone when nobody is at work."""

_LOCKED_BYTE = 2**31 - 2
"""Where Windows locks: beyond any end, so that the journal itself can be read meanwhile."""

_PIECE = 1 << 20

_log = logging.getLogger(__name__)


class OutputFolder:
    """A folder that results are written to, and what has been made in it before.

    It is this object's alone until ``close`` or the end of the process, however it ends: a lock on
    the journal sees to that.
    """

    def __init__(self, path: Path, *, force: bool = False) -> None:
        """``force`` overwrites what somebody edited by hand.

        OutputError if it is no folder, cannot be written to, or is at work for another run.
        What a run that was killed left unfinished is removed.
        """
        self.path = path
        self.force = force
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{path}: cannot be made a folder: {error.strerror}") from error
        self.unfinished = path / UNFINISHED
        lock = _lock(path)
        self._finalizer = weakref.finalize(self, _release, lock, self.unfinished)
        try:
            _remove(self.unfinished)
            self.unfinished.mkdir()
            self._made = Made(FileJournal(path / MADE), force=force)
        except OSError as error:
            self.close()
            raise OutputError(f"{path}: cannot be written to: {error.strerror}") from error

    def close(self) -> None:
        """Let others write here. Nothing may be written afterwards."""
        self._finalizer()

    def read(self, name: str) -> bytes:
        """The content of a result. SourceError if it cannot be read."""
        return read_bytes(self.path / name)

    def stamp(self, name: str) -> Stamp | None:
        """The stamp of a result as it is now; None if it is not there."""
        return stamp_in(self.path, name)

    def write(self, name: str, data: bytes) -> Path:
        """Put a file in its place, whole. OutputError if it was edited by hand.

        A file is taken for hand work when its content is none that was made here.
        """
        return self._put(name, _digest(data), (data,))

    def write_pieces(self, name: str, pieces: Iterable[bytes]) -> Path:
        """The same for a file that comes in pieces and need not fit in memory."""
        path = self.unfinished / "pieces"
        digest = hashlib.sha256()
        try:
            with path.open("wb") as file:
                for piece in pieces:
                    digest.update(piece)
                    file.write(piece)
            with path.open("rb") as file:
                return self._put(name, digest.hexdigest(), iter(lambda: file.read(_PIECE), b""))
        except OSError as error:
            raise failed(path, error) from error
        finally:
            path.unlink(missing_ok=True)

    def _put(self, name: str, digest: str, pieces: Iterable[bytes]) -> Path:
        """Put a file with this hash in its place, unless it is there, or hand work is."""
        target = self.path / name
        try:
            if self._made.claim(target, name, digest, _digest_of(target)):
                target.parent.mkdir(parents=True, exist_ok=True)
                self._replace(target, pieces)
        except OSError as error:
            raise failed(target, error) from error
        return target

    def _replace(self, target: Path, pieces: Iterable[bytes]) -> None:
        """Write the data to a temporary file, then put it in its place in one step."""
        handle, name = tempfile.mkstemp(dir=self.unfinished, prefix=f"{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(pieces)
            umask = os.umask(0)
            os.umask(umask)
            Path(name).chmod(0o666 & ~umask)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def failed(path: Location, error: OSError) -> OutputError:
    """The error that says why a file could not be written."""
    kind = NoSpaceError if error.errno in (errno.ENOSPC, errno.EDQUOT) else OutputError
    return kind(f"{path}: cannot be written: {error.strerror}")


def _lock(folder: Path) -> int:
    """Lock the journal of a folder; the lock is let go when the handle given is closed."""
    try:
        handle = os.open(folder / MADE, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written to: {error.strerror}") from error
    try:
        _lock_handle(handle)
    except (BlockingIOError, PermissionError) as error:  # the latter on Windows
        os.close(handle)
        raise OutputError(
            f"{folder}: another run is writing there; wait for it, or choose another folder"
        ) from error
    except OSError as error:
        _log.warning("%s: cannot be locked (%s); let no other run write there", folder, error)
    return handle


def _lock_handle(handle: int) -> None:
    if os.name == "nt":
        import msvcrt  # noqa: PLC0415  # Windows only

        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl  # noqa: PLC0415  # everywhere else

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _release(handle: int, unfinished: Path) -> None:
    with contextlib.suppress(OSError):
        _remove(unfinished)
    os.close(handle)


def _remove(folder: Path) -> None:
    """Remove a folder with all that is in it; a link in its place is removed, not followed."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest_of(path: Path) -> str:
    """The hash of a file; none if it is not there, or was left empty by a power cut."""
    if not path.exists() or not path.stat().st_size:
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
