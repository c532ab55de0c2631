"""Gaiji: the characters that ``g`` elements stand for (WD)."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from toolkit.namespaces import XML_ID, tei
from toolkit.trees import code_point

UNKNOWN: Final = "\ufffd"
"""Stands for a ``g`` that has no text and whose character nobody describes."""

_BEST: Final = ("Unicode", "unicode", "standard", "simplified")


def characters(tree: etree._ElementTree) -> Mapping[str, str]:
    """The characters that a file declares in ``charDecl``, by the value of ``g/@ref``."""
    declared: dict[str, str] = {}
    for char in tree.iter(tei("char"), tei("glyph")):
        meant = code_point(char) or _mapping(char)
        if meant and char.get(XML_ID):
            declared[f"#{char.get(XML_ID)}"] = meant
    return declared


def _mapping(char: etree._Element) -> str:
    found = {m.get("type", ""): str(m.xpath("string()")).strip() for m in char.iter(tei("mapping"))}
    best = [found[kind] for kind in _BEST if found.get(kind)]
    return next((text for text in (*best, *found.values()) if text), "")
