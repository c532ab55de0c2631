"""Encode a document and its accepted layer as a TEI tree."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import cast

from lxml import etree

from toolkit.edition import Edition
from toolkit.edition.revision import Revision
from toolkit.encoding.assign_ids import assign_ids, document_id
from toolkit.encoding.body import fill_elements, fill_note, find_hidden
from toolkit.encoding.fill_paragraphs import find_uncovered
from toolkit.encoding.nest import nest
from toolkit.encoding.standoff import add_standoff, choose_points, make_anchors
from toolkit.encoding.tei_header import add_header
from toolkit.encoding.tree_builder import add_element
from toolkit.namespaces import TEI, XML_ID, XML_LANG, tei
from toolkit.text import Annotation, Document, Layer, Span


@dataclass(frozen=True, slots=True)
class Encoding:
    """A TEI tree, the annotations that are elements in it, and those in its ``standOff``."""

    tree: etree._ElementTree
    nested: tuple[Annotation, ...]
    crossing: tuple[Annotation, ...]


def encode(
    doc: Document,
    accepted: Layer,
    edition: Edition,
    *,
    stem: str = "",
    revisions: tuple[Revision, ...] = (),
) -> Encoding:
    """Encode a document as TEI: header, stand-off, and the text with its accepted annotations.

    The text is that of the transcription, white space included. ``stem`` becomes the ``xml:id``
    of the document, by default the name of its file. ``revisions`` list the editors who decided,
    for the header.
    """
    stem = stem or PurePath(doc.file).stem or "text"
    annotations = (*accepted, *doc.annotations("xenoData"))
    annotations += tuple(find_uncovered(doc.text, annotations))
    first = nest(annotations)
    crossing = first.crossing
    points = choose_points(crossing, find_hidden(doc.text, first.nested))
    anchors = make_anchors(points.values())
    nested = nest((*first.nested, *anchors)).nested if anchors else first.nested
    root = etree.Element(tei("TEI"), nsmap=cast(dict[str, str], {None: TEI}))
    root.set(XML_ID, document_id(stem))
    root.set(XML_LANG, doc.language)
    add_header(root, doc, nested, edition, stem=stem, revisions=revisions)
    add_standoff(root, doc, nested, crossing, points, edition)
    _text(root, doc, nested, edition)
    _layout(root)
    return Encoding(root.getroottree(), nested, crossing)


def _text(
    root: etree._Element, doc: Document, nested: tuple[Annotation, ...], edition: Edition
) -> None:
    text = add_element(root, "text")
    begins = max((a.span.end for a in nested if a.element == "titlePage"), default=0)
    front = [(add_element(text, "front"), Span(0, begins))] if begins else []
    division = add_element(add_element(text, "body"), "div")
    parts = [*front, (division, Span(begins, len(doc.text)))]
    moved = fill_elements(parts, doc, nested, notes=edition.notes)
    if not any(isinstance(child.tag, str) for child in division):
        add_element(division, "p")
    if moved:
        notes = add_element(add_element(text, "back"), "div", attributes={"type": "notes"})
        for note in moved:
            fill_note(notes, doc, nested, note)
    assign_ids(text)


def _layout(root: etree._Element) -> None:
    """Put line feeds between the large parts, where white space has no meaning."""
    root.text = "\n  "
    for part in root:
        part.tail = "\n  "
    root[-1].tail = "\n"
    text = root[-1]
    text.text = "\n"
    for part in text:
        part.tail = "\n"
        part.text = "\n"
        part[-1].tail = "\n"
