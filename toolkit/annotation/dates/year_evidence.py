"""Evidence for years: whether a number is a year, and no amount, page or shelf mark."""

import re
from typing import Final

from toolkit.annotation.dates.contexts import follows, precedes
from toolkit.annotation.dates.parse import Match
from toolkit.annotation.dates.surroundings import is_labelled
from toolkit.annotation.dates.token_kinds import TokenKind

LIKELY_YEARS: Final = range(1400, 2051)
"""Years that need less evidence: those of most edited texts that name years at all."""

MODERN_YEARS: Final = range(1700, 2051)
"""Years that are likely even right after a word: "Action 1938."."""

_AMOUNT_BEFORE: Final = re.compile(r"[$£€¥#§№+*=@%<&_/\\\-–—.'’,:]\Z|[№#§$£€]\s\Z")
"""Signs before a number that make it an amount, a shelf mark, or a part of one."""

_AMOUNT_AFTER: Final = re.compile(r"[.,:/=°%_-][0-9]|[^\W\d_]|[_@]|\s?[$£€%°]")
"""What makes a number an amount, or a part of one, when it follows."""

_OPENING: Final = ("(", "[")
_AFTER_OPENING: Final = (")", "]", ",", ";", "-", "–", " ", "?")
_LIFE: Final = re.compile(r"[(,;] ?(?:b|d|fl|r|geb|gest|gen|n|m|†|[*])[.]? ?\Z")
"""What stands before the year of a birth or a death in brackets: b., d., fl."""

_BETWEEN_WORDS: Final = re.compile(r"[^\W\d]?[.;,:»\"“]?\s+?[0-9]{4}\s+[a-zäöüß]")
_NUMBERED_LINE: Final = re.compile(r"\.[ \t]*[^\W\d_]")
_LONGEST_CURRENCY: Final = 3


def is_year(match: Match) -> bool:
    """Whether a number is a year."""
    if has_era(match):
        return True
    if is_amount(match):
        return False
    if has_year_word_after(match):
        return True
    if is_in_words(match):
        return is_year_in_words(match)
    if is_in_brackets(match):
        return is_likely(match) and is_before_bracket_sign(match)
    return precedes("introduction of a year", match.tokens.kinds, match.start) or (
        is_likely(match) and (is_year_of_life(match) or is_joined(match) or is_free(match))
    )


def has_era(match: Match) -> bool:
    """Whether an era is named with it: "A.D. 800"."""
    return TokenKind.ERA.value in match.tokens.kinds[match.start : match.end : 2]


def has_year_word_after(match: Match) -> bool:
    """Whether the word for year follows, as in Russian."""
    return match.vocabulary.data.year_after and follows("year word", match.tokens.kinds, match.end)


def is_in_words(match: Match) -> bool:
    """Whether the year is written in words."""
    return not match.span.of(match.tokens.text)[-1:].isdigit()


def is_year_in_words(match: Match) -> bool:
    """Whether number words are a year: introduced, and no round number unless called a year."""
    number = match.tokens.value(match.start, match.start + 1)
    introduced = precedes("introduction of a year", match.tokens.kinds, match.start)
    if introduced and number in LIKELY_YEARS and number % 100 > 0:
        return True
    return is_called_year(match)


def is_called_year(match: Match) -> bool:
    """Whether the word for year is right before it: "in the year", "l'an"."""
    if not match.start:
        return False
    before = match.tokens.span(match.start - 2, match.start - 1).of(match.tokens.text)
    word = match.vocabulary.words.get(re.split(r"[\s'’]", before)[-1])
    return word is not None and word.kind in (
        TokenKind.YEAR_WORD,
        TokenKind.REPUBLICAN_YEAR_WORD,
    )


def is_likely(match: Match) -> bool:
    """Whether texts often name the year."""
    return match.tokens.value(match.start, match.start + 1) in LIKELY_YEARS


def is_in_brackets(match: Match) -> bool:
    """Whether a bracket opens right before it."""
    start = match.span.start
    return match.tokens.text[start - 1 : start] in _OPENING


def is_before_bracket_sign(match: Match) -> bool:
    """Whether a bracket closes after it, or a sign follows that brackets contain."""
    end = match.span.end
    return match.tokens.text[end : end + 1] in _AFTER_OPENING


def is_year_of_life(match: Match) -> bool:
    """Whether it is the year of a birth or a death: "(fl. 1450)"."""
    start = match.span.start
    return _LIFE.search(match.tokens.text, max(0, start - 7), start) is not None


def is_joined(match: Match) -> bool:
    """Whether a word is before it that may join years: to, and, of."""
    return precedes("joining word", match.tokens.kinds, match.start)


def is_free(match: Match) -> bool:
    """Whether it is by itself, or between words where the language allows years there."""
    return is_between_signs(match) or (match.vocabulary.data.bare_years and is_between_words(match))


def is_between_words(match: Match) -> bool:
    """Whether it is between words of which the next is no noun: no quantity of it."""
    text, span = match.tokens.text, match.span
    is_round = text[span.start + 2 : span.end] in ("00", "50")
    return not is_round and _BETWEEN_WORDS.match(text, max(0, span.start - 2)) is not None


def is_between_signs(match: Match) -> bool:
    """Whether it is between signs, or at the end of what it dates."""
    text, span = match.tokens.text, match.span
    before = text[max(0, span.start - 2) : span.start].rstrip(" ")
    after = text[span.end : span.end + 2]
    if after.strip() and after[0] not in ".,;:)]!?–—-":
        return False
    if not before or before[-1] == "\n":  # "1993. Yesterday I" is a telegram and its number
        return _NUMBERED_LINE.match(text, span.end) is None
    if before[-1] in ",;([–—":
        return True
    is_modern = int(text[span.start : span.start + 4]) in MODERN_YEARS
    return is_modern and (after[:1] in (".", ";", ")", "\n") or not after)


def is_amount(match: Match) -> bool:
    """Whether signs, labels or units around a number say that it counts or numbers something."""
    return (
        has_sign_of_amount(match)
        or is_labelled(match)
        or is_after_currency(match)
        or follows("unit", match.tokens.kinds, match.end)
        # The year in "11th August [1943]" is the editor's, and part of what precedes it.
        or precedes("month and bracket", match.tokens.kinds, match.start)
    )


def has_sign_of_amount(match: Match) -> bool:
    """Whether a sign before or after it makes it an amount, or a part of a longer number."""
    text, span = match.tokens.text, match.span
    before = _AMOUNT_BEFORE.search(text, max(0, span.start - 2), span.start)
    return before is not None or _AMOUNT_AFTER.match(text, span.end) is not None


def is_after_currency(match: Match) -> bool:
    """Whether a short unit is before it, and counts nothing itself: "fr. 1800"."""
    kinds, start = match.tokens.kinds, match.start
    if not precedes("unit", kinds, start) or precedes("counted unit", kinds, start):
        return False
    word = match.tokens.span(start - 2, start - 1).of(match.tokens.text)
    return len(word) <= _LONGEST_CURRENCY and (kinds[start - 1] == "." or word.isupper())
