"""Complete a TEI file before it is rendered: inclusions, chapters in files, undeclared entities.

What a file names is read in the closed room of its folder. A part that cannot be read is refused
with an error, since a rendering without it would lose text unseen. An entity that nobody declares,
such as one of a DTD that is not at hand, stands for a character: the character that HTML knows by
that name, else the name itself.
"""

import re
from collections.abc import Iterator
from html.entities import html5
from pathlib import Path
from typing import Final, cast
from xml.sax.saxutils import quoteattr

from lxml import etree

from toolkit.closed_room import ClosedRoom, ClosedRoomError, Reader
from toolkit.edition import EditionText
from toolkit.entities import declared_entities, find_unread_references, insert_text
from toolkit.exceptions import SourceError
from toolkit.findings import Finding, Place
from toolkit.namespaces import XINCLUDE
from toolkit.rng.codes import ENTITY
from toolkit.trees import parse_bytes, parser

_INCLUDE: Final = f"{{{XINCLUDE}}}include"
_TEXT_DECLARATION: Final = re.compile(
    rb"""\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["'][^>]*\?>"""
)


def complete_text(
    data: bytes, file: str, path: Path | None = None
) -> tuple[EditionText, tuple[Finding, ...]]:
    """Return a TEI file with its inclusions and entities in their places, and what was found.

    ``file`` names the file in findings; ``path`` is where it lies, None if it lies nowhere.
    SourceError if it is not well-formed, or if a part of it cannot be read.
    """
    findings: tuple[Finding, ...] = ()
    if b"<!DOCTYPE" in data and b"&" in data:
        data, findings = _replace_entities(data, file, path)
    if XINCLUDE.encode() in data:
        data = _carry_out_inclusions(data, file, path)
    return EditionText(data, file), findings


def _room(path: Path | None) -> ClosedRoom:
    return ClosedRoom.around(path.parent) if path is not None else ClosedRoom(())


def _carry_out_inclusions(data: bytes, file: str, path: Path | None) -> bytes:
    from toolkit.schematron.document_tree import merge_inclusions  # noqa: PLC0415 - seldom needed

    if next(parse_bytes(data, file).iter(_INCLUDE), None) is None:
        return data
    faults: list[str] = []
    root = merge_inclusions(data, str(path or file), _room(path), fault=faults.append)
    if faults:
        raise SourceError(f"{file}: the inclusion fails: {faults[0]}")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _replace_entities(
    data: bytes, file: str, path: Path | None
) -> tuple[bytes, tuple[Finding, ...]]:
    """Replace the references to entities whose text is not in the file itself."""
    keeping = parser(entities=False)
    try:
        tree = etree.fromstring(data, keeping).getroottree()
    except etree.XMLSyntaxError:
        return data, ()  # said by whoever parses the file
    declared = {entity.name for entity in declared_entities(tree)}
    references = find_unread_references(tree)
    if not references:
        return data, ()
    reader = _room(path).enter()
    findings = []
    for reference in references:
        if reference.name in declared:
            _insert(reference, _read_chapter(reference, tree, reader, path, file))
        else:
            message = f"the entity &{reference.name}; is not declared"
            findings.append(ENTITY.at(Place(file, cast(int | None, reference.sourceline)), message))
            insert_text(reference, html5.get(f"{reference.name};", f"&{reference.name};"))
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True), tuple(findings)


def _read_chapter(
    reference: etree._Entity,
    tree: etree._ElementTree,
    reader: Reader,
    path: Path | None,
    file: str,
) -> etree._Element:
    """Return an element with the content of the file that an entity stands for."""
    address = next(e.system_url for e in declared_entities(tree) if e.name == reference.name) or ""
    subject = f"{file}: the entity &{reference.name}; refers to {address}"
    if path is None or ":" in address or address.startswith("/"):
        raise SourceError(f"{subject}, which is not read: nothing is fetched from elsewhere")
    try:
        data = reader.read(path.parent / address)
    except ClosedRoomError as error:
        raise SourceError(f"{subject}, which is not read: {error}") from error
    parent = reference.getparent()
    spaces = {} if parent is None else parent.nsmap
    return _parse_content(data, dict(_declarations(spaces)), f"{file}: {address}")


def _declarations(spaces: "dict[str | None, str]") -> Iterator[tuple[str, str]]:
    for prefix, uri in spaces.items():
        yield (f"xmlns:{prefix}" if prefix else "xmlns"), quoteattr(uri)


def _parse_content(data: bytes, declarations: dict[str, str], subject: str) -> etree._Element:
    declaration = _TEXT_DECLARATION.match(data)
    encoding = declaration[1].decode() if declaration else "utf-8-sig"
    try:
        content = data[declaration.end() if declaration else 0 :].decode(encoding)
    except (LookupError, UnicodeError) as error:
        raise SourceError(f"{subject} is not text in {encoding}") from error
    spaces = "".join(f" {name}={value}" for name, value in declarations.items())
    return parse_bytes(f"<content{spaces}>{content}</content>".encode(), subject).getroot()


def _insert(reference: etree._Entity, content: etree._Element) -> None:
    """Put the content of an element in the place of a reference."""
    parent = reference.getparent()
    if parent is None:
        return
    at = parent.index(reference)
    last: etree._Element | None = None
    for child in list(content):
        parent.insert(at, child)
        at += 1
        last = child
    if last is not None:
        last.tail = (last.tail or "") + (reference.tail or "")
        reference.tail = None
    insert_text(reference, content.text or "")
