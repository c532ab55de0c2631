"""Write the ``standOff``: the authority entries a text mentions, and crossing annotations.

Guidelines: SASO, ND.
"""

from collections.abc import Iterable

from lxml import etree

from toolkit.edition import Edition, Kind
from toolkit.encoding.tree_builder import add_element
from toolkit.text import Annotation, Document, Span
from toolkit.text.annotation import ALTERNATIVES
from toolkit.vocabulary import elements

_VALUES = elements("name", "dated")


def make_anchors(crossing: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Make the ``anchor`` elements at the ends of crossing annotations."""
    points = sorted({offset for a in crossing for offset in (a.span.start, a.span.end)})
    return tuple(
        Annotation(Span(p, p), "anchor", (("xml:id", _anchor(p)),), origin="encode") for p in points
    )


def add_standoff(
    root: etree._Element,
    doc: Document,
    nested: Iterable[Annotation],
    crossing: Iterable[Annotation],
    edition: Edition,
) -> None:
    """Add a ``standOff`` before the ``text``, unless it would be empty."""
    parent = etree.Element("standOff")
    _lists(parent, nested, edition)
    _crossing(parent, doc, tuple(crossing))
    if len(parent):
        part = add_element(root, "standOff")
        part.extend(list(parent))
        etree.indent(part, "  ", level=1)


def _lists(parent: etree._Element, nested: Iterable[Annotation], edition: Edition) -> None:
    """Copy the authority entries that the text refers to, so that the file is complete."""
    mentioned = {ref for a in nested for ref in a.get("ref").split() if ref.startswith("#")}
    for kind in Kind:
        entries = [e for e in edition.authority if e.kind is kind and f"#{e.id}" in mentioned]
        if entries:
            part = add_element(parent, kind.list_element)
            for entry in sorted(entries, key=lambda e: e.id):
                part.append(etree.fromstring(entry.xml))


def _crossing(parent: etree._Element, doc: Document, crossing: tuple[Annotation, ...]) -> None:
    if not crossing:
        return
    group = add_element(parent, "spanGrp", attributes={"type": "crossing"})
    for annotation in crossing:
        span = add_element(
            group,
            "span",
            attributes={
                "from": f"#{_anchor(annotation.span.start)}",
                "to": f"#{_anchor(annotation.span.end)}",
                "type": annotation.element,
                "cert": annotation.cert.value,
            },
        )
        words = " ".join(annotation.span.of(doc.text).split())
        if annotation.element in _VALUES:
            add_element(span, annotation.element, words, dict(annotation.attributes))
        elif annotation.alternative is not None:
            counterpart = ALTERNATIVES[annotation.element]
            span.text = f"{annotation.element}: {words}; {counterpart}: {annotation.alternative}"
        else:
            span.text = words


def _anchor(offset: int) -> str:
    return f"at-{offset}"
