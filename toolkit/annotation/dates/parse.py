"""Matches: a form of the grammar found in the text, its parts, and the mention it becomes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from toolkit.annotation.dates import calendars, disambiguation
from toolkit.annotation.dates.feast_days import Feast
from toolkit.annotation.dates.mention import Mention
from toolkit.annotation.dates.partial_date import PartialDate
from toolkit.annotation.dates.tokens import Tokens
from toolkit.annotation.dates.vocabulary import OPEN, Vocabulary
from toolkit.text import Cert, Span

_ABSENT: Final = (-1, -1)

LADY_DAY: Final = 1752
"""Up to this year years in England began on Lady Day; ``1711-12`` later is a period."""

_SENTENCE_GOES_ON: Final = re.compile(r"\.(?=\s*[^\s\w]|\s+[a-zà-ÿа-я0-9])")


@dataclass(frozen=True, slots=True)
class Match:
    """A match of the grammar in the tokens of a block.

    ``form`` is the name of the form that was found, ``parts`` tells where its parts stand in the
    kinds.
    """

    tokens: Tokens
    match: re.Match[str]
    vocabulary: Vocabulary
    form: str
    parts: Mapping[str, tuple[int, int]]

    def place(self, name: str) -> tuple[int, int]:
        """Where a part stands in the kinds; (-1, -1) if it is absent."""
        return self.parts.get(name, _ABSENT)

    def has(self, name: str) -> bool:
        """Whether the part is there."""
        return name in self.parts

    def kinds(self, name: str) -> str:
        """The kinds of the part's tokens, without the gaps."""
        start, end = self.place(name)
        return self.tokens.kinds[start:end:2] if start >= 0 else ""

    def value(self, name: str) -> int | None:
        """The number that the part means; ``None`` if it is absent."""
        start, end = self.place(name)
        return self.tokens.value(start, end) if start >= 0 else None

    def feast(self, name: str) -> Feast:
        """The feast that the part names."""
        return self.tokens.feast(self.place(name)[0])

    def written(self, name: str) -> str:
        """The part as it stands in the text."""
        start, end = self.place(name)
        return self.tokens.span(start, end).of(self.tokens.text) if start >= 0 else ""

    def sign(self, name: str) -> str:
        """A part that is a gap: the sign of it."""
        return self.tokens.kinds[slice(*self.place(name))]

    def stretch(self, *names: str) -> Span:
        """The stretch of text from the first to the last of these parts that are there."""
        places = [self.place(name) for name in names if self.has(name)]
        start = min(place[0] for place in places)
        return self.tokens.span(start, max(place[1] for place in places))

    @property
    def short(self) -> bool:
        """Whether the year is written without its century."""
        return self.has("short") or self.has("late")

    @property
    def span(self) -> Span:
        """The stretch of text that the whole match covers."""
        return self.tokens.span(*self.match.span())

    def year(self, name: str = "year") -> int | None:
        """The year of the part: ``A.D. 800`` is 800, ``44 BC`` is -44, ``[1943]`` is 1943."""
        if self.has("beside") and name == "year":
            return self.value("beside")
        if self.short and name == "year":
            return self.value("short") or self.value("late")
        start, end = self.place(name)
        if start < 0:
            return None
        year, sign = 0, 1
        for place in range(start, end, 2):
            value = self.tokens.value(place, place + 1)
            if self.tokens.kinds[place] == "e":
                sign = value
            else:
                year = value
        return sign * year + self.dual or None

    @property
    def dual(self) -> int:
        """1 if the year is given in both reckonings (``1744/5`` means 1745), else 0."""
        start, end = self.place("dual")
        if start < 0:
            return 0
        first, second = self.tokens.value(*self.place("year")), self.tokens.value(start, end)
        if self.tokens.kinds[start - 1] == "-" and first > LADY_DAY:
            return 0
        return int((first + 1) % 10 ** len(self.written("dual")) == second)


def mention(
    match: Match, start: PartialDate, end: PartialDate | None = None, *, cert: Cert = Cert.HIGH
) -> Mention:
    """A mention of the whole match, with what its tail, style and weekday say."""
    span, distance = match.span, match.value("tail")
    months = years = None
    if match.has("tail"):
        span = _with_tail(match)
        months = distance if match.kinds("tail") == "i" and distance != OPEN else None
        years = distance if match.kinds("tail") == "j" and distance != OPEN else None
    elif match.has("dual") and not match.dual:  # 5 May 1917/3 is a file, and the date of it
        span = match.tokens.span(match.match.start(), match.place("dual")[0] - 1)
    calendar = ""
    if match.has("style"):
        span = match.tokens.span(match.match.start(), match.place("style")[0] - 1)
        calendar = calendars.GREGORIAN if match.value("style") else calendars.JULIAN
    return Mention(
        _with_full_stop(span, match),
        start,
        end,
        rule=match.form,
        months=months,
        years=years,
        weekday=match.value("weekday"),
        short_year=match.short,
        calendar=calendar,
        cert=cert,
    )


def _with_tail(match: Match) -> Span:
    """``10. d. M.`` and ``5th inst.`` whole; "of this month" and "last" are about the date."""
    tail = match.written("tail")
    if tail in match.vocabulary.data.words_outside_dates or (" " in tail and "." not in tail):
        return match.tokens.span(match.match.start(), match.place("tail")[0] - 1)
    return match.span


def _with_full_stop(span: Span, match: Match) -> Span:
    """The span, and the full stop of an ordinal or an abbreviated month at its end."""
    text, end = match.tokens.text, span.end
    last = (match.match.end() - 1) // 2 * 2
    kinds = match.tokens.kinds
    if match.vocabulary.data.year_after and disambiguation.year_follows(kinds, last + 1):
        last += 2
    if match.vocabulary.data.year_after and kinds[last] == "y":
        span = match.tokens.span(match.match.start(), last + 1)
        stop = len(match.tokens.span(last, last + 1)) <= 2 and text.startswith(".", span.end)
        return Span(span.start, span.end + stop)
    inside = span.of(text)
    for opening, closing in ("[]", "()"):  # 9th [of September]
        if opening in inside and closing not in inside and text.startswith(closing, end):
            return Span(span.start, end + 1)
    if not text.startswith(".", end):
        return span
    if kinds[last] == "B" and _SENTENCE_GOES_ON.match(text, end):
        return Span(span.start, end + 1)
    return span
