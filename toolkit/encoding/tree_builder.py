"""Build an lxml tree; characters that XML cannot hold become ``g``."""

from collections.abc import Mapping

from lxml import etree

from toolkit.namespaces import XML_ID, XML_LANG, tei
from toolkit.text.xml_characters import NOT_XML

_PREFIXED = {"xml:id": XML_ID, "xml:lang": XML_LANG}


def add_element(
    parent: etree._Element, name: str, text: str = "", attributes: Mapping[str, str] | None = None
) -> etree._Element:
    """Add a last child with this text and these attributes; empty attributes are left out."""
    child = etree.SubElement(parent, tei(name))
    for key, value in (attributes or {}).items():
        if value:
            child.set(_PREFIXED.get(key, key), value)
    if text:
        add_text(child, text)
    return child


def add_text(parent: etree._Element, text: str) -> None:
    """Add text at the end of an element. A form feed is a line feed: it has become a ``pb``.

    A character that XML cannot hold becomes ``g``, pointing to a ``char`` of the header that
    names its code point (WD; ``encoding_desc.py`` declares them).
    """
    at = 0
    for match in NOT_XML.finditer(text):
        _append(parent, text[at : match.start()])
        if match[0] == "\f":
            _append(parent, "\n")
        else:
            add_element(parent, "g", attributes={"ref": f"#{char_id(match[0])}"})
        at = match.end()
    _append(parent, text[at:])


def char_id(char: str) -> str:
    """Return the ``xml:id`` of the declaration of a character that XML cannot hold."""
    return f"char-u{ord(char):04x}"


def _append(parent: etree._Element, text: str) -> None:
    if not text:
        return
    last = next(parent.iterchildren(reversed=True), None)  # len() would count all children
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text
