"""Output folders: results are written whole or not at all, and hand work is never overwritten."""

import contextlib
import hashlib
import logging
import shutil
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from toolkit.exceptions import OutputError
from toolkit.files import LockedError, acquire_lock, replace_file, write_error
from toolkit.publishing.file_version import FileVersion, version_in
from toolkit.publishing.journal import FileJournal
from toolkit.publishing.output_hashes import MADE, OutputHashes
from toolkit.trees import read_bytes

UNFINISHED: Final = ".tei-unfinished"
"""The folder for unfinished files within the output folder; it exists only during a run."""
LOCK: Final = ".tei-lock"
"""The lock file of an output folder."""

_PIECE: Final = 1 << 20

_log = logging.getLogger(__name__)


class OutputFolder:
    """A folder for results, and the hashes of everything that was ever written there.

    It belongs to this object alone until ``close`` or the end of the process: a lock file keeps
    other runs out.
    """

    def __init__(self, path: Path, *, force: bool = False, inputs: Iterable[Path] = ()) -> None:
        """``force`` overwrites hand work, but never one of ``inputs``.

        OutputError if the path is not a folder, cannot be written to, or is in use by another run.
        What a run that was killed left unfinished is removed.
        """
        self.path = path
        self.force = force
        self._inputs = frozenset(_identity(input_) for input_ in inputs) - {None}
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{path}: cannot be made a folder: {error.strerror}") from error
        self.unfinished = path / UNFINISHED
        self._finalizer = weakref.finalize(self, _release, _lock(path), self.unfinished)
        try:
            _remove(self.unfinished)
            self.unfinished.mkdir()
            self._made = OutputHashes(FileJournal(path / MADE), force=force)
        except OSError as error:
            self.close()
            raise OutputError(f"{path}: cannot be written to: {error.strerror}") from error

    def close(self) -> None:
        """Let other runs write here. Nothing may be written afterwards."""
        self._finalizer()

    def read(self, name: str) -> bytes:
        """Read a result. SourceError if it cannot be read."""
        return read_bytes(self.path / name)

    def version(self, name: str) -> FileVersion | None:
        """Return the version of a result as it is now; None if it does not exist."""
        return version_in(self.path, name)

    def write(self, name: str, data: bytes) -> Path:
        """Write a result in one step. OutputError if the file there is hand work or an input.

        A file counts as hand work when its content was never written here by the toolkit.
        """
        return self._put(name, hashlib.sha256(data).hexdigest(), (data,))

    def write_pieces(self, name: str, pieces: Iterable[bytes]) -> Path:
        """Write a result that need not fit in memory; see ``write``."""
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
            raise write_error(path, error) from error
        finally:
            path.unlink(missing_ok=True)

    def _put(self, name: str, digest: str, pieces: Iterable[bytes]) -> Path:
        """Write a file with this hash, unless it is there already."""
        target = self.path / name
        try:
            there = _hash_of(target)
            self._refuse_input(target, name, there)
            if self._made.claim(target, name, digest, there):
                replace_file(target, pieces, scratch=self.unfinished)
        except OSError as error:
            raise write_error(target, error) from error
        return target

    def _refuse_input(self, target: Path, name: str, there: str) -> None:
        """OutputError if the target is an input of this run that the toolkit did not write."""
        if _identity(target) in self._inputs and not self._made.has_written(name, there):
            raise OutputError(f"{target}: is an input of this command; choose another output")


def write_output(
    target: Path, data: bytes, *, force: bool = False, inputs: Iterable[Path] = ()
) -> Path:
    """Write one result that has a folder of its own choosing; see ``OutputFolder``."""
    with contextlib.closing(OutputFolder(target.parent, force=force, inputs=inputs)) as folder:
        return folder.write(target.name, data)


def _lock(folder: Path) -> contextlib.ExitStack:
    """Lock a folder until the stack returned is closed."""
    try:
        return acquire_lock(folder / LOCK)
    except LockedError as error:
        raise OutputError(f"{error}; wait for it, or choose another folder") from error
    except PermissionError as error:
        raise OutputError(f"{folder}: cannot be written to: {error.strerror}") from error
    except (OSError, NotImplementedError) as error:
        _log.warning("%s: cannot be locked (%s); let no other run write there", folder, error)
        return contextlib.ExitStack()


def _release(lock: contextlib.ExitStack, unfinished: Path) -> None:
    with contextlib.suppress(OSError):
        _remove(unfinished)
    lock.close()


def _remove(folder: Path) -> None:
    """Remove a folder with its content; a link in its place is removed, not followed."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what identifies a file under all its names; None if it does not exist."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _hash_of(path: Path) -> str:
    """Hash a file; empty if it does not exist, or was left empty by a power cut."""
    if not path.exists() or not path.stat().st_size:
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
