"""Mentions: expressions of a text that name a date, a period or a time of day."""

import enum
from dataclasses import dataclass, replace

from toolkit.annotation.dates.feast_days import MovableFeast
from toolkit.annotation.dates.partial_date import UNKNOWN, PartialDate
from toolkit.text import Cert, Span


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
    - ``custom``: the value in the calendar of the text, where there is no Gregorian one.
    - ``relation``: what is dated lies before, after or about the moment named.
    - ``time``: a time of day, hh:mm:ss; then there is no moment.
    """

    span: Span
    start: PartialDate = UNKNOWN
    end: PartialDate | None = None
    bounds: bool = False
    rule: str = ""
    reason: str = ""
    cert: Cert = Cert.HIGH
    months: int | None = None
    years: int | None = None
    weekday: int | None = None
    short_year: bool = False
    calendar: str = ""
    custom: str = ""
    relation: Relation = Relation.AT
    feast: MovableFeast | None = None
    element: str = "date"
    time: str = ""

    def to_edtf(self) -> str:
        """Write what is dated as EDTF: ``1917-11-07``, ``1914/1918``, ``../1933``, ``1850~``."""
        start = replace(
            self.start,
            uncertain=self.cert is Cert.LOW,
            approximate=self.relation is Relation.ABOUT,
        )
        if self.relation is Relation.BEFORE:
            return f"../{start.to_edtf()}"
        if self.relation is Relation.AFTER:
            return f"{(self.end or start).to_edtf()}/.."
        if self.end is not None:
            return f"{start.to_edtf()}/{self.end.to_edtf()}"
        return start.to_edtf()
