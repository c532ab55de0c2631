"""Addresses: what a relative address in a document means on this machine."""

from pathlib import Path
from urllib.parse import SplitResult, urlsplit


def split(address: str) -> SplitResult | None:
    """The parts of an address; None if it is not one."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def exists(path: Path) -> bool:
    """Whether there is such a file; a name that no file can have does not make an error."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
