"""Languages: the words that dates and times are made of, from CLDR and one data file each.

Names of months and weekdays and the parts of the day come from CLDR through babel (0.05 s for
the first language, 5 ms for each other, and only when a text is annotated). What CLDR lacks
(ordinals, seasons, "inst.", old spellings) is in ``languages/CODE.toml``.

How to add a language:

1. Copy ``languages/en.toml`` to ``languages/CODE.toml`` (CODE as in BCP 47: ``nl``) and translate
   the words; leave out what the language lacks. ``ROLES`` says what each table is for.
2. Add a few sentences to ``tests/unit/annotation/test_dates_languages.py``.

A language without a file has the months and weekdays of CLDR and the numeric forms.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from toolkit.annotation.dates.feast_days import value as feast_value
from toolkit.annotation.dates.numerals import NO_NUMERALS, Numerals

if TYPE_CHECKING:
    from babel import Locale

ROLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "abbreviated_month": "B",  # Sept
        "and": "a",  # and
        "article": "t",  # the
        "calendar": "n",  # old style: 0, new style: 1
        "century": "C",  # century
        "at": "G",  # at, before a time
        "clock": "c",  # o'clock
        "day": "d",  # day, in "the 14th day of May"
        "day_number": "D",  # first: 1
        "decade": "z",  # the s of 1920s
        "decade_before": "Z",  # années, in "les années 1920"
        "document": "L",  # letter, in "your letter of the 5th"
        "era": "e",  # AD: 1, BC: -1
        "feast": "E",  # Christmas Day: "12-25", Good Friday: "easter-2"; a day by itself
        "feast_time": "K",  # Christmas, Easter: a day only with its year
        "saint": "J",  # Martini, in "zu Martini 1749": after a word of ``before_feast``
        "hours": "m",  # hours, of the clock or of a duration
        "after_hour": "g",  # et demie, after the hour: 30 minutes
        "before_hour": "b",  # half past: 30 minutes, a quarter to: -15
        "hour": "k",  # eight: 8, in "eight o'clock"
        "half": "h",  # half: 2, quarter: 4
        "label": "N",  # No., page: what follows is no date
        "month": "M",  # January: 1
        "month_relative": "i",  # inst.: 0, ult.: -1, prox.: 1; 9 where it is open which
        "noon": "w",  # noon: 12, midnight: 0
        "of": "o",  # of
        "ordinal": "O",  # the th of 5th
        "part": "Q",  # early: 1, mid: 2, end: 3
        "part_of_day": "f",  # a.m.: 0, p.m.: 12, at night: 24
        "preposition": "P",  # in, since: what follows may be a date; 1: before, 2: after, 3: about
        "republican_month": "F",  # brumaire: 2
        "republican_year": "A",  # an
        "roman": "R",  # I to XII
        "roman_century": "X",  # XIII and above
        "street": "H",  # rue, in "rue du 29 Juillet": no date
        "season": "S",  # spring: 1, summer: 2, autumn: 3, winter: 4
        "tens": "T",  # twenty: 20
        "tens_of_years": "V",  # twenties: 20
        "to": "r",  # to, until
        "unit": "U",  # men, zloty: what precedes is a quantity
        "weekday": "W",  # Monday: 0
        "year": "y",  # year, in "the year 1917"
        "year_relative": "j",  # of this year: 0, of last year: -1
    }
)
"""The roles that words play in a date, and the letter of each in a string of kinds."""

FOLLOWING: Final = frozenset("ijnfzOchmAg")
"""Kinds whose phrases are looked for only right after another token: "of this month"."""

FEASTS: Final = frozenset("EKJ")
"""Kinds of words that name feasts."""

SHORT: Final = 3
"""An abbreviated weekday of so few letters is no sign of a date by itself."""

WHOLE: Final = frozenset("Ebc")
"""Kinds whose phrases are signs as a whole: ``Good Friday``, ``half past``."""

SIGNS: Final = frozenset("BCEFMSVWYZbcefgimw")
"""Kinds of words that show that a date or time may be near."""

OTHERS: Final = ("de", "en", "es", "fr", "it", "ru")
"""Languages whose months are known in texts of every language."""

_ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS: Final = ("", "X", "XX", "XXX")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words that play one role together: ``of this month``."""

    pattern: re.Pattern[str]
    kind: str
    value: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word that plays a role in dates, or begins phrases that do; ``kind`` may be empty."""

    kind: str = ""
    value: int = 0
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language, by their forms as they may be written, and its customs.

    - ``signs`` finds the words that show that a date or a time may be near, ``figures`` the
      numbers, with a match at their first character.
    - ``cased``: months and weekdays are written with a capital.
    - ``given_names``: months that are also names of persons; alone they need more evidence.
    - ``month_first``: "7/11/1917" is 11 July, as in the United States.
    - ``day_articles``: articles that may stand before a day alone ("le 23, il partit").
    - ``month_then_day``: "May 5" is a day; elsewhere "Mai 17" is a month of a year.
    - ``after_day``: words that may follow a day that stands alone ("on the 23rd we").
    - ``before_feast``: words that may stand before the day of a saint in the genitive.
    - ``numerals``: the number words of years.
    - ``before_month``: prepositions for a month that never stand before a day.
    - ``outside``: words that tell the month but stay outside the date ("29th July last").
    - ``bare_years``: a year needs no preposition ("er kam 1734 nach Wien").
    - ``year_after``: the word for year follows the number and belongs to it ("1917 г.").
    """

    code: str
    words: Mapping[str, Word]
    cased: bool = False
    given_names: frozenset[int] = frozenset()
    month_first: bool = False
    signs: re.Pattern[str] = re.compile(r"(?!)")
    figures: re.Pattern[str] = re.compile(r"[0-9]{4}")
    day_articles: frozenset[str] = frozenset()
    month_then_day: bool = False
    after_day: frozenset[str] = frozenset()
    before_feast: frozenset[str] = frozenset()
    before_month: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    bare_years: bool = False
    year_after: bool = False
    numerals: Numerals = NO_NUMERALS


