"""Figures: what is counted in an encoded text for the report on a corpus."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from toolkit.pipeline import Encoded
from toolkit.publishing.report import FIGURES
from toolkit.text import Annotation

_NAMES: Final = ("persName", "orgName", "placeName", "geogName")
_VALUES: Final = ("when", "from", "to", "notBefore", "notAfter")
_DAY: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

_BEFORE: Final = 100
"""Years before the date of a text from which on a date in it is far off."""
_AFTER: Final = 1
"""Years after it."""


def count_features(encoded: Encoded) -> Mapping[str, int]:
    """How much there is of each of ``FIGURES``."""
    names = [annotation for annotation in encoded.nested if annotation.element in _NAMES]
    linked = sum(bool(name.get("ref")) for name in names)
    edited = sum(a.alternative is not None and a.element == "sic" for a in encoded.nested)
    dates = [years for a in encoded.nested if a.element == "date" and (years := _years(a))]
    own = _own_year(encoded)
    counts = (
        encoded.doc.count_words(),
        edited,
        len(encoded.waiting),
        linked,
        len(names) - linked,
        len(dates),
        sum(own is not None and _is_far(years, own) for years in dates),
    )
    return dict(zip(FIGURES, counts, strict=True))


def _is_far(years: tuple[int, int], own: int) -> bool:
    """Whether a date, from a first to a last year, is all of it far from the date of the text."""
    first, last = years
    return first > own + _AFTER or last < own - _BEFORE


def _own_year(encoded: Encoded) -> int | None:
    """The year of a text: in its metadata, else in its dateline; None if it says none."""
    said = [a for field in encoded.doc.fields if field.key == "date" for a in field.dates]
    lines = [a.span for a in encoded.nested if a.element == "dateline"]
    for line in lines:
        said += [
            a
            for a in encoded.nested
            if a.element == "date" and line.start <= a.span.start and a.span.end <= line.end
        ]
    return next((years[0] for a in said if (years := _years(a))), None)


def _years(annotation: Annotation) -> tuple[int, int] | None:
    """The first and the last year of a date; None if it has no value."""
    found = list(_values(annotation))
    return (min(found), max(found)) if found else None


def _values(annotation: Annotation) -> Iterator[int]:
    for name in _VALUES:
        value = _DAY.match(annotation.get(name))
        if value:
            yield int(value[1])
