"""Matches: a rule of the grammar that fits the text, its parts, and the mention it becomes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from toolkit.annotation.dates import calendars
from toolkit.annotation.dates.contexts import follows
from toolkit.annotation.dates.feast_days import Feast
from toolkit.annotation.dates.grammar_data import Rule
from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.partial_date import PartialDate
from toolkit.annotation.dates.token_kinds import TokenKind
from toolkit.annotation.dates.tokens import Tokens
from toolkit.annotation.dates.vocabulary import OPEN, Vocabulary
from toolkit.text import Cert, Span

_ABSENT: Final = (-1, -1)

LAST_LADY_DAY_YEAR: Final = 1751
"""The last year that began on Lady Day, 25 March, in England; its March was that of 1752."""

LAST_DUAL_MONTH: Final = 3
"""From April on, both reckonings of the year agree."""

_SENTENCE_GOES_ON: Final = re.compile(r"\.(?=\s*[^\s\w]|\s+[a-zà-ÿа-я0-9])")
_LONGEST_ABBREVIATION: Final = 2
"""Letters of an abbreviated word for year: "г", "гг"."""


@dataclass(frozen=True, slots=True)
class Match:
    """A match of a rule in the tokens of a block.

    ``groups`` gives the group of the match for each part of the rule.
    """

    tokens: Tokens
    match: re.Match[str]
    vocabulary: Vocabulary
    rule: Rule
    groups: Mapping[str, int]

    @property
    def start(self) -> int:
        """The place of the first token in the kinds."""
        return self.match.start()

    @property
    def end(self) -> int:
        """The end of the last token in the kinds."""
        return self.match.end()

    def place(self, name: str) -> tuple[int, int]:
        """Return the place of a part in the kinds; (-1, -1) if it is absent."""
        group = self.groups.get(name)
        return _ABSENT if group is None else self.match.span(group)

    def has(self, name: str) -> bool:
        """Whether the part is there."""
        return self.place(name) != _ABSENT

    def kinds(self, name: str) -> str:
        """Return the kinds of the part's tokens, without the gaps."""
        start, end = self.place(name)
        return self.tokens.kinds[start:end:2] if start >= 0 else ""

    def value(self, name: str) -> int | None:
        """Return the number that the part means; ``None`` if it is absent."""
        start, end = self.place(name)
        return self.tokens.value(start, end) if start >= 0 else None

    def feast(self, name: str) -> Feast:
        """Return the feast that the part names."""
        return self.tokens.feast(self.place(name)[0])

    def written(self, name: str) -> str:
        """Return the part as the text has it."""
        start, end = self.place(name)
        return self.tokens.span(start, end).of(self.tokens.text) if start >= 0 else ""

    def sign(self, name: str) -> str:
        """Return the sign of a part that is a gap."""
        return self.tokens.kinds[slice(*self.place(name))]

    def stretch(self, *names: str) -> Span:
        """Return the text from the first to the last of these parts that are there."""
        places = [self.place(name) for name in names if self.has(name)]
        start = min(place[0] for place in places)
        return self.tokens.span(start, max(place[1] for place in places))

    @property
    def has_short_year(self) -> bool:
        """Whether the year is written without its century."""
        return self.has("short") or self.has("late")

    @property
    def span(self) -> Span:
        """The text that the whole match covers."""
        return self.tokens.span(*self.match.span())

    def year(self, name: str = "year") -> int | None:
        """Return the year: "A.D. 800" is 800, "44 BC" is -44, "[1943]" is 1943."""
        if name == "year" and self.has("supplied"):
            return self.value("supplied")
        if name == "year" and self.has_short_year:
            return self.value("short") or self.value("late")
        if not self.has(name):
            return None
        year, sign = 0, 1
        for place in range(*self.place(name), 2):
            value = self.tokens.value(place, place + 1)
            if self.tokens.kinds[place] == TokenKind.ERA:
                sign = value
            else:
                year = value
        return sign * year + self.has_dual_year or None

    @property
    def has_dual_year(self) -> bool:
        """Whether the year is given in both reckonings: "1744/5" means 1745."""
        if not self.has("dual"):
            return False
        start, end = self.place("dual")
        first, second = self.tokens.value(*self.place("year")), self.tokens.value(start, end)
        if first > LAST_LADY_DAY_YEAR or (self.value("month") or 0) > LAST_DUAL_MONTH:
            return False
        written: int = 10 ** len(self.written("dual"))
        return (first + 1) % written == second


