"""Bundle the files of an edition with a task, for a machine that does not have them."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path, PurePath

from toolkit.batch.input import Input

_PICTURE = re.compile(r"[^\s\"'<>]+\.(?:png|jpe?g|gif|webp|svg)", re.IGNORECASE)
"""The address of a picture in a text or in XML."""


def bundle_files(item: Input, *, pictures: bool) -> Mapping[str, bytes]:
    """The ledger, the edition's own plug-ins and, if wanted, the pictures the input may show.

    They are named by their paths in the folder of the edition, with slashes.
    """
    folder = item.edition.folder
    if folder is None:
        return {}
    edition = item.edition
    own = (ref.partition(":")[0] for ref in (*edition.own_annotators, *edition.own_outputs))
    names = {edition.decisions, *own, *(find_pictures(item) if pictures else ())}
    found = ((name, _content(folder, name)) for name in sorted(map(posixpath.normpath, names)))
    return {name: data for name, data in found if data is not None}


def unpack_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files of a bundle to a folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def find_pictures(item: Input) -> Iterator[str]:
    """Yield whatever looks like the address of a picture, in the text and in authority entries."""
    sources = (item.read().decode(errors="replace"), *(e.xml for e in item.edition.authority))
    for source in sources:
        for found in _PICTURE.finditer(source):
            yield unescape(found[0])


def _content(folder: Path, name: str) -> bytes | None:
    """Read a file that is really inside the folder; None if there is no such file."""
    if ":" in name or "\0" in name or PurePath(name).is_absolute():
        return None
    path = (folder / name).resolve()
    try:
        return path.read_bytes() if path.is_relative_to(folder.resolve()) else None
    except OSError:
        return None
