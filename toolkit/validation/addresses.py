"""Addresses in documents and the files that they mean."""

from pathlib import Path
from urllib.parse import SplitResult, urlsplit


def split_address(address: str) -> SplitResult | None:
    """Split an address into its parts; None if it is malformed."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def file_exists(path: Path) -> bool:
    """Whether a file exists; False also for a name that no file can have."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
