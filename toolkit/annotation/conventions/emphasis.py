"""Signs around words: ``_italic_``, ``*bold*``, ``=small capitals=``, ``~~deleted~~``, ``M^r``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from toolkit.annotation.conventions.sign import Statement
from toolkit.annotation.note_markers import Places
from toolkit.text import Annotation, Span
from toolkit.text.whitespace import BLANK_LINE

MOST_STRAYS: Final = 4
"""A single sign for so many pairs is a slip; more of them prove that the sign is none."""

_LETTER: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A sign in pairs: the pattern of both signs with the words, and of a sign left alone.

    ``enough``: pairs that prove the convention.
    """

    kind: str
    element: str
    rend: str
    pattern: re.Pattern[str]
    stray: re.Pattern[str]
    enough: int


def _compile(sign: str, words: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile the patterns of a pair and of a single sign at the edge of a word."""
    char = sign[-1]
    opens, closes = (
        rf"(?<![\w{char}]){sign}(?=[^\s{char}])",
        rf"(?<=[^\s{char}]){sign}(?![\w{char}])",
    )
    stray = rf"(?<![\w{char}]){sign}(?=[^\W{char}])|(?<=[^\W{char}]){sign}(?![\w{char}])"
    return re.compile(f"(?P<open>{opens})(?P<words>{words})(?P<close>{closes})"), re.compile(stray)


_PAIRS: Final = (
    _Pair("italic", "hi", "italic", *_compile("_", r"[^_]{1,600}?"), 1),
    _Pair("bold", "hi", "bold", *_compile(r"\*\*", r"[^*\n]{1,200}?"), 1),
    _Pair("bold", "hi", "bold", *_compile(r"\*", r"[^*\n]{1,200}?"), 2),
    _Pair("small capitals", "hi", "small-caps", *_compile("=", r"[^=\n]{1,200}?"), 2),
    _Pair("deleted", "del", "", *_compile("~~", r"[^~]{1,400}?"), 1),
)
ENOUGH_RAISED: Final = 2
"""Raised letters without braces that prove the convention; a single sign may be misread print."""

_RAISED: Final = re.compile(r"(?<=\w)(?:\^\{(?P<braced>[^{}\s]{1,12})\}|\^(?P<bare>[^\W_]{1,4})\b)")


def find_emphasis(text: str, taken: Places) -> Iterator[Statement]:
    """Find the words between signs of each convention that the text proves.

    ``taken`` are the places of the metadata and of the signs of notes.
    """
    for pair in _PAIRS:
        matches = [m for m in pair.pattern.finditer(text) if _is_pair(m, taken)]
        if len(matches) >= pair.enough and _is_consistent(text, pair, matches, taken):
            yield from (_state(pair, match) for match in matches)
    yield from _find_raised(text, taken)


def _is_pair(match: re.Match[str], taken: Places) -> bool:
    words = match["words"]
    if BLANK_LINE.search(words) or not _LETTER.search(words):
        return False
    return not (taken.meet(Span(*match.span("open"))) or taken.meet(Span(*match.span("close"))))


def _is_consistent(text: str, pair: _Pair, matches: list[re.Match[str]], taken: Places) -> bool:
    """Whether few of the signs are left alone, without a partner."""
    paired = {match.start(name) for match in matches for name in ("open", "close")}
    strays = sum(
        stray.start() not in paired and not taken.meet(Span(*stray.span()))
        for stray in pair.stray.finditer(text)
    )
    return strays * MOST_STRAYS <= len(matches)


def _state(pair: _Pair, match: re.Match[str]) -> Statement:
    rend = (("rend", pair.rend),) if pair.rend else ()
    whole = Annotation(Span(*match.span()), pair.element, rend, rule=pair.kind)
    signs = tuple(Span(*match.span(name)) for name in ("open", "close"))
    return Statement(pair.kind, (whole,), signs)


def _find_raised(text: str, taken: Places) -> Iterator[Statement]:
    raised = [m for m in _RAISED.finditer(text) if not taken.meet(Span(*m.span()))]
    bare = [match for match in raised if match["bare"]]
    for match in raised:
        if match["braced"] or len(bare) >= ENOUGH_RAISED:
            yield _state_raised(match)


def _state_raised(match: re.Match[str]) -> Statement:
    start, end = match.span("braced" if match["braced"] else "bare")
    whole = Annotation(Span(*match.span()), "hi", (("rend", "superscript"),), rule="raised")
    signs = [Span(match.start(), start)]
    if end < match.end():
        signs.append(Span(end, match.end()))
    return Statement("raised", (whole,), tuple(signs))
