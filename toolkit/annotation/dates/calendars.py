"""Calendars: the Gregorian day for a day of the Julian or the French Republican calendar.

``@when`` is Gregorian, as TEI has it; ``@calendar`` says how the text counts (NDDATE), and
``@when-custom`` keeps what has no Gregorian value: a Julian day without its year.

The formulas are written out (a few lines each) rather than taken from convertdate, which brings
an astronomical library along and reckons Republican years by formulas that were never in force.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.partial_date import UNKNOWN, PartialDate, astronomical, historical
from toolkit.text import Cert

GREGORIAN: Final = "#gregorian"
JULIAN: Final = "#julian"
REPUBLICAN: Final = "#frenchRepublican"
"""Values of ``@calendar``: they point to the ``calendar`` elements of the header (HDCDES)."""

COMPLEMENTARY: Final = 13
"""The complementary days of a Republican year, counted as a month."""

_FIRST_DAY: Final = 1721425
"""Julian day number of the day before 1 January of the year 1, proleptic Gregorian."""

_CYCLE_YEARS: Final = 400
_CYCLE_DAYS: Final = 146_097
"""The Gregorian calendar repeats itself after so many years and days."""

_REPUBLIC: Final = date(1792, 9, 22)
"""1 vendémiaire of the year I: decree of 24 November 1793 (4 frimaire II)."""

_REPUBLICAN_LEAP_YEARS: Final = (3, 7, 11)
_LAST_REPUBLICAN_YEAR: Final = 14
STYLES_APART: Final = range(10, 14)
"""Days between the Julian and the Gregorian calendar, from 1582 to 2100."""

_LEAP_DAY: Final = "only the Julian calendar has that day"


def convert_to_gregorian(mentions: Iterable[Mention], default: str) -> Iterator[Mention]:
    """Give the mentions the values of the Gregorian calendar.

    ``default`` is the calendar of the edition, ``gregorian`` or ``julian``. A date that its
    calendar lacks has no value; where no calendar is known, a day that only the Julian calendar
    has is Julian.
    """
    for mention in mentions:
        if mention.element != "date" or mention.start == UNKNOWN:
            yield _with_default(mention, default)
        elif _is_julian(mention, default):
            yield _convert(mention)
        elif _is_impossible(mention):
            yield replace(mention, start=UNKNOWN, end=None)
        else:
            yield mention


def _with_default(mention: Mention, default: str) -> Mention:
    if mention.element == "date" and default == "julian" and not mention.calendar:
        return replace(mention, calendar=JULIAN)
    return mention


def _is_julian(mention: Mention, default: str) -> bool:
    if mention.calendar:
        return mention.calendar == JULIAN
    return default == "julian" or _is_impossible(mention)


def _is_impossible(mention: Mention) -> bool:
    """Whether the Gregorian calendar lacks a day of the mention."""
    return not all(day.is_gregorian for day in (mention.start, mention.end) if day is not None)


def _convert(mention: Mention) -> Mention:
    """Convert a Julian date; one without a year has no Gregorian value, as the calendars drift."""
    if not mention.calendar and _is_impossible(mention):
        mention = replace(mention, cert=Cert.MEDIUM, reason=_LEAP_DAY)
    mention = replace(mention, calendar=JULIAN)
    start, end = mention.start, mention.end
    if start.year is None:
        custom = "" if end is not None else start.iso
        return replace(mention, start=UNKNOWN, end=None, custom=custom)
    if start.month is not None and end is None and start.day is None:
        end = start
    return replace(mention, start=first_gregorian_day(start), end=end and last_gregorian_day(end))


def first_gregorian_day(julian: PartialDate) -> PartialDate:
    """Return the Gregorian date of a Julian day, or of the first day of a Julian month."""
    if julian.month is not None and julian.day is None:
        julian = replace(julian, day=1)
    return gregorian(julian)


def last_gregorian_day(julian: PartialDate) -> PartialDate:
    """Return the Gregorian date of a Julian day, or of the last day of a Julian month."""
    if julian.month is None or julian.day is not None or julian.year is None:
        return gregorian(julian)
    return gregorian(replace(julian, day=julian.last_day))


def gregorian(day: PartialDate) -> PartialDate:
    """Return the Gregorian date of a Julian one; what is no whole day stays as it is.

    Julian day number after E. G. Richards, in: Explanatory Supplement to the Astronomical
    Almanac, 3rd edition, 2013, section 15.11.
    """
    if day.year is None or day.month is None or day.day is None:
        return day
    shift = (14 - day.month) // 12
    year, month = astronomical(day.year) + 4800 - shift, day.month + 12 * shift - 3
    number = day.day + (153 * month + 2) // 5 + 365 * year + year // 4 - 32083
    try:
        return _from_ordinal(number - _FIRST_DAY)
    except ValueError:  # a few days at the ends of the years that a date may have
        return day


def _from_ordinal(ordinal: int) -> PartialDate:
    """Return a Gregorian day by its number; 1 is 1 January of the year 1."""
    cycles = max(0, 1 - ordinal // _CYCLE_DAYS)
    day = date.fromordinal(ordinal + cycles * _CYCLE_DAYS)
    return PartialDate(historical(day.year - cycles * _CYCLE_YEARS), day.month, day.day)


def from_republican(year: int, month: int, day: int) -> PartialDate:
    """Return the Gregorian date of a Republican one; month 13 are the complementary days.

    In force were the years I to XIV, with leap days at the end of III, VII and XI.
    ValueError if there was no such day.
    """
    last = 30 if month < COMPLEMENTARY else last_complementary_day(year)
    if not (1 <= year <= _LAST_REPUBLICAN_YEAR and 1 <= month <= 13 and 1 <= day <= last):
        raise ValueError(f"no such Republican day: {day} {month} {year}")
    days = 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1
    return _partial_date(_REPUBLIC + timedelta(days))


def last_complementary_day(year: int) -> int:
    """Return the number of complementary days of a Republican year."""
    return 6 if year in _REPUBLICAN_LEAP_YEARS else 5


def old_and_new(old: PartialDate, new: PartialDate) -> PartialDate | None:
    """Return the Gregorian date if both name one day in Old and New Style, else ``None``.

    Without a year, the difference of 10 to 13 days decides, and the result has no year either.
    """
    if old.month is None or old.day is None or new.month is None or new.day is None:
        return None
    if old.year is not None:
        converted = gregorian(old)
        same = (converted.month, converted.day) == (new.month, new.day)
        return converted if same and new.year in (None, converted.year) else None
    first, second = date(1901, old.month, old.day), date(1901, new.month, new.day)
    return new if (second - first).days % 365 in STYLES_APART else None


def _partial_date(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
