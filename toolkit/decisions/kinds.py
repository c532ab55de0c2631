"""Kinds: what editors decide on, and which statements about the same words exclude each other."""

import enum
from collections.abc import Mapping
from types import MappingProxyType

from toolkit.decisions.decision import NOT_RECORDED
from toolkit.text import Annotation, Attributes
from toolkit.text.annotation import ALTERNATIVES
from toolkit.vocabulary import elements


class Kind(enum.StrEnum):
    """What a proposal is about, for an editor."""

    ERROR = "error"
    NAME = "name"
    DATE = "date"
    NOTE = "note"
    STRUCTURE = "structure"


_KINDS: Mapping[str, Kind] = MappingProxyType(
    dict.fromkeys(ALTERNATIVES, Kind.ERROR)
    | dict.fromkeys(elements("editorial"), Kind.ERROR)
    | dict.fromkeys(elements("name", "name-part"), Kind.NAME)
    | dict.fromkeys(elements("dated"), Kind.DATE)
    | {"note": Kind.NOTE}
)
_MARKS = elements("milestone") | {"xenoData"}
NAMES = elements("name")


def kind_of(element: str) -> Kind:
    """The kind of an element; what is neither error, name, date nor note is structure."""
    return _KINDS.get(element, Kind.STRUCTURE)


def is_reviewable(annotation: Annotation) -> bool:
    """Whether an editor is asked about it: not about line and page ends, nor the metadata."""
    return annotation.element not in _MARKS


def recorded(annotation: Annotation, *, proposed: Annotation | None = None) -> Attributes:
    """The attributes that a decision holds.

    Of names, dates and errors all of them: a new version of a tool shall not change what an
    editor accepted. Of notes and structure those that differ from what was ``proposed``, since
    the rest (numbers, targets) belongs to the run.
    """
    attributes = tuple(pair for pair in annotation.attributes if pair[0] not in NOT_RECORDED)
    if is_pinned(annotation.element):
        return attributes
    before = annotation.attributes if proposed is None else proposed.attributes
    return tuple(pair for pair in attributes if pair not in before)


def is_pinned(element: str) -> bool:
    """Whether a decision holds all attributes of an element."""
    return kind_of(element) in (Kind.ERROR, Kind.NAME, Kind.DATE)


def excludes(decided: Annotation, proposed: Annotation) -> bool:
    """Whether what an editor decided leaves no room for a proposal about some of the same words."""
    one, other = decided.place, proposed.place
    kind = kind_of(decided.element)
    if kind is not kind_of(proposed.element) or not (one.overlaps(other) or one == other):
        return False
    if kind is Kind.NAME:
        if "roleName" in (decided.element, proposed.element):
            return decided.element == proposed.element and one.crosses(other)
        return decided.element == proposed.element or one == other or one.crosses(other)
    return kind in (Kind.ERROR, Kind.DATE)
