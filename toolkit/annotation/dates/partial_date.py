"""Partial dates: a year, a month or a day, with what the text leaves open.

They are written as TEI wants them (``teidata.temporal.w3c``) and exchanged as EDTF, the Extended
Date/Time Format of ISO 8601-2:2019.
"""

import calendar
import re
from dataclasses import dataclass, replace
from typing import Final

_EDTF: Final = re.compile(
    r"(?P<year>-?[0-9]{4}|XXXX)"
    r"(?:-(?P<month>0[1-9]|1[0-2]|XX)(?:-(?P<day>[0-9]{2}))?)?"
    r"(?P<doubt>[?~%]?)"
)
_DOUBTS: Final = {(False, False): "", (True, False): "?", (False, True): "~", (True, True): "%"}
_LEAP_YEAR: Final = 4
"""The year for days without a year, which may be 29 February."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day, as far as the text says; what it leaves open is ``None``.

    Years are those of the common era; a negative year counts before it (-44 is 44 BC), as in
    XML Schema 1.0. A day may be one that only the Julian calendar has, such as 29 February 1700.
    ``uncertain`` and ``approximate`` are the qualifications of EDTF.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    uncertain: bool = False
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.year == 0 or (self.year is not None and not -9999 <= self.year <= 9999):
            raise ValueError(f"no such year: {self.year}")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"no such month: {self.month}")
        if self.day is not None and not 1 <= self.day <= self.last_day:
            raise ValueError(f"no such day: {self.iso}")
        if self.year is not None and self.day is not None and self.month is None:
            raise ValueError("a day of a year needs its month")

    @property
    def last_day(self) -> int:
        """The last day of the month in the Julian calendar, whose leap days are more."""
        if self.month is None:
            return 31
        year = _LEAP_YEAR if self.year is None else astronomical(self.year)
        return 29 if self.month == 2 and year % 4 == 0 else calendar.monthrange(2001, self.month)[1]

    @property
    def iso(self) -> str:
        """The value of ``@when``: ``1917-11-07``, ``1917-11``, ``1917``, ``--11-07``, ``---07``."""
        if self.year is None:
            month = "" if self.month is None else f"{self.month:02}"
            day = "" if self.day is None else f"-{self.day:02}"
            return f"--{month}{day}"
        year = f"{'-' if self.year < 0 else ''}{abs(self.year):04}"
        parts = [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join((year, *parts))

    @property
    def complete(self) -> bool:
        """Whether year, month and day are known."""
        return self.year is not None and self.month is not None and self.day is not None

    @property
    def is_gregorian(self) -> bool:
        """Whether the Gregorian calendar has the date: it has no 29 February 1700."""
        leap_day = (self.month, self.day) == (2, 29)
        if not leap_day or self.year is None:
            return True
        return calendar.isleap(astronomical(self.year))

    def in_year(self, year: int | None) -> "PartialDate":
        """Return the same month and day of another year. ValueError if that day did not exist."""
        return replace(self, year=year)

    def to_edtf(self) -> str:
        """Write the date as EDTF, level 1: ``1917-11``, ``XXXX-11-07``, ``1917~``.

        EDTF has a year 0: 44 BC is ``-0043``.
        """
        parts = ["XXXX" if self.year is None else _edtf_year(self.year)]
        if self.month is not None or self.day is not None:
            parts.append("XX" if self.month is None else f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts) + _DOUBTS[self.uncertain, self.approximate]

    @classmethod
    def from_edtf(cls, text: str) -> "PartialDate":
        """Parse a date in EDTF; ValueError for intervals, seasons, decades and impossible days."""
        parts = _EDTF.fullmatch(text)
        if parts is None:
            raise ValueError(f"not a date in EDTF: {text!r}")
        year = None if parts["year"] == "XXXX" else int(parts["year"])
        month = None if parts["month"] in (None, "XX") else int(parts["month"])
        return cls(
            None if year is None else historical(year),
            month,
            None if parts["day"] is None else int(parts["day"]),
            uncertain=parts["doubt"] in ("?", "%"),
            approximate=parts["doubt"] in ("~", "%"),
        )


def astronomical(year: int) -> int:
    """Return the year as astronomers count it: 1 BC is 0."""
    return year if year > 0 else year + 1


def historical(year: int) -> int:
    """Return the year as historians count it, of one in astronomical numbering: 0 is -1."""
    return year if year > 0 else year - 1


def _edtf_year(year: int) -> str:
    number = astronomical(year)
    return f"{'-' if number < 0 else ''}{abs(number):04}"


UNKNOWN: Final = PartialDate()
"""A date of which nothing is known."""
