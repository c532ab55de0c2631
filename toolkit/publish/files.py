"""Files: writing results so that nothing is half written and no hand work is overwritten."""

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from toolkit.errors import OutputError

MADE = ".tei-made.jsonl"
"""The journal of an output folder: the hash of every file that was made in it, one a line.

A line is added before the file is put in its place, so that after a power cut at any moment a
file that was made here is still known as such.
"""


class OutputFolder:
    """A folder that results are written to, and what has been made in it before."""

    def __init__(self, path: Path, *, force: bool = False) -> None:
        """``force`` overwrites what somebody edited by hand. OutputError if it is no folder."""
        self.path = path
        self.force = force
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{path}: cannot be made a folder: {error.strerror}") from error
        self._made = dict(_journal(path / MADE))

    def write(self, name: str, data: bytes) -> Path:
        """Put a file in its place, whole. OutputError if it was edited by hand.

        A file is taken for hand work when its content is none that was made here.
        """
        target = self.path / name
        digest = _digest(data)
        try:
            there = _digest(target.read_bytes()) if target.exists() else ""
            if there == digest:
                self._record(name, digest)
                return target
            if there and not self.force and there not in self._made.get(name, ()):
                raise OutputError(
                    f"{target}: was changed since it was made, or made by somebody else; "
                    "--force overwrites it"
                )
            self._record(name, digest)
            _replace(target, data)
        except OSError as error:
            raise OutputError(f"{target}: cannot be written: {error.strerror}") from error
        return target

    def _record(self, name: str, digest: str) -> None:
        if digest in self._made.get(name, ()):
            return
        with (self.path / MADE).open("a", encoding="utf-8") as journal:
            journal.write(json.dumps({"file": name, "sha256": digest}) + "\n")
        self._made[name] = (*self._made.get(name, ()), digest)


def _journal(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The hashes of a journal by file; a line cut short by a crash is passed over."""
    made: dict[str, tuple[str, ...]] = {}
    if path.is_file():
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            with contextlib.suppress(ValueError, KeyError, TypeError):
                entry = json.loads(line)
                made[entry["file"]] = (*made.get(entry["file"], ()), entry["sha256"])
    yield from made.items()


def _replace(target: Path, data: bytes) -> None:
    """Write to a temporary file beside the target, then put it in place in one step."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
