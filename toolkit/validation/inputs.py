"""Expand the files, folders and globs of the command line to documents."""

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from toolkit.exceptions import SourceError

STANDARD_INPUT: Final = Path("-")
_SUFFIXES: Final = frozenset({".xml", ".tei", ".odd"})


def find_documents(arguments: Iterable[str]) -> Iterator[Path]:
    """Yield the documents in the order given, each once; ``-`` is standard input.

    Of a folder those with the suffix xml, tei or odd, at any depth, in the order of their names.
    SourceError if a name means nothing.
    """
    seen: set[Path] = set()
    for argument in arguments:
        for path in _expand(argument):
            if path not in seen:
                seen.add(path)
                yield path


def _expand(argument: str) -> Iterator[Path]:
    path = Path(argument)
    if path == STANDARD_INPUT or path.is_file():
        yield path
    elif path.is_dir():
        yield from _find_in_folder(path)
    else:
        found = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - the pattern may be absolute
        if not found:
            yield path  # whoever reads it says that it is missing
        for name in found:
            if Path(name).is_file():
                yield Path(name)


def _find_in_folder(folder: Path) -> Iterator[Path]:
    try:
        found = sorted(p for p in folder.rglob("*") if p.suffix.lower() in _SUFFIXES)
    except OSError as error:
        raise SourceError(f"{folder}: cannot be read: {error.strerror}") from error
    yield from (path for path in found if path.is_file() and not _is_hidden(path, folder))


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
