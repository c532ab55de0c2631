"""The vocabulary of a language: every form of the words that dates and times are made of.

Names of months, weekdays and parts of the day come from CLDR through babel (0.05 s for the first
language, 5 ms for each other, and only when a text is annotated); all other words from the topic
``toolkit.languages.dates``. A language without data has the words of CLDR and of ``mul``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toolkit.annotation.dates.feast_days import Feast, parse_feast
from toolkit.annotation.dates.mention import Relation
from toolkit.annotation.dates.numerals import NO_NUMERALS, Numerals
from toolkit.annotation.dates.token_kinds import TokenKind
from toolkit.languages import COMMON, Language, all_languages, find_language
from toolkit.languages.dates import Dates
from toolkit.languages.names import Names

if TYPE_CHECKING:
    from babel import Locale

OPEN: Final = 9
"""The distance of "l. J.", which may be this year (laufenden) or the last (letzten)."""

WORDS: Final[Mapping[str, tuple[TokenKind, int]]] = MappingProxyType(
    {
        "articles": (TokenKind.ARTICLE, 0),
        "of": (TokenKind.OF, 0),
        "conjunctions": (TokenKind.AND, 0),
        "range_words": (TokenKind.TO, 0),
        "day_words": (TokenKind.DAY_WORD, 0),
        "documents": (TokenKind.DOCUMENT, 0),
        "streets": (TokenKind.STREET, 0),
        "ordinal_endings": (TokenKind.ORDINAL, 0),
        "century_words": (TokenKind.CENTURY, 0),
        "clock_prepositions": (TokenKind.AT, 0),
        "clock_words": (TokenKind.CLOCK, 0),
        "hour_words": (TokenKind.HOURS, 0),
        "labels": (TokenKind.LABEL, 0),
        "units": (TokenKind.UNIT, 0),
        "decade_endings": (TokenKind.DECADE_ENDING, 0),
        "decade_words": (TokenKind.DECADE_WORD, 0),
        "year_words": (TokenKind.YEAR_WORD, 0),
        "republic": (TokenKind.REPUBLIC, 0),
        "republican_year_words": (TokenKind.REPUBLICAN_YEAR_WORD, 0),
        "prepositions": (TokenKind.PREPOSITION, Relation.AT),
        "before": (TokenKind.PREPOSITION, Relation.BEFORE),
        "after": (TokenKind.PREPOSITION, Relation.AFTER),
        "about": (TokenKind.PREPOSITION, Relation.ABOUT),
        "since": (TokenKind.PREPOSITION, Relation.SINCE),
        "spring": (TokenKind.SEASON, 1),
        "summer": (TokenKind.SEASON, 2),
        "autumn": (TokenKind.SEASON, 3),
        "winter": (TokenKind.SEASON, 4),
        "early": (TokenKind.PART_OF_PERIOD, 1),
        "middle": (TokenKind.PART_OF_PERIOD, 2),
        "late": (TokenKind.PART_OF_PERIOD, 3),
        "half_words": (TokenKind.HALF, 2),
        "quarter_words": (TokenKind.HALF, 4),
        "this_or_last_month": (TokenKind.THIS_MONTH, OPEN),
        "this_or_last_year": (TokenKind.THIS_YEAR, OPEN),
        "common_era": (TokenKind.ERA, 1),
        "before_common_era": (TokenKind.ERA, -1),
        "old_style": (TokenKind.STYLE, 0),
        "new_style": (TokenKind.STYLE, 1),
        "morning": (TokenKind.PART_OF_DAY, 0),
        "afternoon": (TokenKind.PART_OF_DAY, 12),
        "night": (TokenKind.PART_OF_DAY, 24),
        "midnight": (TokenKind.NOON, 0),
        "noon": (TokenKind.NOON, 12),
    }
)
"""The token kind and the value of the words of each key."""

NUMBERED_WORDS: Final[Mapping[str, TokenKind]] = MappingProxyType(
    {
        "day_numbers": TokenKind.DAY_NUMBER,
        "tens": TokenKind.TENS,
        "months": TokenKind.MONTH,
        "month_abbreviations": TokenKind.MONTH_ABBREVIATION,
        "weekdays": TokenKind.WEEKDAY,
        "months_from_writing": TokenKind.THIS_MONTH,
        "years_from_writing": TokenKind.THIS_YEAR,
        "days_from_feast": TokenKind.DAYS_FROM_FEAST,
        "decade_numbers": TokenKind.DECADE_NUMBER,
        "minutes_after_hour": TokenKind.FRACTION_AFTER_HOUR,
        "minutes_before_hour": TokenKind.FRACTION_BEFORE_HOUR,
        "hour_numbers": TokenKind.HOUR_NUMBER,
        "republican_months": TokenKind.REPUBLICAN_MONTH,
    }
)
"""The token kind of the words of each key that is a table by numbers."""

FEAST_WORDS: Final[Mapping[str, TokenKind]] = MappingProxyType(
    {
        "feast_days": TokenKind.FEAST_DAY,
        "feasts": TokenKind.FEAST,
        "saints_days": TokenKind.SAINTS_DAY,
    }
)
"""The token kind of the words of each key that is a table of feasts."""

FOLLOWING: Final = frozenset(
    (
        TokenKind.THIS_MONTH,
        TokenKind.THIS_YEAR,
        TokenKind.STYLE,
        TokenKind.PART_OF_DAY,
        TokenKind.DECADE_ENDING,
        TokenKind.ORDINAL,
        TokenKind.CLOCK,
        TokenKind.HALF,
        TokenKind.HOURS,
        TokenKind.REPUBLICAN_YEAR_WORD,
        TokenKind.FRACTION_AFTER_HOUR,
    )
)
"""Kinds whose words are recognised only right after another token: "of this month"."""

_CAPITALISED: Final = frozenset((TokenKind.MONTH, TokenKind.MONTH_ABBREVIATION, TokenKind.WEEKDAY))
"""Kinds whose words have a capital where the language capitalises months."""

_SHORTEST_WEEKDAY: Final = 4
"""A weekday of fewer letters is no sign of a date: "So" is the German Sunday, and much else."""

_WHOLE: Final = frozenset(
    (TokenKind.REPUBLIC, TokenKind.FEAST_DAY, TokenKind.FRACTION_BEFORE_HOUR, TokenKind.CLOCK)
)
"""Kinds whose phrases are signs of a date as a whole: "Good Friday", "half past"."""

_SIGNS: Final = frozenset(
    (
        TokenKind.CENTURY,
        TokenKind.CLOCK,
        TokenKind.DECADE_NUMBER,
        TokenKind.DECADE_WORD,
        TokenKind.ERA,
        TokenKind.FEAST_DAY,
        TokenKind.FRACTION_AFTER_HOUR,
        TokenKind.FRACTION_BEFORE_HOUR,
        TokenKind.HOURS,
        TokenKind.MONTH,
        TokenKind.MONTH_ABBREVIATION,
        TokenKind.NOON,
        TokenKind.PART_OF_DAY,
        TokenKind.REPUBLIC,
        TokenKind.REPUBLICAN_MONTH,
        TokenKind.SEASON,
        TokenKind.THIS_MONTH,
        TokenKind.WEEKDAY,
        TokenKind.YEAR,
    )
)
"""Kinds of words that show that a date or a time may be near."""

_HOURS_OF_CLDR: Final[Mapping[str, int]] = MappingProxyType(
    {
        "morning1": 0,
        "morning2": 0,
        "afternoon1": 12,
        "afternoon2": 12,
        "evening1": 12,
        "evening2": 12,
        "night1": 24,
    }
)
"""The hours that each day period of CLDR adds to an hour of the clock; 24: it depends."""

_NO_WORDS: Final = Dates()
_ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS: Final = ("", "X", "XX", "XXX")


Value = int | Feast
"""What a token means: a number or a feast."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words that are one token together: "of this month"."""

    pattern: re.Pattern[str]
    kind: str
    value: Value


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is a token, or begins phrases that are one; then ``kind`` may be empty."""

    kind: str = ""
    value: Value = 0
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of dates in one language, by their forms as written, and its customs.

    - ``data``: the customs, and the words that rules look up (``toolkit.languages.dates``).
    - ``signs`` finds words that show that a date or a time may be near, ``figures`` such numbers,
      with a match at their first character.
    - ``capitalises_months``: months and weekdays are written with a capital.
    - ``month_first``: "7/11/1917" is 11 July, as in the United States.
    - ``numerals``: the number words of years.
    - ``titles``: what may precede a person's name, in small letters ("mrs").
    """

    words: Mapping[str, Word]
    data: Dates = _NO_WORDS
    capitalises_months: bool = False
    month_first: bool = False
    signs: re.Pattern[str] = re.compile(r"(?!)")
    figures: re.Pattern[str] = re.compile(r"[0-9]{4}")
    numerals: Numerals = NO_NUMERALS
    titles: frozenset[str] = frozenset()


