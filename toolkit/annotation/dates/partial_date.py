"""Moments: dates and times of day as an editor writes them in the attributes of att.datable."""

import calendar
import enum
from dataclasses import dataclass, replace

from toolkit.text import Cert, Span


@dataclass(frozen=True, slots=True, order=True)
class Moment:
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

    def in_year(self, year: int | None) -> "Moment":
        """The same month and day of another year. ValueError if that day did not exist."""
        return replace(self, year=year)


class Relation(enum.IntEnum):
    """How what is dated lies to the date named; the values are those of the language files."""

    AT = 0
    BEFORE = 1
    AFTER = 2
    ABOUT = 3
    SINCE = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """One expression of the text that names a moment or a period.

    - ``end`` is given for periods; ``bounds``: the moment lies within the period (``notBefore``,
      ``notAfter``) and does not fill it (``from``, ``to``).
    - ``months``, ``years``: how far the text itself places the moment from the time of writing
      ("ult." is -1 month, "of this year" 0 years); ``None`` if it says nothing.
    - ``short_year``: the century of the year is not written.
    - ``feast``: the movable feast that is named (``feasts.value``), which the year makes a day.
    - ``relation``: what is dated lies before, after or about the moment named.
    - ``time``: a time of day, hh:mm:ss; then there is no moment.
    """

    span: Span
    start: Moment = Moment()
    end: Moment | None = None
    bounds: bool = False
    rule: str = ""
    reason: str = ""
    cert: Cert = Cert.HIGH
    months: int | None = None
    years: int | None = None
    weekday: int | None = None
    short_year: bool = False
    calendar: str = ""
    relation: Relation = Relation.AT
    feast: int = 0
    element: str = "date"
    time: str = ""
