"""Conventions: what belongs inside ``date``; projects differ, and these are the choices."""

import re
from dataclasses import dataclass, replace
from typing import Final

from toolkit.annotation.dates.contexts import match_before
from toolkit.annotation.dates.mention import Mention, Relation
from toolkit.annotation.dates.partial_date import PartialDate
from toolkit.annotation.dates.token_kinds import TokenKind
from toolkit.annotation.dates.tokens import Tokens
from toolkit.text import Cert, Span

_AFTER_WEEKDAY: Final = (TokenKind.ARTICLE, TokenKind.PREPOSITION)
_AFTER_SEASON: Final = (*_AFTER_WEEKDAY, TokenKind.OF, TokenKind.YEAR_WORD)
_ABOUT: Final = "the text itself says that it is about then"


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


def apply_conventions(
    conventions: Conventions, tokens: Tokens, start: int, mention: Mention
) -> Mention:
    """Return the mention as these conventions want it; ``start`` is the place of its match."""
    if mention.weekday is not None and not conventions.weekdays:
        mention = _without_first_word(mention, tokens, start)
    if mention.bounds and mention.rule == "season" and not conventions.seasons:
        mention = _year_of_season(mention, tokens, start)
    if mention.span.start != tokens.span(start, start + 1).start:
        return mention
    if part := match_before("part of a period", tokens.kinds, start):
        return _apply_part(conventions, tokens, part, mention)
    if relation := match_before("relation", tokens.kinds, start):
        return _apply_relation(conventions, tokens, relation, mention)
    return mention


def _apply_part(
    conventions: Conventions, tokens: Tokens, found: re.Match[str], mention: Mention
) -> Mention:
    if not conventions.parts:
        return mention
    return _part(mention, _whole(tokens, found, mention), _value(tokens, found))


def _apply_relation(
    conventions: Conventions, tokens: Tokens, found: re.Match[str], mention: Mention
) -> Mention:
    whole, relation = _whole(tokens, found, mention), Relation(_value(tokens, found))
    return _related(mention, whole, relation, inside=conventions.relations)


def _value(tokens: Tokens, found: re.Match[str]) -> int:
    return tokens.value(found.start(), found.start() + 1)


def _whole(tokens: Tokens, found: re.Match[str], mention: Mention) -> Span:
    """Return the span of the mention and of the word before it."""
    return Span(tokens.span(found.start(), found.start() + 1).start, mention.span.end)


def _part(mention: Mention, whole: Span, part: int) -> Mention:
    """Narrow the mention to its early, middle or late third."""
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


def _without_first_word(mention: Mention, tokens: Tokens, start: int) -> Mention:
    """Cut off the weekday, and the article after it."""
    start += 2
    while tokens.kinds[start] in _AFTER_WEEKDAY:
        start += 2
    return replace(mention, span=Span(tokens.span(start, start + 1).start, mention.span.end))


def _year_of_season(mention: Mention, tokens: Tokens, start: int) -> Mention:
    start += 2
    while tokens.kinds[start] in _AFTER_SEASON:
        start += 2
    span = Span(tokens.span(start, start + 1).start, mention.span.end)
    first = PartialDate(mention.start.year)
    last = mention.end and PartialDate(mention.end.year)
    end = last if mention.rule == "season" and len(span) > 4 else None
    return replace(mention, span=span, start=first, end=end, bounds=False)
