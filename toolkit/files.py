"""Files: the only module that writes to this machine, apart from scratch folders.

A file is written to a temporary name and renamed, or appended to all or none, so that a crash or a
full disk never leaves half of it. What may be overwritten is decided by the callers; see
``publishing.local_output``.
"""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from toolkit.exceptions import NoSpaceError, OutputError, SourceError

_PREFIX: Final = ".tei-"
"""Temporary files begin so; the name is short whatever the length of the target's name."""
_WAIT: Final = 60.0
"""Seconds to wait for a lock that another process holds for the time of one write."""


class LockedError(OutputError):
    """Another process holds the lock."""


def replace_file(target: Path, pieces: Iterable[bytes], *, scratch: Path | None = None) -> None:
    """Put the content in the place of ``target`` in one step, with its folder if need be.

    ``scratch`` is a folder of the same file system for the temporary file; the target's own by
    default. OSError if the file cannot be written; then the target is as it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with _temporary(pieces, scratch or target.parent) as temporary:
        temporary.replace(target)


def create_file(target: Path, data: bytes) -> bool:
    """Write a file that does not exist yet; False if it does. OSError if it cannot be written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with _temporary((data,), target.parent) as temporary:
        try:
            os.link(temporary, target)
        except FileExistsError:
            return False
        except OSError:  # a file system without links
            if target.exists():
                return False
            temporary.replace(target)
    return True


def append_lines(path: Path, data: bytes, *, durable: bool = False) -> None:
    """Add lines to the end of a file, all or none.

    A last line without a line feed is ended first, so that it does not spoil the new ones.
    ``durable``: the data are on the disk afterwards. OSError if the data cannot be written; then
    the file is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o666)
    try:
        end = os.lseek(handle, 0, os.SEEK_END)
        if end and _last_byte(handle, end) != b"\n":
            data = b"\n" + data
        try:
            _write_all(handle, data)
            if durable:
                os.fsync(handle)
        except OSError:
            os.ftruncate(handle, end)
            raise
    finally:
        os.close(handle)


def cut_file(path: Path, end: int) -> None:
    """Cut a file to its first ``end`` bytes. OSError if that cannot be done."""
    os.truncate(path, end)


@contextlib.contextmanager
def locked(path: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold the lock file ``path``, which stays; the lock itself ends with the process.

    LockedError if another process has it: at once, or after a minute with ``wait``. OSError if
    there can be no lock file.
    """
    release = acquire_lock(path, wait=wait)
    try:
        yield
    finally:
        release.close()


def acquire_lock(path: Path, *, wait: bool = False) -> contextlib.ExitStack:
    """Take the lock file ``path`` until the stack returned is closed. Raises as ``locked``."""
    from filelock import FileLock, Timeout  # noqa: PLC0415  # only for commands that write

    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path, timeout=_WAIT if wait else 0, thread_local=False, mode=0o666)
    try:
        lock.acquire()
    except Timeout as error:
        raise LockedError(f"{path.parent}: another run is writing there") from error
    stack = contextlib.ExitStack()
    stack.callback(lock.release)
    return stack


def write_error(path: object, error: OSError) -> OutputError:
    """Return the error that explains why a file could not be written."""
    kind = NoSpaceError if error.errno in (errno.ENOSPC, errno.EDQUOT) else OutputError
    return kind(f"{path}: cannot be written: {error.strerror}")


def read_text(path: Path) -> str:
    """Read a UTF-8 file. SourceError if it cannot be read or is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: not UTF-8: save the file as UTF-8") from error


@contextlib.contextmanager
def _temporary(pieces: Iterable[bytes], folder: Path) -> Iterator[Path]:
    """Write a temporary file with the usual permissions; it is removed unless it was renamed."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        yield temporary
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


def _last_byte(handle: int, end: int) -> bytes:
    os.lseek(handle, end - 1, os.SEEK_SET)
    return os.read(handle, 1)


def _write_all(handle: int, data: bytes) -> None:
    """Write all of it: a disk that is nearly full takes less at a time."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
