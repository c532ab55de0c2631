"""Evidence for months: whether the name of a month is one, and whether its number is a day."""

import re
from typing import Final

from toolkit.annotation.dates.contexts import follows, precedes
from toolkit.annotation.dates.parse import Match
from toolkit.annotation.dates.surroundings import is_introduced, names_street, word_before
from toolkit.annotation.dates.token_kinds import TokenKind

_CAPITAL_AFTER: Final = re.compile(r"[-\s][^\W\d_a-zà-ÿа-я]")


def is_month(match: Match) -> bool:
    """Whether a month alone is one, and no verb, person or name of an event."""
    if names_street(match) or follows_title(match):
        return False
    if is_introduced(match):
        return not (is_named_event(match) or is_forename(match))
    return not (
        is_abbreviated(match)
        or may_be_surname(match)
        or may_be_forename(match)
        or is_before_capital(match)
    )


def is_abbreviated(match: Match) -> bool:
    """Whether the month is written in an abbreviation, which needs more evidence."""
    return match.kinds("month") == TokenKind.MONTH_ABBREVIATION


def may_be_surname(match: Match) -> bool:
    """Whether the month has a capital where months have none: "le dieu Mars", "Mme Avril"."""
    return match.written("month").istitle() and not match.vocabulary.capitalises_months


def may_be_forename(match: Match) -> bool:
    """Whether the month is also the name of persons: April, May, August."""
    return match.value("month") in match.vocabulary.data.months_that_are_names


def follows_title(match: Match) -> bool:
    """Whether a title or a form of address is right before the month: "Mrs May"."""
    return word_before(match) in match.vocabulary.titles


def is_name_with_number(match: Match) -> bool:
    """Whether the month is a surname with a number after it: "Captain May 17, Oxford Street"."""
    return match.place("month")[0] == match.start and follows_title(match)


def is_forename(match: Match) -> bool:
    """Whether a name follows a month that may be a forename: "by Jan M. Meijer".

    After a word that only times have ("in May Mr Jones came") it is the month.
    """
    return (
        (is_abbreviated(match) or may_be_forename(match))
        and is_before_capital(match)
        and precedes("word before a name", match.tokens.kinds, match.start)
        and word_before(match) not in match.vocabulary.data.time_prepositions
    )


def is_before_capital(match: Match) -> bool:
    """Whether a word with a capital follows: "October Revolution", "April Smith"."""
    return _CAPITAL_AFTER.match(match.tokens.text, match.span.end) is not None


def is_named_event(match: Match) -> bool:
    """Whether the month is part of the name of an event: "after the October Revolution"."""
    return is_before_capital(match) and precedes("article", match.tokens.kinds, match.start)


def is_month_with_quantity(match: Match) -> bool:
    """Whether a number after a month counts something: "in October 28 men were missing"."""
    return (
        match.has("month")
        and match.place("month")[0] == match.start
        and precedes("preposition", match.tokens.kinds, match.start)
        and word_before(match) in match.vocabulary.data.month_prepositions
        and not follows("ordinal", match.tokens.kinds, match.start + 3)
    )
