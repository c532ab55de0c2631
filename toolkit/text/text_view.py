"""Viewed: the text of a TEI file as one view shows it, and what is marked in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.text.annotation import Attributes
from toolkit.text.span import Span


@dataclass(frozen=True, slots=True)
class Alternative:
    """Text in the same place that this view does not show: ``corr``, ``rdg``, a ``del``."""

    element: str
    text: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """An element of a TEI file over the text of a view; offsets count code points from 0.

    ``element`` is the local name (another namespace's with its address in braces). An element
    without text in the view is a point. ``anchor`` is the place of a note whose text stands
    elsewhere; ``alternatives`` are what the view leaves out there.
    """

    span: Span
    element: str
    attributes: Attributes = ()
    alternatives: tuple[Alternative, ...] = ()
    anchor: Span | None = None

    def get(self, name: str) -> str:
        """Return the value of an attribute, by default an empty text."""
        return next((value for key, value in self.attributes if key == name), "")


@dataclass(frozen=True, slots=True)
class Viewed:
    """The text of a TEI file in one view, with its marks in the order of the text.

    ``view`` is ``reading`` or ``diplomatic``, ``language`` a BCP 47 tag (``und``: unknown).
    Marks that begin together are in the order of the elements: outer before inner ones.
    """

    text: str
    marks: tuple[Mark, ...]
    view: str
    file: str = ""
    title: str = ""
    language: str = "und"

    def of(self, *elements: str) -> Iterator[Mark]:
        """The marks with one of these element names."""
        return (mark for mark in self.marks if mark.element in elements)
