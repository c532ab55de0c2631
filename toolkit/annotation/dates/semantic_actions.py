"""Semantic actions: the functions that make mentions of the matches of a rule, by their names."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from toolkit.annotation.dates import days, feasts, periods
from toolkit.annotation.dates.grammar import date_engine
from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.parse import Match
from toolkit.annotation.dates.tokens import Tokens
from toolkit.annotation.dates.vocabulary import Vocabulary

Action = Callable[[Match], Mention | tuple[Mention, ...] | None]

ACTIONS: Final[Mapping[str, Action]] = MappingProxyType(
    {
        action.__name__.removeprefix("read_"): action
        for action in (
            days.read_both_days,
            days.read_both_styles,
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
            days.read_weekday_and_day,
            feasts.read_feast,
            feasts.read_weekday_of_feast,
            periods.read_century,
            periods.read_date_time_group,
            periods.read_decade,
            periods.read_half_year,
            periods.read_republican_day,
            periods.read_republican_month,
            periods.read_season,
            periods.read_short_decade,
            periods.read_year,
            periods.read_year_range,
        )
    }
)
"""The functions that ``grammar.toml`` names."""


def interpret(tokens: Tokens, match: re.Match[str], vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Return the mentions of a match: mostly one, none if it is no date after all."""
    rule, groups = date_engine().rules[match.lastindex or 0]
    try:
        found = ACTIONS[rule.action](Match(tokens, match, vocabulary, rule, groups))
    except ValueError:  # no such day: 31 April, or a misprint
        return ()
    mentions = found if isinstance(found, tuple) else (found,)
    return tuple(m for m in mentions if m is not None)
