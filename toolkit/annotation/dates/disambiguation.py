"""Evidence: whether what looks like a date is one, judged by what stands around it."""

import re
from typing import Final

from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.tokens import Tokens
from toolkit.annotation.dates.vocabulary import Vocabulary, Word
from toolkit.text import Span

_AMOUNT_BEFORE: Final = re.compile(r"[$£€¥#§№+*=@%<&_/\\\-–—.'’,:]\Z|[№#§$£€]\s\Z")
"""Signs before a number that make it an amount, a shelf mark, or a part of one."""

_AMOUNT_AFTER: Final = re.compile(r"[.,:/=°%_-][0-9]|[^\W\d_]|[_@]|\s?[$£€%°]")
"""What makes a number an amount, or a part of one, when it follows."""

_OPENING: Final = ("(", "[")
_AFTER_OPENED: Final = (")", "]", ",", ";", "-", "–", " ", "?")
_LIVED: Final = re.compile(r"[(,;] ?(?:b|d|fl|r|geb|gest|gen|n|m|†|[*])[.]? ?\Z")
"""What stands before the year of a birth or a death in brackets: b., d., fl."""

_INTRODUCING: Final = frozenset(("P ", "P=", "P.", "Q ", "Q-", "Q=", "y ", "S ", "S,", "M "))
"""What stands before a year: in, early, the year, summer, May."""

_JOINING: Final = frozenset(("r ", "a ", "t ", "o "))
"""What may stand before a year, and before much else: to, and, the, of."""

_MODERN: Final = range(1700, 2051)
"""Years that are likely even right after a word: ``Action 1938.``"""

_BETWEEN_WORDS: Final = re.compile(r"[^\W\d]?[.;,:»\"“]?\s+?[0-9]{4}\s+[a-zäöüß]")

_LINE_ENDS: Final = re.compile(r"[.,;:)]?[ \t\r]*(?:\n|\Z)|\.?[,;:)](?![0-9])")
_STOP: Final = re.compile(r"\.\s+[^\W\d_a-z]")
_NUMBERED: Final = re.compile(r"\.[ \t]*[^\W\d_]")

_STREET: Final = re.compile(r"H[ .](?:[oP] )?(?:[123DRX](?:[=-]O)?[ .-])?$")

_DOCUMENT: Final = re.compile(r"[LN][ ,]o (?:t )?$")
_DAY_ENDS: Final = re.compile(r"[,;](?= [^\W\d])|\.(?=\s+[^\W\d_]|\s*\Z)")

