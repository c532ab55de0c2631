"""Choose the annotations that can be elements in one tree; the rest becomes stand-off.

The rule, in order of precedence:

1. Structure (a paragraph, a heading, a note) stays whole.
2. A phrase (a name, a date, a correction) never contains structure, and ends within its block.
3. Of two phrases that cross, or two names of the very same words, the more certain stays; then
   the longer; then the one that begins earlier.
4. Of two equal statements (same element, same words) one is enough.
5. A phrase is in an element that may contain it (``tei/edition.odd``).

An annotation that gives way under 2, 3 or 5 is not lost: it becomes a ``span`` in ``standOff``
(SASO).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.text import Annotation
from toolkit.vocabulary import elements
from toolkit.vocabulary.edition_schema import may_contain

STRUCTURE = tuple(
    "xenoData titlePage docTitle titlePart div byline docAuthor docImprint opener closer "
    "postscript argument epigraph cit castList listBibl list table quote sp lg figure floatingText "
    "head dateline salute signed address addrLine p ab l row castItem role roleDesc label item "
    "cell speaker bibl trailer stage note".split()
)
"""The elements that are structural; of equal spans the earlier in this list contains the later."""

_MILESTONES = elements("milestone")
_MILESTONE_ORDER = ("pb", "cb", "lb", "gb", "milestone")
"""Milestones at the same offset: the larger unit first, then any other."""
_NAMES = elements("name")
_PHRASES = (
    "fw quote q title ref foreign hi persName orgName placeName geogName name rs date time "
    "roleName num measure term seg orig abbr sic"
).split()


@dataclass(frozen=True, slots=True)
class Nesting:
    """The annotations that nest, outermost first at each place, and those that cross."""

    nested: tuple[Annotation, ...]
    crossing: tuple[Annotation, ...]


def is_structure(annotation: Annotation) -> bool:
    """Whether an annotation is structural; a note is anchored in a phrase, and is not, here."""
    return annotation.element in STRUCTURE and annotation.anchor is None


def is_milestone(annotation: Annotation) -> bool:
    """Whether the element is an empty mark between two characters: ``lb``, ``pb``, ``anchor``."""
    return annotation.element in _MILESTONES


def nest(annotations: Iterable[Annotation], *, parent: str = "div") -> Nesting:
    """Choose the annotations that make a tree, by the rules at the head of this module.

    ``parent`` is the element that the whole text will be in.
    """
    stack: list[Annotation] = []
    kept: dict[int, Annotation] = {}
    crossing: list[Annotation] = []
    for annotation in sorted(annotations, key=_order):
        place = annotation.place
        while stack and stack[-1].place.end <= place.start:
            stack.pop()
        if any(_same(annotation, other) for other in reversed(stack)):
            continue
        if not _is_admitted(stack[-1].element if stack else parent, annotation):
            crossing.append(annotation)
            continue
        losers = _find_losers(stack, annotation)
        if losers is None:
            crossing.append(annotation)
            continue
        for other in losers:
            stack.remove(other)
            crossing.append(kept.pop(id(other)))
        kept[id(annotation)] = annotation
        if len(place):
            stack.append(annotation)
    return Nesting(tuple(kept.values()), tuple(crossing))


def _find_losers(stack: Iterable[Annotation], annotation: Annotation) -> list[Annotation] | None:
    """Find the open annotations that give way to a new one; None if the new one gives way."""
    rivals = [other for other in stack if _conflict(other, annotation)]
    if any(_force(other) >= _force(annotation) for other in rivals):
        return None
    return rivals


def _order(annotation: Annotation) -> tuple[int, int, int, int]:
    """Sort by start, then milestones, structure, points in the text, phrases; longest first."""
    place = annotation.place
    if is_milestone(annotation):
        return place.start, 0, 0, _milestone_rank(annotation.element)
    if is_structure(annotation):
        return place.start, 1, -place.end, STRUCTURE.index(annotation.element)
    if not len(place):
        return place.start, 2, 0, 0
    element = annotation.element
    return place.start, 3, -place.end, _PHRASES.index(element) if element in _PHRASES else 10


def _milestone_rank(element: str) -> int:
    order = _MILESTONE_ORDER
    return order.index(element) if element in order else len(order)


def _same(one: Annotation, other: Annotation) -> bool:
    return one.element == other.element and one.place == other.place


def _is_admitted(parent: str, annotation: Annotation) -> bool:
    """Whether a phrase may be where it would be; structure and milestones find their places."""
    if is_structure(annotation) or is_milestone(annotation):
        return True
    child = "choice" if annotation.alternative is not None else annotation.element
    return may_contain(parent, child)


def _conflict(outer: Annotation, inner: Annotation) -> bool:
    """Whether ``inner``, which begins inside ``outer``, cannot be an element within it."""
    place, other = outer.place, inner.place
    if other.end > place.end:
        return True
    if is_structure(inner) and not is_structure(outer):
        return True
    if outer.anchor:
        return True
    both_names = outer.element in _NAMES and inner.element in _NAMES
    both_edited = outer.alternative is not None and inner.alternative is not None
    return (both_names and place == other) or both_edited


def _force(annotation: Annotation) -> tuple[int, int, int, int]:
    """Rank an annotation; the higher stays: structure and notes, then certainty, length, start."""
    place = annotation.place
    kind = 2 if is_structure(annotation) or annotation.anchor else 1
    return kind, annotation.cert.rank, len(place), -place.start
