"""Document: one TEI file from a document, what was accepted about it, and its edition."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import cast

from lxml import etree

from toolkit.edition import Edition
from toolkit.edition.revision import Revision
from toolkit.encoding.assign_ids import document_id, identify
from toolkit.encoding.body import fill, fill_note
from toolkit.encoding.fill_paragraphs import uncovered
from toolkit.encoding.nest import nest
from toolkit.encoding.standoff import anchors, stand_off
from toolkit.encoding.tei_header import header
from toolkit.encoding.tree_builder import element
from toolkit.namespaces import TEI, XML_ID, XML_LANG, tei
from toolkit.text import Annotation, Document, Layer, Span


@dataclass(frozen=True, slots=True)
class Encoding:
    """A TEI tree, the annotations that are elements in it, and those that stand off."""

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
    """Encode a document as TEI: header, standOff, and the text with what was accepted about it.

    The text is the transcription's, white space included. ``stem`` names the document; it
    becomes its ``xml:id``, and is taken from the file's name if empty. ``revisions`` say which
    editors decided when, for the header.
    """
    stem = stem or PurePath(doc.file).stem or "text"
    annotations = (*accepted, *doc.annotations("xenoData"))
    annotations += tuple(uncovered(doc.text, annotations))
    first = nest(annotations)
    crossing = first.crossing
    nested = nest((*first.nested, *anchors(crossing))).nested if crossing else first.nested
    root = etree.Element(tei("TEI"), nsmap=cast(dict[str, str], {None: TEI}))
    root.set(XML_ID, document_id(stem))
    root.set(XML_LANG, doc.language)
    header(root, doc, nested, edition, stem=stem, revisions=revisions)
    stand_off(root, doc, nested, crossing, edition)
    _text(root, doc, nested, edition)
    _layout(root)
    return Encoding(root.getroottree(), nested, crossing)


def _text(
    root: etree._Element, doc: Document, nested: tuple[Annotation, ...], edition: Edition
) -> None:
    text = element(root, "text")
    begins = max((a.span.end for a in nested if a.element == "titlePage"), default=0)
    front = [(element(text, "front"), Span(0, begins))] if begins else []
    division = element(element(text, "body"), "div")
    parts = [*front, (division, Span(begins, len(doc.text)))]
    moved = fill(parts, doc, nested, notes=edition.notes)
    if not any(isinstance(child.tag, str) for child in division):
        element(division, "p")
    if moved:
        notes = element(element(text, "back"), "div", attributes={"type": "notes"})
        for note in moved:
            fill_note(notes, doc, nested, note)
    identify(text)


def _layout(root: etree._Element) -> None:
    """Line feeds between the large parts, where white space means nothing."""
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
