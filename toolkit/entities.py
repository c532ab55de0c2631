"""References to entities whose text is not in the document itself, in a tree of lxml.

The tree must have been parsed with its references kept (``trees.parser(entities=False)``).
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from toolkit.trees import parser


def show_unread_entities(data: bytes) -> bytes:
    """Return a document with each reference to an entity that has no text here as its name.

    Only what a DTD or another file declares is replaced. A document that is not well-formed is
    returned as it is.
    """
    try:
        tree = etree.fromstring(data, parser(entities=False)).getroottree()
    except etree.XMLSyntaxError:
        return data
    references = find_unread_references(tree)
    for reference in references:
        insert_text(reference, f"&{reference.name};")
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True) if references else data


def find_unread_references(tree: etree._ElementTree) -> list[etree._Entity]:
    """Return the references to entities that the document does not declare with their text."""
    declared = {entity.name: entity.content for entity in declared_entities(tree)}
    nodes: Iterator[Any] = tree.iter(etree.Entity)
    return [n for n in nodes if declared.get(n.name) is None and not n.name.startswith("#")]


def declared_entities(tree: etree._ElementTree) -> Iterator[Any]:
    """Yield the entities that a document declares; ``content`` is None for one in a file."""
    dtd: Any = tree.docinfo.internalDTD  # the stubs do not know its entities
    if dtd is not None:
        yield from dtd.iterentities()


def insert_text(reference: etree._Entity, text: str) -> None:
    """Put text in the place of a reference."""
    parent, before = reference.getparent(), reference.getprevious()
    if parent is None:
        return
    whole = text + (reference.tail or "")
    reference.tail = None
    if before is None:
        parent.text = (parent.text or "") + whole
    else:
        before.tail = (before.tail or "") + whole
    parent.remove(reference)
