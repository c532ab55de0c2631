"""Settings: what an edition says about itself in ``edition.toml``, every key documented."""

import enum
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from toolkit.edition.authority import Entry, read_authority
from toolkit.edition.choices import (
    Apparatus,
    Calendar,
    Facsimiles,
    LineNumbers,
    NotePlace,
    PageFormat,
    TitlePage,
    TitlePlace,
    ViewName,
)
from toolkit.exceptions import SettingsError
from toolkit.text import Cert

FILE_NAME = "edition.toml"

Choice = TypeVar("Choice", bound=enum.StrEnum)

FORMATS = ("html", "pdf")


@dataclass(frozen=True, slots=True)
class Responsible:
    """Somebody responsible for the edition, and for what: TEI ``respStmt`` (HD21)."""

    name: str
    role: str = "editor"
    ref: str = ""
    id: str = ""

    @property
    def key(self) -> str:
        """What decisions call them, an ``xml:id``: the id given, else one made of the name."""
        words = re.sub(r"[^\w.-]+", "-", self.name.lower()).strip("-.")
        made = words if re.match(r"[^\W\d]", words) else f"editor-{words}".rstrip("-")
        return self.id or made


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Edition:
    """An edition: the settings that its texts share, and its authority lists.

    The defaults are those of a text without ``edition.toml``.
    """

    folder: Path | None = None
    title: str = ""
    editors: tuple[Responsible, ...] = ()
    publisher: str = ""
    date: str = ""
    licence: str = ""
    language: str = ""
    calendar: Calendar = Calendar.GREGORIAN
    description: str = ""
    transcriptions: str = "transcriptions"
    decisions: str = "decisions/decisions.jsonl"
    formats: tuple[str, ...] = FORMATS
    view: ViewName = ViewName.READING
    page: PageFormat = PageFormat.A4
    apparatus: Apparatus = Apparatus.FOOT
    facsimiles: Facsimiles = Facsimiles.END
    line_numbers: LineNumbers = LineNumbers.AUTO
    title_page: TitlePage = TitlePage.AUTO
    address: str = ""
    style: str = ""
    stylesheet: str = ""
    layout: str = ""
    fonts: str = ""
    notes: NotePlace = NotePlace.ANCHOR
    threshold: Cert = Cert.HIGH
    uncorrected: Cert | None = None
    titles: TitlePlace = TitlePlace.INSIDE
    own_outputs: tuple[str, ...] = ()
    annotators: tuple[tuple[str, bool], ...] = ()
    own_annotators: tuple[str, ...] = ()
    authority: tuple[Entry, ...] = field(default=())

    def file(self, name: str) -> Path | None:
        """A file of the edition by the name in its settings; None if no name is given.

        SettingsError if it leads out of the edition's folder or is not there.
        """
        if not name or self.folder is None:
            return None
        path = inside(self.folder, name, self.folder / FILE_NAME)
        if not path.exists():
            raise SettingsError(f'{self.folder / FILE_NAME}: there is no "{name}"')
        return path

    def entry(self, identifier: str) -> Entry | None:
        """The authority entry with this ``xml:id``."""
        return next((entry for entry in self.authority if entry.id == identifier), None)

    def editor(self, key: str) -> Responsible | None:
        """The person of the edition whom decisions call so."""
        return next((person for person in self.editors if person.key == key), None)


@dataclass(frozen=True, slots=True)
class Key:
    """One key of ``edition.toml``: its table, its name, what it says, how it is read."""

    table: str
    name: str
    meaning: str
    read: Callable[[Any], Any]
    attribute: str = ""

    @property
    def target(self) -> str:
        """The attribute of ``Edition`` that the key sets."""
        return self.attribute or self.name


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text in quotation marks")
    return value


def _date(value: Any) -> str:
    return value if isinstance(value, str) else str(value.isoformat())


def _one_of(kind: type[Choice]) -> Callable[[Any], Choice]:
    def read(value: Any) -> Choice:
        if value not in list(kind):
            raise TypeError(f"one of {', '.join(kind)}")
        return kind(value)

    return read


