"""Find the input files of a command, and the edition of each."""

import os
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from toolkit.batch import remote_inputs
from toolkit.batch.input import Input, folder_of
from toolkit.edition import Edition
from toolkit.edition.settings import FILE_NAME, read_edition
from toolkit.edition.text_settings_file import SUFFIX
from toolkit.exceptions import SettingsError, SourceError, printable
from toolkit.storage import Location, Url

TEXTS = (".txt", ".text")
"""Suffixes of transcriptions in a folder; a file named on the command line may have any."""
TEI = (".xml", ".tei")
"""Suffixes of TEI files in a folder."""


def transcriptions(places: Iterable[Location]) -> tuple[Input, ...]:
    """Find the transcriptions in these files, folders and editions, in the order given.

    A folder with an ``edition.toml`` is an edition: its transcriptions are read. SourceError for
    a path that does not exist, a folder without texts, and two texts whose results would have
    the same name. Settings (``NAME.toml`` beside a text) are left out.
    """
    editions: dict[Location, Edition] = {}
    given = tuple(places)
    texts = [place for place in given if not _is_settings_file(place)]
    if given and not texts:
        raise SourceError(f"{given[0]}: has settings, and is no transcription; name the text")
    found = [item for place in texts for item in _transcriptions(place, editions)]
    return _distinct(found)


def tei_files(places: Iterable[Location], *, with_editions: bool = True) -> tuple[Input, ...]:
    """Find the TEI files in these files and folders, in the order given. SourceError as above.

    Without ``with_editions`` every file has the default edition.
    """
    editions: dict[Location, Edition] | None = {} if with_editions else None
    found = [item for place in places for item in _tei_files(place, editions)]
    return _distinct(found)


def edition_of(path: Path, editions: dict[Location, Edition] | None) -> Edition:
    """Return the edition of a file, from its own folder or the folder above.

    ``editions`` caches editions by folder; with None, every file has the default edition.
    """
    if editions is None:
        return Edition()
    folders = list(path.absolute().parents)[:2]
    folder = next((f for f in folders if (f / FILE_NAME).is_file()), folders[0])
    if folder not in editions:
        editions[folder] = read_edition(folder)
    return editions[folder]


def _transcriptions(place: Location, editions: dict[Location, Edition]) -> Iterator[Input]:
    if isinstance(place, Url):
        yield from remote_inputs.transcriptions(place, TEXTS, editions)
        return
    if not _is_folder(place):
        yield Input(place, printable(place.name), edition_of(place, editions))
        return
    edition = read_edition(place)
    editions[place.absolute()] = edition
    root = place / edition.transcriptions if edition.folder else place
    texts = _below(root, TEXTS)
    if not texts:
        raise SourceError(f"{root}: no transcriptions here (files that end in {', '.join(TEXTS)})")
    found = []
    for text in texts:
        name = text.relative_to(root).as_posix()
        own = edition if edition.folder else edition_of(text, editions)
        found.append(Input(text, printable(name), own, folder=folder_of(name)))
    _refuse_settings_without_text(edition, found)
    yield from found


def _is_settings_file(place: Location) -> bool:
    """Whether a file has the settings of an edition, or of a text in the same folder."""
    if isinstance(place, Url) or place.suffix.lower() != SUFFIX:
        return False
    beside = (place.with_suffix(ending) for ending in TEXTS)
    return place.name == FILE_NAME or any(text.is_file() for text in beside)


def _refuse_settings_without_text(edition: Edition, found: Sequence[Input]) -> None:
    """Raise SettingsError if ``edition.toml`` has settings for a text that is not there."""
    names = sorted({item.path.stem for item in found})
    for name, _ in edition.texts:
        if name not in names:
            near = "".join(f"; did you mean {n}?" for n in get_close_matches(name, names, n=1))
            place = f'{edition.folder}/{FILE_NAME}: [texts."{name}"]'
            raise SettingsError(f"{place}: no transcription has this name{near}")


def _tei_files(place: Location, editions: dict[Location, Edition] | None) -> Iterator[Input]:
    if isinstance(place, Url):
        yield from remote_inputs.tei_files(place, TEI, editions)
        return
    files = _below(place, TEI) if _is_folder(place) else [place]
    if not files:
        raise SourceError(f"{place}: no TEI files here (files that end in {', '.join(TEI)})")
    for file in files:
        folder = folder_of(file.relative_to(place).as_posix()) if file != place else ""
        yield Input(file, printable(str(file)), edition_of(file, editions), folder=folder)


def _is_folder(path: Path) -> bool:
    """Whether a path is a folder. SourceError if it does not exist."""
    if not path.exists():
        raise SourceError(f"{path}: no such file or folder")
    return path.is_dir()


def _distinct(found: Iterable[Input]) -> tuple[Input, ...]:
    """Return each input once. SourceError if the results of two would have the same name.

    The same holds for two transcriptions of an edition with one name in different folders, since
    decisions identify a text by its name.
    """
    seen: dict[str, Input] = {}
    named: dict[tuple[Path | None, str], Input] = {}
    for item in found:
        other = seen.setdefault(item.stem, item)
        if other.path != item.path:
            raise SourceError(
                f"{item.path} and {other.path} would give results of the same name "
                f"({item.stem}); use a folder for each"
            )
        same = named.setdefault((item.edition.folder, item.path.name), item)
        if item.edition.folder and same.path != item.path:
            raise SourceError(
                f"{item.path} and {same.path} have the same name, by which the decisions of an "
                "edition know a text; rename one of them"
            )
    return tuple(seen.values())


def _below(folder: Path, endings: Sequence[str]) -> Sequence[Path]:
    """Return the files below a folder in the order of their names, without hidden ones.

    A broken link is included: reading it reports the problem. SourceError for a folder that cannot
    be read.
    """
    found = []
    for place, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files = (Path(place, name) for name in names if not name.startswith("."))
        found += [file for file in files if file.suffix.lower() in endings]
    return sorted(file for file in found if file.is_file() or not file.exists())


def _unreadable(error: OSError) -> NoReturn:
    raise SourceError(f"{error.filename}: cannot be read: {error.strerror}") from error
