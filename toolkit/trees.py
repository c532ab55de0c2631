"""Parse XML safely, and describe the place of an element."""

import re
import stat
from pathlib import Path
from typing import cast

from lxml import etree

from toolkit.exceptions import SourceError
from toolkit.findings import Place
from toolkit.namespaces import TEI, XML_ID, local_name, tei

MAX_DEPTH = 250
"""How deep elements may nest: libxml2 stops at 256, and no edition comes near."""


def parser(*, entities: bool = True) -> etree.XMLParser:
    """Return a parser that fetches nothing, expands no external entity and keeps white space.

    Without ``entities`` it expands none at all: the tree has the references.
    Duplicate ``xml:id`` values are let through, since real TEI has them: the checker says so.
    """
    return etree.XMLParser(
        resolve_entities="internal" if entities else False,  # type: ignore[arg-type]  # the stubs know only bool
        no_network=True,
        load_dtd=False,
        collect_ids=False,
        huge_tree=False,
        remove_blank_text=False,
    )


def parse_bytes(data: bytes, file: str) -> etree._ElementTree:
    """Parse XML from memory; ``file`` names it in messages. SourceError if it is not XML."""
    try:
        root = etree.fromstring(data, parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = str(error).partition(", line ")[0]
        raise SourceError(f"{file}:{line}:{column}: not well-formed XML: {message}") from error
    return root.getroottree()


def parse_file(path: Path) -> etree._ElementTree:
    """Parse an XML file. SourceError if it cannot be read or is not XML."""
    return parse_bytes(read_bytes(path), str(path))


def read_bytes(path: Path) -> bytes:
    """Read a file. SourceError if it cannot be read, or is a device without an end."""
    try:
        if stat.S_ISCHR(path.stat().st_mode) and path.name != "stdin":
            raise SourceError(f"{path}: is a device, not a file")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror}") from error


def code_point(char: etree._Element) -> str:
    """Return the character whose code point a ``char`` of the header states, else nothing."""
    for prop in char.iter(tei("localProp")):
        point = re.fullmatch(r"U\+([0-9A-F]{4,6})", prop.get("value", ""))
        if prop.get("name") == "codepoint" and point and int(point[1], 16) < 0x110000:
            return chr(int(point[1], 16))
    return ""


def declared_characters(tree: etree._ElementTree) -> dict[str, str]:
    """Return the characters whose code points the header states, by the value of ``g/@ref``."""
    chars = ((f"#{char.get(XML_ID)}", code_point(char)) for char in tree.iter(tei("char")))
    return {ref: char for ref, char in chars if char}


def place_of(element: etree._Element, file: str = "") -> Place:
    """Return the place of an element: line, nearest ``xml:id`` and path; lxml knows no column."""
    nearest = next((e.get(XML_ID) for e in _upwards(element) if e.get(XML_ID)), "") or ""
    return Place(file, cast(int | None, element.sourceline), id=nearest, path=path_of(element))


def path_of(element: etree._Element) -> str:
    """Return the path from the root, with positions where needed: ``/TEI/text/body/div[2]/p``."""
    return "/" + "/".join(_step(e) for e in reversed(list(_upwards(element))))


def _upwards(element: etree._Element) -> list[etree._Element]:
    return [element, *element.iterancestors()]


def _step(element: etree._Element) -> str:
    parent = element.getparent()
    same = [] if parent is None else [e for e in parent if e.tag == element.tag]
    position = f"[{same.index(element) + 1}]" if len(same) > 1 else ""
    return f"{local_name(element.tag)}{position}"


def begins_with_label(note: etree._Element) -> bool:
    """Whether the text of a note begins with a ``label``, so that ``@n`` is not part of it."""
    if (note.text or "").strip():
        return False
    milestones = {tei(name) for name in ("lb", "pb", "cb", "milestone", "anchor")}
    first = next((child for child in note if child.tag not in milestones), None)
    return first is not None and first.tag == tei("label")


def tei_name(element: etree._Element) -> str:
    """Return the local name of a TEI element; empty for one of another namespace."""
    tag = element.tag
    return local_name(tag) if isinstance(tag, str) and tag.startswith(f"{{{TEI}}}") else ""
