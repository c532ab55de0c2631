"""Read documents as chunks of bytes in an encoding that expat supports."""

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
DECLARED_ENCODING = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""")


def open_source(source: Source, file: str) -> BinaryIO:
    """Open a document as a binary stream. SourceError if the file cannot be read."""
    if isinstance(source, bytes):
        return io.BytesIO(source)
    if isinstance(source, Path):
        try:
            return source.open("rb")
        except OSError as error:
            raise SourceError(f"{file}: cannot be read: {error.strerror}") from error
    return source


class Chunks:
    """The bytes of a document in chunks, which grow while one token is very long.

    ``encoding`` is ``utf-8`` if the bytes were converted because expat does not know their
    encoding, else None: expat finds it out.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.size = CHUNK
        self._first = stream.read(CHUNK)
        foreign = find_foreign_encoding(self._first)
        self.encoding = "utf-8" if foreign else None
        self._decoder = codecs.getincrementaldecoder(foreign)() if foreign else None

    def grow(self, *, stalled: bool) -> None:
        """Double the chunk size while the parser makes no progress, so that time stays linear."""
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


def decode_lines(stream: BinaryIO) -> io.TextIOWrapper:
    """Return the text of a document, as far as it can be decoded, for reading by line.

    Lines end where XML has it: after a line feed, a carriage return, or both.
    """
    start = stream.read(CHUNK)
    stream.seek(0)
    return io.TextIOWrapper(stream, encoding=find_encoding(start), errors="replace")


_BEGINNINGS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""The encodings that the first bytes of a document show."""


def find_encoding(start: bytes) -> str:
    """Return the encoding of a document: from its first bytes, declared, or UTF-8."""
    for beginning, encoding in _BEGINNINGS:
        if start.startswith(beginning):
            return encoding
    declared = DECLARED_ENCODING.match(start)
    if declared is None:
        return "utf-8"
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name
    except LookupError:
        return "utf-8"
    return name if _is_text(name) and not name.startswith("utf") else "utf-8"


def find_foreign_encoding(start: bytes) -> str | None:
    """Return the declared encoding, if Python supports it and expat does not."""
    if start.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    found = DECLARED_ENCODING.match(start)
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return None if name in _NATIVE or not _is_text(name) else name


def _is_text(name: str) -> bool:
    """Whether a codec encodes text, unlike ``rot13`` and ``zip``."""
    try:
        return isinstance(b"<".decode(name), str)
    except (LookupError, UnicodeError):
        return name.startswith("utf")
