"""A folder for results in a store, with the guarantees that a store can give.

A file is put as one object, so that none is half written. Nothing can be added to an object, nor is
there a lock that ends with its process: the journal is of small objects (``journal.py``), and the
lock is an object that is made only where there is none, and renewed while the run is at work. One
that has not been renewed for ``LEASE`` seconds, or was made on this machine by a process that is
gone, counts for nothing.
"""

import contextlib
import hashlib
import json
import os
import platform
import shutil
import tempfile
import threading
import time
import uuid
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from toolkit import storage
from toolkit.exceptions import OutputError, StorageError
from toolkit.files import write_error
from toolkit.publishing.file_version import FileVersion, version_of
from toolkit.publishing.journal import StoredJournal
from toolkit.publishing.output_hashes import MADE, OutputHashes
from toolkit.storage import Url

LOCK: Final = ".tei-lock"
"""The object that holds the lock of the folder."""
LEASE: Final = 120
"""Seconds for which a lock is valid after it was last renewed."""


class StoredFolder:
    """The folder at an address; see ``Results``. OutputError if another run is writing there."""

    def __init__(self, url: Url, *, force: bool = False) -> None:
        """``force`` overwrites hand work."""
        self.path = url
        self.force = force
        self._lease = _Lease(url / LOCK)
        self._lease.take()
        self.unfinished = Path(tempfile.mkdtemp(prefix="tei-unfinished-"))
        self._finalizer = weakref.finalize(self, _release, self._lease, self.unfinished)
        try:
            self._journal = StoredJournal(url / MADE)
            self._made = OutputHashes(self._journal, force=force)
            self._there = dict(storage.files_below(url))
        except BaseException:
            self._finalizer()
            raise

    def close(self) -> None:
        """Let other runs write here. Nothing may be written afterwards."""
        try:
            if self._finalizer.alive and self._journal.is_crowded(0):
                self._journal.rewrite(self._made.entries(), self.unfinished)
        finally:
            self._finalizer()

    def read(self, name: str) -> bytes:
        """Read a result. SourceError if it cannot be read."""
        return storage.read(self.path / name)

    def version(self, name: str) -> FileVersion | None:
        """Return the version of a result as found or written; None if it does not exist."""
        return version_of(self._there[name]) if name in self._there else None

    def write(self, name: str, data: bytes) -> Url:
        """Write a result as one object. OutputError if the object there is hand work."""
        target = self.path / name
        if self._should_put(name, hashlib.sha256(data).hexdigest()):
            storage.write(target, data)
        self._there[name] = storage.stored(target)
        return target

    def write_pieces(self, name: str, pieces: Iterable[bytes]) -> Url:
        """Write a result that need not fit in memory."""
        target, path = self.path / name, self.unfinished / "pieces"
        digest = hashlib.sha256()
        try:
            with path.open("wb") as file:
                for piece in pieces:
                    digest.update(piece)
                    file.write(piece)
        except OSError as error:
            raise write_error(path, error) from error
        if self._should_put(name, digest.hexdigest()):
            storage.write_file(target, path)
        path.unlink()
        self._there[name] = storage.stored(target)
        return target

    def _should_put(self, name: str, digest: str) -> bool:
        """Record that a file with this hash is ours; return whether it has to be written."""
        self._lease.check()
        return self._made.claim(self.path / name, name, digest, self._digest_of(name))

    def _digest_of(self, name: str) -> str:
        data = storage.read_if_there(self.path / name)
        return hashlib.sha256(data).hexdigest() if data else ""


class _Lease:
    """The lock of a folder in a store, and the thread that renews it."""

    def __init__(self, url: Url) -> None:
        self._url = url
        self._token = uuid.uuid4().hex
        self._ended = threading.Event()
        self._lost = False
        self._thread = threading.Thread(target=self._renew, daemon=True)

    def take(self) -> None:
        """Take the lock. OutputError if another run has it."""
        held = storage.read_if_there(self._url)
        if held is not None and _counts(held):
            raise self._taken()
        if held is not None:
            storage.remove(self._url)
        try:
            storage.write(self._url, self._content(), only_new=True)
        except FileExistsError as error:
            raise self._taken() from error
        if not self._is_ours():
            raise self._taken()
        self._thread.start()

    def check(self) -> None:
        """OutputError if another run has taken the lock because this one could not renew it."""
        if self._lost:
            raise self._taken()

    def give_back(self) -> None:
        """Release the lock."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()
        if self._is_ours():
            storage.remove(self._url)

    def _renew(self) -> None:
        while not self._ended.wait(LEASE / 4):
            try:
                if not self._is_ours():
                    self._lost = True
                    return
                storage.write(self._url, self._content())
            except StorageError:
                continue  # the next write of a result will say it

    def _is_ours(self) -> bool:
        held = storage.read_if_there(self._url)
        return held is not None and _told(held).get("token") == self._token

    def _content(self) -> bytes:
        told = {
            "token": self._token,
            "machine": _machine(),
            "process": os.getpid(),
            "until": time.time() + LEASE,
        }
        return json.dumps(told).encode()

    def _taken(self) -> OutputError:
        return OutputError(
            f"{self._url.parent}: another run is writing there, or was killed less than "
            f"{LEASE} seconds ago; wait for it, or choose another folder"
        )


def _counts(held: bytes) -> bool:
    """Whether the run that holds a lock still works, as far as can be known."""
    told = _told(held)
    if told.get("machine") == _machine() and not _runs(told.get("process")):
        return False
    until = told.get("until")
    return isinstance(until, float) and time.time() < until


def _told(held: bytes) -> dict[str, Any]:
    try:
        found = json.loads(held)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _machine() -> str:
    """Identify this machine since its start, and its process namespace."""
    started, processes = "", ""
    with contextlib.suppress(OSError):
        started = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        processes = str(Path("/proc/self/ns/pid").readlink())
    return f"{platform.node()} {started} {processes}"


def _runs(process: object) -> bool:
    if not isinstance(process, int) or os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _release(lease: _Lease, scratch: Path) -> None:
    shutil.rmtree(scratch, ignore_errors=True)
    lease.give_back()
