"""Stand-off: the entries that a text mentions, and what could not nest (SASO, ND)."""

from collections.abc import Iterable

from lxml import etree

from toolkit.edition import Edition, Kind
from toolkit.encoding.tree_builder import element
from toolkit.text import Annotation, Document, Span
from toolkit.text.annotation import ALTERNATIVES
from toolkit.vocabulary import elements

_VALUES = elements("name", "dated")


def anchors(crossing: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """The ``anchor`` points between which what crosses stands."""
    points = sorted({offset for a in crossing for offset in (a.span.start, a.span.end)})
    return tuple(
        Annotation(Span(p, p), "anchor", (("xml:id", _anchor(p)),), origin="encode") for p in points
    )


def stand_off(
    root: etree._Element,
    doc: Document,
    nested: Iterable[Annotation],
    crossing: Iterable[Annotation],
    edition: Edition,
) -> None:
    """Put a ``standOff`` before the ``text``, if there is anything to put into it."""
    parent = etree.Element("standOff")
    _lists(parent, nested, edition)
    _crossing(parent, doc, tuple(crossing))
    if len(parent):
        part = element(root, "standOff")
        part.extend(list(parent))
        etree.indent(part, "  ", level=1)


def _lists(parent: etree._Element, nested: Iterable[Annotation], edition: Edition) -> None:
    """Copies of the authority entries that the text refers to, so that it can stand alone."""
    mentioned = {ref for a in nested for ref in a.get("ref").split() if ref.startswith("#")}
    for kind in Kind:
        entries = [e for e in edition.authority if e.kind is kind and f"#{e.id}" in mentioned]
        if entries:
            part = element(parent, kind.list_element)
            for entry in sorted(entries, key=lambda e: e.id):
                part.append(etree.fromstring(entry.xml))


def _crossing(parent: etree._Element, doc: Document, crossing: tuple[Annotation, ...]) -> None:
    if not crossing:
        return
    group = element(parent, "spanGrp", attributes={"type": "crossing"})
    for annotation in crossing:
        span = element(
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
            element(span, annotation.element, words, dict(annotation.attributes))
        elif annotation.alternative is not None:
            counterpart = ALTERNATIVES[annotation.element]
            span.text = f"{annotation.element}: {words}; {counterpart}: {annotation.alternative}"
        else:
            span.text = words


def _anchor(offset: int) -> str:
    return f"at-{offset}"
