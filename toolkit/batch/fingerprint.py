"""Fingerprints: content hashes of everything that a result depends on.

A result is made again when one of these hashes differs from the one in the manifest. Time stamps
play no part: touching a file changes nothing, and a model that was replaced by another one of the
same size and date is noticed.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from html import unescape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from toolkit import __version__
from toolkit.batch.input import Input
from toolkit.batch.task import Task
from toolkit.batch.task_bundle import find_pictures
from toolkit.closed_room import ClosedRoom
from toolkit.edition import Edition, Entry
from toolkit.edition.text_settings import TextSettings
from toolkit.exceptions import SourceError
from toolkit.plugins import find_entry_points

_ENGINES: Final = ("lxml", "numpy", "py3langid", "saxonche", "typst", "babel", "charset-normalizer")
"""Libraries whose version can change a result."""
_PLUGINS: Final = ("tei_toolkit.annotators", "tei_toolkit.outputs", "fontpkg.family")
"""The entry-point groups by which other packages extend the toolkit."""


_PART: Final = re.compile(rb"""(?:\binclude\s[^<>]*?\bhref\s*=|\bSYSTEM)\s*["']([^"'\0]+)["']""")
"""The address of an included file, or of the file that an entity stands for."""
_XML: Final = (".xml", ".tei")
_MOST_PARTS: Final = 2_000


@dataclass(frozen=True, slots=True)
class _EditionState:
    """The state shared by the texts of one edition: hashes of their causes, entries by id."""

    edition: Edition
    causes: Mapping[str, str]
    entries: Mapping[str, Entry]


class Fingerprints:
    """The hashes of one command. What tasks share (toolkit, edition) is hashed once.

    Files are read when a hash is first asked for, so an object is only valid for as long as the
    files stay as they are: create one for each run.
    """

    def __init__(self) -> None:
        """Read nothing yet."""
        self._tool = ""
        self._editions: dict[Path | None, _EditionState] = {}

    def causes(self, task: Task) -> dict[str, str]:
        """Return a hash of each thing that the result depends on, by the name of the cause.

        ``input``: the transcription; ``header``: the settings of the text; ``pictures``: the files
        it shows; ``options``: those of the command; ``settings``: ``edition.toml``; ``names``: the
        names in its authority lists; ``decisions``: the ledger; ``looks``: the edition's style,
        templates, layout and fonts; ``annotators``: its Python files; ``tool``: the toolkit with
        all its data. The content of authority entries is left out: only some texts depend on each,
        see ``mentions``.
        """
        options = (task.formats, task.view, task.language, task.encoded, task.checked)
        return {
            "input": _input_hash(task.item),
            "header": _header_hash(task.item) if task.encoded else "",
            "pictures": _pictures_hash(task.item),
            "options": _hash(repr(options).encode()),
            **self._state(task.item.edition).causes,
            "tool": self.tool,
        }

    def fingerprint(self, task: Task) -> str:
        """Return all ``causes`` as one string for the manifest."""
        return " ".join(f"{cause}:{value}" for cause, value in self.causes(task).items())

    def mentions(self, edition: Edition, ids: Iterable[str]) -> dict[str, str]:
        """Return a hash of each authority entry with one of these ids."""
        entries = self._state(edition).entries
        return {
            name: hashlib.sha256(entries[name].xml.encode()).hexdigest()
            for name in sorted(set(ids))
            if name in entries
        }

    @property
    def tool(self) -> str:
        """A hash of the toolkit: version, files, engines, plug-ins and the user's schemas."""
        self._tool = self._tool or tool_hash()
        return self._tool

    def _state(self, edition: Edition) -> _EditionState:
        known = self._editions.get(edition.folder)
        if known is None or known.edition is not edition:
            entries = {entry.id: entry for entry in edition.authority}
            known = _EditionState(edition, _edition_causes(edition), entries)
            self._editions[edition.folder] = known
        return known


def tool_hash() -> str:
    """Hash the toolkit: code, stylesheets, schemas, models, lexicons and language data."""
    digest = hashlib.sha256(__version__.encode())
    for folder in tool_folders():
        for path in _files_below(folder):
            relative = path.relative_to(folder).as_posix()
            digest.update(f"{folder.name}/{relative}\0{_content_hash(path)}\n".encode())
    for line in (*_user_schemas(), *_installed_versions()):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()[:32]


def tool_folders() -> tuple[Path, ...]:
    """Return the folders of the toolkit: the package and, in a checkout, the data beside it."""
    package = Path(__file__).resolve().parents[1]
    data = () if (package / "data").is_dir() else _DATA
    return (package, *(package.parent / name for name in data))


_DATA: Final = ("xslt", "tei/p5", "tei/schema", "tei/profiles")
"""The folders of a checkout that an installed toolkit has below ``toolkit/data``."""


