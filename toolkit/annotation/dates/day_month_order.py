"""Decide whether 7/11/1917 is in July or in November, by the other dates of the text."""

from collections.abc import Iterable
from dataclasses import replace

from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.partial_date import PartialDate
from toolkit.annotation.dates.vocabulary import Vocabulary
from toolkit.text import Cert


def settle_day_month_order(
    text: str, mentions: Iterable[Mention], vocabulary: Vocabulary
) -> list[Mention]:
    """Return the mentions, with the day and the month of 7/11/1917 in the order of the text.

    The month comes first only in languages with such regions: in texts of such a region, where
    another date of the text must be so (``7/25/1917``), or where the text writes ``July 11`` in
    words. What is open is doubtful: ``cert`` is lowered.
    """
    found = list(mentions)
    slashed = [m for m in found if _slashed(text, m)]
    if not vocabulary.data.month_first_regions or not slashed:
        return found
    month_first = _month_first(text, slashed, found, vocabulary)
    return [_read(m, month_first=month_first) if _slashed(text, m) else m for m in found]


def _slashed(text: str, mention: Mention) -> bool:
    return mention.rule == "numeric" and "/" in mention.span.of(text)


def _month_first(
    text: str, slashed: list[Mention], mentions: list[Mention], vocabulary: Vocabulary
) -> bool:
    firsts = [int(m.span.of(text).partition("/")[0]) for m in slashed]
    days = [m.start.day or 0 for m in slashed]
    if any(day > 12 for day in days):
        return not any(first > 12 for first in firsts)
    rules = [m.rule for m in mentions]
    in_words = sum(rule in ("month day", "month day year") for rule in rules)
    return vocabulary.month_first or in_words > sum(
        rule in ("day month", "day month year") for rule in rules
    )


def _read(mention: Mention, *, month_first: bool) -> Mention:
    year, month, day = mention.start.year, mention.start.month, mention.start.day
    if month is None or day is None or day > 12 or month == day:
        return mention
    start = PartialDate(year, day, month) if month_first else mention.start
    return replace(mention, start=start, cert=Cert.LOW, reason="the order of day and month is open")
