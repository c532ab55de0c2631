"""Semantic actions for days and months: make mentions of matches."""

import re
from dataclasses import replace
from typing import Final

from toolkit.annotation.dates import calendars
from toolkit.annotation.dates.day_evidence import is_lone_day, is_short_date
from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.month_evidence import (
    is_month,
    is_month_with_quantity,
    is_name_with_number,
)
from toolkit.annotation.dates.parse import Match, make_mention
from toolkit.annotation.dates.partial_date import PartialDate
from toolkit.annotation.dates.surroundings import (
    ends_line,
    ends_sentence,
    follows_name,
    is_introduced,
    is_labelled,
    names_street,
)
from toolkit.annotation.dates.token_kinds import TokenKind
from toolkit.text import Cert, Span

_BOTH: Final = f"{calendars.JULIAN} {calendars.GREGORIAN}"


_MAY_BE_DAYS: Final = (TokenKind.TO_24, TokenKind.TO_31)
_IN_FIGURES: Final = (TokenKind.TO_12, TokenKind.TO_24, TokenKind.TO_31)


def read_day(match: Match) -> Mention | None:
    """Read a day of a month: ``5 May 1917``, ``May 5``."""
    if match.kinds("late") in _MAY_BE_DAYS and not ends_line(match):
        return _without_year(match)
    if names_street(match) or is_labelled(match):
        return None
    if match.rule.name == "month day" and _is_year(match):
        return _month_of_year(match)
    found = make_mention(match, PartialDate(match.year(), match.value("month"), match.value("day")))
    if match.rule.name.startswith("first of"):
        found = _with_stop(match, found)
    if found.start.year is None and (is_month_with_quantity(match) or is_name_with_number(match)):
        return None
    return found


def read_day_range(match: Match) -> Mention | None:
    """Read ``12-14 May 1917``, and ``12/25 May 1917``, which is one day in both calendars."""
    year, month = match.year(), match.value("month")
    first = PartialDate(year, month, match.value("day"))
    last = PartialDate(year, month, match.value("day2"))
    if match.sign("joint") == "/":
        one_day = calendars.old_and_new(first, last)
        if one_day is not None:
            return replace(make_mention(match, one_day), calendar=_BOTH)
    return make_mention(match, first, last) if first < last else None


def read_both_styles(match: Match) -> tuple[Mention, ...]:
    """Read one day in both calendars; two days if they differ by more than the calendars do."""
    year, year2, year3 = match.year(), match.year("year2"), match.year("year3")
    common = year or year2 or year3
    first = PartialDate(year or common, match.value("month"), match.value("day"))
    second = PartialDate(year2 or common, match.value("month2"), match.value("day2"))
    found = make_mention(match, first)
    for old, new in ((first, second), (second, first)):
        moment = calendars.old_and_new(old, new)
        if moment is not None:
            return (replace(found, start=moment, calendar=_BOTH),)
    return (
        replace(found, span=match.stretch("day", "month", "year")),
        replace(found, start=second, span=match.stretch("day2", "month2", "year2")),
    )


def read_both_days(match: Match) -> Mention | None:
    """Read ``10 (23) March 1917``."""
    year, month = match.year(), match.value("month")
    first, second = match.value("day") or 0, match.value("day2") or 0
    old, new = (PartialDate(year, month, number) for number in sorted((first, second)))
    moment = calendars.old_and_new(old, new)
    return replace(make_mention(match, moment), calendar=_BOTH) if moment else None


def read_day_range_over_months(match: Match) -> Mention | None:
    """Read ``28 May - 3 June 1917``."""
    last_year = match.year("year2") or match.year()
    first = PartialDate(match.year() or last_year, match.value("month"), match.value("day"))
    last = PartialDate(last_year, match.value("month2"), match.value("day2"))
    return make_mention(match, first, last) if first < last else None


def read_month_days(match: Match) -> tuple[Mention, ...]:
    """Read ``September 6 to 7`` as two dates, since a word joins them."""
    first = PartialDate(match.year(), match.value("month"), match.value("day"))
    second = PartialDate(match.year(), match.value("month"), match.value("second"))
    if first >= second:
        return ()
    both = make_mention(match, first)
    start = match.stretch("second").start
    return (
        replace(both, span=match.stretch("month", "day")),
        replace(both, start=second, span=Span(start, both.span.end)),
    )


def read_month(match: Match) -> Mention | None:
    """Read ``May 1917`` and ``in May``."""
    if match.kinds("late") in _MAY_BE_DAYS:  # May 23 is a day
        return None
    found = make_mention(match, PartialDate(match.year(), match.value("month")))
    return found if match.year() is not None or is_month(match) else None


def read_month_range(match: Match) -> Mention | None:
    """Read ``May-June 1917``."""
    first = PartialDate(match.year(), match.value("month"))
    last = PartialDate(match.year(), match.value("month2"))
    return make_mention(match, first, last) if first < last else None


