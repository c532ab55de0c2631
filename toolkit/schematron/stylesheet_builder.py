"""Sheet: making the elements of a stylesheet, one instruction at a time."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Final

from lxml import etree

from toolkit.namespaces import XSLT
from toolkit.schematron.schema_reader import S

X: Final = f"{{{XSLT}}}"


def sub(parent: etree._Element, instruction: str, /, **attributes: str) -> etree._Element:
    """A new instruction at the end of ``parent``."""
    return etree.SubElement(parent, f"{X}{instruction}", attributes)


def prefixed(element: etree._Element, prefixes: Mapping[str, str]) -> etree._Element:
    """The element, made anew in its place with further prefixes in force."""
    for prefix, uri in prefixes.items():
        element = _with_prefix(element, prefix, uri)
    return element


def literal(text: str) -> str:
    """A text for an attribute value template: braces doubled."""
    return text.replace("{", "{{").replace("}", "}}")


def attributes(target: etree._Element, source: etree._Element, names: Iterable[str]) -> None:
    """Copy attributes of these names, as literal values."""
    for name in names:
        value = source.get(name)
        if value is not None:
            target.set(name, literal(value))


def text_node(target: etree._Element, text: str | None) -> None:
    """An ``xsl:text``, unless there is no text."""
    if text:
        sub(target, "text").text = text


def started(text: str | None) -> str | None:
    """The text before the first child of a message; space alone is left out."""
    return text if text and text.strip() else None


def copied(element: etree._Element) -> etree._Element:
    """An element without the text that follows it."""
    made = deepcopy(element)
    made.tail = None
    return made


def constructed(target: etree._Element, source: etree._Element) -> None:
    """Instructions that make the contents of an element as they stand, executing nothing."""
    text_node(target, source.text if (source.text or "").strip() else None)
    for child in source:
        if isinstance(child.tag, str) and child.tag != f"{S}let":
            name = etree.QName(child)
            made = sub(target, "element", name=name.localname, namespace=name.namespace or "")
            for key, value in child.attrib.items():
                attribute = etree.QName(key)
                sub(
                    made, "attribute", name=attribute.localname,
                    namespace=attribute.namespace or "",
                ).text = str(value)  # fmt: skip
            constructed(made, child)
        text_node(target, child.tail if (child.tail or "").strip() else None)


def _with_prefix(element: etree._Element, prefix: str, uri: str) -> etree._Element:
    names = {key: value for key, value in element.nsmap.items() if key is not None}
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    new = etree.Element(element.tag, attributes, nsmap={**names, prefix: uri})
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, new)
    return new
