"""Conventions: what belongs inside ``date``; projects differ, and these are the choices."""

import re
from dataclasses import dataclass, replace
from typing import Final

from toolkit.annotation.dates.mention import Mention, Relation
from toolkit.annotation.dates.partial_date import PartialDate
from toolkit.annotation.dates.tokens import Tokens
from toolkit.text import Cert, Span

_QUALIFIER: Final = re.compile(
    r"(?:(?P<part>Q)[ -](?:o )?(?:t )?|(?P<relation>P)[ .](?:t )?(?:y )?)$"
)
_ABOUT: Final = "the text itself says that it is about then"
_REACH: Final = 6
"""Kinds to look back for a qualifier: ``Q o t``, with their gaps."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """What belongs inside ``date``.

    - ``weekdays``: ``Thursday, November 9`` is one date; else the weekday stays outside.
    - ``seasons``: ``summer 1942`` is a date between June and August; else only ``1942`` is one.
    - ``parts``: ``early 1943`` is a date between January and April; else ``1943`` is one. Outside
      by default, since where "early" ends is the interpreter's opinion.
    - ``relations``: ``before 1933`` is a date with ``notAfter``; else ``1933`` is one. Outside by
      default, since 1933 is what the text names.
    """

    weekdays: bool = True
    seasons: bool = True
    parts: bool = False
    relations: bool = False


def applied(
    conventions: Conventions, tokens: Tokens, match: re.Match[str], mention: Mention
) -> Mention:
    """The mention as these conventions want it, with what stands before it where they do."""
    if mention.weekday is not None and not conventions.weekdays:
        mention = _without_first_word(mention, tokens, match)
    if mention.bounds and mention.rule == "season" and not conventions.seasons:
        mention = _year_of_season(mention, tokens, match)
    start = match.start()
    found = _QUALIFIER.search(tokens.kinds, max(0, start - _REACH), start)
    if found is None or mention.span.start != tokens.span(start, start + 1).start:
        return mention
    whole = Span(tokens.span(found.start(), found.start() + 1).start, mention.span.end)
    if found["part"]:
        part = tokens.value(found.start(), found.start() + 1)
        return _part(mention, whole, part) if conventions.parts else mention
    relation = Relation(tokens.value(found.start(), found.start() + 1))
    return _related(mention, whole, relation, inside=conventions.relations)


def _part(mention: Mention, whole: Span, part: int) -> Mention:
    """Early, middle or late: a third of the month or of the year."""
    year, month = mention.start.year, mention.start.month
    if mention.end is not None or mention.start.day is not None or not 1 <= part <= 3:
        return mention
    if month is None:
        start, end = PartialDate(year, 4 * part - 3), PartialDate(year, 4 * part)
    else:
        first, last = ((1, 10), (11, 20), (21, None))[part - 1]
        start, end = PartialDate(year, month, first), PartialDate(year, month, last)
    return replace(mention, span=whole, start=start, end=end, bounds=True)


def _related(mention: Mention, whole: Span, relation: Relation, *, inside: bool) -> Mention:
    if relation is Relation.ABOUT:
        mention = replace(mention, cert=Cert.MEDIUM, relation=relation, reason=_ABOUT)
        return replace(mention, span=whole) if inside else mention
    if relation is Relation.SINCE:
        return replace(mention, relation=relation)
    if relation is Relation.AT or not inside:
        return mention
    return replace(mention, span=whole, relation=relation)


def _without_first_word(mention: Mention, tokens: Tokens, match: re.Match[str]) -> Mention:
    """The date without its weekday, and without the article after it."""
    start = match.start() + 2
    while tokens.kinds[start] in "tP":
        start += 2
    return replace(mention, span=Span(tokens.span(start, start + 1).start, mention.span.end))


def _year_of_season(mention: Mention, tokens: Tokens, match: re.Match[str]) -> Mention:
    start = match.start() + 2
    while tokens.kinds[start] in "otyP":
        start += 2
    span = Span(tokens.span(start, start + 1).start, mention.span.end)
    first = PartialDate(mention.start.year)
    last = mention.end and PartialDate(mention.end.year)
    end = last if mention.rule == "season" and len(span) > 4 else None
    return replace(mention, span=span, start=first, end=end, bounds=False)
