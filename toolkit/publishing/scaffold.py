"""Scaffold: the folder of a new edition, with every setting explained."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from toolkit.edition.authority import Entry, Kind
from toolkit.edition.settings import FILE_NAME, KEYS
from toolkit.exceptions import OutputError
from toolkit.namespaces import TEI

_HEADINGS = {
    Kind.PERSON: ("persons", "Persons", "Jane Doe"),
    Kind.ORGANISATION: ("organisations", "Organisations", "The Society of Friends"),
    Kind.PLACE: ("places", "Places", "Petrograd"),
}

_VALUES = {
    "title": '"{title}"',
    "editors": '[{{ name = "Your Name", role = "editor" }}]',
    "licence": '"CC-BY-4.0"',
    "authority": '["authority/persons.xml", "authority/organisations.xml", "authority/places.xml"]',
}
_DEFAULTS = {
    "publisher": '""',
    "date": '"2026"',
    "language": '"en"',
    "calendar": '"gregorian"',
    "description": '""',
    "transcriptions": '"transcriptions"',
    "decisions": '"decisions/decisions.jsonl"',
    "formats": '["html", "pdf"]',
    "view": '"reading"',
    "page": '"a4"',
    "apparatus": '"foot"',
    "facsimiles": '"end"',
    "line-numbers": '"auto"',
    "title-page": '"auto"',
    "address": '"https://example.org/letters/"',
    "style": '"own.css"',
    "stylesheet": '"own.xsl"',
    "layout": '"own.typ"',
    "fonts": '"fonts"',
    "notes": '"anchor"',
    "threshold": '"high"',
    "uncorrected": '"medium"',
    "titles": '"inside"',
}

_AUTHORITY = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="{namespace}">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>{title}</title></titleStmt>
      <publicationStmt><p>Part of the edition.</p></publicationStmt>
      <sourceDesc><p>Made for the edition.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <standOff>
    <{list}>
{entries}    </{list}>
  </standOff>
</TEI>
"""
_EXAMPLE = """      <!-- An entry: its id, and all its names in the texts, the preferred one first.
      <{entry} xml:id="an-id">
        <{name}>{example}</{name}>
      </{entry}>
      -->
"""


def scaffold(folder: Path, *, title: str = "") -> tuple[Path, ...]:
    """Make a new edition in a folder. OutputError if there is one already, or no permission."""
    if (folder / FILE_NAME).exists():
        raise OutputError(f"{folder / FILE_NAME}: there is an edition here already")
    files = dict(_files(title or folder.resolve().name))
    try:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made an edition: {error.strerror}") from error
    return tuple(folder / name for name in files)


def settings_text(title: str) -> str:
    """An ``edition.toml`` with every key, its meaning above it, those not needed commented out."""
    lines: list[str] = []
    for table in dict.fromkeys(key.table for key in KEYS):
        lines += ["", f"[{table}]"] if lines else [f"[{table}]"]
        for key in (key for key in KEYS if key.table == table):
            value = _VALUES.get(key.name, "").format(title=title.replace('"', "'"))
            line = f"{key.name} = {value}" if value else f"# {key.name} = {_DEFAULTS[key.name]}"
            lines += [f"# {key.meaning}", line]
    return "\n".join(lines) + "\n"


def authority_list(title: str, entries: Sequence[Entry]) -> str:
    """A TEI file with a ``listPerson`` of these entries; equal ids are numbered."""
    seen: Counter[str] = Counter()
    lines = []
    for entry in entries:
        seen[entry.id] += 1
        anew = f'xml:id="{entry.id}-{seen[entry.id]}"'
        xml = entry.xml.replace(f' xmlns="{TEI}"', "", 1)
        xml = xml if seen[entry.id] == 1 else xml.replace(f'xml:id="{entry.id}"', anew, 1)
        lines.append(f"      {xml.strip()}\n")
    return _list(Kind.PERSON, title, "".join(lines))


def _list(kind: Kind, title: str, entries: str) -> str:
    return _AUTHORITY.format(namespace=TEI, title=title, list=kind.list_element, entries=entries)


def _files(title: str) -> Iterator[tuple[str, str]]:
    yield FILE_NAME, settings_text(title)
    for kind, (name, heading, example) in _HEADINGS.items():
        yield (
            f"authority/{name}.xml",
            _list(
                kind,
                heading,
                _EXAMPLE.format(entry=kind.value, name=kind.name_element, example=example),
            ),
        )
    yield "transcriptions/.gitkeep", ""
    yield "decisions/decisions.jsonl", ""
    yield ".gitattributes", "decisions/*.jsonl merge=union\n"
