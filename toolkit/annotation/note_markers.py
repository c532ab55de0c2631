"""The signs that tie notes to the text: what they look like, and where they can be (COHINT)."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

from toolkit.text import Span

SUPERSCRIPTS: Final = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
SIGNS: Final = "*\u2020\u2021\u00a7\u2016"

BRACKETED: Final = r"\[(?:\d{1,4}|[a-z]{1,2}|[A-Z]|\*{1,3}|[ivxlc]{1,6})\]"
ROUND: Final = r"\((?:\d{1,3}|[a-z])\)"
RAISED: Final = rf"[{SUPERSCRIPTS}]{{1,4}}"
SIGN: Final = r"(?:\*{1,3}|\u2020{1,2}|\u2021{1,2}|\u00a7|\u2016)"

_MARKER = re.compile(rf"{BRACKETED}|{ROUND}|(?:{RAISED}|{SIGN})(?P<closed>\))?")
_BEGINS_MARKER = re.compile(rf"[\[({SIGNS}{SUPERSCRIPTS}]")
"""What markers begin with: looked for first, since it is found ten times as fast."""
_NEAR = 200
"""Characters before a closing bracket in which one may have been opened."""
_YEAR = re.compile(r"\[(?:1\d|20)\d\d\]")
_GLUED = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_][.,;:!?\u2019\u201d\u00bb\")\]]))(?P<n>\d{1,3})"
    r"(?![\w\u00b0%$\u20ac\u00a3])(?![.,:/\u2013-]\d)"
)
"""Figures at the end of a word of three letters, or of the punctuation after one."""
_RAISED_UNIT = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}[\u00b2\u00b3]")
"""Square and cubic measures: a raised figure after a word of one or two letters."""


def find_markers(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what may be markers in a stretch of the text; none begins within another.

    ``*)`` is one with its bracket, if that closes no bracket opened before.
    """
    at = start
    while begins := _BEGINS_MARKER.search(text, at, end):
        match = _MARKER.match(text, begins.start(), end)
        at = match.end() if match else begins.end()
        if match:
            before = text[max(start, match.start() - _NEAR) : match.start()]
            own = match["closed"] and before.rfind("(") <= before.rfind(")")
            yield Span(match.start(), match.end() - (match["closed"] is not None and not own))


def find_glued_numbers(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the figures that follow a word without a space: ``the board1 and``, ``the lamp,3``."""
    for match in _GLUED.finditer(text, start, end):
        yield Span(*match.span("n"))


def may_be_marker(text: str, span: Span) -> bool:
    """Whether a sign in the running text can be a note marker: it is close to a word."""
    sign = text[span.start]
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 1]
    if sign in SIGNS:
        return bool(before.strip()) and before not in SIGNS and not after.isalnum()
    if sign == "[":
        capital = text[span.start + 1].isupper()
        return not (after == "(" or before == "]" == after or (capital and after.isalnum()))
    return bool(before.strip())


def is_surely_marker(text: str, span: Span) -> bool:
    """Whether a sign is a note marker by its form and place alone, whatever notes there are.

    A number in square brackets or raised, at the end of a word or of the punctuation after it;
    a year in brackets, a square measure and letters in brackets are not sure.
    """
    sign = span.of(text)
    before = text[max(0, span.start - 3) : span.start]
    if not before or before[-1].isspace() or before[-1] in "[(":
        return False
    if sign.startswith("["):
        return sign[1:-1].isdigit() and not is_year(sign)
    if sign[0] in SIGNS:
        return sign[0] in "\u2020\u2021" and before[-1] not in SIGNS
    return not before[-1].isdigit() and not _RAISED_UNIT.search(text, span.start - 3, span.end)


def is_year(sign: str) -> bool:
    """Whether a sign is a year in brackets: ``[1977]``."""
    return bool(_YEAR.fullmatch(sign))


def sign_of(literal: str) -> str:
    """Return what two forms of a marker share: ``1.`` in a note and a raised 1 are one sign."""
    return unicodedata.normalize("NFKC", literal.strip("[]()."))


def form_of(literal: str) -> str:
    """Return the form of a marker: its brackets, and what is in them (number, letter, sign)."""
    bare = sign_of(literal)
    kind = "1" if bare.isdigit() else "a" if bare.isalpha() else "*"
    return literal.replace(literal.strip("[]()."), kind) if literal[0] in "[(" else kind


class Places:
    """Stretches of a text, to ask whether any of them shares a character with another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def meet(self, span: Span) -> bool:
        """Whether one of the stretches overlaps ``span``."""
        index = bisect_left(self._starts, span.end)
        return index > 0 and self._reach[index - 1] > span.start
