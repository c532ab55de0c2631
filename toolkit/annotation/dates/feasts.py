"""Feasts: what the forms say that name a day of the church or civil year."""

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
    """``Michaelmas 1745``, ``Easter Monday 1916``; without a year only what is surely a day."""
    if not _is_feast(match):
        return None
    named = match.feast("feast")
    found = make_mention(match, named.day_in(match.year()))
    return replace(found, feast=named) if isinstance(named, MovableFeast) else found


def read_day_by_feast(match: Match) -> Mention | None:
    """``vigil of All Saints 1415``, ``octave of Easter 1450``."""
    start = match.feast("feast").day_in(match.year())
    if not start.complete:
        return None
    moved = date(start.year or 1, start.month or 1, start.day or 1)
    moved += timedelta(days=match.value("away") or 0)
    return make_mention(match, PartialDate(moved.year, moved.month, moved.day))


def read_weekday_of_feast(match: Match) -> Mention | None:
    """``Monday after Easter 1523``, ``am 2. Sonntag nach Trinitatis 1723``."""
    relation = Relation(match.value("relation") or 0)
    if relation not in (Relation.BEFORE, Relation.AFTER):
        return None
    year, weekday = match.year() or 1, match.value("weekday") or 0
    start = match.feast("feast").day_in(year)
    known = gregorian(start) if year <= REFORM else start
    if not start.complete or not known.complete:
        return None
    falls = date(known.year or 1, known.month or 1, known.day or 1).weekday()
    weeks = 7 * ((match.value("number") or 1) - 1)
    if relation is Relation.AFTER:
        away = (weekday - falls - 1) % 7 + 1 + weeks
    else:
        away = -((falls - weekday - 1) % 7 + 1) - weeks
    moved = date(start.year or 1, start.month or 1, start.day or 1) + timedelta(days=away)
    found = make_mention(match, PartialDate(moved.year, moved.month, moved.day))
    return replace(found, weekday=None)


def _is_feast(match: Match) -> bool:
    """Whether a day, or with its year: a saint's day in the genitive needs a word before it."""
    kind = match.kinds("feast")
    if kind == TokenKind.FEAST_DAY:
        return True
    if not (match.has("year") or match.has("offset") or match.has_short_year):
        return False
    words = match.vocabulary.data.words_before_saints_day
    return kind != TokenKind.SAINTS_DAY or word_before(match) in words
