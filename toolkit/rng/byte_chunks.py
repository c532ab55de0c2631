"""Reading documents: chunks of bytes for expat, in an encoding that expat knows."""

import codecs
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from toolkit.exceptions import SourceError

Source = Path | bytes | BinaryIO
"""A document: a file, its bytes, or a stream of them."""

CHUNK: Final = 1 << 16
_NATIVE: Final = frozenset({"utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso8859-1", "ascii"})
_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""")


def opened(source: Source, file: str) -> BinaryIO:
    """The document as a stream. SourceError if the file cannot be read."""
    if isinstance(source, bytes):
        return io.BytesIO(source)
    if isinstance(source, Path):
        try:
            return source.open("rb")
        except OSError as error:
            raise SourceError(f"{file}: cannot be read: {error.strerror}") from error
    return source


class Chunks:
    """The bytes of a document, piece by piece; pieces grow where one token is very long.

    ``encoding`` is ``utf-8`` if the bytes were converted because expat does not know their
    encoding, else None: expat finds it out.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.size = CHUNK
        self._first = stream.read(CHUNK)
        foreign = foreign_encoding(self._first)
        self.encoding = "utf-8" if foreign else None
        self._decoder = codecs.getincrementaldecoder(foreign)() if foreign else None

    def grow(self, *, stalled: bool) -> None:
        """Read larger pieces while one token goes on and on, so that time stays linear."""
        self.size = self.size * 2 if stalled else CHUNK

    def __iter__(self) -> Iterator[bytes]:
        chunk = self._first
        self._first = b""
        while chunk:
            yield self._converted(chunk)
            chunk = self._stream.read(self.size)
        if self._decoder is not None:
            yield self._decoder.decode(b"", True).encode("utf-8")

    def _converted(self, chunk: bytes) -> bytes:
        return chunk if self._decoder is None else self._decoder.decode(chunk).encode("utf-8")


def foreign_encoding(start: bytes) -> str | None:
    """The encoding that a document declares, if expat does not know it but Python does."""
    if start.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    found = _DECLARED.match(start)
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return None if name in _NATIVE or not _is_text(name) else name


def _is_text(name: str) -> bool:
    """Whether a codec is an encoding of text (``rot13`` and ``zip`` are not)."""
    try:
        return isinstance(b"<".decode(name), str)
    except (LookupError, UnicodeError):
        return name.startswith("utf")
