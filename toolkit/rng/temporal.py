"""The date and time types of XML Schema, their values and partial order.

Years before 0001 are counted as XML Schema 1.0 does: -0001 is the year before 0001.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Final

from toolkit.rng.datatypes import Context, Parse

_YEAR = r"(?P<year>-?(?:[1-9][0-9]{4,}|[0-9]{4}))"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12][0-9]|3[01])"
_TIME = (
    r"(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9](?:\.[0-9]+)?)"
    r"|(?P<midnight>24:00:00(?:\.0+)?)"
)
_ZONE = r"(?P<zone>Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"

_FORMS: Final = {
    "dateTime": (f"{_YEAR}-{_MONTH}-{_DAY}T(?:{_TIME}){_ZONE}", "a date and time"),
    "date": (f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}", "a date such as 1848-03-18"),
    "time": (f"(?:{_TIME}){_ZONE}", "a time such as 14:05:00"),
    "gYearMonth": (f"{_YEAR}-{_MONTH}{_ZONE}", "a year and month such as 1848-03"),
    "gYear": (f"{_YEAR}{_ZONE}", "a year of four digits such as 1848"),
    "gMonthDay": (f"--{_MONTH}-{_DAY}{_ZONE}", "a month and day such as --03-18"),
    "gDay": (f"---{_DAY}{_ZONE}", "a day such as ---18"),
    "gMonth": (f"--{_MONTH}{_ZONE}", "a month such as --03"),
}
_DURATION = re.compile(
    r"(-?)P(?=.)(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
    r"(?:T(?=.)(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?)?"
)
_DAY_SECONDS: Final = 86_400
_ZONE_SPAN: Final = 14 * 3600
"""The maximum difference, in seconds, of a time without zone to the same time in UTC (3.2.7.4)."""


@dataclass(frozen=True, slots=True)
class Instant:
    """Seconds from 0001-01-01T00:00:00, in UTC if ``zoned``, else in no zone."""

    seconds: Fraction
    zoned: bool


@dataclass(frozen=True, slots=True)
class Duration:
    """Whole months and seconds, kept apart since months differ in length."""

    months: int
    seconds: Fraction


@cache
def _compile_form(name: str) -> re.Pattern[str]:
    return re.compile(_FORMS[name][0])


def _instant_parser(name: str) -> Parse:
    def parse(lexical: str, _: Context) -> Instant | None:
        found = _compile_form(name).fullmatch(lexical)
        return _make_instant(found.groupdict()) if found else None

    return parse


def _make_instant(parts: dict[str, str | None]) -> Instant | None:
    year = int(parts.get("year") or 2000)
    month, day = int(parts.get("month") or 1), int(parts.get("day") or 1)
    if parts.get("year") and year == 0:
        return None
    if day > days_in_month(year, month):
        return None
    seconds = Fraction(days_before(year, month, day) * _DAY_SECONDS)
    if parts.get("midnight"):
        seconds += _DAY_SECONDS if parts.get("year") else 0
    else:
        seconds += int(parts.get("hour") or 0) * 3600 + int(parts.get("minute") or 0) * 60
        seconds += Fraction(parts.get("second") or 0)
    zone = parts.get("zone")
    return Instant(seconds - _offset_seconds(zone), zone is not None)


def _offset_seconds(zone: str | None) -> int:
    """Convert a time zone to seconds east of UTC."""
    if zone is None or zone == "Z":
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[4:6]) * 60
    return -seconds if zone[0] == "-" else seconds


def _astronomical_year(year: int) -> int:
    """Convert a year to astronomical numbering, with a year 0."""
    return year + 1 if year < 0 else year


def days_in_month(year: int, month: int) -> int:
    """Return the number of days in a month of the proleptic Gregorian calendar."""
    if month == 2:
        counted = _astronomical_year(year)
        leap = counted % 4 == 0 and (counted % 100 != 0 or counted % 400 == 0)
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def days_before(year: int, month: int, day: int) -> int:
    """Return the days from 0001-01-01 to a date of the proleptic Gregorian calendar."""
    before = _astronomical_year(year) - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + sum(days_in_month(year, m) for m in range(1, month)) + day - 1


def _is_less_instant(first: Any, second: Any) -> bool:
    if first.zoned == second.zoned:
        return bool(first.seconds < second.seconds)
    margin = _ZONE_SPAN
    return bool(first.seconds + margin < second.seconds)


def _parse_duration(lexical: str, _: Context) -> Duration | None:
    found = _DURATION.fullmatch(lexical)
    if not found:
        return None
    sign = -1 if found[1] else 1
    years, months, days, hours, minutes = (int(part or 0) for part in found.groups()[1:6])
    seconds = Fraction(found[7] or 0) + days * _DAY_SECONDS + hours * 3600 + minutes * 60
    return Duration(sign * (years * 12 + months), sign * seconds)


_REFERENCES: Final = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))
"""Months from which durations are counted to compare them (XML Schema 3.2.6.2)."""


def _is_less_duration(first: Any, second: Any) -> bool:
    def end(duration: Duration, year: int, month: int) -> Fraction:
        months = year * 12 + month - 1 + duration.months
        days = days_before(months // 12, months % 12 + 1, 1)
        return Fraction(days * _DAY_SECONDS) + duration.seconds

    return all(end(first, *start) < end(second, *start) for start in _REFERENCES)


Less = Callable[[Any, Any], bool]
TEMPORAL: Final[Mapping[str, tuple[Parse, str, Less]]] = {
    **{name: (_instant_parser(name), says, _is_less_instant) for name, (_, says) in _FORMS.items()},
    "duration": (_parse_duration, "a duration such as P1Y6M or PT30M", _is_less_duration),
}
"""For each type: its parser, its value class, and its comparison."""
