"""Weekdays: find the year of a date without one, and detect misprints in others."""

from dataclasses import replace
from datetime import date
from typing import Final

from toolkit.annotation.dates.calendars import JULIAN, gregorian
from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.partial_date import PartialDate
from toolkit.text import Cert

_SAFE: Final = 2
"""Years around a date within which a weekday does not come back to it (it does after 5 or 6)."""


def list_fitting_years(mention: Mention, year: int, *, julian: bool) -> list[int]:
    """List the years near ``year`` in which the day fell on the weekday."""
    if mention.weekday is None or mention.start.day is None:
        return []
    return [
        candidate
        for candidate in range(max(1, year - _SAFE), year + _SAFE + 1)
        if _falls_on(mention, candidate, julian=julian)
    ]


def check_weekday(mention: Mention, *, julian: bool) -> Mention:
    """Return the mention, as doubtful if its day fell on another weekday."""
    year, end = mention.start.year, mention.end
    if mention.weekday is None or year is None or year < 1 or mention.start.day is None or end:
        return mention
    if _falls_on(mention, year, julian=julian):
        return mention
    return replace(mention, cert=Cert.LOW, reason="that day fell on another weekday")


def _falls_on(mention: Mention, year: int, *, julian: bool) -> bool:
    try:
        moment: PartialDate = mention.start.in_year(year)
        if julian or mention.calendar == JULIAN:
            moment = gregorian(moment)
        day = date(moment.year or 1, moment.month or 1, moment.day or 1)
    except ValueError:  # 29 February
        return False
    return day.weekday() == mention.weekday
