"""Elements: what the elements of TEI are to the running text: blocks, lines, notes, no text."""

from typing import Final

from lxml import etree

from toolkit.namespaces import TEI, local_name
from toolkit.reading.text_builder import Gap
from toolkit.vocabulary import elements

EDITORS: Final = frozenset("corr reg expan ex".split())
"""The editor's half of a ``choice``; all else is the source's. COED."""

ABOUT_TEXT: Final = elements("metadata") | {"span"}
"""What stands in a text and speaks about it."""

EMPTY: Final = frozenset("gap space".split())
"""What has a description in place of text."""

MILESTONES: Final = frozenset("lb pb cb gb".split())
TOKENS: Final = frozenset(("w", "pc"))
TIGHT: Final = frozenset(("cell",))

_BLOCKS: Final = elements("block")
_LINES: Final = elements("line")
_AMONG_BLOCKS: Final = elements("block-or-phrase")
"""Blocks where blocks stand, and running text within it."""

_HOLDS_BLOCKS: Final = elements("holder")
_NOTE_IS_BLOCK_IN: Final = elements("note-as-block")
_NOTE_MAY_MARK_IN: Final = frozenset("sp u table figure".split())
_MARKED_PLACES: Final = frozenset("foot bottom end margin left right".split())
_NOTE_IS_INLINE_IN: Final = frozenset("app lem rdg note witDetail".split())
_OF_THE_PAGE: Final = frozenset("fw metamark handShift".split())
_LINES_RUN_ON_IN: Final = elements("prose")
_LINES_STAND_IN: Final = elements("lineated")


def name_of(element: etree._Element) -> str:
    """The local name of a TEI element; empty for one of another namespace, or a comment."""
    tag = element.tag
    return local_name(tag) if isinstance(tag, str) and tag.startswith(f"{{{TEI}}}") else ""


def gap_of(element: etree._Element) -> Gap:
    """What parts an element from the words before and after it."""
    name = name_of(element)
    if name == "space":
        return Gap.SPACE
    if name in _BLOCKS:
        return Gap.BLOCK
    if name in _LINES:
        return Gap.LINE
    if name == "cell":
        return Gap.CELL
    if name in _AMONG_BLOCKS and _parent(element) in _HOLDS_BLOCKS:
        return Gap.BLOCK
    return Gap.SPACE if is_inline_note(element) and element.get("place") is None else Gap.NONE


def is_about_text(element: etree._Element) -> bool:
    """Whether an element speaks about the text. A ``span`` that points nowhere holds text."""
    name = name_of(element)
    points = name != "span" or any(element.get(a) for a in ("from", "target"))
    return name in ABOUT_TEXT and points


def is_of_the_page(element: etree._Element) -> bool:
    """Whether the source shows it and the reader of the text does not need it. PHAD, PHPF."""
    name, parent = name_of(element), _parent(element)
    if name in ("del", "surplus"):
        return parent == "subst" or not (parent == "restore" or is_by_leiden(element))
    if name == "am":
        return parent == "expan"
    if name == "g":
        return is_hyphen(element)
    return name in _OF_THE_PAGE


def is_of_the_reading(element: etree._Element) -> bool:
    """Whether the editor added it to what the source abbreviates, without a choice. PHAB."""
    around = (name_of(e) for e in element.iterancestors())
    return name_of(element) == "ex" and _parent(element) == "expan" and "choice" not in around


def is_by_leiden(element: etree._Element) -> bool:
    """Whether the text is edited by the Leiden conventions, as EpiDoc encodes them."""
    around = element.iterancestors(f"{{{TEI}}}div")
    return any(division.get("type") == "edition" for division in around)


def is_hyphen(element: etree._Element) -> bool:
    """Whether a ``g`` is the hyphen at a line's end, as in EEBO-TCP."""
    empty = not len(element) and not (element.text or "").strip()
    return empty and element.get("ref", "").lower().endswith("hyphen")


def is_app_outside(element: etree._Element) -> bool:
    """Whether an ``app`` points at the text from outside. TCAPLR, TCAPDE."""
    return name_of(element) == "app" and any(element.get(a) for a in ("loc", "from", "to"))


def is_inline_note(element: etree._Element) -> bool:
    """Whether a note stands in the running text: by its ``@place``, or within another note."""
    if name_of(element) != "note":
        return False
    if element.get("place") in ("inline", "inspace"):
        return True
    around = (name_of(e) for e in element.iterancestors())
    nearest = next((name for name in around if name in _NOTE_IS_INLINE_IN), "lem")
    return nearest != "lem"


def is_anchored(element: etree._Element) -> bool:
    """Whether a note has its place in running text, and its words elsewhere. COHQ."""
    if is_inline_note(element):
        return False
    parent = _parent(element)
    if parent in _NOTE_MAY_MARK_IN and element.get("place") in _MARKED_PLACES:
        return element.get("target") is None
    return parent not in _NOTE_IS_BLOCK_IN


def is_label_of_block(element: etree._Element) -> bool:
    """Whether a ``label`` stands before what it labels: an item, or the text of a note."""
    return name_of(element) == "label" and _parent(element) in ("list", "note")


def is_labelled(note: etree._Element) -> bool:
    """Whether the marker of a note is in its text, as a ``label`` at its beginning."""
    return len(note) > 0 and name_of(note[0]) == "label" and not (note.text or "").strip()


def touches_word(element: etree._Element) -> bool:
    """Whether a ``w`` follows another with nothing between them, and they are not joined. AILC."""
    before = element.getprevious()
    if before is None or before.tail or not name_of(element) == name_of(before) == "w":
        return False
    return element.get("part") is None and before.get("part") is None and not before.get("join")


def runs_on(line: etree._Element) -> bool:
    """Whether an ``lb`` stands in prose, whose lines are not part of its form. CORS5."""
    if is_by_leiden(line):
        return False
    around = [name_of(e) for e in line.iterancestors()]
    known = _LINES_RUN_ON_IN | _LINES_STAND_IN
    return next((name for name in around if name in known), "") in _LINES_RUN_ON_IN


def halves(choice: etree._Element) -> list[etree._Element]:
    """The alternatives of a ``choice``, in their order."""
    return [child for child in choice if name_of(child)]


def readings(app: etree._Element) -> list[etree._Element]:
    """The lemma and the readings of an ``app``, those in groups too, in their order."""
    found: list[etree._Element] = []
    for child in app:
        name = name_of(child)
        if name in ("lem", "rdg"):
            found.append(child)
        elif name == "rdgGrp":
            found += readings(child)
    return found


def _parent(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else name_of(parent)
