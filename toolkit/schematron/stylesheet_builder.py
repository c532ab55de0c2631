"""Helpers that build the elements of an XSLT stylesheet."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Final

from lxml import etree

from toolkit.namespaces import XSLT
from toolkit.schematron.schema_reader import S

X: Final = f"{{{XSLT}}}"


def append_xsl(parent: etree._Element, instruction: str, /, **attributes: str) -> etree._Element:
    """Append an XSLT instruction to ``parent`` and return it."""
    return etree.SubElement(parent, f"{X}{instruction}", attributes)


def add_prefixes(element: etree._Element, prefixes: Mapping[str, str]) -> etree._Element:
    """Rebuild an element in its place with further prefixes bound."""
    for prefix, uri in prefixes.items():
        element = _with_prefix(element, prefix, uri)
    return element


def escape_braces(text: str) -> str:
    """Escape text for an attribute value template: double its braces."""
    return text.replace("{", "{{").replace("}", "}}")


def copy_attributes(target: etree._Element, source: etree._Element, names: Iterable[str]) -> None:
    """Copy the attributes of these names as literal values."""
    for name in names:
        value = source.get(name)
        if value is not None:
            target.set(name, escape_braces(value))


def append_text(target: etree._Element, text: str | None) -> None:
    """Append an ``xsl:text``, unless the text is empty."""
    if text:
        append_xsl(target, "text").text = text


def leading_text(text: str | None) -> str | None:
    """Return the text before the first child of a message; None for white space alone."""
    return text if text and text.strip() else None


def copy_element(element: etree._Element) -> etree._Element:
    """Copy an element without its tail."""
    made = deepcopy(element)
    made.tail = None
    return made


def append_constructors(target: etree._Element, source: etree._Element) -> None:
    """Append instructions that reproduce the content of an element literally."""
    append_text(target, source.text if (source.text or "").strip() else None)
    for child in source:
        if isinstance(child.tag, str) and child.tag != f"{S}let":
            name = etree.QName(child)
            made = append_xsl(
                target, "element", name=name.localname, namespace=name.namespace or ""
            )
            for key, value in child.attrib.items():
                attribute = etree.QName(key)
                append_xsl(
                    made, "attribute", name=attribute.localname,
                    namespace=attribute.namespace or "",
                ).text = str(value)  # fmt: skip
            append_constructors(made, child)
        append_text(target, child.tail if (child.tail or "").strip() else None)


def _with_prefix(element: etree._Element, prefix: str, uri: str) -> etree._Element:
    names = {key: value for key, value in element.nsmap.items() if key is not None}
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    new = etree.Element(element.tag, attributes, nsmap={**names, prefix: uri})
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, new)
    return new