def make_mention(
    match: Match, start: PartialDate, end: PartialDate | None = None, *, cert: Cert = Cert.HIGH
) -> Mention:
    """Make a mention of the whole match, with its offset from the time of writing and style."""
    return Mention(
        _with_full_stop(_main_span(match), match),
        start,
        end,
        rule=match.rule.name,
        months=_offset(match, TokenKind.THIS_MONTH),
        years=_offset(match, TokenKind.THIS_YEAR),
        weekday=match.value("weekday"),
        short_year=match.has_short_year,
        calendar=_named_calendar(match),
        cert=cert,
    )


def _offset(match: Match, kind: TokenKind) -> int | None:
    """Return the distance in months or years from the time of writing, if it is named."""
    distance = match.value("offset")
    return distance if match.kinds("offset") == kind and distance != OPEN else None


def _named_calendar(match: Match) -> str:
    """Return the calendar that is named, or that a year in both reckonings proves."""
    if not match.has("style"):
        return calendars.JULIAN if match.has_dual_year else ""
    return calendars.GREGORIAN if match.value("style") else calendars.JULIAN


def _main_span(match: Match) -> Span:
    """Return the span of the date without what is about it only: style, offset, file number."""
    if match.has("style"):
        return _span_before(match, "style")
    if match.has("offset"):
        # "10. d. M." and "5th inst." whole; "of this month" and "last" are about the date.
        words = match.written("offset")
        outside = words in match.vocabulary.data.words_outside_dates
        return _span_before(match, "offset") if outside or _is_phrase(words) else match.span
    if match.has("dual") and not match.has_dual_year:  # 5 May 1917/3 is a file, and its date
        return _span_before(match, "dual")
    return match.span


def _span_before(match: Match, name: str) -> Span:
    return match.tokens.span(match.start, match.place(name)[0] - 1)


def _is_phrase(words: str) -> bool:
    return " " in words and "." not in words


def _with_full_stop(span: Span, match: Match) -> Span:
    """Extend the span by the full stop of an ordinal or an abbreviation, or a bracket."""
    if match.vocabulary.data.year_after and (found := _with_year_word(match)):
        return found
    text = match.tokens.text
    for opening, closing in ("[]", "()"):  # 9th [of September]
        inside = span.of(text)
        if opening in inside and closing not in inside and text.startswith(closing, span.end):
            return Span(span.start, span.end + 1)
    abbreviated = match.tokens.kinds[_last_place(match)] == TokenKind.MONTH_ABBREVIATION
    if abbreviated and _SENTENCE_GOES_ON.match(text, span.end):
        return Span(span.start, span.end + 1)
    return span


def _last_place(match: Match) -> int:
    return (match.end - 1) // 2 * 2


def _with_year_word(match: Match) -> Span | None:
    """Return the span with the word for year after it, and the full stop of its abbreviation."""
    last = _last_place(match)
    if follows("year word", match.tokens.kinds, last + 1):
        last += 2
    if match.tokens.kinds[last] != TokenKind.YEAR_WORD:
        return None
    span = match.tokens.span(match.start, last + 1)
    abbreviated = len(match.tokens.span(last, last + 1)) <= _LONGEST_ABBREVIATION
    stop = abbreviated and match.tokens.text.startswith(".", span.end)
    return Span(span.start, span.end + stop)
