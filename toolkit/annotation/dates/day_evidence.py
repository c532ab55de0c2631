"""Evidence for days: whether figures, or a day without its month, are a date."""

import re
from typing import Final

from toolkit.annotation.dates.contexts import precedes
from toolkit.annotation.dates.parse import Match
from toolkit.annotation.dates.surroundings import ends_line, is_introduced, is_labelled
from toolkit.annotation.dates.token_kinds import TokenKind

_ONE_FIGURE_YEAR: Final = re.compile(r"[-./]\s*\d\Z")
_ROMAN_MONTH: Final = re.compile(r"[0-9]+\s?[./]\s?[IVX]+\b")
_SPACED_DAY: Final = re.compile(r"[0-9]+\.\s[0-9]+\.\s?[0-9]+")
_CLAUSE_ENDS: Final = re.compile(r"[,;](?= [^\W\d])|\.(?=\s+[^\W\d_]|\s*\Z)")
_NEXT: Final = re.compile(r"\s*([^\W\d_]+|\S|$)")
_LAST_DAY: Final = 31


def is_short_date(match: Match) -> bool:
    """Whether "27.3.42" or "7.II.40" is a date, and no house in Vienna ("Gasse 11/I/10")."""
    written = match.span.of(match.tokens.text)
    if _ONE_FIGURE_YEAR.search(written) or is_labelled(match):
        return False
    if re.search(r"\s", written):
        return is_spaced_date(match)
    return "/" not in written or is_introduced(match) or is_alone_in_line(match)


def is_spaced_date(match: Match) -> bool:
    """Whether "17. X. 39" or "17. 10. 39" is a date; one without a numeral needs evidence."""
    written = match.span.of(match.tokens.text)
    if _ROMAN_MONTH.match(written):
        return True
    if not _SPACED_DAY.fullmatch(written):
        return False
    after_article = precedes("article", match.tokens.kinds, match.start)
    return is_introduced(match) or after_article or ends_line(match)


def is_alone_in_line(match: Match) -> bool:
    """Whether the match has a line of its own, or begins the text and ends a line."""
    text, span = match.tokens.text, match.span
    before, after = text[: span.start][-2:], text[span.end : span.end + 2]
    return not before.strip(" \n") and before[-1:] in ("\n", "") and not after.strip(".\n ")


def is_lone_day(match: Match) -> bool:
    """Whether an ordinal alone is a day: "on the 23rd we", "am 23. wurde"."""
    if not 1 <= (match.value("day") or 0) <= _LAST_DAY:
        return False
    if follows_day_article(match):
        return _CLAUSE_ENDS.match(match.tokens.text, match.span.end) is not None
    return is_dated_document(match) or (
        is_ordinal(match) and is_after_day_preposition(match) and is_before_known_word(match)
    )


def is_dated_document(match: Match) -> bool:
    """Whether what the day dates is named before it: "your letter of the 5th"."""
    return precedes("document", match.tokens.kinds, match.start) and is_before_known_word(match)


def follows_day_article(match: Match) -> bool:
    """Whether an article for days is before it: "le 23, il partit"."""
    if not match.start:
        return False
    word = match.tokens.span(match.start - 2, match.start - 1).of(match.tokens.text)
    return word.lower() in match.vocabulary.data.day_articles


def is_after_day_preposition(match: Match) -> bool:
    """Whether a preposition is before it, or one and an article: "on the 23rd"."""
    return precedes("preposition of a day", match.tokens.kinds, match.start)


def is_ordinal(match: Match) -> bool:
    """Whether a day has an ordinal ending, or the full stop of one."""
    return match.kinds("day")[-1:] == TokenKind.ORDINAL or has_stop(match)


def has_stop(match: Match) -> bool:
    """Whether a day in figures has a full stop."""
    in_figures = match.kinds("day")[-1:] in (TokenKind.TO_12, TokenKind.TO_24, TokenKind.TO_31)
    return in_figures and match.tokens.text.startswith(".", match.span.end)


def is_before_known_word(match: Match) -> bool:
    """Whether a sign follows, or a word that may follow a day: "on the 23rd we left"."""
    following = _NEXT.match(match.tokens.text, match.span.end + has_stop(match))
    word = following[1] if following else ""
    return not word[:1].isalnum() or word in match.vocabulary.data.words_after_day
