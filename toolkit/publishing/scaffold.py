"""Create the folder of a new edition, with every setting explained."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from toolkit.edition.authority import Entry, Kind
from toolkit.edition.setting import ANY_KEY, FILE_NAME, Setting, format_value
from toolkit.edition.settings import edition_settings
from toolkit.exceptions import OutputError
from toolkit.files import create_file
from toolkit.namespaces import TEI

_HEADINGS = {
    Kind.PERSON: ("persons", "Persons", "Jane Doe"),
    Kind.ORGANISATION: ("organisations", "Organisations", "The Society of Friends"),
    Kind.PLACE: ("places", "Places", "Petrograd"),
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
    """Create an edition in a folder, without touching a file that exists.

    Returns the files of the edition. OutputError if the folder is an edition already, or cannot be
    written to.
    """
    if (folder / FILE_NAME).exists():
        raise OutputError(f"{folder / FILE_NAME}: this folder is an edition already")
    files = dict(_files(title or folder.resolve().name))
    try:
        for name, text in files.items():
            create_file(folder / name, text.encode())
    except OSError as error:
        raise OutputError(f"{folder}: the edition cannot be created: {error.strerror}") from error
    return tuple(folder / name for name in files)


def settings_text(title: str) -> str:
    """Write an ``edition.toml`` with every key, its meaning above it; most are commented out."""
    tables = dict.fromkeys(setting.table for setting in edition_settings())
    return "\n".join(_table_text(table, title.replace('"', "'")) for table in tables)


def _table_text(table: str, title: str) -> str:
    lines = [f"[{table}]"]
    for setting in edition_settings():
        if setting.table == table:
            lines += [f"# {comment}" for comment in _comment(setting)]
            lines += [
                line if setting.active else f"# {line}" for line in _assignments(setting, title)
            ]
    return "\n".join(lines) + "\n"


def _comment(setting: Setting) -> Iterator[str]:
    """The meaning of a setting, with the values that are allowed."""
    yield setting.meaning
    if setting.allowed:
        yield f"Allowed: {', '.join(setting.allowed)}."


def _assignments(setting: Setting, title: str) -> Iterator[str]:
    """The lines that set a setting to its example: one, or one for each key of any name."""
    if setting.key == ANY_KEY:
        yield from (f"{name} = {format_value(value)}" for name, value in setting.example)
    else:
        yield f"{setting.key} = {format_value(setting.example)}".replace("{title}", title)


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
    yield ".gitignore", "decisions/.*.lock\n"
