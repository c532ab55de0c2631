"""Semantic actions for feasts of the church and civil year: make mentions of matches."""

from dataclasses import replace
from datetime import date, timedelta

from toolkit.annotation.dates.calendars import gregorian
from toolkit.annotation.dates.feast_days import REFORM, MovableFeast
from toolkit.annotation.dates.mention import Mention, Relation
from toolkit.annotation.dates.parse import Match, make_mention
from toolkit.annotation.dates.partial_date import PartialDate
from toolkit.annotation.dates.surroundings import word_before
from toolkit.annotation.dates.token_kinds import TokenKind


def read_feast(match: Match) -> Mention | None:
    """Read ``Michaelmas 1745``; without a year only feasts that are days by their name alone."""
    if not _is_feast(match):
        return None
    named = match.feast("feast")
    found = make_mention(match, named.day_in(match.year()))
    return replace(found, feast=named) if isinstance(named, MovableFeast) else found


def read_day_by_feast(match: Match) -> Mention | None:
    """Read ``vigil of All Saints 1415``, ``octave of Easter 1450``."""
    start = match.feast("feast").day_in(match.year())
    if not start.complete:
        return None
    return make_mention(match, _move(start, match.value("away") or 0))


def read_weekday_of_feast(match: Match) -> Mention | None:
    """Read ``Monday after Easter 1523``, ``am 2. Sonntag nach Trinitatis 1723``."""
    relation = Relation(match.value("relation") or 0)
    feast = match.feast("feast").day_in(match.year())
    if relation not in (Relation.BEFORE, Relation.AFTER) or not feast.complete:
        return None
    away = _days_to_weekday(feast, match.value("weekday") or 0, after=relation is Relation.AFTER)
    weeks = (match.value("number") or 1) - 1
    moved = _move(feast, away + (7 * weeks if away > 0 else -7 * weeks))
    return replace(make_mention(match, moved), weekday=None)


def _days_to_weekday(feast: PartialDate, weekday: int, *, after: bool) -> int:
    """Count the days from a feast to the next such weekday, or back to the last one."""
    julian = (feast.year or 0) <= REFORM
    falls_on = _as_date(gregorian(feast) if julian else feast).weekday()
    if after:
        return (weekday - falls_on - 1) % 7 + 1
    return -((falls_on - weekday - 1) % 7 + 1)


def _move(day: PartialDate, days: int) -> PartialDate:
    moved = _as_date(day) + timedelta(days=days)
    return PartialDate(moved.year, moved.month, moved.day)


def _as_date(day: PartialDate) -> date:
    return date(day.year or 1, day.month or 1, day.day or 1)


def _is_feast(match: Match) -> bool:
    """Whether a day, or with its year: a saint's day in the genitive needs a word before it."""
    kind = match.kinds("feast")
    if kind == TokenKind.FEAST_DAY:
        return True
    if not (match.has("year") or match.has("offset") or match.has_short_year):
        return False
    words = match.vocabulary.data.words_before_saints_day
    return kind != TokenKind.SAINTS_DAY or word_before(match) in words
