"""Readings: the function that says what a form of a date means, for each form of the grammar."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from toolkit.annotation.dates import days, feasts, periods
from toolkit.annotation.dates.grammar import parts
from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.parse import Match
from toolkit.annotation.dates.tokens import Tokens
from toolkit.annotation.dates.vocabulary import Vocabulary

Reading = Callable[[Match], Mention | tuple[Mention, ...] | None]

READINGS: Final[Mapping[str, Reading]] = MappingProxyType(
    {
        "both days": days.both_days,
        "both styles": days.both_styles,
        "both styles, month first": days.both_styles,
        "century": periods.century,
        "day": days.day_alone,
        "day month": days.day,
        "day month year": days.day,
        "day of this month": days.day_of_month,
        "days range": days.days,
        "decade": periods.decade,
        "date-time group": periods.date_time_group,
        "feast": feasts.feast,
        "first of days": days.day,
        "first of months": days.month,
        "first of numeric days": days.day,
        "half": periods.half,
        "iso": days.iso,
        "month": days.month,
        "month day": days.day,
        "month day year": days.day,
        "month days": days.month_days,
        "month days range": days.days,
        "month year": days.month,
        "months": days.months,
        "months range": days.months_and_days,
        "months range, month first": days.months_and_days,
        "numeric": days.numeric,
        "numeric day month": days.numeric_day,
        "numeric days": days.days,
        "numeric with roman": days.numeric_roman,
        "republican": periods.republican,
        "republican month": periods.republican_month,
        "roman day month": days.day,
        "season": periods.season,
        "short decade": periods.short_decade,
        "weekday and day": days.weekday_and_day,
        "weekday of feast": feasts.weekday_of_feast,
        "year": periods.year,
        "year with month": days.day,
        "years range": periods.years,
    }
)


def read(tokens: Tokens, match: re.Match[str], vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """What a match of the grammar says: mostly one date, none if it is no date after all."""
    form, groups = parts()[match.lastindex or 0]
    places = {name: match.span(group) for name, group in groups if match.start(group) >= 0}
    try:
        found = READINGS[form](Match(tokens, match, vocabulary, form, places))
    except ValueError:  # no such day: 31 April, or a misprint
        return ()
    mentions = found if isinstance(found, tuple) else (found,)
    return tuple(m for m in mentions if m is not None)