def _some_of(*allowed: str) -> Callable[[Any], tuple[str, ...]]:
    def read(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or any(item not in allowed for item in value):
            raise TypeError(f"a list of {', '.join(allowed)}")
        return tuple(value)

    return read


def _one_of_texts(*allowed: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in allowed:
            raise TypeError(f"one of {', '.join(allowed)}")
        return str(value)

    return read


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError("a list of texts")
    return tuple(value)


def _cert(value: Any) -> Cert:
    return Cert(_one_of_texts("high", "medium", "low")(value))


def _responsibles(value: Any) -> tuple[Responsible, ...]:
    wanted = 'a list of { name = "...", role = "...", ref = "...", id = "..." }'
    if not isinstance(value, list):
        raise TypeError(wanted)
    known = {f.name for f in fields(Responsible)}
    for item in value:
        if not isinstance(item, dict) or "name" not in item or not set(item) <= known:
            raise TypeError(wanted)
        if not all(isinstance(text, str) for text in item.values()):
            raise TypeError(wanted)
        if item.get("id") and not re.fullmatch(r"[^\W\d][\w.-]*", item["id"]):
            raise TypeError('a list in which each id is an xml:id: id = "jd"')
    return tuple(Responsible(**item) for item in value)


KEYS = (
    Key("edition", "title", "Title of the edition; a text without a title takes it.", _text),
    Key("edition", "editors",
        "Who edits: name, role, ref (an ORCID or another address), id (for decisions).",
        _responsibles),
    Key("edition", "publisher", "Who publishes the edition.", _text),
    Key("edition", "date", "Date of the edition, ISO 8601 (2026 or 2026-11-23).", _date),
    Key("edition", "licence", "Licence of the encoding: an SPDX name (CC-BY-4.0) or an address.",
        _text),
    Key("edition", "language", "Language of the texts, BCP 47 (en, de, fr); else detected.", _text),
    Key("edition", "calendar", "Calendar of the dates in the texts: gregorian or julian.",
        _one_of(Calendar)),
    Key("edition", "description", "Why and how the edition was made: TEI projectDesc.", _text),
    Key("files", "transcriptions", "Folder of the transcriptions.", _text),
    Key("files", "authority", "Authority lists (TEI files with listPerson, listOrg, listPlace).",
        _texts),
    Key("files", "decisions", "Ledger of the editors' decisions (JSON lines).", _text),
    Key("outputs", "formats", "What tei build renders: html, pdf.", _some_of(*FORMATS)),
    Key("outputs", "view", "The view a reader sees first: reading or diplomatic.",
        _one_of(ViewName)),
    Key("outputs", "page", "Page of the PDF: a4, a5, us-letter or book.", _one_of(PageFormat)),
    Key("outputs", "apparatus", "Where the PDF has the apparatus: foot (of the page) or end.",
        _one_of(Apparatus)),
    Key("outputs", "facsimiles",
        "Pictures of the source's pages in the PDF: end, between (the pages) or none.",
        _one_of(Facsimiles)),
    Key("outputs", "line-numbers",
        "Lines numbered in the PDF: auto (for an apparatus), page or none.", _one_of(LineNumbers),
        "line_numbers"),
    Key("outputs", "title-page", "Whether the PDF has a title page: auto (long texts), yes or no.",
        _one_of(TitlePage), "title_page"),
    Key("outputs", "address", "Address under which the pages will be published.", _text),
    Key("outputs", "style", "A CSS file of the edition; it comes after the toolkit's.", _text),
    Key("outputs", "stylesheet", "An XSLT file of the edition; its templates win over ours.",
        _text),
    Key("outputs", "layout", "A Typst file of the edition; its functions replace ours.", _text),
    Key("outputs", "fonts", "A folder with font files for the PDF.", _text),
    Key("encoding", "notes", "Where notes stand: at their anchor, or in the back matter.",
        _one_of(NotePlace)),
    Key("encoding", "titles", "Where a title (Dr., Ensign) stands: inside or outside the persName.",
        _one_of(TitlePlace)),
    Key("encoding", "threshold",
        "The least certainty at which corrections are encoded: high, medium, low.",
        _cert),
    Key("encoding", "uncorrected",
        "That at which errors without a correction are marked (sic alone); without it, none is.",
        _cert),
)  # fmt: skip


def read_edition(folder: Path) -> Edition:
    """The edition in ``folder``: its ``edition.toml`` and authority lists; defaults without one.

    SettingsError for bad TOML, an unknown key (with the nearest known one) or a wrong value.
    """
    path = folder / FILE_NAME
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Edition()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from error
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    values = _values(data, path)
    files = values.pop("authority", ())
    entries = [entry for name in files for entry in read_authority(inside(folder, name, path))]
    _no_duplicates(entries, path)
    return Edition(folder=folder, authority=tuple(entries), **values)


def inside(folder: Path, name: str, path: Path) -> Path:
    """The file ``name`` of the edition. SettingsError if it leads out of the edition's folder."""
    target = folder / name
    if not target.resolve().is_relative_to(folder.resolve()):
        raise SettingsError(f'{path}: "{name}" leads out of the edition\'s folder')
    return target


def _values(data: Mapping[str, Any], path: Path) -> dict[str, Any]:
    tables = {key.table for key in KEYS}
    values: dict[str, Any] = {}
    for table, content in data.items():
        if table not in tables or not isinstance(content, dict):
            raise SettingsError(_unknown(path, f"table [{table}]", table, tables))
        known = {key.name: key for key in KEYS if key.table == table}
        for name, value in content.items():
            if name not in known:
                raise SettingsError(_unknown(path, f"key {name} in [{table}]", name, set(known)))
            values[known[name].target] = _read(known[name], value, path)
    return values


def _read(key: Key, value: Any, path: Path) -> Any:
    try:
        return key.read(value)
    except (TypeError, AttributeError) as error:
        wanted = str(error) if isinstance(error, TypeError) else "a date or a text"
        raise SettingsError(
            f"{path}: [{key.table}] {key.name} should be {wanted}, not {value!r}"
        ) from error


def _unknown(path: Path, what: str, name: str, known: set[str]) -> str:
    everywhere = {key.name: key.table for key in KEYS}
    near = get_close_matches(name, known, n=1)
    if near:
        return f"{path}: unknown {what}; did you mean {near[0]}?"
    if name in everywhere:
        return f"{path}: unknown {what}; {name} belongs in [{everywhere[name]}]"
    elsewhere = get_close_matches(name, everywhere, n=1)
    if elsewhere:
        return (
            f"{path}: unknown {what}; did you mean {elsewhere[0]} in [{everywhere[elsewhere[0]]}]?"
        )
    return f"{path}: unknown {what}; known are {', '.join(sorted(known))}"


def _no_duplicates(entries: list[Entry], path: Path) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise SettingsError(f'{path}: two authority entries have the xml:id "{entry.id}"')
        seen.add(entry.id)
