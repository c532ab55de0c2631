"""The kinds of proposals, and which statements on the same words exclude each other."""

import enum
from collections.abc import Mapping
from types import MappingProxyType

from toolkit.decisions.decision import NOT_RECORDED
from toolkit.text import Annotation, Attributes
from toolkit.text.annotation import ALTERNATIVES
from toolkit.vocabulary import elements


class Kind(enum.StrEnum):
    """The kind of a proposal, as shown to editors."""

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
    """Return the kind of an element; any that is no error, name, date or note is structure."""
    return _KINDS.get(element, Kind.STRUCTURE)


def is_reviewable(annotation: Annotation) -> bool:
    """Whether an editor is asked about it; milestones and the metadata block are not reviewed."""
    return annotation.element not in _MARKS


def recorded_attributes(
    annotation: Annotation, *, proposed: Annotation | None = None
) -> Attributes:
    """Select the attributes that a decision records.

    For names, dates and errors these are all of them, so that a new version of a tool does not
    change what an editor accepted. For notes and structure they are those that differ from what
    was ``proposed``; the rest (numbers, targets) belongs to the run.
    """
    attributes = tuple(pair for pair in annotation.attributes if pair[0] not in NOT_RECORDED)
    if is_pinned(annotation.element):
        return attributes
    before = annotation.attributes if proposed is None else proposed.attributes
    return tuple(pair for pair in attributes if pair not in before)


def is_pinned(element: str) -> bool:
    """Whether a decision records all attributes of an element."""
    return kind_of(element) in (Kind.ERROR, Kind.NAME, Kind.DATE)


def excludes(decided: Annotation, proposed: Annotation) -> bool:
    """Whether a decided annotation leaves no room for a proposal on some of the same words."""
    one, other = decided.place, proposed.place
    kind = kind_of(decided.element)
    if kind is not kind_of(proposed.element) or not (one.overlaps(other) or one == other):
        return False
    if kind is Kind.NAME:
        if "roleName" in (decided.element, proposed.element):
            return decided.element == proposed.element and one.crosses(other)
        return decided.element == proposed.element or one == other or one.crosses(other)
    return kind in (Kind.ERROR, Kind.DATE)
