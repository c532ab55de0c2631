"""Storage: files that lie elsewhere, at addresses such as ``s3://bucket/letters`` (fsspec).

Whoever names no such address needs no such library. Names are as fsspec knows them; credentials and
the address of a server are those that its file system finds (``AWS_ENDPOINT_URL``, for one).
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
"""Requests that are under way at once: each waits for an answer much longer than it works."""

_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_TAGS: Final = (
    *("ETag", "etag", "md5Hash", "content_md5", "crc32c"),
    *("LastModified", "last_modified", "mtime", "updated", "modified", "created"),
)
"""What stores call the mark that changes with the content of an object, or when it changed."""
_FOREIGN: Final = (
    ("botocore.exceptions", "BotoCoreError"),
    ("aiohttp", "ClientError"),
    ("google.auth.exceptions", "GoogleAuthError"),
    ("azure.core.exceptions", "AzureError"),
)
"""Errors of the libraries below fsspec that are no OSError."""


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
        """The folder it lies in; of the uppermost, itself."""
        above = self.text.rstrip("/").rpartition("/")[0]
        return self if above.endswith(("/", ":")) or not above else Url(above)


Location = Path | Url
"""Where a file or folder is: on this machine or in a store."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What a store says of a file: its size in bytes and a mark that changes with its content."""

    size: int
    mark: str


def location(text: str) -> Location:
    """What a name on the command line means; ``file:`` is this machine."""
    if not _ADDRESS.match(text):
        return Path(text)
    if text.lower().startswith("file://"):
        return Path(unquote(urlsplit(text).path))
    return Url(text.rstrip("/"))


def read(url: Url) -> bytes:
    """The bytes of a file. SourceError if it cannot be read."""
    try:
        with _said(url, "cannot be read"):
            found: bytes = _system(url.scheme).cat_file(_path(url))
    except StorageError as error:
        raise SourceError(str(error)) from error
    return found


def read_if_there(url: Url) -> bytes | None:
    """The bytes of a file; None if there is none. StorageError if the store does not answer."""
    with _said(url, "cannot be read"):
        try:
            found: bytes = _system(url.scheme).cat_file(_path(url))
        except FileNotFoundError:
            return None
    return found


def is_file(url: Url) -> bool:
    """Whether there is a file at an address. StorageError if the store does not answer."""
    with _said(url, "cannot be read"):
        return bool(_system(url.scheme).isfile(_path(url)))


def files_below(folder: Url) -> Mapping[str, Stored]:
    """The files in a folder and those below it, by their names in it, in the order of names.

    None of them if there is no such folder. StorageError if the store does not answer.
    """
    root = _path(folder).rstrip("/")
    with _said(folder, "cannot be read"):
        try:
            found = _system(folder.scheme).find(root, detail=True)
        except FileNotFoundError:
            return {}
    names = {str(name).removeprefix(root).strip("/"): info for name, info in found.items()}
    return {name: _stored(names[name]) for name in sorted(names) if name}


def stored(url: Url) -> Stored:
    """What a store says of a file. StorageError if it cannot be asked."""
    with _said(url, "cannot be read"):
        return _stored(_system(url.scheme).info(_path(url)))


def write(url: Url, data: bytes, *, only_new: bool = False) -> None:
    """Put a file in its place, as one object. StorageError if that fails.

    FileExistsError if it should be new and is not; not every store looks (S3 does).
    """
    options = {"mode": "create"} if only_new else {}
    with _said(url, "cannot be written"):
        _system(url.scheme).pipe_file(_path(url), data, **options)


def write_file(url: Url, path: Path) -> None:
    """The same for the content of a file of this machine, which need not fit in memory."""
    with _said(url, "cannot be written"):
        _system(url.scheme).put_file(str(path), _path(url))


def remove(url: Url) -> None:
    """Remove a file, if it is there. StorageError if that fails."""
    with _said(url, "cannot be removed"):
        try:
            _system(url.scheme).rm_file(_path(url))
        except FileNotFoundError:
            return


def each(ask: Callable[[Url], Result], urls: Iterable[Url]) -> Iterator[Result]:
    """Ask for several things at once; the answers come in the order given."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(ask, urls)


def _path(url: Url) -> str:
    return str(_system(url.scheme)._strip_protocol(url.text))


@cache
def _system(scheme: str) -> Any:
    """The file system for a scheme. StorageError if its library is missing."""
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
        raise StorageError(f"{scheme}:// is no storage that fsspec knows: {error}") from error


@contextmanager
def _said(url: Url, what: str) -> Iterator[None]:
    """Errors of a store as StorageError: what could not be done, and why."""
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
    """The errors of stores: those of the system, and those of the libraries that are loaded."""
    loaded = ((sys.modules[module], name) for module, name in _FOREIGN if module in sys.modules)
    return (OSError, *(getattr(module, name) for module, name in loaded))


def _stored(info: Mapping[str, Any]) -> Stored:
    mark = next((info[tag] for tag in _TAGS if info.get(tag)), None)
    if isinstance(mark, datetime):  # some say it so in one answer, as a number in another
        mark = mark.timestamp()
    # What is not told has changed, for all we know.
    return Stored(int(info.get("size") or 0), str(mark or uuid.uuid4().hex))
