"""Anchoring: resolve the year, or the month, that a date leaves to the reader.

A text is read as it was written, from the beginning: a date without a year is in the year that
brings it nearest to the time the text speaks of. That time is the date before it in the text, or
the date of writing where that is near; both are doubtful, so ``cert`` is lowered.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from toolkit.annotation.dates import weekdays
from toolkit.annotation.dates.feast_days import MovableFeast
from toolkit.annotation.dates.mention import Mention, Relation
from toolkit.annotation.dates.partial_date import PartialDate
from toolkit.text import Cert

_FEAST: Final = "the year of the feast is that of the date nearest in the text"

_NO_CENTURY: Final = "nothing in the text gives the century"

_FIGURES: Final = "days in figures with a short year are mostly of the 20th century"

IN_FIGURES: Final = ("numeric", "numeric with roman")
"""Rules of dates in figures only, a habit of typewritten texts."""

TYPEWRITTEN: Final = 1900
"""The century of dates in figures, where nothing else gives one."""

AHEAD: Final = 5
"""Years after the time of writing that a text may still call by their last two figures."""

NEAR: Final = 366
"""Days within which a text speaks of the time of its writing, not of the past."""


BACK: Final = 1.1
"""Weight of the distance to a day in the future: texts speak of the past more often."""

ONWARDS: Final = 0.9
"""Weight of the distance to a day after the last date: stories go forward more often."""

DIGRESSION: Final = 10
"""A year alone, more than so many years back, does not move the story: "the Revolution of 1919"."""


SURE: Final = 92
"""Days from the date of writing within which no other year comes into question."""


@dataclass(frozen=True, slots=True)
class Context:
    """What dates without a year are measured by: the time of writing, and the last date before.

    ``written`` is known from the metadata or the dateline, ``told`` from the text, ``later`` is
    the first full date of the text, for what stands before it. ``julian``: the text counts so.
    """

    written: PartialDate | None = None
    told: PartialDate | None = None
    later: PartialDate | None = None
    julian: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """The mentions of a stretch of text that was written at one time, in its order.

    ``written`` is the date of writing if it is known, with its year; ``dated`` is set if the
    stretch itself says so, like a letter with a dateline among others.
    """

    mentions: tuple[Mention, ...]
    written: PartialDate | None
    dated: bool = False


def resolve_letters(letters: Iterable[Letter], *, julian: bool = False) -> Iterator[Mention]:
    """Resolve the dates of a text, each in its letter.

    What one letter tells does not lead on into the next, if that has a date of its own.
    """
    told: PartialDate | None = None
    for letter in letters:
        context = Context(letter.written, None if letter.dated else told, None, julian)
        resolved, told = resolve(letter.mentions, context)
        yield from resolved


def resolve(
    mentions: Sequence[Mention], context: Context
) -> tuple[list[Mention], PartialDate | None]:
    """Return the mentions with the year that the context gives, and the date told last."""
    later = next((m.start for m in mentions if m.start.month and _tells(m)), None)
    context = replace(context, later=later)
    dated = []
    for mention in mentions:
        resolved = _resolved(mention, context)
        dated.append(weekdays.check_weekday(resolved, julian=context.julian))
        if _tells(resolved) and not _digresses(resolved, context):
            context = replace(context, told=resolved.start)
    return dated, context.told


def _tells(mention: Mention) -> bool:
    known = mention.element == "date" and mention.start.year is not None
    telling = not mention.short_year and not mention.months and mention.rule != "short decade"
    return known and telling


def _digresses(mention: Mention, context: Context) -> bool:
    moment = mention.start
    known, year = context.told or context.written, moment.year or 0
    if moment.month is not None or known is None:
        return False
    if mention.relation is Relation.SINCE:
        return True
    ahead = context.written is not None and year > (context.written.year or 0)
    return ahead or year < (known.year or 0) - DIGRESSION


def _resolved(mention: Mention, context: Context) -> Mention:
    if mention.feast is not None:
        return _of_feast(mention, mention.feast, context)
    dated = mention.start.year is not None and not mention.short_year
    if mention.element != "date" or dated or mention.start == PartialDate():
        return mention
    if mention.short_year:
        return _with_century(mention, context)
    if mention.months is not None or mention.start.month is None:
        return _from_month(mention, context)
    if mention.years is not None:
        return _from_year(mention, context, mention.years)
    return _with_year(mention, context)


def _of_feast(mention: Mention, feast: MovableFeast, context: Context) -> Mention:
    """Date a movable feast in its year, or in the year that brings it nearest to the last date."""
    year = mention.start.year
    if year is not None:
        return replace(mention, start=feast.day_in(year, julian=context.julian))
    known = context.told or context.written or context.later
    if known is None or known.year is None:
        return mention
    around = [
        feast.day_in(known.year + away, julian=context.julian)
        for away in ((0,) if known.month is None else (-1, 0, 1))
    ]
    start = min(around, key=lambda day: abs(_days(day) - _days(known)))
    return replace(mention, start=start, cert=Cert.MEDIUM, reason=_FEAST)


def _with_century(mention: Mention, context: Context) -> Mention:
    """Resolve the century of ``27.3.42``: the last such year before the time of writing.

    Where nothing in the text gives the century, the year has no value, unless the date is in
    figures only: that form is of the 20th century, in most texts.
    """
    known = context.written or context.told or context.later
    short = mention.start.year or 0
    if known is None or known.year is None:
        if mention.rule in IN_FIGURES:
            return _dated(mention, TYPEWRITTEN + short, Cert.LOW, _FIGURES)
        start = replace(mention.start, year=None)
        return replace(mention, start=start, end=None, cert=Cert.LOW, reason=_NO_CENTURY)
    year = known.year // 100 * 100 + short
    if year > known.year + AHEAD:
        year -= 100
    return _dated(mention, year, Cert.MEDIUM, "the century is that of the nearest full date")


def _with_year(mention: Mention, context: Context) -> Mention:
    told, written, later = context.told, context.written, context.later
    if told is not None and not _near(told, written):
        return _near_to(mention, told, context, ONWARDS, "the year is that of the date before")
    if written is not None:
        return _near_to(mention, written, context, BACK, "the year is that of the time of writing")
    if later is not None:
        dated = _near_to(mention, later, context, BACK, "the year is that of the first date after")
        return replace(dated, cert=Cert.LOW)
    return mention


def _near_to(
    mention: Mention, known: PartialDate, context: Context, bias: float, reason: str
) -> Mention:
    """Date a mention in the year that brings it nearest to a known date, or on its weekday."""
    nearest = _nearest_year(mention.start, known, bias)
    fitting = weekdays.list_fitting_years(mention, known.year or 0, julian=context.julian)
    if nearest in fitting or not fitting:
        away = abs(_days(_other_year(mention.start, nearest)) - _days(known))
        sure = known is context.written and known.month is not None and away <= SURE
        cert = Cert.HIGH if sure or fitting else Cert.MEDIUM
        return _dated(mention, nearest, cert, reason)
    year = min(fitting, key=lambda y: abs(y - nearest))
    return _dated(mention, year, Cert.MEDIUM, "the nearest year with that weekday")


def _nearest_year(moment: PartialDate, known: PartialDate, bias: float) -> int:
    """Return the year that brings a day or month nearest to a known date, or the known year."""
    year = known.year or 0
    if known.month is None:
        return year
    around = [candidate for candidate in (year - 1, year, year + 1) if candidate]
    return min(around, key=lambda y: _weighed(_days(_other_year(moment, y)) - _days(known), bias))


def _near(told: PartialDate, written: PartialDate | None) -> bool:
    return written is not None and abs(_days(told) - _days(written)) <= NEAR


def _from_month(mention: Mention, context: Context) -> Mention:
    """Count ``5th inst.`` from the month of writing, ``the 23rd`` from that of the last date."""
    if mention.months is None:
        return _in_month_told(mention, context)
    known = _first_with_month(context.written, context.told)
    if known is None:
        return mention
    try:
        start = _months_away(mention.start, known, mention.months)
    except ValueError:
        return mention
    return replace(mention, start=start, cert=Cert.MEDIUM, reason="counted from the dateline")


def _in_month_told(mention: Mention, context: Context) -> Mention:
    """Date a day in the month of the last date; the 31st after a date in April is that of March."""
    known = _first_with_month(context.told, context.written)
    if known is None:
        return mention
    try:
        start = _months_away(mention.start, known, 0)
    except ValueError:
        start = _months_away(mention.start, known, -1)
    reason = "month and year are those of the date before"
    return replace(mention, start=start, cert=Cert.LOW, reason=reason)


def _first_with_month(*dates: PartialDate | None) -> PartialDate | None:
    return next((d for d in dates if d and d.month and d.year is not None), None)


def _months_away(date: PartialDate, known: PartialDate, months: int) -> PartialDate:
    """Return the day of the month before or after; ``May last`` is the last May before."""
    year, month = known.year or 0, known.month or 1
    if date.month is None:
        number = year * 12 + month - 1 + months
        return PartialDate(number // 12, number % 12 + 1, date.day)
    if months < 0:
        return date.in_year(year if date.month < month else year - 1)
    return date.in_year(year + (months > 0 and date.month <= month))


def _from_year(mention: Mention, context: Context, years: int) -> Mention:
    known = context.written or context.told
    if known is None or known.year is None:
        return mention
    return _dated(mention, known.year + years, Cert.MEDIUM, "the year is counted from the dateline")


def _dated(mention: Mention, year: int, cert: Cert, reason: str) -> Mention:
    try:
        start = mention.start.in_year(year)
        end = None
        if mention.end is not None:
            # "28 December - 3 January" ends in the next year.
            turn = (mention.end.month or 0) < (mention.start.month or 0)
            years = (mention.end.year or 0) - (mention.start.year or 0)
            end = mention.end.in_year(year + (years if mention.short_year else turn))
    except ValueError:
        return mention
    return replace(mention, start=start, end=end, cert=cert, reason=reason, short_year=False)


def _weighed(days: int, bias: float) -> float:
    """Weigh a distance in days; ``bias`` is the weight of days after."""
    return days * bias if days > 0 else -days


def _other_year(moment: PartialDate, year: int) -> PartialDate:
    """Return the date in another year; 29 February becomes the 28th in a common year."""
    try:
        return moment.in_year(year)
    except ValueError:
        return PartialDate(year, 2, 28)


def _days(moment: PartialDate) -> int:
    """Count the days since an arbitrary day, from the middle of a month or year without a day."""
    month = moment.month or 7
    day = moment.day or (15 if moment.month else 1)
    year = min(max(moment.year or 1, 1), 9999)
    return date(year, month, min(day, 28)).toordinal() + max(0, day - 28)


def date_of_writing(fields: Iterable[Mention], dateline: Iterable[Mention]) -> PartialDate | None:
    """Return the date of writing: that of the metadata, else of the dateline."""
    for mention in (*fields, *dateline):
        known = mention.start.year is not None and not mention.short_year
        if known and mention.element == "date":
            return mention.start
    return None
