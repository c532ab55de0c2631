"""View: the text of any TEI file as the reading or the diplomatic view has it, with its marks.

The rules of the text, the same as those of the views in HTML and PDF (``xslt/view.xsl``):

1. The text is that of ``text`` (of ``sourceDoc`` where there is none), of a ``teiCorpus`` one
   after the other. What speaks about the text is none: the header, ``standOff``, ``figDesc``,
   ``index``, ``interp`` and their kin, the content of ``gap``; a ``space`` is a space.
2. Any run of white space is one space, and none at the edges of a block. Blocks (``p``, ``head``,
   ``lg``) are parted by an empty line; verse lines, items, rows, speakers and signatures by a
   line feed; cells by a tab. ``quote``, ``stage``, ``bibl`` and their kin are blocks among blocks,
   and running text within it. In a ``cell`` every other gap is a space.
3. ``choice``: the reading view has the editor's half (``corr``, ``reg``, ``expan``, ``ex``), the
   diplomatic the other. Of several on one side, or of alternatives without sides (two
   ``unclear``), the one with the highest ``@cert`` stands, then the first.
4. ``app``: ``lem``, else the first ``rdg`` with text. An ``app`` that points at the text
   (``@loc``, ``@from``, ``@to``) is not in it.
5. ``del`` (unless in ``restore``), ``surplus``, ``fw``, ``metamark``, ``handShift``, and ``am`` in
   ``expan`` are in the diplomatic view only; ``ex`` in ``expan`` is in the reading view only.
   ``supplied`` and ``add`` are in both, in a ``div`` of the type "edition" (EpiDoc) so are ``del``
   outside ``subst`` and ``surplus``.
6. ``lb`` in prose is a line feed in the diplomatic view, the boundary of a word in the reading
   view; elsewhere (``head``, ``signed``, ``address``) a line feed in both. With ``break="no"`` the
   reading view joins the word, without the hyphen there; so it does at ``pb``, ``cb`` and ``gb``,
   which begin a line in the diplomatic view. The long s is an s in the reading view.
7. A note in running text (unless its ``@place`` is ``inline``) is put after the text, as a block,
   in the order of the notes; its mark has the place where it stood. The marker (``@n``) is of the
   page: the diplomatic view has it, in both places. A note in a note stays where it is.
8. Tokens (``w``, ``pc``) follow each other without a space where ``@join`` says so, whatever white
   space is between them; two ``w`` with nothing between them are two words.
9. A ``g`` is its text, else the character that it is declared to be, else U+FFFD.

Every element in the text gives a mark; what the view leaves out is told by ``alternatives``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from toolkit.exceptions import SourceError
from toolkit.namespaces import TEI, XML, XML_LANG, local_name, tei
from toolkit.reading import elements as kinds
from toolkit.reading.gaiji import UNKNOWN, characters
from toolkit.reading.text_builder import Gap, Range, RunningText
from toolkit.text import Attributes
from toolkit.text.text_view import Alternative, Mark, Viewed

READING: Final = "reading"
DIPLOMATIC: Final = "diplomatic"
_CERTAINTY: Final = {"high": 3, "": 3, "medium": 2, "low": 1}


def read_view(tree: etree._ElementTree, *, view: str, file: str = "") -> Viewed:
    """The text of a TEI file in a view. SourceError if it is not TEI."""
    root = tree.getroot()
    if not kinds.name_of(root):
        raise SourceError(f"{file}: not TEI: the root element is {local_name(str(root.tag))}")
    reader = _Reader(view, characters(tree))
    for text in _texts(root):
        reader.read(text)
        reader.read_notes()
    running = reader.running.text()
    marks = sorted((m.placed() for m in reader.marks), key=lambda m: (m.span.start, -m.span.end))
    return Viewed(running, tuple(marks), view, file, _title(root), _language(root))


@dataclass(slots=True)
class _Marked:
    """A mark whose place is not known yet."""

    place: Range
    element: str
    attributes: Attributes
    alternatives: tuple[Alternative, ...] = ()
    anchor: Range | None = None

    def placed(self) -> Mark:
        anchor = self.anchor.span if self.anchor else None
        return Mark(self.place.span, self.element, self.attributes, self.alternatives, anchor)


class _Reader:
    """Reads elements into a running text, by the rules at the head of this module."""

    def __init__(self, view: str, declared: Mapping[str, str], *, marking: bool = True) -> None:
        self.view = view
        self.declared = declared
        self.marking = marking
        self.running = RunningText()
        self.marks: list[_Marked] = []
        self._notes: list[tuple[etree._Element, Range]] = []
        self._tight = 0
        self._marker_end = -1

    @property
    def is_reading(self) -> bool:
        return self.view == READING

    def read(self, element: etree._Element) -> None:
        """Read an element, but not what follows it."""
        name = kinds.name_of(element)
        if kinds.is_about_text(element) or kinds.is_app_outside(element):
            self._leave_out(element, told=name == "app")
        elif kinds.is_of_the_page(element) if self.is_reading else kinds.is_of_the_reading(element):
            self._leave_out(element, told=True)
        elif name == "note" and kinds.is_anchored(element):
            self._anchor(element)
        else:
            self._read_marked(element, name)

    def read_notes(self) -> None:
        """Read the notes that stand in the text, in their order, after it."""
        notes, self._notes = self._notes, []
        for element, anchor in notes:
            self._part(Gap.BLOCK)
            marked = self._begin(element)
            marked.anchor = anchor
            self._content(element, "note")
            self._end(marked)
            self._end_block()
            self._part(Gap.BLOCK)

    def _read_marked(self, element: etree._Element, name: str) -> None:
        gap = kinds.gap_of(element)
        self._part(gap)
        if name in kinds.TOKENS:
            self._join_token(element, "left")
        self._tight += name in kinds.TIGHT or kinds.is_inline_note(element)
        marked = self._begin(element)
        if name in ("choice", "app"):
            self._choose(element, name)
        elif name == "g":
            self._character(element)
        elif name in kinds.MILESTONES:
            self._milestone(element, name)
        elif name not in kinds.EMPTY:
            self._content(element, name)
        self._end(marked)
        if gap > Gap.SPACE:
            self._end_block()
        if name in kinds.TOKENS:
            self._join_token(element, "right")
        self._tight -= name in kinds.TIGHT or kinds.is_inline_note(element)
        if kinds.is_label_of_block(element):
            self._end_marker()
        self._part(gap)

    def _join_token(self, element: etree._Element, side: str) -> None:
        if element.get("join") in (side, "both"):
            self.running.glue()
        elif side == "left" and kinds.touches_word(element):
            self._part(Gap.SPACE)

    def _content(self, element: etree._Element, name: str) -> None:
        if name == "note" and not self.is_reading and not kinds.is_labelled(element):
            self.running.add(element.get("n"))
            self._end_marker()
        self._add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.read(child)
            self._add(child.tail)

    def _choose(self, element: etree._Element, name: str) -> None:
        """The half of a choice, or the reading of an apparatus entry, that the view shows."""
        choices = kinds.readings(element) if name == "app" else kinds.halves(element)
        shown = _shown(choices, name, reading=self.is_reading)
        if shown is None:
            return
        first = len(self.marks)
        self.read(shown)
        if self.marking and len(self.marks) > first:
            others = tuple(self._alternative(other) for other in choices if other is not shown)
            self.marks[first].alternatives = others

    def _alternative(self, element: etree._Element) -> Alternative:
        """What a view leaves out, with the text that the view which shows it has."""
        name = kinds.name_of(element)
        view = self.view if name in ("lem", "rdg") else DIPLOMATIC
        view = READING if name in kinds.EDITORS else view
        reader = _Reader(view, self.declared, marking=False)
        reader._content(element, name)
        return Alternative(name, reader.running.text(), _attributes(element))

    def _leave_out(self, element: etree._Element, *, told: bool) -> None:
        marked = self._begin(element)
        if self.marking and told:
            marked.alternatives = (self._alternative(element),)
        self._end(marked)

    def _anchor(self, element: etree._Element) -> None:
        place = self.running.begin()
        if not self.is_reading:
            self.running.add(element.get("n"))
        self.running.end(place)
        self._notes.append((element, place))

    def _milestone(self, element: etree._Element, name: str) -> None:
        joined = element.get("break") == "no"
        if self.is_reading and joined:
            self.running.join()
        elif not self.is_reading or (name == "lb" and not kinds.runs_on(element)):
            self._part(Gap.LINE)
        elif name == "lb":
            self._part(Gap.WORD)

    def _character(self, element: etree._Element) -> None:
        if kinds.is_hyphen(element):
            self.running.add("-")
        elif len(element) or (element.text or "").strip():
            self._content(element, "g")
        else:
            self._add(self.declared.get(element.get("ref", ""), UNKNOWN))

    def _add(self, text: str | None) -> None:
        self.running.add(text.replace("ſ", "s") if text and self.is_reading else text)

    def _part(self, gap: Gap) -> None:
        tight = (self._tight and gap is not Gap.CELL) or self._marker_end == self.running.length
        self.running.part(min(gap, Gap.SPACE) if tight else gap)

    def _end_block(self) -> None:
        self.running.settle()
        self._marker_end = -1

    def _end_marker(self) -> None:
        """A marker or label has been read: what follows stands beside it, a block too."""
        self._part(Gap.SPACE)
        self._marker_end = self.running.length

    def _begin(self, element: etree._Element) -> _Marked:
        name = kinds.name_of(element) or str(element.tag)
        marked = _Marked(self.running.begin(), name, _attributes(element))
        if self.marking:
            self.marks.append(marked)
        return marked

    def _end(self, marked: _Marked) -> None:
        self.running.end(marked.place)


def _shown(choices: list[etree._Element], name: str, *, reading: bool) -> etree._Element | None:
    if name == "app":
        lemma = [c for c in choices if kinds.name_of(c) == "lem"]
        with_text = [c for c in choices if _words(c)]
        return next(iter((*lemma, *with_text, *choices)), None)
    editors = [c for c in choices if kinds.name_of(c) in kinds.EDITORS]
    source = [c for c in choices if kinds.name_of(c) not in kinds.EDITORS]
    side = (editors if reading else source) if editors and source else choices
    return max(side, key=lambda c: _CERTAINTY.get(c.get("cert", ""), 0), default=None)


def _texts(root: etree._Element) -> Iterator[etree._Element]:
    """The texts of a file, in order; a fragment of TEI is a text itself."""
    if kinds.name_of(root) not in ("TEI", "teiCorpus"):
        yield root
        return
    texts = [child for child in root if kinds.name_of(child) == "text"]
    for child in root:
        name = kinds.name_of(child)
        if name == "text" or (name == "sourceDoc" and not texts):
            yield child
        elif name in ("TEI", "teiCorpus"):
            yield from _texts(child)


def _title(root: etree._Element) -> str:
    title = root.find(f"{tei('teiHeader')}//{tei('titleStmt')}/{tei('title')}")
    return "" if title is None else _words(title)


def _words(element: etree._Element) -> str:
    """All text in an element, comments aside, with single spaces."""
    return " ".join(str(element.xpath("string()")).split())


def _language(root: etree._Element) -> str:
    """The language of the text: on ``TEI``, on ``text``, or the first in ``langUsage``."""
    text = root.find(tei("text"))
    listed = root.find(f"{tei('teiHeader')}//{tei('langUsage')}/{tei('language')}")
    found = (
        root.get(XML_LANG),
        None if text is None else text.get(XML_LANG),
        None if listed is None else listed.get("ident"),
    )
    return next((language for language in found if language), "und")


def _attributes(element: etree._Element) -> Attributes:
    """All attributes, those of other namespaces with their address in braces."""
    return tuple(
        (str(key).replace(f"{{{XML}}}", "xml:").replace(f"{{{TEI}}}", ""), str(value))
        for key, value in element.attrib.items()
    )
