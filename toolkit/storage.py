"""Remote files at addresses such as ``s3://bucket/letters``, through fsspec.

fsspec is only imported for such an address. It also finds the credentials and the address of a
server in its own ways, such as the variable ``AWS_ENDPOINT_URL``.
"""

import importlib
import re
import sys
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeVar
from urllib.parse import unquote, urlsplit

from toolkit.exceptions import SourceError, StorageError

Result = TypeVar("Result")

AT_ONCE: Final = 16
"""Concurrent requests: each spends most of its time waiting for an answer."""

_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_TAGS: Final = (
    *("ETag", "etag", "md5Hash", "content_md5", "crc32c"),
    *("LastModified", "last_modified", "mtime", "updated", "modified", "created"),
)
"""Names of version tags and modification times in the answers of stores."""
_FOREIGN: Final = (
    ("botocore.exceptions", "BotoCoreError"),
    ("aiohttp", "ClientError"),
    ("google.auth.exceptions", "GoogleAuthError"),
    ("azure.core.exceptions", "AzureError"),
)
"""Errors of the libraries below fsspec that are not OSErrors."""


@dataclass(frozen=True, slots=True, order=True)
class Url:
    """The address of a file or a folder in a store."""

    text: str

    def __str__(self) -> str:
        return self.text

    def __truediv__(self, name: str) -> "Url":
        return Url(f"{self.text.rstrip('/')}/{name}")

    @property
    def scheme(self) -> str:
        """``s3``, ``memory`` and so on."""
        return self.text.partition("://")[0].lower()

    @property
    def name(self) -> str:
        """The last part of the address."""
        return self.text.rstrip("/").rpartition("/")[2]

    @property
    def stem(self) -> str:
        """The last part without its ending."""
        return PurePosixPath(self.name).stem

    @property
    def parent(self) -> "Url":
        """The folder that contains it; itself for the root."""
        above = self.text.rstrip("/").rpartition("/")[0]
        return self if above.endswith(("/", ":")) or not above else Url(above)


Location = Path | Url
"""A file or folder on this machine or in a store."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file in a store: its size in bytes and the version tag that changes with its content."""

    size: int
    mark: str


def location(text: str) -> Location:
    """Parse a location from the command line; ``file:`` means this machine."""
    if not _ADDRESS.match(text):
        return Path(text)
    if text.lower().startswith("file://"):
        return Path(unquote(urlsplit(text).path))
    return Url(text.rstrip("/"))


def read(url: Url) -> bytes:
    """Read a file. SourceError if it cannot be read."""
    try:
        with _convert_errors(url, "cannot be read"):
            found: bytes = _system(url.scheme).cat_file(_path(url))
    except StorageError as error:
        raise SourceError(str(error)) from error
    return found


def read_if_there(url: Url) -> bytes | None:
    """Read a file; None if it does not exist. StorageError if the store does not answer."""
    with _convert_errors(url, "cannot be read"):
        try:
            found: bytes = _system(url.scheme).cat_file(_path(url))
        except FileNotFoundError:
            return None
    return found


def is_file(url: Url) -> bool:
    """Whether an address is a file. StorageError if the store does not answer."""
    with _convert_errors(url, "cannot be read"):
        return bool(_system(url.scheme).isfile(_path(url)))


def files_below(folder: Url) -> Mapping[str, Stored]:
    """Return the files below a folder by their relative names, in alphabetical order.

    Empty if the folder does not exist. StorageError if the store does not answer.
    """
    root = _path(folder).rstrip("/")
    with _convert_errors(folder, "cannot be read"):
        try:
            found = _system(folder.scheme).find(root, detail=True)
        except FileNotFoundError:
            return {}
    names = {str(name).removeprefix(root).strip("/"): info for name, info in found.items()}
    return {name: _stored(names[name]) for name in sorted(names) if name}


def stored(url: Url) -> Stored:
    """Look up size and version tag of a file. StorageError if the store does not answer."""
    with _convert_errors(url, "cannot be read"):
        return _stored(_system(url.scheme).info(_path(url)))


def write(url: Url, data: bytes, *, only_new: bool = False) -> None:
    """Write a file as one object. StorageError if that fails.

    ``only_new``: FileExistsError if the file exists, in stores that check (S3 does).
    """
    options = {"mode": "create"} if only_new else {}
    with _convert_errors(url, "cannot be written"):
        _system(url.scheme).pipe_file(_path(url), data, **options)


def write_file(url: Url, path: Path) -> None:
    """Upload a local file, which need not fit in memory. StorageError if that fails."""
    with _convert_errors(url, "cannot be written"):
        _system(url.scheme).put_file(str(path), _path(url))


def remove(url: Url) -> None:
    """Remove a file if it exists. StorageError if that fails."""
    with _convert_errors(url, "cannot be removed"):
        try:
            _system(url.scheme).rm_file(_path(url))
        except FileNotFoundError:
            return


def each(ask: Callable[[Url], Result], urls: Iterable[Url]) -> Iterator[Result]:
    """Send several requests at once; the answers come in the order of the addresses."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(ask, urls)


def _path(url: Url) -> str:
    return str(_system(url.scheme)._strip_protocol(url.text))


@cache
def _system(scheme: str) -> Any:
    """Return the file system for a scheme. StorageError if its library is missing."""
    try:
        fsspec = importlib.import_module("fsspec")
        # Others write there too: a listing that was remembered would be an old one.
        return fsspec.filesystem(scheme, use_listings_cache=False)
    except ImportError as error:
        raise StorageError(
            f"{scheme}:// needs a library that is not installed ({error}): "
            'pip install "tei-toolkit[storage]" has what S3 needs'
        ) from error
    except ValueError as error:
        raise StorageError(f"{scheme}:// is not a scheme that fsspec knows: {error}") from error


@contextmanager
def _convert_errors(url: Url, what: str) -> Iterator[None]:
    """Convert the errors of a store to StorageError, with what could not be done and why."""
    _system(url.scheme)  # so that the errors of its library are known
    try:
        yield
    except FileExistsError:
        raise
    except _failures() as error:
        why = getattr(error, "strerror", None) or str(error)
        if isinstance(error, FileNotFoundError) and " " not in str(error):
            why = "no such file"  # where the message is but the path
        raise StorageError(f"{url}: {what}: {why}") from error


def _failures() -> tuple[type[Exception], ...]:
    """Return the error types of stores: OSError and those of the imported libraries."""
    loaded = ((sys.modules[module], name) for module, name in _FOREIGN if module in sys.modules)
    return (OSError, *(getattr(module, name) for module, name in loaded))


def _stored(info: Mapping[str, Any]) -> Stored:
    mark = next((info[tag] for tag in _TAGS if info.get(tag)), None)
    if isinstance(mark, datetime):  # some say it so in one answer, as a number in another
        mark = mark.timestamp()
    # No version tag: assume the object has changed.
    return Stored(int(info.get("size") or 0), str(mark or uuid.uuid4().hex))
