"""Counts of an encoded text for the report on a corpus."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from toolkit.pipeline import Encoded
from toolkit.publishing.report import FIGURES
from toolkit.text import Annotation, Span

_NAMES: Final = ("persName", "orgName", "placeName", "geogName")
_VALUES: Final = ("when", "from", "to", "notBefore", "notAfter")
_DAY: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

_BEFORE: Final = 100
"""A date this many years before the date of its text is far off."""
_AFTER: Final = 1
"""The same for years after it."""


def count_features(encoded: Encoded) -> Mapping[str, int]:
    """Count each of ``FIGURES``."""
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
    """Whether a date, from a first to a last year, is entirely far from the date of its text."""
    first, last = years
    return first > own + _AFTER or last < own - _BEFORE


def _own_year(encoded: Encoded) -> int | None:
    """Return the year of a text, from its metadata or its dateline; None without either."""
    dates = [
        date for field in encoded.doc.header_fields if field.key == "date" for date in field.dates
    ]
    datelines = [a.span for a in encoded.nested if a.element == "dateline"]
    dates += [date for line in datelines for date in _dates_within(line, encoded.nested)]
    return next((years[0] for date in dates if (years := _years(date))), None)


def _dates_within(span: Span, annotations: Iterable[Annotation]) -> Iterator[Annotation]:
    for annotation in annotations:
        own = annotation.span
        if annotation.element == "date" and span.start <= own.start and own.end <= span.end:
            yield annotation


def _years(annotation: Annotation) -> tuple[int, int] | None:
    """Return the first and last year of a date; None if it has no value."""
    found = list(_values(annotation))
    return (min(found), max(found)) if found else None


def _values(annotation: Annotation) -> Iterator[int]:
    for name in _VALUES:
        value = _DAY.match(annotation.get(name))
        if value:
            yield int(value[1])