def read_dashed_day(match: Match) -> Mention | None:
    """Read ``19-Nov-12``, with the same sign before and after the month, and no white space."""
    written = match.span.of(match.tokens.text)
    if match.sign("joint") != match.sign("joint2") or re.search(r"\s", written):
        return None
    return make_mention(match, PartialDate(match.year(), match.value("month"), match.value("day")))


def read_roman_day(match: Match) -> Mention | None:
    """Read ``XII Augusti 1521``, but not the number of a king: ``Charles II May 1650``."""
    if follows_name(match) or match.has_short_year:
        return None
    return make_mention(match, PartialDate(match.year(), match.value("month"), match.value("day")))


def read_iso_day(match: Match) -> Mention | None:
    """Read ``1917-11-07``."""
    if " " in match.span.of(match.tokens.text):
        return None
    return make_mention(match, PartialDate(match.year(), match.value("month"), match.value("day")))


def read_numeric_day(match: Match) -> Mention | None:
    """Read ``7.11.1917`` and ``27.3.42``; what is above 12 is the day."""
    mixed = match.sign("joint") + match.sign("joint2")
    if mixed not in ("--", "..", "//") and (mixed != "/." or match.kinds("year") != TokenKind.YEAR):
        return None
    short = match.kinds("year") != TokenKind.YEAR
    if short and not is_short_date(match):
        return None
    number, second = match.value("day"), match.value("month")
    if second is not None and second > 12:
        number, second = second, number
    found = make_mention(match, PartialDate(match.value("year") or None, second, number))
    return replace(found, short_year=short)


def read_numeric_roman_day(match: Match) -> Mention | None:
    """Read ``15.XI.1915``, and ``I. IX. 1942`` with a capital I for the figure 1."""
    if match.kinds("day") == TokenKind.ROMAN and match.written("day") != "I":
        return None
    if match.kinds("month") == TokenKind.DAY_NUMBER and not re.fullmatch(
        "[ivxj]+", match.written("month")
    ):
        return None
    short = match.kinds("year") != TokenKind.YEAR
    if short and not is_short_date(match):
        return None
    year, number = match.value("year") or None, match.value("day")
    return replace(
        make_mention(match, PartialDate(year, match.value("month"), number)), short_year=short
    )


def read_numeric_day_month(match: Match) -> Mention | None:
    """Read ``26.10.`` after a preposition."""
    written = match.span.of(match.tokens.text)
    whole = match.has("offset") or match.tokens.text.startswith(".", match.span.end)
    if not is_introduced(match):
        return None
    return read_day(match) if whole or not re.search(r"\s", written) else None


def read_day_without_month(match: Match) -> Mention | None:
    """Read a day without its month: ``the 23rd``, ``am 23.`` in running text."""
    if not is_lone_day(match):
        return None
    found = make_mention(match, PartialDate(day=match.value("day")), cert=Cert.LOW)
    return found if match.written("day")[-1:].isalpha() else _with_stop(match, found)


def read_day_of_month(match: Match) -> Mention | None:
    """Read a day of this month or the last: ``5th inst.``, ``10. d. M.``."""
    return make_mention(match, PartialDate(day=match.value("day")))


def read_weekday_and_day(match: Match) -> Mention | None:
    """Read ``Sunday 5th``; without the ordinal only where a clause ends: no ``Tuesday 3 ships``."""
    ends = ends_line(match)
    # Where ordinals have a full stop, what follows one may be its noun.
    stops = match.vocabulary.data.month_then_day and ends_sentence(match)
    if match.kinds("day")[-1:] != TokenKind.ORDINAL and not ends and not stops:
        return None
    found = read_day_of_month(match)
    return _with_stop(match, found) if found and not match.vocabulary.data.month_then_day else found


def _without_year(match: Match) -> Mention:
    """Return the ``5 May`` of "on 5 May 23 men were missing"."""
    found = make_mention(match, PartialDate(None, match.value("month"), match.value("day")))
    span = Span(found.span.start, match.stretch("month", "day").end)
    return replace(found, span=span, short_year=False)


def _is_year(match: Match) -> bool:
    """Whether the number after a month cannot be its day: ``im Mai 17`` in German."""
    ordinal = match.kinds("day") not in _IN_FIGURES or match.tokens.text.startswith(
        ".", match.stretch("day").end
    )
    return (
        not (match.vocabulary.data.month_then_day or ordinal)
        and match.kinds("month") == TokenKind.MONTH
    )


def _month_of_year(match: Match) -> Mention | None:
    """Read ``Mai 17``: the month of that year if a clause ends there, else the month alone."""
    number = match.value("day") or 0
    if number > 12 and ends_line(match):
        found = make_mention(match, PartialDate(number, match.value("month")))
        return replace(found, short_year=True)
    if not is_month(match):
        return None
    return replace(
        make_mention(match, PartialDate(None, match.value("month"))), span=match.stretch("month")
    )


def _with_stop(match: Match, found: Mention) -> Mention:
    """Add the full stop of an ordinal: ``28.`` in "vom 28. bis 29. Oktober"."""
    stop = match.tokens.text.startswith(".", found.span.end)
    return replace(found, span=Span(found.span.start, found.span.end + stop))
