"""The pictures of an edition: which files a rendering takes, and how large they may be."""

import base64
import struct
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from toolkit.closed_room import ClosedRoom, ClosedRoomError, read_regular

MAX_PIXELS: Final = 100_000_000
"""The largest picture that is typeset, as width times height: 400 MB when it is unpacked."""

MAX_EMBEDDED: Final = 32 * 2**20
"""How many bytes of pictures a page contains at most: 32 MiB."""

_MEDIA_TYPES: Final = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
SUFFIXES: Final = tuple(_MEDIA_TYPES)

Size = tuple[int, int]
_JPEG_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def find_picture(base: Path, url: str) -> Path | None:
    """Return the file of a relative address, if it is a picture in the folder ``base``."""
    if not url or ":" in url or url.startswith(("/", "\\")) or "\0" in url:
        return None
    path = (base / url).resolve()
    if path.suffix.lower() not in SUFFIXES or not ClosedRoom.around(base).admits(path):
        return None
    return path if path.is_file() else None


def embed_pictures(urls: Iterable[str], base: Path) -> dict[str, str]:
    """Return pictures in the folder ``base`` as ``data:`` addresses, by their own addresses.

    What is absent, too large for a page or not readable is left out.
    """
    embedded: dict[str, str] = {}
    total = 0
    for url in dict.fromkeys(urls):
        path = find_picture(base, url)
        if path is None:
            continue
        try:
            data = read_picture(path)
        except ClosedRoomError:
            continue
        total += len(data)
        if total > MAX_EMBEDDED:
            break
        kind = _MEDIA_TYPES[path.suffix.lower()]
        embedded[url] = f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
    return embedded


def read_picture(path: Path) -> bytes:
    """Return the bytes of a picture. ClosedRoomError with the reason if it is too large."""
    data = read_regular(path)
    width, height = _size_of(data)
    if width * height > MAX_PIXELS:
        raise ClosedRoomError(f"it has {width} x {height} pixels, more than {MAX_PIXELS:,}")
    return data


def _size_of(data: bytes) -> Size:
    """Return width and height by the header; (0, 0) if it is no header of a raster picture."""
    for signature, read in _HEADERS:
        if data.startswith(signature):
            try:
                return read(data)
            except (struct.error, IndexError):
                return 0, 0
    return 0, 0


def _size_of_png(data: bytes) -> Size:
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _size_of_gif(data: bytes) -> Size:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _size_of_jpeg(data: bytes) -> Size:
    at = 2
    while data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length
    return 0, 0


def _size_of_webp(data: bytes) -> Size:
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = struct.unpack_from("<I", data, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


_HEADERS: Final[tuple[tuple[bytes, Callable[[bytes], Size]], ...]] = (
    (b"\x89PNG\r\n\x1a\n", _size_of_png),
    (b"GIF8", _size_of_gif),
    (b"\xff\xd8", _size_of_jpeg),
    (b"RIFF", _size_of_webp),
)
