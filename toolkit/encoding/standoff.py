"""Write the ``standOff``: the authority entries a text mentions, and crossing annotations.

Guidelines: SASO, ND.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from toolkit.edition import Edition, Kind
from toolkit.encoding.tree_builder import add_element
from toolkit.text import Annotation, Document, Span
from toolkit.text.annotation import ALTERNATIVES
from toolkit.text.xml_characters import NOT_XML
from toolkit.vocabulary import elements

_VALUES = elements("name", "dated")


def choose_points(crossing: Iterable[Annotation], hidden: Sequence[Span]) -> Mapping[int, int]:
    """Choose where the ends of crossing annotations get an ``anchor``.

    That is at the end itself, or after the stretch of ``hidden`` that it is in: stretches of the
    text, in order, whose characters the encoded text leaves out.
    """
    starts = [span.start for span in hidden]
    points: dict[int, int] = {}
    for offset in sorted({offset for a in crossing for offset in (a.span.start, a.span.end)}):
        index = bisect_right(starts, offset) - 1
        inside = index >= 0 and offset < hidden[index].end
        points[offset] = hidden[index].end if inside else offset
    return points


def make_anchors(points: Iterable[int]) -> tuple[Annotation, ...]:
    """Make the ``anchor`` elements at the ends of crossing annotations."""
    return tuple(
        Annotation(Span(p, p), "anchor", (("xml:id", _anchor(p)),), origin="encode")
        for p in sorted(set(points))
    )


def add_standoff(
    root: etree._Element,
    doc: Document,
    nested: Iterable[Annotation],
    crossing: Iterable[Annotation],
    points: Mapping[int, int],
    edition: Edition,
) -> None:
    """Add a ``standOff`` before the ``text``, unless it would be empty.

    ``points`` gives the place of the ``anchor`` for each end of a crossing annotation.
    """
    parent = etree.Element("standOff")
    _lists(parent, nested, edition)
    _crossing(parent, doc, tuple(crossing), points)
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


def _crossing(
    parent: etree._Element,
    doc: Document,
    crossing: tuple[Annotation, ...],
    points: Mapping[int, int],
) -> None:
    if not crossing:
        return
    group = add_element(parent, "spanGrp", attributes={"type": "crossing"})
    for annotation in crossing:
        span = add_element(
            group,
            "span",
            attributes={
                "from": f"#{_anchor(points[annotation.span.start])}",
                "to": f"#{_anchor(points[annotation.span.end])}",
                "type": annotation.element,
                "cert": annotation.cert.value,
            },
        )
        words = " ".join(annotation.span.of(doc.text).split())
        if annotation.element in _VALUES:
            add_element(span, annotation.element, words, dict(annotation.attributes))
        elif annotation.alternative is not None:
            counterpart = ALTERNATIVES[annotation.element]
            described = f"{annotation.element}: {words}; {counterpart}: {annotation.alternative}"
            span.text = _replace_foreign(described)
        else:
            span.text = _replace_foreign(words)


def _replace_foreign(words: str) -> str:
    """Replace the characters that XML cannot hold: a ``span`` has no ``g``."""
    return NOT_XML.sub("\ufffd", words)


def _anchor(offset: int) -> str:
    return f"at-{offset}"
