"""Elsewhere: inputs in a store, and the editions they belong to.

What an edition names in its settings is copied to this machine while the command runs; texts and
pictures are fetch_inputs when it is their turn, many at once.
"""

import atexit
import shutil
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, Final

from toolkit import storage
from toolkit.batch.input import Input, folder_of
from toolkit.edition import Edition
from toolkit.edition.settings import FILE_NAME, inside, read_edition
from toolkit.edition.text_settings_file import SUFFIX
from toolkit.exceptions import SourceError, ToolkitError
from toolkit.storage import Location, Stored, Url

_MANY: Final = 64
"""Files fetched in one batch."""


Editions = dict[Location, Edition]
"""A cache of editions by folder."""


def transcriptions(place: Url, endings: Sequence[str], editions: Editions) -> Iterator[Input]:
    """Find the transcriptions of a folder, an edition, or a file. SourceError without any."""
    if storage.is_file(place):
        yield _with_settings(_one(place, place.name, editions))
        return
    edition = _edition_at(place, editions)
    root = place / edition.transcriptions if edition.folder else place
    found = _below(root, endings)
    if not found:
        raise SourceError(
            f"{root}: no transcriptions here (files that end in {', '.join(endings)})"
        )
    settings = _below(root, (SUFFIX,))
    for name, info in found.items():
        own = edition if edition.folder else _edition_of(root / name, editions)
        item = Input(root / name, name, own, folder=folder_of(name), mark=info.mark)
        beside = settings.get(str(PurePosixPath(name).with_suffix(SUFFIX)))
        yield replace(item, settings_mark=beside.mark) if beside else item


def tei_files(place: Url, endings: Sequence[str], editions: Editions | None) -> Iterator[Input]:
    """Find the TEI files of a folder, or a file. SourceError without any."""
    if storage.is_file(place):
        yield _one(place, str(place), editions)
        return
    found = _below(place, endings)
    if not found:
        raise SourceError(f"{place}: no TEI files here (files that end in {', '.join(endings)})")
    for name, info in found.items():
        path = place / name
        yield Input(
            path, str(path), _edition_of(path, editions), folder=folder_of(name), mark=info.mark
        )


def fetch_inputs(items: Iterable[Input]) -> Iterator[Input]:
    """Yield the inputs; those in a store have their bytes, fetched in batches.

    An input that cannot be fetched has none; reading it reports the problem.
    """
    waiting = iter(items)
    while batch := list(islice(waiting, _MANY)):
        urls = [url for item in batch for url in _addresses(item)]
        found: dict[Location, bytes | None] = (
            dict(zip(urls, storage.each(_data, urls), strict=True)) if urls else {}
        )
        for item in batch:
            yield _with_data(item, found) if isinstance(item.path, Url) else item


def _addresses(item: Input) -> Iterator[Url]:
    """Yield the addresses of a remote input: of the file, and of its settings if it has any."""
    path, settings = item.path, item.settings_path
    if isinstance(path, Url) and isinstance(settings, Url):
        yield path
        if item.settings_mark:
            yield settings


def _with_data(item: Input, found: Mapping[Location, bytes | None]) -> Input:
    return replace(item, data=found.get(item.path), settings_data=found.get(item.settings_path))


def _with_settings(item: Input) -> Input:
    """Return a remote input with the version tag of its settings, if it has any."""
    path = item.settings_path
    if isinstance(path, Url) and storage.is_file(path):
        return replace(item, settings_mark=storage.stored(path).mark)
    return item


def fetch_named(edition: Edition, names: Iterable[str]) -> None:
    """Copy those files of a remote edition that exist and are not on this machine yet."""
    if edition.folder is None or edition.folder not in _copies:
        return
    url, there = _copies[edition.folder]
    wanted = [name for name in names if name in there and not (edition.folder / name).exists()]
    _copy(url, wanted, edition.folder)


_copies: dict[Path, tuple[Url, frozenset[str]]] = {}
"""Local copies of remote editions: the address of each, and the names of all its files."""


def _edition_at(folder: Url, editions: Editions) -> Edition:
    """Return the edition in a folder; the default one without an ``edition.toml``."""
    if folder not in editions:
        settings = storage.read_if_there(folder / FILE_NAME)
        editions[folder] = Edition() if settings is None else _copied(folder, settings)
    return editions[folder]


def _copied(folder: Url, settings: bytes) -> Edition:
    """Copy the files of an edition to this machine and read it; see ``read_edition``."""
    copy = Path(tempfile.mkdtemp(prefix="tei-edition-"))
    atexit.register(shutil.rmtree, copy, ignore_errors=True)
    (copy / FILE_NAME).write_bytes(settings)
    try:
        wanted, names = _named(settings), frozenset(storage.files_below(folder))
        _copy(folder, [name for name in sorted(names) if _is_wanted(name, wanted)], copy)
        edition = read_edition(copy)
    except ToolkitError as error:
        raise type(error)(str(error).replace(str(copy), str(folder))) from error
    _copies[copy] = (folder, names)
    return edition


def _edition_of(file: Url, editions: Editions | None) -> Edition:
    """Return the edition of a file, from its folder or the folder above; see ``edition_of``."""
    if editions is None:
        return Edition()
    around = (_edition_at(folder, editions) for folder in (file.parent, file.parent.parent))
    return next((edition for edition in around if edition.folder), Edition())


def _one(file: Url, name: str, editions: Editions | None) -> Input:
    return Input(file, name, _edition_of(file, editions), mark=storage.stored(file).mark)


def _below(folder: Url, endings: Sequence[str]) -> Mapping[str, Stored]:
    """Return the files below a folder in the order of their names, without hidden ones."""
    return {
        name: info
        for name, info in storage.files_below(folder).items()
        if PurePosixPath(name).suffix.lower() in endings
        and not any(part.startswith(".") for part in PurePosixPath(name).parts)
    }


def _data(url: Url) -> bytes | None:
    try:
        return storage.read(url)
    except SourceError:
        return None


def _named(settings: bytes) -> frozenset[str]:
    """Return all texts in the settings that may name a file, except the transcriptions."""
    try:
        data = tomllib.loads(settings.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return frozenset()  # whoever reads it in earnest says so
    files = data.get("files")
    if isinstance(files, dict):
        files = {key: value for key, value in files.items() if key != "transcriptions"}
    decisions = Edition().decisions
    return frozenset((decisions, *_texts_in({**data, "files": files})))


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value.removeprefix("./").rstrip("/")
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts_in(each)


def _is_wanted(name: str, wanted: frozenset[str]) -> bool:
    path = PurePosixPath(name)
    return not wanted.isdisjoint((name, *map(str, path.parents[:-1])))


def _copy(folder: Url, names: Sequence[str], target: Path) -> None:
    """Copy files to this machine. SettingsError for a name outside the target."""
    data = storage.each(storage.read, [folder / name for name in names])
    for name, content in zip(names, data, strict=True):
        path = inside(target, name, target / FILE_NAME)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
