"""Semantic actions: the functions that make mentions of the matches of a rule, by their names."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from toolkit.annotation.dates import days, feasts, periods
from toolkit.annotation.dates.grammar import date_engine
from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.parse import Match, make_mention
from toolkit.annotation.dates.partial_date import UNKNOWN
from toolkit.annotation.dates.surroundings import is_fragment
from toolkit.annotation.dates.tokens import Tokens
from toolkit.annotation.dates.vocabulary import Vocabulary
from toolkit.text import Cert

Action = Callable[[Match], Mention | tuple[Mention, ...] | None]

ACTIONS: Final[Mapping[str, Action]] = MappingProxyType(
    {
        action.__name__.removeprefix("read_"): action
        for action in (
            days.read_both_days,
            days.read_both_styles,
            days.read_dashed_day,
            days.read_day,
            days.read_day_of_month,
            days.read_day_range,
            days.read_day_range_over_months,
            days.read_day_without_month,
            days.read_iso_day,
            days.read_month,
            days.read_month_days,
            days.read_month_range,
            days.read_numeric_day,
            days.read_numeric_day_month,
            days.read_numeric_roman_day,
            days.read_roman_day,
            days.read_weekday_and_day,
            feasts.read_feast,
            feasts.read_day_by_feast,
            feasts.read_weekday_of_feast,
            periods.read_century,
            periods.read_date_time_group,
            periods.read_decade,
            periods.read_half_year,
            periods.read_republican_day,
            periods.read_republican_month,
            periods.read_republican_year,
            periods.read_season,
            periods.read_short_decade,
            periods.read_year,
            periods.read_year_range,
        )
    }
)
"""The functions that ``grammar.toml`` names."""


def interpret(
    tokens: Tokens, match: re.Match[str], vocabulary: Vocabulary
) -> tuple[Mention, ...] | None:
    """Return the mentions of a match: mostly one, none if the words mean no date here.

    ``None`` if they are a date that cannot be, or a part of a longer number: no part of them
    is a date either.
    """
    rule, groups = date_engine().rules[match.lastindex or 0]
    parsed = Match(tokens, match, vocabulary, rule, groups)
    if is_fragment(parsed):
        return None
    try:
        found = ACTIONS[rule.action](parsed)
    except ValueError:  # no such day: 31 April, or a misprint
        return _impossible_day(parsed)
    mentions = found if isinstance(found, tuple) else (found,)
    return tuple(m for m in mentions if m is not None)


def _impossible_day(match: Match) -> tuple[Mention, ...] | None:
    """Return a day with its month and year, but without a value: "30 February 1712"."""
    if match.rule.action != "day" or match.has_short_year or match.year() is None:
        return None
    mention = make_mention(match, UNKNOWN, cert=Cert.LOW)
    return (replace(mention, reason="the calendar has no such day", weekday=None),)
