"""Put the texts of an edition into one ``teiCorpus``, each with its own header (CC)."""

from collections.abc import Iterable
from typing import cast

from lxml import etree

from toolkit.edition import Edition
from toolkit.encoding.tei_header import add_publication_stmt
from toolkit.encoding.tree_builder import add_element
from toolkit.namespaces import TEI, XML_ID, tei
from toolkit.text import Document


def build_corpus(
    texts: Iterable[etree._ElementTree], edition: Edition, *, name: str
) -> etree._Element:
    """Build a ``teiCorpus`` of TEI trees; ``name`` is its title if the edition has none.

    An ``xml:id`` has to be unique in the corpus: each, and each pointer to it, gets the id of its
    text as a prefix (``letter-1.p-5c1a09e2``).
    """
    root = etree.Element(tei("teiCorpus"), nsmap=cast(dict[str, str], {None: TEI}))
    tei_header = add_element(root, "teiHeader")
    file_desc = add_element(tei_header, "fileDesc")
    add_element(add_element(file_desc, "titleStmt"), "title", edition.title or name)
    add_publication_stmt(file_desc, Document(""), edition)
    source = "The texts of the edition; the header of each says where it comes from."
    add_element(add_element(file_desc, "sourceDesc"), "p", source)
    etree.indent(tei_header, "  ", level=1)
    for tree in texts:
        root.append(_prefix_ids(tree.getroot()))
    for part in root:
        part.tail = "\n"
    root.text = "\n"
    return root


def _prefix_ids(text: etree._Element) -> etree._Element:
    """Put the id of a text before the ids in it and the pointers to them."""
    prefix = text.get(XML_ID, "text")
    own = {str(e.get(XML_ID)) for e in text.iter() if e.get(XML_ID)} - {prefix}
    for part in text.iter(etree.Element):
        for key, value in part.attrib.items():
            if key == XML_ID and value in own:
                part.set(key, f"{prefix}.{value}")
            elif "#" in value:
                part.set(key, " ".join(_pointer(word, prefix, own) for word in str(value).split()))
    return text


def _pointer(word: str, prefix: str, own: set[str]) -> str:
    return f"#{prefix}.{word[1:]}" if word.startswith("#") and word[1:] in own else word
