"""Semantic actions for years, decades, centuries and seasons: make mentions of matches."""

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from toolkit.annotation.dates import calendars
from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.parse import Match, make_mention
from toolkit.annotation.dates.partial_date import PartialDate
from toolkit.annotation.dates.token_kinds import TokenKind
from toolkit.annotation.dates.year_evidence import is_year

SEASONS: Final = MappingProxyType({1: (3, 5), 2: (6, 8), 3: (9, 11)})
"""First and last month of a season in the north (meteorological); winter runs over two years."""

_WINTER: Final = 4
_LAST_CENTURY: Final = 21
_CENTURY_NUMBERS: Final = (
    TokenKind.TO_12,
    TokenKind.TO_24,
    TokenKind.DAY_NUMBER,
    TokenKind.ROMAN,
    TokenKind.ROMAN_CENTURY,
)


def read_year(match: Match) -> Mention | None:
    """Read ``1917``, ``44 BC``, ``'42``."""
    if not match.has_short_year and not is_year(match):
        return None
    return make_mention(match, PartialDate(match.year()))


def read_year_range(match: Match) -> Mention | None:
    """Read ``1914-1918``, ``1905/06``."""
    first, second = match.value("year") or 0, _second_year(match)
    if second is None or not is_year(match):
        return None
    return make_mention(match, PartialDate(first), PartialDate(second))


def read_decade(match: Match) -> Mention | None:
    """Read ``the 1920s``, ``les années 1920``; ``the 1900s`` is a century."""
    first = match.value("before") or match.value("decade") or 0
    if first % 10:
        return None
    length = 100 if first % 100 == 0 and not match.has("before") else 10
    return make_mention(match, PartialDate(first), PartialDate(first + length - 1))


def read_short_decade(match: Match) -> Mention | None:
    """Read ``the '40s``, ``in den zwanziger Jahren``, ``années 20``."""
    named = (match.value(part) for part in ("tens", "word", "year", "decade"))
    first = next((value for value in named if value), 0)
    if first % 10 or not 10 <= first <= 90:
        return None
    return replace(make_mention(match, PartialDate(first), PartialDate(first + 9)), short_year=True)


def read_century(match: Match) -> Mention | None:
    """Read ``19th century``, ``XVIIIe et XIXe siècles``, ``secolo XIX``: from 1801 to 1900."""
    places = range(*match.match.span(), 2)
    kinds = match.tokens.kinds
    numbers = [match.tokens.value(i, i + 1) for i in places if kinds[i] in _CENTURY_NUMBERS]
    first, last = numbers[0], numbers[-1]
    if not 1 <= first <= last <= _LAST_CENTURY:
        return None
    if any(kinds[i] == TokenKind.ERA and match.tokens.value(i, i + 1) < 0 for i in places):
        return make_mention(match, PartialDate(-100 * first), PartialDate(-100 * last + 99))
    return make_mention(match, PartialDate(100 * first - 99), PartialDate(100 * last))


def read_season(match: Match) -> Mention | None:
    """Read ``summer of 1942``, ``winter 1944/45``."""
    number, first = match.value("season") or 0, match.year() or 0
    if number != _WINTER:
        start, end = (PartialDate(first, part) for part in SEASONS[number])
    else:
        second = _second_year(match)
        # Both the beginning and the end of a year are in its winter.
        start = PartialDate(first, 12 if second else 1)
        end = PartialDate(second or first + 1, 2)
    return replace(make_mention(match, start, end), bounds=True)


def read_half_year(match: Match) -> Mention | None:
    """Read ``first half of 1943``, ``third quarter of 1943``."""
    part, parts = match.value("part") or 0, match.value("half") or 1
    if not 1 <= part <= parts:
        return None
    months, named = 12 // parts, match.value("year")
    start, end = PartialDate(named, (part - 1) * months + 1), PartialDate(named, part * months)
    return replace(make_mention(match, start, end), bounds=True)


def read_republican_day(match: Match) -> Mention | None:
    """Read ``18 brumaire an VIII``; without a year it has no Gregorian value."""
    named, moment = match.value("year") or match.value("numeral"), PartialDate()
    if named is not None:
        month, day = match.value("month") or 0, match.value("day") or 0
        moment = calendars.from_republican(named, month, day)
    return replace(make_mention(match, moment), calendar=calendars.REPUBLICAN)


def read_republican_month(match: Match) -> Mention:
    """Read ``ventôse an IX``: from its first day to its last."""
    named, month = match.value("year") or 0, match.value("month") or 0
    last = 30 if month < calendars.COMPLEMENTARY else calendars.last_complementary_day(named)
    start, end = (calendars.from_republican(named, month, day) for day in (1, last))
    return replace(make_mention(match, start, end), calendar=calendars.REPUBLICAN)


def read_republican_year(match: Match) -> Mention:
    """Read ``l'an II``, ``an II de la République``: from 1 vendémiaire to its last day."""
    named = match.value("year") or match.value("year2") or 0
    start = calendars.from_republican(named, 1, 1)
    last = calendars.last_complementary_day(named)
    end = calendars.from_republican(named, calendars.COMPLEMENTARY, last)
    return replace(make_mention(match, start, end), calendar=calendars.REPUBLICAN)


def read_date_time_group(match: Match) -> Mention | None:
    """Read ``091430Z NOV 42``: day, hour and minute, time zone, as military telegrams write it."""
    written = match.written("group")
    if len(written) != len("ddhhmm"):
        return None
    year = match.year() or 0
    # Military telegrams have been dated so since the 20th century only.
    full = year + 1900 if match.has_short_year else year
    mention = make_mention(match, PartialDate(full, match.value("month"), int(written[:2])))
    return replace(mention, short_year=False)


def _second_year(match: Match) -> int | None:
    """The later year of ``1917/18`` or ``1917-8``; ``None`` if there is none, or none later."""
    first, second = match.value("year") or 0, match.value("year2")
    if second is not None and match.kinds("year2") != TokenKind.YEAR:
        written = match.written("year2")
        if len(written) == 1:
            second += first // 10 * 10
            return second if first < second else None
        second += first // 100 * 100
        if second <= first:
            second += 100
    return second if second is not None and first < second <= first + 100 else None
