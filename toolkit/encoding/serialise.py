"""Serialise a TEI tree, always to the same bytes for the same tree."""

from lxml import etree

from toolkit.namespaces import RELAXNG, SCHEMATRON, TEI_ALL_RNG

_MODEL = (
    f'<?xml-model href="{TEI_ALL_RNG}" type="application/xml" schematypens="{RELAXNG}"?>\n'
    f'<?xml-model href="{TEI_ALL_RNG}" type="application/xml" schematypens="{SCHEMATRON}"?>\n'
)


def serialise(tree: etree._ElementTree | etree._Element) -> bytes:
    """Return a tree as UTF-8 with an XML declaration and ``xml-model``; white space is kept."""
    root = tree if isinstance(tree, etree._Element) else tree.getroot()
    body: bytes = etree.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + _MODEL.encode() + body + b"\n"
