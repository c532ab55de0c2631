"""Grow the tree of the running text from the base text and its nested annotations."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lxml import etree

from toolkit.encoding.nest import is_milestone, is_structure
from toolkit.encoding.tree_builder import add_element, add_text
from toolkit.namespaces import local_name
from toolkit.text import Annotation, Cert, Document, Span
from toolkit.text.annotation import ALTERNATIVES
from toolkit.text.whitespace import SPACE
from toolkit.vocabulary.edition_schema import may_contain

MACHINE = "#tei-toolkit"
"""The ``@resp`` of annotations without an editor: the ``application`` in the header."""

_REMOVED = "xenoData"


def fill_elements(
    parts: Sequence[tuple[etree._Element, Span]],
    doc: Document,
    nested: Sequence[Annotation],
    *,
    notes: str,
) -> tuple[Annotation, ...]:
    """Fill elements with stretches of the text of a document and its nested annotations.

    The metadata block is left out, since it goes to the header. A note is moved to its marker
    (``notes="anchor"``), or returned for the back matter (``"back"``).
    """
    filler = _Filler(doc.text, nested, notes)
    for parent, span in parts:
        filler.fill_stretch(parent, span)
    moved = [a for a in nested if a.element == "note" and a.anchor]
    return tuple(moved) if notes == "back" else ()


def fill_note(
    parent: etree._Element, doc: Document, nested: Sequence[Annotation], note: Annotation
) -> None:
    """Add one note to the back matter."""
    _Filler(doc.text, nested, "back").note(parent, note)


def find_hidden(text: str, nested: Sequence[Annotation]) -> tuple[Span, ...]:
    """Return the stretches of a text whose characters the encoded text leaves out, in order.

    These are the metadata block, the inside of the markers of notes, and the labels of notes that
    repeat the marker.
    """
    notes = {a.span.start: a for a in nested if a.element == "note" and a.anchor}
    labels = (a for a in nested if a.element == "label")
    repeated = (a.span for a in labels if _repeats_marker(a, notes.get(a.span.start), text))
    inside = (Span(m.start + 1, m.end) for a in notes.values() if (m := a.anchor) and len(m) > 1)
    removed = (a.span for a in nested if a.element == _REMOVED)
    return tuple(sorted((*removed, *inside, *repeated)))


def _repeats_marker(label: Annotation, note: Annotation | None, text: str) -> bool:
    if note is None or label.span.start != note.span.start:
        return False
    return label.span.of(text) == note.get("n")


class _Filler:
    """The annotations of one text, grouped by the note that contains them."""

    def __init__(self, text: str, nested: Sequence[Annotation], notes: str) -> None:
        self.text = text
        self.notes = notes
        self.moved = sorted(
            (a for a in nested if a.element == "note" and a.anchor), key=lambda a: a.span
        )
        self._starts = [a.span.start for a in self.moved]
        self.regions: dict[Annotation | None, list[Annotation]] = {}
        for annotation in nested:
            self.regions.setdefault(self._region(annotation), []).append(annotation)
        self.regions.setdefault(None, []).extend(_gap(a) for a in self.moved)
        self.regions[None].sort(key=_start)

    def _region(self, annotation: Annotation) -> Annotation | None:
        """Return the moved note that contains an annotation, if any."""
        place = annotation.place
        index = bisect_right(self._starts, place.start) - 1
        while index >= 0:
            note = self.moved[index]
            if note is not annotation and note.span.contains(place):
                return note
            index -= 1
            if index >= 0 and self.moved[index].span.end <= place.start:
                break
        return None

    def fill_stretch(self, parent: etree._Element, span: Span) -> None:
        """Fill an element with a stretch of the running text."""
        items = self.regions[None]
        start, end = (bisect_left(items, at, key=_start) for at in (span.start, span.end))
        end = len(items) if span.end == len(self.text) else end
        self._fill(parent, span, items[start:end])

    def note(self, parent: etree._Element, note: Annotation) -> None:
        """Add a note, without its label if that is the same as the marker in ``@n``."""
        child = add_element(parent, "note", attributes=_attributes(note))
        inner = self.regions.get(note, [])
        label = next((a for a in inner if a.element == "label"), None)
        start = note.span.start
        if label and _repeats_marker(label, note, self.text):
            start = label.span.end
            inner = [a for a in inner if a.span.start >= start]
            after = self.text[start : note.span.end]
            start += len(after) - len(after.lstrip(SPACE))
        self._fill(child, Span(start, note.span.end), inner)

    def _fill(self, parent: etree._Element, span: Span, items: Sequence[Annotation]) -> int:
        """Fill an element with a stretch of text and its elements; return the end of the stretch.

        That is after ``span`` if a note begins within a block and goes on after it. A
        milestone that the element may not contain waits for the next element that may, as a page
        break between two cells of a row.
        """
        at, index = span.start, 0
        waiting: list[Annotation] = []
        while index < len(items):
            item = items[index]
            place = item.place
            following = index + 1
            while following < len(items) and _inside(items[following], item):
                following += 1
            add_text(parent, self.text[at : place.start])
            at, inner, index = max(at, place.start), items[index + 1 : following], following
            if is_milestone(item) and not _admits(parent, item):
                waiting.append(item)
                continue
            if waiting and not is_milestone(item):
                inner, waiting = [*waiting, *inner], []
            at = max(at, self._place(parent, item, inner))
        for item in waiting:
            self._place(_last_admitting(parent, item), item, ())
        add_text(parent, self.text[at : span.end])
        return max(at, span.end)

    def _place(self, parent: etree._Element, item: Annotation, inner: Sequence[Annotation]) -> int:
        if item.element == _REMOVED:
            return item.span.end
        if item.element == "note" and item.anchor:
            self._place_note(parent, item)
            return item.anchor.end
        if item.element in ALTERNATIVES and item.alternative is not None:
            choice = add_element(parent, "choice")
            end = self._fill(add_element(choice, item.element), item.span, inner)
            responsible = {"resp": responsibility_of(item), "cert": item.cert.value}
            add_element(choice, ALTERNATIVES[item.element], item.alternative, responsible)
            return end
        child = add_element(parent, item.element, attributes=_attributes(item))
        return self._fill(child, item.span, inner)

    def _place_note(self, parent: etree._Element, item: Annotation) -> None:
        if self.notes == "back":
            marker = item.anchor.of(self.text) if item.anchor else ""
            target = {"target": f"#{item.get('xml:id')}", "type": "note"}
            add_element(parent, "ref", marker, target)
        else:
            self.note(parent, item)


def _admits(parent: etree._Element, item: Annotation) -> bool:
    return may_contain(local_name(str(parent.tag)), item.element)


def _last_admitting(parent: etree._Element, item: Annotation) -> etree._Element:
    """Return the last element in ``parent`` that may contain a milestone, else ``parent``."""
    last = parent
    while not _admits(last, item):
        if not len(last):
            return parent
        last = last[-1]
    return last


def responsibility_of(annotation: Annotation) -> str:
    """Return the value of ``@resp``: the toolkit's application, or the editor who decided."""
    name = annotation.origin
    return f"#{name.removeprefix('editor:')}" if name.startswith("editor:") else MACHINE


def _start(annotation: Annotation) -> int:
    return annotation.place.start


def _gap(note: Annotation) -> Annotation:
    """Make the gap that a moved note leaves."""
    return Annotation(note.span, _REMOVED, origin="encode")


def _inside(inner: Annotation, outer: Annotation) -> bool:
    """Whether an element is inside another, as a point at the end of a block is."""
    place, other = outer.place, inner.place
    if not len(place):
        return False
    at_end = not len(other) and other.start == place.end
    return other.start < place.end or (
        at_end and is_structure(outer) and not is_milestone(inner) and not is_structure(inner)
    )


def _attributes(annotation: Annotation) -> dict[str, str]:
    attributes = dict(annotation.attributes)
    if annotation.cert is not Cert.HIGH and not is_structure(annotation):
        attributes.setdefault("cert", annotation.cert.value)
    if responsibility_of(annotation) != MACHINE:
        attributes.setdefault("resp", responsibility_of(annotation))
    return attributes
