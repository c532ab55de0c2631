"""Feasts of the church and civil year, and their days.

A fixed feast has the same month and day each year; a movable one has a fixed distance from Easter.
Vocabulary data names both: "12-25" is Christmas Day, "easter-2" Good Friday.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from toolkit.annotation.dates.partial_date import PartialDate

REFORM: Final = 1582
"""The last year in which Easter was reckoned by the Julian calendar everywhere."""

_NAME: Final = re.compile(r"(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})|easter(?P<away>[+-][0-9]+)?")


@dataclass(frozen=True, slots=True)
class FixedFeast:
    """A feast on the same day of each year."""

    month: int
    day: int

    def day_in(self, year: int | None, *, julian: bool = False) -> PartialDate:  # noqa: ARG002
        """Return the day of the feast in a year, or in any year."""
        return PartialDate(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class MovableFeast:
    """A feast with a fixed distance from Easter."""

    days_after_easter: int

    def day_in(self, year: int | None, *, julian: bool = False) -> PartialDate:
        """Return the day of the feast in a year; nothing is known of it without a year."""
        if year is None or year < 1:
            return PartialDate()
        easter = compute_easter(year, julian=julian or year <= REFORM)
        moved = easter + timedelta(days=self.days_after_easter)
        return PartialDate(moved.year, moved.month, moved.day)


Feast = FixedFeast | MovableFeast


def parse_feast(name: str) -> Feast:
    """Parse a feast of language data; ValueError if it is neither month-day nor easter+days."""
    parts = _NAME.fullmatch(name)
    if parts is None:
        raise ValueError(f"not a feast: {name!r} (expected month-day, or easter+days)")
    if parts["month"]:
        return FixedFeast(int(parts["month"]), int(parts["day"]))
    return MovableFeast(int(parts["away"] or 0))


def compute_easter(year: int, *, julian: bool) -> date:
    """Compute the day of Easter, in the calendar of the text.

    J. Meeus, Astronomical Algorithms, 2nd edition, chapter 9.
    """
    golden = year % 19
    if julian:
        moon = (19 * golden + 15) % 30
        weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        months, days = divmod(moon + weekday + 114, 31)
        return date(year, months, days + 1)
    century, rest = divmod(year, 100)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    months, days = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, months, days + 1)
