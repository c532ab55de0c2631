"""Made: which files of an output folder are the toolkit's own, and which are somebody's work."""

import contextlib
from collections.abc import Iterator
from typing import Final

from toolkit.exceptions import OutputError
from toolkit.publishing.journal import Journal
from toolkit.storage import Location

MADE: Final = ".tei-made.jsonl"
"""The journal of an output folder: the hash of every file that was made in it, one a line.

A line is added before the file is put in its place, so that after a power cut at any moment a
file that was made here is still known as such.
"""


class Made:
    """The hashes of all that was ever made in a folder, and the journal that keeps them."""

    def __init__(self, journal: Journal, *, force: bool) -> None:
        """``force``: what somebody edited by hand is overwritten."""
        self._journal = journal
        self._force = force
        self._hashes: dict[str, tuple[str, ...]] = {}
        for entry in journal.entries():
            with contextlib.suppress(KeyError, TypeError):
                self._know(entry["file"], str(entry["sha256"]))

    def claim(self, place: Location, name: str, digest: str, there: str) -> bool:
        """Note that a file with this hash is ours; whether it has to be put in its place.

        ``there``: the hash of what is there now, empty if nothing is. OutputError if that is none
        that was made here, so that it is hand work.
        """
        known = self._hashes.get(name, ())
        if there not in ("", digest, *known) and not self._force:
            raise OutputError(
                f"{place}: was changed since it was made, or made by somebody else; "
                "--force overwrites it"
            )
        if digest not in known:
            self._journal.add({"file": name, "sha256": digest})
            self._know(name, digest)
        return there != digest

    def entries(self) -> Iterator[dict[str, str]]:
        """All that is known, as the journal has it."""
        for name, digests in sorted(self._hashes.items()):
            for digest in digests:
                yield {"file": name, "sha256": digest}

    def _know(self, name: str, digest: str) -> None:
        self._hashes[name] = (*self._hashes.get(name, ()), digest)
