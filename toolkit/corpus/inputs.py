"""Inputs: which files a command works on, and which edition each of them belongs to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.edition import Edition
from toolkit.edition.settings import FILE_NAME, read_edition
from toolkit.errors import SourceError
from toolkit.trees import read_bytes

TEXTS = (".txt", ".text")
"""How the names of transcriptions end; a file that is named itself may be called anything."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to work on: its path, the name it is reported under, and its edition.

    ``data`` are its bytes, if it is to be worked on where the path leads nowhere.
    """

    path: Path
    name: str
    edition: Edition
    data: bytes | None = None

    def read(self) -> bytes:
        """The bytes of the file. SourceError if it cannot be read."""
        return read_bytes(self.path) if self.data is None else self.data

    @property
    def stem(self) -> str:
        """The name that its results have."""
        return self.path.stem


def transcriptions(paths: Iterable[Path]) -> tuple[Input, ...]:
    """The transcriptions in these files, folders and editions, in the order given.

    A folder with an ``edition.toml`` is an edition: its transcriptions are read. SourceError for
    a path that does not exist, a folder without texts, and two texts of the same name.
    """
    editions: dict[Path, Edition] = {}
    found = [item for path in paths for item in _inputs(path, editions)]
    return _distinct(found)


def tei_files(paths: Iterable[Path]) -> tuple[Input, ...]:
    """The TEI files in these files and folders, in the order given. SourceError as above."""
    editions: dict[Path, Edition] = {}
    found = []
    for path in paths:
        if not path.exists():
            raise SourceError(f"{path}: no such file or folder")
        files = sorted(path.rglob("*.xml")) if path.is_dir() else [path]
        if not files:
            raise SourceError(f"{path}: no TEI files here (files that end in .xml)")
        found += [Input(file, str(file), edition_of(file, editions)) for file in files]
    return _distinct(found)


def edition_of(path: Path, editions: dict[Path, Edition]) -> Edition:
    """The edition of a file: its folder's, or that of the folder above (``transcriptions/``)."""
    folders = list(path.absolute().parents)[:2]
    folder = next((f for f in folders if (f / FILE_NAME).is_file()), folders[0])
    if folder not in editions:
        editions[folder] = read_edition(folder)
    return editions[folder]


def _inputs(path: Path, editions: dict[Path, Edition]) -> Iterator[Input]:
    if not path.exists():
        raise SourceError(f"{path}: no such file or folder")
    if not path.is_dir():
        yield Input(path, path.name, edition_of(path, editions))
        return
    edition = read_edition(path)
    editions[path.absolute()] = edition
    root = path / edition.transcriptions if (path / FILE_NAME).is_file() else path
    texts = _texts(root)
    if not texts:
        raise SourceError(f"{root}: no transcriptions here (files that end in {', '.join(TEXTS)})")
    for text in texts:
        own = edition if edition.folder else edition_of(text, editions)
        yield Input(text, text.relative_to(root).as_posix(), own)


def _distinct(found: Iterable[Input]) -> tuple[Input, ...]:
    """The inputs, each once. SourceError if the results of two would have the same name."""
    seen: dict[str, Input] = {}
    for item in found:
        if item.stem in seen and seen[item.stem].path != item.path:
            raise SourceError(
                f"{item.path} and {seen[item.stem].path} would give results of the same name "
                f"({item.stem}); use a folder for each"
            )
        seen[item.stem] = item
    return tuple(seen.values())


def _texts(folder: Path) -> Sequence[Path]:
    """The texts in a folder and those below it, hidden ones left out, in the order of names."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.suffix.lower() in TEXTS
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )
