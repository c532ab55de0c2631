"""Scaffold: the folder of a new edition, with every setting explained."""

from collections.abc import Iterator
from pathlib import Path

from toolkit.edition.authority import Kind
from toolkit.edition.settings import FILE_NAME, KEYS
from toolkit.errors import OutputError
from toolkit.names import TEI

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
    "notes": '"anchor"',
    "threshold": '"high"',
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
      <!-- An entry: its id, and all the names it has in the texts, the preferred one first.
      <{entry} xml:id="an-id">
        <{name}>{example}</{name}>
      </{entry}>
      -->
    </{list}>
  </standOff>
</TEI>
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


def _files(title: str) -> Iterator[tuple[str, str]]:
    yield FILE_NAME, settings_text(title)
    for kind, (name, heading, example) in _HEADINGS.items():
        yield (
            f"authority/{name}.xml",
            _AUTHORITY.format(
                namespace=TEI,
                title=heading,
                list=kind.list_element,
                entry=kind.value,
                name=kind.name_element,
                example=example,
            ),
        )
    yield "transcriptions/.gitkeep", ""
    yield "decisions/decisions.jsonl", ""
