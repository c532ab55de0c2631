"""Read Schematron schemas from .sch files, or embedded in RELAX NG or ODD, and resolve them.

Inclusions (``include``, ``extends`` with ``href``) are carried out, with the prefixes that are
declared around the included part. ``active_patterns.py`` instantiates abstract patterns.
"""

import json
from copy import deepcopy
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urldefrag, urlsplit

from lxml import etree

from toolkit.closed_room import ClosedRoomError, read_regular
from toolkit.exceptions import SchemaError, SourceError
from toolkit.namespaces import RELAXNG, SCHEMATRON, TEI, XML_ID, XSLT
from toolkit.trees import parse_bytes

S: Final = f"{{{SCHEMATRON}}}"
BINDINGS: Final = "{urn:tei-toolkit}prefixes"
"""An attribute with the prefixes in force in an included part, as JSON."""

_BINDINGS_KNOWN: Final = frozenset({"", "xslt", "xslt2", "xslt3", "xpath", "xpath2", "xpath3"})
_MOST_NESTED: Final = 30
_TOP_LEVEL: Final = ("pattern", "ns", "let", "diagnostics", "properties", "phase", "rule")


def read_schematron(source: Path | bytes) -> etree._Element | None:
    """Return the resolved ``schema`` element; None if the file (RELAX NG, ODD) has no rules.

    SchemaError if it cannot be read, or includes what is missing or itself.
    """
    file = str(source) if isinstance(source, Path) else "the Schematron schema"
    root = _parse(source, file)
    if root.tag == f"{S}schema":
        schema = root
    elif root.tag.startswith(f"{{{TEI}}}"):
        return read_schematron(_from_odd(source))
    elif root.tag.startswith(f"{{{RELAXNG}}}"):
        schema = _collect_embedded(root)
    else:
        raise SchemaError(f"{file}: neither Schematron nor RELAX NG nor ODD: {root.tag}")
    binding = (schema.get("queryBinding") or "").lower()
    if binding not in _BINDINGS_KNOWN:
        raise SchemaError(f"{file}: query binding {binding} is not known; xslt3 is")
    _include(schema, file, ())
    return schema if schema.find(f"{S}pattern") is not None else None


def _parse(source: Path | bytes, file: str) -> etree._Element:
    try:
        data = read_regular(source) if isinstance(source, Path) else source
        return parse_bytes(data, file).getroot()
    except ClosedRoomError as error:
        raise SchemaError(f"{file}: the schema cannot be read: {error}") from error
    except SourceError as error:
        raise SchemaError(str(error)) from error


def _from_odd(source: Path | bytes) -> bytes:
    from toolkit.odd.spec_locations import compile_odd  # noqa: PLC0415 - only for an ODD
    from toolkit.odd.to_schematron import write_schematron  # noqa: PLC0415

    if isinstance(source, bytes):
        raise SchemaError("an ODD must be a file to be a schema")
    schema, _ = compile_odd(source)
    return write_schematron(schema)


def _collect_embedded(root: etree._Element) -> etree._Element:
    """Collect the rules embedded in a RELAX NG schema in a Schematron schema."""
    schema = etree.Element(f"{S}schema", queryBinding="xslt2")
    prefixes: dict[str, str] = {}
    rest: list[etree._Element] = []
    for name in _TOP_LEVEL:
        for found in root.iter(f"{S}{name}"):
            parent = found.getparent()
            if parent is not None and parent.tag.startswith(S):
                continue
            if name == "ns":
                prefixes.setdefault(found.get("prefix", ""), found.get("uri", ""))
            elif name == "rule":
                etree.SubElement(schema, f"{S}pattern").append(_copy_element(found))
            else:
                rest.append(_copy_element(found))
    for part in rest:
        schema.append(part)
    for found in root.iterchildren(f"{{{XSLT}}}function", f"{{{XSLT}}}key"):
        schema.insert(0, _copy_element(found))
    for prefix, uri in prefixes.items():
        schema.insert(0, etree.Element(f"{S}ns", prefix=prefix, uri=uri))
    return schema


def _copy_element(element: etree._Element) -> etree._Element:
    copy = deepcopy(element)
    copy.tail = None
    return copy


def _include(element: etree._Element, file: str, files: tuple[str, ...]) -> None:
    """Replace the inclusions in an element with the included parts."""
    if len(files) > _MOST_NESTED:
        raise SchemaError(f"{file}: inclusions are nested too deeply; does one include itself?")
    for child in list(element):
        if child.tag == f"{S}include" or (child.tag == f"{S}extends" and child.get("href")):
            address = child.get("href", "")
            target, found = _find_included(address, file)
            if target in files:
                raise SchemaError(f"{file}: the schema includes itself: {address}")
            _include(found, target, (*files, target))
            parts = [found] if child.tag == f"{S}include" else list(found)
            for part in parts:
                part.set(BINDINGS, found.get(BINDINGS, "{}"))
                child.addprevious(part)
            element.remove(child)
        elif isinstance(child.tag, str):
            _include(child, file, files)


def _find_included(address: str, file: str) -> tuple[str, etree._Element]:
    """Return the file that an inclusion names, and a copy of the element in it."""
    name, fragment = urldefrag(address)
    if urlsplit(name).scheme not in ("", "file"):
        raise SchemaError(f"{file}: {address}: schemas are not fetched from the network")
    path = Path(file).parent / unquote(urlsplit(name).path)
    root = _parse(path, str(path))
    found = root
    if fragment:
        named = [e for e in root.iter() if fragment in (e.get(XML_ID), e.get("id"))]
        if not named:
            raise SchemaError(f"{file}: {path} has no element with the id {fragment}")
        found = named[0]
    copy = _copy_element(found)
    prefixes = {ns.get("prefix", ""): ns.get("uri", "") for ns in root.iterchildren(f"{S}ns")}
    copy.set(BINDINGS, json.dumps(prefixes))
    return f"{path}#{fragment}", copy