_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+)[.'’]?\s?\Z")
_LONGEST_WORD: Final = 24

_NEXT: Final = re.compile(r"\s*([^\W\d_]+|\S|$)")

_YEAR_WORDS: Final = ("y", "A")

_NO_WORD: Final = Word()

LIKELY_YEARS: Final = range(1400, 2051)
"""Years that need less evidence: those of most edited texts that name years at all."""


def of_day(tokens: Tokens, match: re.Match[str], mention: Mention, vocabulary: Vocabulary) -> bool:
    """Whether a month and a number are a day: not in "in October 28 men were missing"."""
    start, kinds = match.start(), tokens.kinds
    if (
        mention.start.year is not None
        or kinds[start] not in "MB"
        or kinds[start - 2 : start] != "P "
    ):
        return True
    before = tokens.span(start - 2, start - 1).of(tokens.text).lower()
    return before not in vocabulary.data.month_prepositions or kinds.startswith("=O", start + 3)


def ends_line(tokens: Tokens, match: re.Match[str]) -> bool:
    """Whether the line or the clause ends after the match: so does a date above a letter."""
    return _LINE_ENDS.match(tokens.text, tokens.span(*match.span()).end) is not None


def ends_sentence(tokens: Tokens, match: re.Match[str]) -> bool:
    """Whether a full stop and a capital follow the match."""
    return _STOP.match(tokens.text, tokens.span(*match.span()).end) is not None


def of_month(tokens: Tokens, match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether the name of a month alone is one, and no verb, person or name of an event."""
    start, end = match.span()
    kinds, text = tokens.kinds, tokens.text
    if (kinds[start] == "B" and not introduced(kinds, start)) or names_street(kinds, start):
        return False
    span = tokens.span(start, end)
    if (
        not vocabulary.capitalises_months
        and span.of(text).istitle()
        and not introduced(kinds, start)
    ):
        return False  # le dieu Mars, Mme Avril
    following = text[span.end : span.end + 3]
    named = re.match(r"[-\s][^\W\d_a-zà-ÿа-я]", following) is not None
    if introduced(kinds, start):
        return not (named and kinds[start - 2 : start] == "t ")
    ambiguous = tokens.value(start, start + 1) in vocabulary.data.months_that_are_names
    return not ambiguous and not named


def introduced(kinds: str, start: int) -> bool:
    """Whether a word before it makes a date likely: in, since, the end of, and."""
    before = kinds[max(0, start - 4) : start]
    return before[-2:] in ("P ", "Q ", "r ", "Q-", "a ", "S ") or before in ("P t ", "Q t ", "Q o ")


def of_short_year(tokens: Tokens, match: re.Match[str]) -> bool:
    """Whether ``27.3.42`` or ``7.II.40`` is a date, and no house in Vienna (``Gasse 11/I/10``)."""
    span = tokens.span(*match.span())
    written = span.of(tokens.text)
    if re.search(r"[-./]\s*\d$", written) or _labelled(tokens.kinds, match.start()):
        return False
    if re.search(r"\s", written):
        return _is_spaced_day(tokens, match, written)
    if "/" not in written or introduced(tokens.kinds, match.start()):
        return True
    before, after = tokens.text[: span.start][-2:], tokens.text[span.end : span.end + 2]
    return not before.strip(" \n") and before[-1:] in ("\n", "") and not after.strip(".\n ")


def _is_spaced_day(tokens: Tokens, match: re.Match[str], written: str) -> bool:
    """Whether ``17. X. 39`` or ``17. 10. 39`` is a day: one without a numeral needs evidence."""
    start = match.start()
    if re.match(r"[0-9]+\s?[./]\s?[IVX]+\b", written):
        return True
    dotted = re.fullmatch(r"[0-9]+\.\s[0-9]+\.\s?[0-9]+", written) is not None
    before = tokens.kinds[max(0, start - 2) : start]
    led = introduced(tokens.kinds, start) or before == "t "
    return dotted and (led or ends_line(tokens, match))


def of_lone_day(tokens: Tokens, match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether an ordinal that stands alone is a day: ``on the 23rd we``, ``am 23. wurde``."""
    start, end = match.span()
    kinds, text = tokens.kinds, tokens.text
    if not 1 <= tokens.value(start, end) <= 31:
        return False
    span = tokens.span(start, end)
    stop = kinds[end - 1] in "123" and text.startswith(".", span.end)
    ordinal = stop or kinds[end - 1] == "O"
    article = tokens.span(start - 2, start - 1).of(text) if start else ""
    if article.lower() in vocabulary.data.day_articles:
        return _DAY_ENDS.match(text, span.end) is not None
    if not (_after_document(kinds, start) or (ordinal and _after_preposition(kinds, start))):
        return False
    following = _NEXT.match(text, span.end + stop)
    word = following[1] if following else ""
    return not word or not word[0].isalnum() or word in vocabulary.data.words_after_day


def _after_preposition(kinds: str, start: int) -> bool:
    before = kinds[max(0, start - 4) : start]
    return before[-4:] == "P t " or before[-2:] in ("P ", "P=") or before[-4:] == "r t "


def _after_document(kinds: str, start: int) -> bool:
    """Whether what is dated stands before it: ``your letter of the 5th``, ``sa lettre du 5``."""
    return _DOCUMENT.search(kinds, max(0, start - 6), start) is not None


def year_follows(kinds: str, place: int) -> bool:
    """Whether the word for year stands right after the number, as in Russian."""
    return kinds[place : place + 2] in (" y", "=y", ".y")


def follows_one_of(tokens: Tokens, start: int, words: frozenset[str]) -> bool:
    """Whether the word right before a token is one of these, in small letters."""
    place = tokens.span(start, start + 1).start
    found = _WORD_BEFORE.search(tokens.text, max(0, place - _LONGEST_WORD), place)
    return found is not None and found[1].lower() in words


def of_year(tokens: Tokens, match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a number is a year, and not an amount, a page or a shelf mark."""
    start, end = match.span()
    if "e" in tokens.kinds[start:end:2]:
        return True
    span = tokens.span(start, end)
    if _is_amount(tokens, match, span):
        return False
    if vocabulary.data.year_after and year_follows(tokens.kinds, end):
        return True
    if not span.of(tokens.text)[-1:].isdigit():
        return _said(tokens, start, vocabulary)
    likely = tokens.value(start, start + 1) in LIKELY_YEARS
    if tokens.text[span.start - 1 : span.start] in _OPENING:
        return likely and tokens.text[span.end : span.end + 1] in _AFTER_OPENED
    previous = tokens.kinds[max(0, start - 2) : start]
    lived = _LIVED.search(tokens.text, max(0, span.start - 7), span.start)
    return (
        previous in _INTRODUCING
        or (likely and lived is not None)
        or (likely and (previous in _JOINING or _free(tokens.text, span, vocabulary)))
    )


def _said(tokens: Tokens, start: int, vocabulary: Vocabulary) -> bool:
    """Whether number words are a year: introduced, and no round number unless as a year."""
    before = tokens.kinds[max(0, start - 2) : start]
    number = tokens.value(start, start + 1)
    if before in _INTRODUCING and number in LIKELY_YEARS and number % 100 > 0:
        return True
    written = tokens.span(start - 2, start - 1).of(tokens.text) if start else ""
    last = re.split(r"[\s'’]", written)[-1]  # of "in the year", "l'an"
    return vocabulary.words.get(last, _NO_WORD).kind in _YEAR_WORDS


def _free(text: str, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether the number stands by itself, or between words where the language lets years so."""
    return _alone(text, span.start, span.end) or (
        vocabulary.data.bare_years and _in_sentence(text, span.start, span.end)
    )


def _is_amount(tokens: Tokens, match: re.Match[str], span: Span) -> bool:
    """Whether signs, labels or units around a number say that it counts or numbers something."""
    start, end = match.span()
    text, kinds = tokens.text, tokens.kinds
    if _AMOUNT_AFTER.match(text, span.end) or _AMOUNT_BEFORE.search(
        text, max(0, span.start - 2), span.start
    ):
        return True
    labelled = _labelled(kinds, start) or _after_currency(tokens, start)
    counted = kinds[end : end + 2] in (" U", "=U", ".U", " d")
    # The year in "11th August [1943]" is the editor's, and part of what stands before it.
    supplied = kinds[start - 2 : start] in ("M[", "B[")
    return labelled or counted or supplied


def _labelled(kinds: str, start: int) -> bool:
    """Whether a word before a number says that it numbers something: No., page."""
    return kinds[max(0, start - 2) : start] in ("N ", "N.", "N=", "N:")


def _after_currency(tokens: Tokens, start: int) -> bool:
    """Whether a short unit stands before the number and counts nothing itself: ``fr. 1800``."""
    kinds = tokens.kinds
    if kinds[max(0, start - 2) : start] not in ("U ", "U.", "U="):
        return False
    word = tokens.span(start - 2, start - 1).of(tokens.text)
    short = len(word) <= 3 and (kinds[start - 1] == "." or word.isupper())
    return short and kinds[max(0, start - 4) : start - 3] not in tuple("1234569Y")


def names_street(kinds: str, start: int) -> bool:
    """Whether a day is the name of a street: ``rue du 29 Juillet``, ``via 4 Novembre``."""
    return _STREET.search(kinds, max(0, start - 8), start) is not None


def _in_sentence(text: str, start: int, end: int) -> bool:
    """Whether the number stands between words of which the next is no noun: no quantity of it."""
    round_number = text[start + 2 : end] in ("00", "50")
    return not round_number and _BETWEEN_WORDS.match(text, max(0, start - 2)) is not None


def _alone(text: str, start: int, end: int) -> bool:
    """Whether the number stands by itself: between signs, or at the end of what it dates."""
    before = text[max(0, start - 2) : start].rstrip(" ")
    after = text[end : end + 2]
    if after.strip() and after[0] not in ".,;:)]!?–—-":
        return False
    if not before or before[-1] == "\n":  # "1993. Yesterday I" is a telegram and its number
        return _NUMBERED.match(text, end) is None
    if before[-1] in ",;([–—":
        return True
    return int(text[start : start + 4]) in _MODERN and (
        after[:1] in (".", ";", ")", "\n") or not after
    )
