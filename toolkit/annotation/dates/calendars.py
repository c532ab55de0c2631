"""Calendars: the Gregorian day for a day of the Julian or the French Republican calendar.

``@when`` is Gregorian, as TEI has it; ``@calendar`` says how the text counts (NDDATE).

The formulas are written out (a few lines each) rather than taken from convertdate, which brings
an astronomical library along and reckons Republican years by formulas that were never in force.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.partial_date import PartialDate

GREGORIAN: Final = "#gregorian"
JULIAN: Final = "#julian"
REPUBLICAN: Final = "#frenchRepublican"
"""Values of ``@calendar``: they point to the ``calendar`` elements of the header (HDCDES)."""

COMPLEMENTARY: Final = 13
"""The complementary days of a Republican year, counted as a month."""

_FIRST_DAY: Final = 1721425
"""Julian day number of the day before 1 January of the year 1, proleptic Gregorian."""

_REPUBLIC: Final = date(1792, 9, 22)
"""1 vendémiaire of the year I: decree of 24 November 1793 (4 frimaire II)."""


def in_gregorian(mentions: Iterable[Mention], default: str) -> Iterator[Mention]:
    """The mentions with Gregorian values where the text counts in the Julian calendar.

    ``default`` is the calendar of the edition, ``gregorian`` or ``julian``. A day without a year
    has no Gregorian value, since the difference grows with the centuries.
    """
    for mention in mentions:
        calendar = mention.calendar or (JULIAN if default == "julian" else "")
        if calendar == JULIAN and mention.element == "date":
            start = _converted(mention.start)
            end = _converted(mention.end) if mention.end and start.year else None
            yield replace(mention, start=start, end=end, calendar=calendar)
        else:
            yield mention


def _converted(moment: PartialDate) -> PartialDate:
    return PartialDate() if moment.year is None else gregorian(moment)


def gregorian(day: PartialDate) -> PartialDate:
    """The Gregorian date of a Julian one; what is not a whole day of our era stays as it is.

    Julian day number after E. G. Richards, in: Explanatory Supplement to the Astronomical
    Almanac, 3rd edition, 2013, section 15.11.
    """
    if not day.complete or day.year is None or day.month is None or day.day is None or day.year < 1:
        return day
    shift = (14 - day.month) // 12
    year, month = day.year + 4800 - shift, day.month + 12 * shift - 3
    number = day.day + (153 * month + 2) // 5 + 365 * year + year // 4 - 32083
    if number <= _FIRST_DAY:
        return PartialDate(-1, 12, day.day + 29)
    return _moment(date.fromordinal(number - _FIRST_DAY))


def from_republican(year: int, month: int, day: int) -> PartialDate:
    """The Gregorian date of a Republican one; month 13 are the complementary days.

    In force were the years I to XIV, with leap days at the end of III, VII and XI.
    ValueError if there was no such day.
    """
    last = 30 if month < COMPLEMENTARY else 6 if year in (3, 7, 11) else 5
    if not (1 <= year <= 14 and 1 <= month <= 13 and 1 <= day <= last):
        raise ValueError(f"no such Republican day: {day} {month} {year}")
    days = 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1
    return _moment(_REPUBLIC + timedelta(days))


def old_and_new(old: PartialDate, new: PartialDate) -> PartialDate | None:
    """The Gregorian date if both name one day in Old and New Style; ``None`` if they do not.

    Without a year, the difference of 10 to 13 days (from 1582 to 2100) decides, and the result
    has no year either.
    """
    if old.month is None or old.day is None or new.month is None or new.day is None:
        return None
    if old.year is not None:
        found = gregorian(old)
        same = (found.month, found.day) == (new.month, new.day)
        return found if same and new.year in (None, found.year) else None
    first, second = date(1901, old.month, old.day), date(1901, new.month, new.day)
    return new if (second - first).days % 365 in range(10, 14) else None


def _moment(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
