"""Feasts: the days of the church and civil year that texts are dated by.

A fixed feast has the same month and day each year; a movable one lies so many days from Easter.
Language files name both: ``"12-25"`` is Christmas Day, ``"easter-2"`` Good Friday.
"""

import re
from datetime import date, timedelta
from typing import Final

from toolkit.annotation.dates.partial_date import Moment

EASTER: Final = 2000
"""The value of Easter Day among the values of feasts; 2001 is Easter Monday, 1225 Christmas."""

REFORM: Final = 1582
"""Up to this year Easter was reckoned by the Julian calendar."""

_KEY: Final = re.compile(r"(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})|easter(?P<away>[+-][0-9]+)?")


def value(key: str) -> int:
    """The value of a feast in a language file: ``"12-25"`` is 1225, ``"easter+1"`` 2001."""
    found = _KEY.fullmatch(key)
    if found is None:
        raise ValueError(f"no feast: {key!r} (expected month-day, or easter+days)")
    if found["month"]:
        return int(found["month"]) * 100 + int(found["day"])
    return EASTER + int(found["away"] or 0)


def is_movable(feast: int) -> bool:
    """Whether the feast lies so many days from Easter."""
    return feast > EASTER - 100


def day(feast: int, year: int | None, *, julian: bool = False) -> Moment:
    """The day of a feast in a year; of a movable one without a year nothing is known."""
    if not is_movable(feast):
        return Moment(year, feast // 100, feast % 100)
    if year is None or year < 1:
        return Moment()
    month, number = _easter(year, julian=julian or year <= REFORM)
    moved = date(year, month, number) + timedelta(days=feast - EASTER)
    return Moment(moved.year, moved.month, moved.day)


def _easter(year: int, *, julian: bool) -> tuple[int, int]:
    """Month and day of Easter in that calendar (J. Meeus, Astronomical Algorithms, chapter 9)."""
    golden = year % 19
    if julian:
        moon = (19 * golden + 15) % 30
        weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        months, days = divmod(moon + weekday + 114, 31)
        return months, days + 1
    century, rest = divmod(year, 100)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    months, days = divmod(moon + weekday - 7 * late + 114, 31)
    return months, days + 1