def load_vocabulary(tag: str) -> Vocabulary:
    """Return the vocabulary of a language by its BCP 47 tag."""
    return _load_vocabulary(tag, all_languages(), find_language(COMMON))


@cache
def _load_vocabulary(tag: str, languages: tuple[Language, ...], common: Language) -> Vocabulary:
    """Load a vocabulary; it is composed anew when language data are exchanged."""
    code, _, region = tag.replace("_", "-").partition("-")
    language = find_language(code)
    known = language.has(Dates)
    data = language.topic(Dates) if known else Dates(month_then_day=True)
    capital = language.traits.capitalises_months
    words = _index_words(
        chain(
            _foreign_months(other for other in languages if other is not language),
            _cldr_words(language.code, capital=capital),
            _listed_words(common.topic(Dates), capital=False),
            _listed_words(data, capital=capital),
        )
    )
    return Vocabulary(
        words=words,
        data=data,
        capitalises_months=capital,
        month_first=region.upper() in data.month_first_regions,
        signs=_compile_signs(words),
        figures=_compile_figures(words),
        numerals=_numerals(data),
        titles=_titles(language.topic(Names)),
    )


def _titles(names: Names) -> frozenset[str]:
    return frozenset(
        title.lower() for title in names.titles | names.female_titles | names.male_titles
    )


