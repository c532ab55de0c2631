"""The plain text of a view: flatten the tree that ``xslt/view.xsl`` makes, with a mark an element.

What a view shows is decided by the stylesheets alone. This module turns their tree into
characters:

1. The text is that of ``text`` (of ``sourceDoc`` where there is none), of a ``teiCorpus`` one
   after the other. Elements that speak about the text (role ``metadata``), the content of ``gap``
   and an apparatus outside the text are left out; a ``space`` is a space.
2. Any run of white space is one space, and none at the edges of a block. An empty line separates
   blocks, a line feed the lines of a block, a tab the cells of a row; in a cell every other gap
   is a space. An ``lb`` that the view shows is a line feed.
3. What the view left out (``view:aside``) becomes the alternatives of the mark in its place.
4. A note that the view anchors follows the text as a block, in the order of the notes; its mark
   has the place where it stood. Its marker (``@n``) belongs to the page: the diplomatic text has
   it, in both places.

Every element of the text gives a mark; one without characters is a point.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from lxml import etree

from toolkit.exceptions import SourceError
from toolkit.namespaces import TEI, XML, local_name, tei
from toolkit.rendering.many_attributes import unfold_attributes
from toolkit.rendering.text_builder import Gap, Range, RunningText
from toolkit.rendering.transform import serialised
from toolkit.rendering.views import VIEW, View
from toolkit.text import Attributes
from toolkit.text.text_view import Alternative, Mark, Viewed
from toolkit.trees import declared_characters, parse_bytes, tei_name
from toolkit.vocabulary import elements

_SHOWN: Final = f"{{{VIEW}}}shown"
_ASIDE: Final = f"{{{VIEW}}}aside"
_AS: Final = f"{{{VIEW}}}as"
_EMPTY: Final = frozenset(("gap", "space", "binaryObject"))
_SPECIAL: Final = elements("milestone") | _EMPTY | {"choice", "app", "g"}
UNKNOWN: Final = "\ufffd"
"""Stands for a ``g`` without text that nothing describes."""
_TOLD: Final = frozenset(("deletion", "surplus", "forme", "hand", "addition-mark", "abbreviation"))
"""The kinds of ``view:aside`` whose content is an alternative where it stands."""


def flatten(view: View, *, file: str = "") -> Viewed:
    """Return the text of a view with its marks; ``file`` names it in the result.

    SourceError if the document is not TEI.
    """
    tree = parse_bytes(serialised(view.node).encode(), file or "the view")
    root = tree.getroot()
    if not tei_name(root):
        raise SourceError(f"{file}: not TEI: the root element is {local_name(str(root.tag))}")
    flattener = _Flattener(declared_characters(tree), is_reading=view.name == "reading")
    for part in _texts(root):
        flattener.read(part)
        flattener.read_notes()
    text = flattener.running.text()
    marks = sorted((m.placed() for m in flattener.marks), key=lambda m: (m.span.start, -m.span.end))
    return Viewed(text, tuple(marks), view.name, file, _title(root), view.language or "und")


@dataclass(slots=True)
class _Mark:
    """A mark whose place is not known yet."""

    place: Range
    element: str
    attributes: Attributes
    alternatives: tuple[Alternative, ...] = ()
    anchor: Range | None = None

    def placed(self) -> Mark:
        anchor = self.anchor.span if self.anchor else None
        return Mark(self.place.span, self.element, self.attributes, self.alternatives, anchor)


class _Flattener:
    """Reads the elements of a view into a running text."""

    def __init__(
        self, characters: Mapping[str, str], *, is_reading: bool, marking: bool = True
    ) -> None:
        self.is_reading = is_reading
        self.characters = characters
        self.marking = marking
        self.running = RunningText()
        self.marks: list[_Mark] = []
        self._notes: list[tuple[etree._Element, Range]] = []
        self._tight = 0
        self._marker_end = -1

    def read(self, element: etree._Element) -> None:
        """Read an element, but not what follows it."""
        name = tei_name(element)
        if element.tag == _SHOWN:
            self._content(element)
        elif element.tag == _ASIDE:
            self._read_aside(element)
        elif _is_metadata(element) or _is_apparatus_outside(element):
            self._read_outside(element, name)
        elif element.get(_AS) == "anchored":
            self._read_anchor(element)
        else:
            self._read_marked(element, name)

    def read_notes(self) -> None:
        """Read the anchored notes, in their order, each as a block."""
        notes, self._notes = self._notes, []
        for element, anchor in notes:
            self._separate(Gap.BLOCK)
            mark = self._begin(element)
            mark.anchor = anchor
            self._read_marker(element)
            self._content(element)
            self._end(mark)
            self._end_block()
            self._separate(Gap.BLOCK)

    def _read_marked(self, element: etree._Element, name: str) -> None:
        gap = _gap_of(element, name)
        is_tight = name == "cell" or element.get(_AS) == "inline"
        self._separate(gap)
        self._tight += is_tight
        mark = self._begin(element)
        if name == "note":
            self._read_marker(element)
        if name in _SPECIAL:
            self.read_inside(element, name)
        else:
            self._content(element)
        self._end(mark)
        if gap > Gap.SPACE:
            self._end_block()
        self._tight -= is_tight
        if _is_label_of_block(element, name):
            self._end_marker()
        self._separate(gap)

    def read_inside(self, element: etree._Element, name: str) -> None:
        if name in ("choice", "app"):
            self._read_alternatives(element)
        elif name in _EMPTY:
            return
        elif name == "g":
            self._read_character(element)
        elif name in elements("milestone"):
            self._read_milestone(element, name)
        else:
            self._content(element)

    def _content(self, element: etree._Element) -> None:
        self.running.add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.read(child)
            self.running.add(child.tail)

    def _read_alternatives(self, element: etree._Element) -> None:
        """Read the half or reading that the view shows; the others go to its mark."""
        first = len(self.marks)
        for child in element:
            if child.tag == _SHOWN:
                for half in child.iterchildren(etree.Element):
                    self.read(half)
            elif child.tag != _ASIDE and isinstance(child.tag, str):
                self.read(child)
        if self.marking and len(self.marks) > first:
            left_out = (_left_out(aside) for aside in element.iterchildren(_ASIDE))
            self.marks[first].alternatives = tuple(
                self._alternative(other, aside) for pairs in left_out for other, aside in pairs
            )

    def _read_aside(self, aside: etree._Element) -> None:
        """Mark, as points, the elements that the view leaves out of the running text."""
        for element in aside.iterchildren(etree.Element):
            mark = self._begin(element)
            if self.marking and aside.get("kind") in _TOLD:
                mark.alternatives = (self._alternative(element, aside),)
            self._end(mark)

    def _read_outside(self, element: etree._Element, name: str) -> None:
        mark = self._begin(element)
        if self.marking and name == "app":
            mark.alternatives = (self._alternative(element, None),)
        self._end(mark)

    def _alternative(self, element: etree._Element, aside: etree._Element | None) -> Alternative:
        of = aside.get("of") if aside is not None else None
        is_reading = {"reading": True, "diplomatic": False}.get(of or "", self.is_reading)
        other = _Flattener(self.characters, is_reading=is_reading, marking=False)
        other.read_inside(element, "" if tei_name(element) == "app" else tei_name(element))
        return Alternative(tei_name(element), other.running.text(), _attributes(element))

    def _read_anchor(self, element: etree._Element) -> None:
        place = self.running.begin()
        if not self.is_reading:
            self.running.add(element.get("n"))
        self.running.end(place)
        self._notes.append((element, place))

    def _read_marker(self, note: etree._Element) -> None:
        if not self.is_reading and not _is_labelled(note):
            self.running.add(note.get("n"))
            self._end_marker()

    def _read_milestone(self, element: etree._Element, name: str) -> None:
        if self.is_reading:
            begins_line = name == "lb" and element.get("break") != "no"
        else:
            begins_line = name in ("lb", "pb", "cb", "gb")
        if begins_line:
            self._separate(Gap.LINE)

    def _read_character(self, element: etree._Element) -> None:
        if len(element) or (element.text or "").strip():
            self._content(element)
        else:
            self.running.add(self.characters.get(element.get("ref", ""), UNKNOWN))

    def _separate(self, gap: Gap) -> None:
        tight = (self._tight and gap is not Gap.CELL) or self._marker_end == self.running.length
        self.running.part(min(gap, Gap.SPACE) if tight else gap)

    def _end_block(self) -> None:
        self.running.settle()
        self._marker_end = -1

    def _end_marker(self) -> None:
        """End a marker or label: what follows stands beside it, even a block."""
        self._separate(Gap.SPACE)
        self._marker_end = self.running.length

    def _begin(self, element: etree._Element) -> _Mark:
        name = tei_name(element) or str(element.tag)
        mark = _Mark(self.running.begin(), name, _attributes(element))
        if self.marking:
            self.marks.append(mark)
        return mark

    def _end(self, mark: _Mark) -> None:
        self.running.end(mark.place)


def _gap_of(element: etree._Element, name: str) -> Gap:
    """Return what separates an element from the words before and after it."""
    gap = _gaps().get(name, Gap.NONE)
    if name == "note":
        return _gap_of_note(element)
    if name == "label" and _is_in_running_text(element):
        return Gap.NONE
    if gap is Gap.NONE and name in elements("block-or-phrase"):
        return Gap.BLOCK if _parent(element) in elements("holder") else Gap.NONE
    return gap


def _is_in_running_text(element: etree._Element) -> bool:
    parent = element.getparent()
    if parent is None or _is_label_of_block(element, "label"):
        return False
    beside = (parent.text, *(child.tail for child in parent))
    return any(text and not text.isspace() for text in beside)


def _gap_of_note(note: etree._Element) -> Gap:
    if note.get(_AS) == "inline":
        return Gap.SPACE if note.get("place") is None else Gap.NONE
    return Gap.BLOCK


@cache
def _gaps() -> dict[str, Gap]:
    blocks = dict.fromkeys(elements("block"), Gap.BLOCK)
    lines = dict.fromkeys(elements("line"), Gap.LINE)
    return blocks | lines | {"cell": Gap.CELL, "space": Gap.SPACE, "pause": Gap.SPACE}


def _is_metadata(element: etree._Element) -> bool:
    """Whether an element speaks about the text; a ``span`` does if it points at something."""
    name = tei_name(element)
    if name == "span":
        return any(element.get(pointer) for pointer in ("from", "target"))
    return name in elements("metadata")


def _is_apparatus_outside(element: etree._Element) -> bool:
    """Whether an ``app`` points at the text from outside: the view has left it as it is. TCAPLR."""
    return tei_name(element) == "app" and element.find(_ASIDE) is None


def _is_label_of_block(element: etree._Element, name: str) -> bool:
    """Whether a ``label`` stands before what it labels: an item, or the text of a note."""
    return name == "label" and _parent(element) in ("list", "note")


def _is_labelled(note: etree._Element) -> bool:
    """Whether the text of a note begins with its marker, as a ``label``."""
    return len(note) > 0 and tei_name(note[0]) == "label" and not (note.text or "").strip()


def _left_out(aside: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield what a view leaves out of a ``choice`` or ``app``, the readings of groups too."""
    variants = aside.get("of") == "apparatus" and _parent(aside) == "app"
    for element in aside.iter(tei("lem"), tei("rdg")) if variants else aside:
        if isinstance(element.tag, str):
            yield element, aside


def _texts(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the texts of a file, in order; a fragment of TEI is a text itself."""
    if tei_name(root) not in ("TEI", "teiCorpus"):
        yield root
        return
    has_text = root.find(tei("text")) is not None
    for child in root:
        name = tei_name(child)
        if name == "text" or (name == "sourceDoc" and not has_text):
            yield child
        elif name in ("TEI", "teiCorpus"):
            yield from _texts(child)


def _title(root: etree._Element) -> str:
    title = root.find(f"{tei('teiHeader')}//{tei('titleStmt')}/{tei('title')}")
    return "" if title is None else " ".join(str(title.xpath("string()")).split())


def _attributes(element: etree._Element) -> Attributes:
    """Return the attributes of the file, those of other namespaces with their address in braces."""
    return tuple(
        (key.replace(f"{{{XML}}}", "xml:").replace(f"{{{TEI}}}", ""), value)
        for key, value in unfold_attributes(element)
        if not key.startswith(f"{{{VIEW}}}")
    )


def _parent(element: etree._Element) -> str:
    """Return the name of the element's parent in the file."""
    parent = element.getparent()
    while parent is not None and parent.tag in (_SHOWN, _ASIDE):
        parent = parent.getparent()
    return "" if parent is None else tei_name(parent)
