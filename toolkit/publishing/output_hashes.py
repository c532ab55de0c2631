"""Output hashes: tell the toolkit's own files in an output folder from hand work."""

import contextlib
from collections.abc import Iterator
from typing import Final

from toolkit.exceptions import OutputError
from toolkit.publishing.journal import Journal
from toolkit.storage import Location

MADE: Final = ".tei-made.jsonl"
"""The journal of an output folder: the hash of every file written there, one a line.

A line is added before the file is put in its place, so that the toolkit recognises its own files
even after a power cut.
"""


class OutputHashes:
    """The hashes of all files ever written to a folder, and the journal that keeps them."""

    def __init__(self, journal: Journal, *, force: bool) -> None:
        """Read the journal; ``force`` allows overwriting hand work."""
        self._journal = journal
        self._force = force
        self._hashes: dict[str, tuple[str, ...]] = {}
        for entry in journal.entries():
            with contextlib.suppress(KeyError, TypeError):
                self._add(entry["file"], str(entry["sha256"]))

    def has_written(self, name: str, digest: str) -> bool:
        """Whether a file of this name and hash was written here."""
        return digest in self._hashes.get(name, ())

    def claim(self, place: Location, name: str, digest: str, there: str) -> bool:
        """Record that a file with this hash is ours; return whether it has to be written.

        ``there`` is the hash of the file that exists, or empty. OutputError if that file was not
        written here, so that it is hand work.
        """
        if there not in ("", digest) and not self.has_written(name, there) and not self._force:
            raise OutputError(
                f"{place}: was changed since it was made, or made by somebody else; "
                "--force overwrites it"
            )
        if not self.has_written(name, digest):
            self._journal.add({"file": name, "sha256": digest})
            self._add(name, digest)
        return there != digest

    def entries(self) -> Iterator[dict[str, str]]:
        """Yield all hashes in the form of the journal."""
        for name, digests in sorted(self._hashes.items()):
            for digest in digests:
                yield {"file": name, "sha256": digest}

    def _add(self, name: str, digest: str) -> None:
        self._hashes[name] = (*self._hashes.get(name, ()), digest)