def _numerals(data: Dates) -> Numerals:
    values = {word: number for number, words in data.numerals.items() for word in words}
    return Numerals(MappingProxyType(values), data.numeral_conjunctions, data.years_in_pairs)


def _locale(code: str) -> "Locale | None":
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 # 0.05 s, only when it is needed

    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A word or phrase of a language, and whether it is written with a capital."""

    kind: TokenKind
    value: Value
    text: str
    capital: bool


def _listed_words(data: Dates, *, capital: bool) -> Iterator[_Entry]:
    """List the words of language data with their token kinds."""
    for key, (kind, value) in WORDS.items():
        yield from (_Entry(kind, value, word, capital=False) for word in getattr(data, key))
    for key, kind in NUMBERED_WORDS.items():
        for number, words in getattr(data, key).items():
            cased = capital and kind in _CAPITALISED
            yield from (_Entry(kind, number, word, cased) for word in words)
    for key, kind in FEAST_WORDS.items():
        for name, words in getattr(data, key).items():
            feast = parse_feast(name)
            yield from (_Entry(kind, feast, word, capital=False) for word in words)


def _cldr_words(code: str, *, capital: bool) -> Iterator[_Entry]:
    """List the months, weekdays and parts of the day of CLDR."""
    locale = _locale(code)
    if locale is None:
        return
    for context in ("format", "stand-alone"):
        months, days = locale.months[context], locale.days[context]
        for kind, names in (
            (TokenKind.MONTH_ABBREVIATION, _without_stops(months["abbreviated"])),
            (TokenKind.WEEKDAY, _without_stops(days["abbreviated"])),
            (TokenKind.WEEKDAY, days["wide"]),
            (TokenKind.MONTH, months["wide"]),
        ):
            yield from (_Entry(kind, number, name, capital) for number, name in names.items())
    # Night first: French says "du matin" for both, and means the morning from 6 on.
    for name, words in sorted(locale.day_periods["format"]["wide"].items(), reverse=True):
        if name in _HOURS_OF_CLDR:
            yield _Entry(TokenKind.PART_OF_DAY, _HOURS_OF_CLDR[name], words, capital=False)


def _without_stops(names: Mapping[int, str]) -> Mapping[int, str]:
    """Remove the full stops of abbreviations."""
    return {number: name.rstrip(".") for number, name in names.items()}


def _foreign_months(languages: Iterable[Language]) -> Iterator[_Entry]:
    """List the months of other languages, for a dateline or a quotation in one of them.

    They count as abbreviations: they need a day or a year to be recognised.
    """
    for language in languages:
        locale = _locale(language.code)
        if locale is None or not language.topic(Dates).months_known_everywhere:
            continue
        for number, name in locale.months["format"]["wide"].items():
            capital = language.traits.capitalises_months
            yield _Entry(TokenKind.MONTH_ABBREVIATION, number, name, capital)


def _index_words(entries: Iterable[_Entry]) -> Mapping[str, Word]:
    """Index the words by all their forms; a later entry replaces an earlier one."""
    entries = list(entries)
    known = _roman_numerals(
        [e.text for e in entries if e.kind is TokenKind.ORDINAL and e.text.isascii()]
    )
    for entry in entries:
        parts = re.findall(r"[0-9]*[^\W\d_]+", entry.text)
        if not parts:
            continue
        for form in _spellings(parts[0], capital=entry.capital):
            word = known.get(form, Word())
            if parts == [entry.text]:
                known[form] = Word(entry.kind.value, entry.value, word.phrases)
            else:
                known[form] = _with_phrase(word, entry)
    return MappingProxyType(known)


def _roman_numerals(endings: Iterable[str]) -> dict[str, Word]:
    """Index the Roman numerals to 31, those of days as old hands write them, and ordinals."""
    known: dict[str, Word] = {}
    for value in range(1, 32):
        numeral = _TENS[value // 10] + _ROMAN[value % 10]
        word = Word((TokenKind.ROMAN if value <= 12 else TokenKind.ROMAN_CENTURY).value, value)
        known[numeral] = word
        for old in _old_numerals(numeral):  # the xxiiij of May
            known.setdefault(old, Word(TokenKind.DAY_NUMBER.value, value))
        for ending in endings:  # XIXe, and xixe for small capitals
            known[numeral + ending] = known[numeral.lower() + ending] = word
    return known


def _with_phrase(word: Word, entry: _Entry) -> Word:
    """Add a phrase to the word that begins it, the longest first.

    "of this month" must not be cut short by "of this".
    """
    phrase = Phrase(_compile_phrase(entry.text), entry.kind.value, entry.value)
    others = (p for p in word.phrases if p.pattern != phrase.pattern)
    longest = sorted((*others, phrase), key=lambda p: -len(p.pattern.pattern))
    return Word(word.kind, word.value, tuple(longest))


def _old_numerals(numeral: str) -> Iterator[str]:
    """Spell a Roman numeral of several letters as old hands write it: ``xiv``, ``xiiij``."""
    small = numeral.lower()
    for form in (small, small.replace("iv", "iiii").replace("ix", "viiii")):
        if len(form) > 1:
            yield form
            yield re.sub("i$", "j", form)


def _compile_signs(words: Mapping[str, Word]) -> re.Pattern[str]:
    """Compile the words that show that a date may be near: a month, a season, a feast."""
    return re.compile(rf"(?<![^\W_])(?:{_alternatives(words, _SIGNS)})(?![^\W\d_])")


def _compile_figures(words: Mapping[str, Word]) -> re.Pattern[str]:
    """Compile the figures that show it: a year, a day with its ordinal, an hour, XIX cent."""
    ordinals = "|".join(re.escape(f) for f, w in words.items() if w.kind == TokenKind.ORDINAL)
    openers = _openers(words)
    forms = [
        r"(?<!\w)[0-9]{3,4}(?![0-9])",
        r"(?<!\w)['’‘][0-9]{2}(?![0-9])",
        r"(?<!\w)(?<![0-9][-./])[0-9]{1,2}[-./]\s?(?:[0-9]{1,2}|[IVX]{1,4})[-./]",
        rf"(?<!\w)[0-9]{{1,2}}(?:\.(?![0-9])|[-' ’]?(?:{ordinals})\b"
        rf"|[\s.,]{{0,2}}(?:{openers})\b)",
        rf"(?<!\w)[IVX]{{1,5}}\s(?:{openers})\b",
        rf"[0-9]{{1,4}}(?:{_alternatives(words, _SIGNS)})(?![^\W\d_])",
    ]
    forms += [rf"(?<={re.escape(f)}\s)[0-9]" for f, w in words.items() if w.kind == TokenKind.AT]
    forms += [
        rf"(?<={re.escape(f)}\s)[IVX]"
        for f, w in words.items()
        if w.kind == TokenKind.REPUBLICAN_YEAR_WORD
    ]
    return re.compile("|".join(forms))


def _alternatives(words: Mapping[str, Word], kinds: frozenset[TokenKind]) -> str:
    """Write the words of these kinds as a pattern, grouped by their first letters."""
    by_letter: dict[str, list[str]] = {}
    for form, word in words.items():
        rest = by_letter.setdefault(form[0], [])
        # Longest first: "quarter to" is a sign where "quarter" is none.
        for phrase in word.phrases:
            if phrase.kind in kinds & _WHOLE:
                rest.append(re.escape(form[1:]) + phrase.pattern.pattern[len(re.escape(form)) :])
        too_short = word.kind == TokenKind.WEEKDAY and len(form) < _SHORTEST_WEEKDAY
        if word.kind in kinds and not too_short:
            rest.append(re.escape(form[1:]))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_letter.items() if rest)


def _openers(words: Mapping[str, Word]) -> str:
    """Write the words that begin phrases which are signs of a date as a pattern."""
    return "|".join(
        re.escape(form)
        for form, word in words.items()
        if any(phrase.kind in _SIGNS for phrase in word.phrases)
    )


def _spellings(word: str, *, capital: bool) -> tuple[str, ...]:
    """Spell a word as given, with a capital and in capitals."""
    first = word[0].upper() + word[1:]
    return (first, word.upper()) if capital else (word, first, word.upper())


_VARIANTS: Final = MappingProxyType({"St": r"(?:St\.?|Saint)"})
"""Words of phrases that are written in several ways."""


def _compile_phrase(phrase: str) -> re.Pattern[str]:
    """Compile a phrase, with any white space (or none after a full stop) for its spaces."""
    words = [_VARIANTS.get(part) or re.escape(part).replace("'", "['’]") for part in phrase.split()]
    gaps = [r"\s?" if word.endswith(r"\.") else r"\s+" for word in words[:-1]]
    joined = "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
    return re.compile(joined + ("" if joined.endswith(r"\.") else r"\b"), re.IGNORECASE)
