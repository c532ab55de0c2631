"""Moments: dates and times of day as an editor writes them in the attributes of att.datable."""

import calendar
from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day, as far as the text says; what it leaves open is ``None``.

    Years are those of the common era; a negative year counts before it (-44 is 44 BC), as in
    XML Schema 1.0. TEI: teidata.temporal.w3c.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.year == 0 or (self.year is not None and not -9999 <= self.year <= 9999):
            raise ValueError(f"no such year: {self.year}")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"no such month: {self.month}")
        if self.day is not None and not 1 <= self.day <= self._last_day:
            raise ValueError(f"no such day: {self.iso}")
        if self.year is not None and self.day is not None and self.month is None:
            raise ValueError("a day of a year needs its month")

    @property
    def _last_day(self) -> int:
        if self.month is None:
            return 31
        # A day without a year may be 29 February. Julian leap years are let through as well:
        # 29 February 1900 was a day in Russia.
        year = self.year if self.year is not None else 4
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

    def in_year(self, year: int | None) -> "PartialDate":
        """The same month and day of another year. ValueError if that day did not exist."""
        return replace(self, year=year)


UNKNOWN: Final = PartialDate()
"""A date of which nothing is known."""
