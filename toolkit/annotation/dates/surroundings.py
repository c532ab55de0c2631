"""The text around a match: line ends, sentence ends, and the words before and after it."""

import re
from typing import Final

from toolkit.annotation.dates.contexts import follows, precedes
from toolkit.annotation.dates.parse import Match
from toolkit.annotation.dates.token_kinds import TokenKind

_LINE_ENDS: Final = re.compile(r"[.,;:)]?[ \t\r]*(?:\n|\Z)|\.?[,;:)](?![0-9])")
_SENTENCE_ENDS: Final = re.compile(r"\.\s+[^\W\d_a-z]")
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+)[.'’]?\s?\Z")
_LONGEST_WORD: Final = 24
_DAYS: Final = (TokenKind.TO_12, TokenKind.TO_24, TokenKind.TO_31)
_WITHOUT_YEAR: Final = ("day", "month")


def is_introduced(match: Match) -> bool:
    """Whether a word before the match makes a date likely: in, since, the end of, and."""
    return precedes("introduction", match.tokens.kinds, match.start)


def ends_line(match: Match) -> bool:
    """Whether the line or the clause ends after the match: so does a date above a letter."""
    return _LINE_ENDS.match(match.tokens.text, match.span.end) is not None


def ends_sentence(match: Match) -> bool:
    """Whether a full stop and a capital follow the match."""
    return _SENTENCE_ENDS.match(match.tokens.text, match.span.end) is not None


def names_street(match: Match) -> bool:
    """Whether a day is the name of a street: "rue du 29 Juillet", "via 4 Novembre"."""
    return precedes("street", match.tokens.kinds, match.start)


def is_labelled(match: Match) -> bool:
    """Whether a word before a number says that it numbers something: No., page."""
    return precedes("label", match.tokens.kinds, match.start)


def is_fragment(match: Match) -> bool:
    """Whether a number at its edge goes on ("3/14", "19-Nov-12"), so that no part is a date."""
    return continues_number(match) or is_continued(match)


def continues_number(match: Match) -> bool:
    """Whether a number and a stroke are right before a day: the 14 of "3/14"."""
    start = match.span.start
    return (
        match.tokens.kinds[match.start] in _DAYS
        and precedes("part of a number", match.tokens.kinds, match.start)
        and not any(sign.isspace() for sign in match.tokens.text[start - 2 : start])
    )


def is_continued(match: Match) -> bool:
    """Whether a stroke and a number follow a day or a month without a year: "19-Nov-12"."""
    end = match.span.end
    return (
        match.rule.action in _WITHOUT_YEAR
        and match.year() is None
        and follows("part of a number", match.tokens.kinds, match.end)
        and not any(sign.isspace() for sign in match.tokens.text[end : end + 2])
    )


def follows_name(match: Match) -> bool:
    """Whether a word with a capital is right before the match, as before a king's number."""
    place = match.span.start
    word = _WORD_BEFORE.search(match.tokens.text, max(0, place - _LONGEST_WORD), place)
    return word is not None and word[1][0].isupper()


def word_before(match: Match) -> str:
    """Return the word right before the match, in small letters; "" if there is none."""
    place = match.span.start
    word = _WORD_BEFORE.search(match.tokens.text, max(0, place - _LONGEST_WORD), place)
    return word[1].lower() if word else ""
