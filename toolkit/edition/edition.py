"""An edition: the settings its texts share, declared once, and its authority lists."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.edition.authority import Entry
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
from toolkit.edition.setting import ANY_KEY, FILE_NAME, setting
from toolkit.edition.text_settings import TextSettings
from toolkit.exceptions import SettingsError
from toolkit.text import Cert

PLACEHOLDER: Final = "Your Name"
"""The editor in the example of the setting; nobody has this name."""


@dataclass(frozen=True, slots=True)
class Responsible:
    """Somebody responsible for the edition, and for what: TEI ``respStmt`` (HD21)."""

    name: str
    role: str = "editor"
    ref: str = ""
    id: str = ""

    @property
    def key(self) -> str:
        """The name by which decisions refer to them: the id given, else one made of the name."""
        words = re.sub(r"[^\w.-]+", "-", self.name.lower()).strip("-.")
        made = words if re.match(r"[^\W\d]", words) else f"editor-{words}".rstrip("-")
        return self.id or made


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Edition:
    """An edition: the settings that its texts share, those of single texts, authority lists.

    The defaults are those of a text without ``edition.toml``.
    """

    folder: Path | None = None
    title: str = setting(
        "edition",
        "Title of the edition; a text without a title takes it.",
        example="{title}",
        active=True,
    )
    editors: tuple[Responsible, ...] = setting(
        "edition",
        "Who edits: name, role, ref (an ORCID or another address), id (for decisions).",
        default=(),
        example=({"name": PLACEHOLDER, "role": "editor"},),
    )
    publisher: str = setting("edition", "Publisher of the edition.")
    date: str = setting(
        "edition", "Date of the edition, ISO 8601 (2026 or 2026-11-23).", example="2026"
    )
    licence: str = setting(
        "edition",
        "Licence of the encoding: an SPDX name (CC-BY-4.0) or an address.",
        example="CC-BY-4.0",
    )
    language: str = setting(
        "edition",
        "Language of the texts, BCP 47 (en, de, fr); detected if it is not given.",
        example="en",
    )
    calendar: Calendar = setting(
        "edition", "Calendar of the dates in the texts.", default=Calendar.GREGORIAN
    )
    description: str = setting("edition", "Purpose and method of the edition: TEI projectDesc.")
    transcriptions: str = setting(
        "files", "Folder of the transcriptions.", default="transcriptions"
    )
    authority_lists: tuple[str, ...] = setting(
        "files",
        "Authority lists (TEI files with listPerson, listOrg, listPlace).",
        default=(),
        key="authority",
        example=("authority/persons.xml", "authority/organisations.xml", "authority/places.xml"),
        active=True,
    )
    decisions: str = setting(
        "files",
        "Ledger of the editors' decisions (JSON lines).",
        default="decisions/decisions.jsonl",
    )
    formats: tuple[str, ...] = setting(
        "outputs",
        "Outputs that tei build makes; tei outputs lists those that there are.",
        default=("html", "pdf"),
    )
    own_outputs: tuple[str, ...] = setting(
        "outputs",
        "Outputs of the edition itself: Python files in its folder, run with your rights.",
        default=(),
        key="own",
        example=("outputs/plain.py:plain",),
    )
    view: ViewName = setting(
        "outputs", "The view that a reader sees first.", default=ViewName.READING
    )
    page: PageFormat = setting("outputs", "Page of the PDF.", default=PageFormat.A4)
    apparatus: Apparatus = setting(
        "outputs",
        "Place of the apparatus in the PDF: foot (of each page), or end.",
        default=Apparatus.FOOT,
    )
    facsimiles: Facsimiles = setting(
        "outputs",
        "Pictures of the source's pages in the PDF: at the end, between the pages, or none.",
        default=Facsimiles.END,
    )
    line_numbers: LineNumbers = setting(
        "outputs",
        "Line numbers in the PDF: auto (if there is an apparatus), page (on each page), or none.",
        default=LineNumbers.AUTO,
    )
    title_page: TitlePage = setting(
        "outputs",
        "Title page of the PDF: auto (for long texts), yes, or no.",
        default=TitlePage.AUTO,
    )
    address: str = setting(
        "outputs",
        "Address under which the pages will be published.",
        example="https://example.org/letters/",
    )
    style: str = setting(
        "outputs", "A CSS file of the edition; it comes after the toolkit's.", example="own.css"
    )
    stylesheet: str = setting(
        "outputs", "An XSLT file of the edition; its templates win over ours.", example="own.xsl"
    )
    layout: str = setting(
        "outputs", "A Typst file of the edition; its functions replace ours.", example="own.typ"
    )
    fonts: str = setting("outputs", "A folder with font files for the PDF.", example="fonts")
    notes: NotePlace = setting(
        "encoding", "Place of notes: at their anchor, or in the back.", default=NotePlace.ANCHOR
    )
    titles: TitlePlace = setting(
        "encoding",
        "Place of a title (Dr., Ensign): inside or outside the persName.",
        default=TitlePlace.INSIDE,
    )
    threshold: Cert = setting(
        "encoding",
        "The least certainty at which corrections are encoded without a decision.",
        default=Cert.HIGH,
    )
    uncorrected: Cert | None = setting(
        "encoding",
        "The least certainty at which errors without a correction are marked (sic alone).",
        default=None,
        example=Cert.MEDIUM,
    )
    words: str = setting(
        "encoding",
        "A file with words that are no errors, such as spellings of the author.",
        example="words.txt",
    )
    annotators: tuple[tuple[str, bool], ...] = setting(
        "annotators",
        "Switches an annotator on or off; tei annotators lists those that there are.",
        default=(),
        key=ANY_KEY,
        example=(("names", False),),
    )
    own_annotators: tuple[str, ...] = setting(
        "annotators",
        "Annotators of the edition itself: Python files in its folder, run with your rights.",
        default=(),
        key="own",
        example=("annotators/ships.py:ships",),
    )
    authority: tuple[Entry, ...] = ()
    texts: tuple[tuple[str, TextSettings], ...] = ()

    def file(self, name: str) -> Path | None:
        """Return a file of the edition by the name in its settings; None if no name is given.

        SettingsError if it leads out of the edition's folder or is not there.
        """
        if not name or self.folder is None:
            return None
        path = inside(self.folder, name, self.folder / FILE_NAME)
        if not path.exists():
            raise SettingsError(f'{self.folder / FILE_NAME}: there is no "{name}"')
        return path

    def text(self, name: str) -> TextSettings:
        """Return the settings of a text by its name without suffix; empty ones if it has none."""
        return dict(self.texts).get(name, TextSettings())

    def entry(self, identifier: str) -> Entry | None:
        """Return the authority entry with this ``xml:id``, if there is one."""
        return next((entry for entry in self.authority if entry.id == identifier), None)

    def editor(self, key: str) -> Responsible | None:
        """Return the editor with this key, if there is one."""
        return next((person for person in self.editors if person.key == key), None)


def inside(folder: Path, name: str, path: Path) -> Path:
    """Return the file ``name`` of the edition; ``path`` is the file that names it.

    SettingsError if it leads out of the edition's folder.
    """
    target = folder / name
    if not target.resolve().is_relative_to(folder.resolve()):
        raise SettingsError(f'{path}: "{name}" leads out of the edition\'s folder')
    return target