def _user_schemas() -> Iterator[str]:
    """Yield the schemas that the user added, with their hashes."""
    from toolkit.validation.schema_registry import named_schemas  # noqa: PLC0415  # loads validation

    for schema in named_schemas():
        if schema.file:
            yield f"{schema.name} {schema.addresses} {_content_hash(Path(schema.file))}"


def _installed_versions() -> Iterator[str]:
    """Yield the versions of the engines and of the packages that extend the toolkit."""
    extensions = {
        point.dist.name
        for group in _PLUGINS
        for point in find_entry_points(group)
        if point.dist is not None
    }
    for name in sorted(extensions.union(_ENGINES)):
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"


def _edition_causes(edition: Edition) -> dict[str, str]:
    names = [(entry.id, entry.kind, entry.names) for entry in edition.authority]
    settings = replace(edition, authority=(), texts=(), folder=None)
    return {
        "settings": _hash(repr(settings).encode()),
        "names": _hash(repr(names).encode()),
        "decisions": _files_hash(_ledger_files(edition), edition.folder),
        "looks": _files_hash(_look_files(edition), edition.folder),
        "annotators": _files_hash(_files_of_kind(edition.folder, ".py"), edition.folder),
    }


def _ledger_files(edition: Edition) -> Iterator[Path]:
    if edition.folder:
        yield edition.folder / edition.decisions


def _look_files(edition: Edition) -> Iterator[Path]:
    """Yield the edition's files that its renderings use, with what stylesheets may include."""
    if not edition.folder:
        return
    if edition.style:
        yield edition.folder / edition.style
    if edition.stylesheet:
        yield edition.folder / edition.stylesheet
        yield from _files_of_kind(edition.folder, ".xsl", ".xslt")
    if edition.layout:
        yield edition.folder / edition.layout
        yield from _files_of_kind(edition.folder, ".typ")
    if edition.fonts:
        yield from _files_below(edition.folder / edition.fonts)


def _input_hash(item: Input) -> str:
    """Hash a file and the parts it names; in a store, the version tag that changes with it."""
    if not isinstance(item.path, Path):
        return _hash(item.mark.encode())
    parts = tuple(_parts_of(item.path))
    own = _content_hash(item.path)
    return _hash(f"{own} {_files_hash(parts, item.path.parent)}".encode()) if parts else own


def _parts_of(path: Path) -> Iterator[Path]:
    """Yield the files that a TEI file includes or has entities for, and those of these files."""
    room, seen, waiting = ClosedRoom.around(path.parent), {path.resolve()}, [path]
    while waiting and len(seen) < _MOST_PARTS:
        including = waiting.pop()
        for name in _PART.findall(_text_with_parts(including)):
            part = including.parent / unescape(name.decode(errors="replace"))
            if _is_file(part) and room.admits(part) and part.resolve() not in seen:
                seen.add(part.resolve())
                waiting.append(part)
                yield part


def _text_with_parts(path: Path) -> bytes:
    try:
        data = path.read_bytes() if path.suffix in _XML else b""
    except OSError:
        return b""
    return data if b"/XInclude" in data or b"<!ENTITY" in data else b""


def _header_hash(item: Input) -> str:
    """Hash the settings of a text: its ``NAME.toml``, and its table in ``edition.toml``."""
    own = item.edition.text(item.path.stem)
    path = item.settings_path
    beside = _content_hash(path) if isinstance(path, Path) else item.settings_mark
    return _hash(f"{beside} {own!r}".encode()) if beside or own != TextSettings() else ""


def _pictures_hash(item: Input) -> str:
    """Hash the pictures that the text or an authority entry may show.

    They lie in the edition's folder, or in that of a file without an edition.
    """
    if not isinstance(item.path, Path):
        return ""
    folder = item.edition.folder or item.path.parent
    try:
        names = sorted(set(find_pictures(item)))
    except SourceError:
        return ""
    inside = (folder / name for name in names if "\0" not in name and ":" not in name)
    return _files_hash((path for path in inside if _is_file(path)), folder)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long
        return False


def _files_of_kind(folder: Path | None, *endings: str) -> Iterator[Path]:
    return (path for path in _files_below(folder) if path.suffix in endings) if folder else iter(())


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder in the order of their names, hidden and compiled ones out."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(n for n in folders if not n.startswith(".") and n != "__pycache__")
        yield from (Path(place, name) for name in sorted(names) if not name.startswith("."))


def _files_hash(paths: Iterable[Path], folder: Path | None) -> str:
    """Hash the names (relative to ``folder``) and contents of files; empty for no files."""
    lines = [
        f"{os.path.relpath(path, folder) if folder else path.name}\0{_content_hash(path)}"
        for path in dict.fromkeys(paths)
    ]
    return _hash("\n".join(lines).encode("utf-8", "surrogateescape")) if lines else ""


def _content_hash(path: Path) -> str:
    """Hash a file; empty if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:32]
    except OSError:
        return ""


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]