@cache
def language(tag: str) -> Language:
    """The words of a language by its BCP 47 tag; those common to all when it is unknown."""
    code = tag.replace("_", "-").partition("-")[0].lower()
    data = _data(code)
    locale = _locale(code)
    entries = [*_entries(_data("mul"), cased=False), *_entries(data, cased=bool(data.get("cased")))]
    if locale is not None:
        entries[:0] = _cldr(locale, cased=bool(data.get("cased")))
    entries[:0] = _foreign_months(code)
    words = _words(entries)
    return Language(
        code=code,
        words=words,
        signs=_signs(words),
        figures=_figures(words),
        cased=bool(data.get("cased")),
        given_names=frozenset(data.get("given_names", ())),
        month_first=tag.lower().endswith("-us"),
        day_articles=frozenset(data.get("day_articles", ())),
        month_then_day=bool(data.get("month_then_day", not data)),
        after_day=frozenset(data.get("after_day", ())),
        before_feast=frozenset(data.get("before_feast", ())),
        before_month=frozenset(data.get("before_month", ())),
        outside=frozenset(data.get("outside", ())),
        bare_years=bool(data.get("bare_years")),
        year_after=bool(data.get("year_after")),
        numerals=_numerals(data.get("numerals", {})),
    )


def _data(code: str) -> Mapping[str, Any]:
    file = files(__package__).joinpath("languages", f"{code}.toml")
    if not code.isalpha() or not file.is_file():
        return {}
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _numerals(data: Mapping[str, Any]) -> Numerals:
    """The number words of a language file: its table ``numerals``."""
    values = {
        word: int(number) for number, words in data.get("words", {}).items() for word in words
    }
    joining, pairs = tuple(data.get("joining", ())), bool(data.get("pairs"))
    return Numerals(MappingProxyType(values), joining, pairs)


def _locale(code: str) -> "Locale | None":
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 # 0.05 s, only when it is needed

    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


Entry = tuple[str, int, str, bool]
"""A kind, its value, a word or phrase, and whether it is written with a capital."""


def _entries(data: Mapping[str, Any], *, cased: bool) -> Iterator[Entry]:
    for role, content in data.get("roles", {}).items():
        kind = ROLES[role]
        capital = cased and kind in "MBW"
        if isinstance(content, Mapping):
            number = feast_value if kind in FEASTS else int
            for value, words in content.items():
                yield from ((kind, number(value), word, capital) for word in words)
        else:
            yield from ((kind, 0, word, capital) for word in content)


def _cldr(locale: "Locale", *, cased: bool) -> Iterator[Entry]:
    """Months, weekdays and parts of the day as CLDR has them, in running text and alone."""
    for context in ("format", "stand-alone"):
        for number, name in locale.months[context]["abbreviated"].items():
            yield "B", number, name.rstrip("."), cased
        for number, name in locale.days[context]["abbreviated"].items():
            yield "W", number, name.rstrip("."), cased
        for number, name in locale.days[context]["wide"].items():
            yield "W", number, name, cased
        for number, name in locale.months[context]["wide"].items():
            yield "M", number, name, cased
    hours = {"morning1": 0, "morning2": 0, "afternoon1": 12, "afternoon2": 12, "evening1": 12,
             "evening2": 12, "night1": 24}  # fmt: skip
    # Night first: French says "du matin" for both, and means the morning from 6 on.
    for name, words in sorted(locale.day_periods["format"]["wide"].items(), reverse=True):
        if name in hours:
            yield "f", hours[name], words, False


def _foreign_months(code: str) -> Iterator[Entry]:
    """The months of the other languages, for a dateline or a quotation in one of them.

    They count as abbreviations: no date by themselves, only with a day or a year.
    """
    for other in OTHERS:
        locale = None if other == code else _locale(other)
        if locale is not None:
            for number, name in locale.months["format"]["wide"].items():
                yield "B", number, name, other in ("en", "de")


