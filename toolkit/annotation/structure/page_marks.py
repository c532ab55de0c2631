"""Find the marks of pages: ``[p. 312]``, lines that count pages, running heads with a number.

``[p. 312]`` on a line of its own marks a page. Within a sentence it does, unless the sentence cites
the page (``see [p. 13]``) or its number does not fit between those on lines of their own. Marks of
other forms (``[312]``, ``{312}``, ``Page 312``, ``312``, ``THE MILL     312``) do if they count the
pages one by one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from toolkit.annotation.structure.wording import Wording, compile_start
from toolkit.languages import Language, all_languages
from toolkit.languages.patterns import any_of
from toolkit.languages.transcription import Transcription
from toolkit.text import Span

LONGEST_HEAD: Final = 70
"""Characters of a running head at most."""

SHORTEST_PAGE: Final = 60
"""Characters between two running heads at least."""

_NUMBER: Final = r"(?P<n>\d{1,4}[rv]?|(?<=[\s.])[ivxlc]{1,7})"
_BARE: Final = re.compile(r"^[ \t]*(?P<mark>\[(?P<n>\d{1,4})\])[ \t]*$", re.MULTILINE)
_BRACES: Final = re.compile(r"(?P<mark>\{(?P<n>\d{1,4})\})")
_PLAIN: Final = re.compile(r"^[ \t]*(?P<mark>(?P<n>\d{1,4}))[ \t]*$", re.MULTILINE)
_DASHES: Final = re.compile(
    r"^[ \t]*(?P<mark>[-\u2013\u2014][ \t]*(?P<n>\d{1,4})[ \t]*[-\u2013\u2014])[ \t]*$",
    re.MULTILINE,
)
_TOP: Final = re.compile(r"(?:\A|\n[ \t]*\n|\f)[ \t]*(?P<line>\S[^\n\f]{1,140})\n")
"""The first line of a block."""
_HEAD: Final = re.compile(r"(?P<n>\d{1,4})[ \t]{3,}(?P<words>\S.*)")
_HEAD_LEFT: Final = re.compile(r"(?P<words>\S.*?)[ \t]{3,}(?P<n>\d{1,4})")
_WORDS: Final = re.compile(r"[^|]*[^\W\d_]{2}[^|]*")
_MAY_GO_ON: Final = re.compile(r"[\w,;\u00ac-]\s*\Z")
_BEGINS_SMALL: Final = re.compile(r"\s*[^\W\d_A-Z]")


@dataclass(frozen=True, slots=True, order=True)
class PageMark:
    """A mark of a page in the text; ``type`` is that of its ``fw``: ``pageNum``, ``header``."""

    span: Span
    number: str = ""
    type: str = "pageNum"


def find_page_marks(text: str, wording: Wording) -> tuple[PageMark, ...]:
    """Find the marks of pages that are characters of the text, in their order."""
    marks = {
        mark.span.start: mark
        for found in (
            _find_running_numbers(text),
            _find_counted(text, wording),
            _find_named(text, wording),
        )
        for mark in found
    }
    return tuple(sorted(marks.values()))


@cache
def _mark(wording: Wording) -> re.Pattern[str]:
    return compile_start(wording.words.page_words, before=r"\[\s*", after=rf"\.?\s*{_NUMBER}\s*\]")


@cache
def _in_words(wording: Wording) -> re.Pattern[str]:
    words = compile_start(wording.words.page_words).pattern
    before, after = r"[-=*\u2013\u2014 ]{0,4}", r"[-=*\u2013\u2014 .:]{0,4}?"
    return re.compile(
        rf"^[ \t]*(?P<mark>{before}{words}\.?[ \t]+(?P<n>\d{{1,4}}){after})[ \t]*$",
        re.MULTILINE | re.IGNORECASE,
    )


@cache
def _citing(languages: tuple[Language, ...]) -> re.Pattern[str]:
    words = any_of(word for one in languages for word in one.topic(Transcription).references)
    return re.compile(rf"(?:\b{words}\.?\s*|\(\s*)\Z", re.IGNORECASE)


def _find_named(text: str, wording: Wording) -> Iterator[PageMark]:
    """Yield the marks like ``[p. 312]``, without pages that a sentence cites."""
    matches = list(_mark(wording).finditer(text))
    alone = {m.start() for m in matches if _is_alone(text, m)}
    citing = _citing(all_languages())
    last = ""
    for match in matches:
        if match.start() not in alone:
            before = text[max(0, match.start() - 30) : match.start()]
            if citing.search(before) or (alone and not _follows(last, match["n"])):
                continue
        last = match["n"]
        yield PageMark(Span(*match.span()), match["n"])


def _is_alone(text: str, match: re.Match[str]) -> bool:
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    after = text[match.end() : end if end >= 0 else len(text)]
    return not text[start : match.start()].strip() and not after.strip()


def _follows(last: str, number: str) -> bool:
    """Whether a page may come after another; those that are no plain figures may."""
    return not (last.isdigit() or number.isdigit()) or (
        last.isdigit() and number.isdigit() and int(number) == int(last) + 1
    )


def _find_counted(text: str, wording: Wording) -> Iterator[PageMark]:
    """Yield the marks of each form without a word of its own that counts the pages."""
    for pattern in (_BARE, _BRACES, _DASHES, _in_words(wording)):
        matches = list(pattern.finditer(text))
        if _count_up([int(match["n"]) for match in matches]):
            yield from (PageMark(Span(*m.span("mark")), m["n"]) for m in matches)
    matches = list(_PLAIN.finditer(text))
    if _count_up([int(match["n"]) for match in matches]) and _divide_sentences(text, matches):
        yield from (PageMark(Span(*m.span("mark")), m["n"]) for m in matches)


def _count_up(numbers: Sequence[int]) -> bool:
    return len(numbers) > 1 and all(b == a + 1 for a, b in pairwise(numbers))


def _divide_sentences(text: str, matches: Sequence[re.Match[str]]) -> bool:
    """Whether numbers on lines of their own interrupt the text, as headings never do."""
    small = [m for m in matches if _BEGINS_SMALL.match(text, m.end())]
    within = [m for m in small if _MAY_GO_ON.search(text[max(0, m.start() - 40) : m.start()])]
    return bool(within) and len(small) * 2 >= len(matches)


def _find_running_numbers(text: str) -> Iterator[PageMark]:
    """Yield the running heads with a page number, if the numbers count the pages."""
    marks = list(_find_tops(text))
    enough = all(b.span.start - a.span.end >= SHORTEST_PAGE for a, b in pairwise(marks))
    if enough and _count_up([int(mark.number) for mark in marks]):
        yield from marks


def _find_tops(text: str) -> Iterator[PageMark]:
    """Yield the first lines of blocks with words, a gap, and a number, or the other way round."""
    for top in _TOP.finditer(text):
        line = top["line"].rstrip()
        match = _HEAD.fullmatch(line) or _HEAD_LEFT.fullmatch(line)
        if match and len(match["words"]) <= LONGEST_HEAD and _WORDS.fullmatch(match["words"]):
            start = top.start("line")
            yield PageMark(Span(start, start + len(line)), match["n"], "header")