def _words(entries: Iterable[Entry]) -> Mapping[str, Word]:
    entries = list(entries)
    endings = [text for kind, _, text, _ in entries if kind == "O" and text.isascii()]
    known: dict[str, Word] = {}
    for value in range(1, 32):
        numeral = _TENS[value // 10] + _ROMAN[value % 10]
        word = Word("R" if value <= 12 else "X", value)
        known[numeral] = word
        for old in _old_numerals(numeral):  # the xxiiij of May
            known.setdefault(old, Word("D", value))
        for ending in endings:  # XIXe, and xixe for small capitals
            known[numeral + ending] = known[numeral.lower() + ending] = word
    for kind, value, text, capital in entries:
        parts = re.findall(r"[0-9]*[^\W\d_]+", text)
        if not parts:
            continue
        for form in _forms(parts[0], capital=capital):
            word = known.get(form, Word())
            if parts == [text]:
                known[form] = Word(kind, value, word.phrases)
            else:
                phrase = Phrase(_pattern(text), kind, value)
                # Longest first, so that "of this month" is not cut short by "of this".
                others = (p for p in word.phrases if p.pattern != phrase.pattern)
                longest = sorted((*others, phrase), key=lambda p: -len(p.pattern.pattern))
                known[form] = Word(word.kind, word.value, tuple(longest))
    return MappingProxyType(known)


def _old_numerals(numeral: str) -> Iterator[str]:
    """A Roman numeral of several letters as old hands write it: ``xiv``, ``xiiij``."""
    small = numeral.lower()
    for form in (small, small.replace("iv", "iiii").replace("ix", "viiii")):
        if len(form) > 1:
            yield form
            yield re.sub("i$", "j", form)


def _signs(words: Mapping[str, Word]) -> re.Pattern[str]:
    """The words that show that a date may be near: a month, a season, a century, a feast."""
    return re.compile(rf"(?<![^\W_])(?:{_alternatives(words, SIGNS)})(?![^\W\d_])")


def _figures(words: Mapping[str, Word]) -> re.Pattern[str]:
    """The figures that show it: a year, a day with its ordinal or month, an hour, XIX cent."""
    ordinals = "|".join(re.escape(form) for form, word in words.items() if word.kind == "O")
    openers = _openers(words)
    forms = [
        r"(?<!\w)[0-9]{3,4}(?![0-9])",
        r"(?<!\w)['’‘][0-9]{2}(?![0-9])",
        r"(?<!\w)(?<![0-9][-./])[0-9]{1,2}[-./]\s?(?:[0-9]{1,2}|[IVX]{1,4})[-./]",
        rf"(?<!\w)[0-9]{{1,2}}(?:\.(?![0-9])|[-' ’]?(?:{ordinals})\b"
        rf"|[\s.,]{{0,2}}(?:{openers})\b)",
        rf"(?<!\w)[IVX]{{1,5}}\s(?:{openers})\b",
        rf"[0-9]{{1,4}}(?:{_alternatives(words, SIGNS)})(?![^\W\d_])",
    ]
    forms += [rf"(?<={re.escape(form)}\s)[0-9]" for form, word in words.items() if word.kind == "G"]
    return re.compile("|".join(forms))


def _alternatives(words: Mapping[str, Word], kinds: frozenset[str]) -> str:
    """The words of these kinds as a pattern, and days of several words, by their first letters."""
    by_letter: dict[str, list[str]] = {}
    for form, word in words.items():
        rest = by_letter.setdefault(form[0], [])
        # Longest first: "quarter to" is a sign where "quarter" is none.
        for phrase in word.phrases:
            if phrase.kind in kinds & WHOLE:
                rest.append(re.escape(form[1:]) + phrase.pattern.pattern[len(re.escape(form)) :])
        # "So" is the German Sunday, and much else.
        if word.kind in kinds and (word.kind != "W" or len(form) > SHORT):
            rest.append(re.escape(form[1:]))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_letter.items() if rest)


def _openers(words: Mapping[str, Word]) -> str:
    """The words that begin phrases which show that a date may be near, as a pattern."""
    return "|".join(
        re.escape(form)
        for form, word in words.items()
        if any(phrase.kind in SIGNS for phrase in word.phrases)
    )


def _forms(word: str, *, capital: bool) -> tuple[str, ...]:
    """The ways to write a word: as given, with a capital, in capitals."""
    first = word[0].upper() + word[1:]
    return (first, word.upper()) if capital else (word, first, word.upper())


_SPELT: Final = MappingProxyType({"St": r"(?:St\.?|Saint)"})
"""Words of phrases that are written in several ways."""


def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase, with any white space (or none after a full stop) where it has a space."""
    words = (_SPELT.get(part) or re.escape(part).replace("'", "['’]") for part in phrase.split())
    glued = "".join(
        word + ("" if last else r"\s?" if word.endswith(r"\.") else r"\s+")
        for word, last in _with_last(list(words))
    )
    return re.compile(glued + ("" if glued.endswith(r"\.") else r"\b"), re.IGNORECASE)


def _with_last(words: list[str]) -> Iterator[tuple[str, bool]]:
    return ((word, i == len(words) - 1) for i, word in enumerate(words))
