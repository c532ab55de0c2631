"""What brackets say about a reading: ``[illegible]``, ``[...]``, ``word [?]``, ``yo[u]``."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from toolkit.annotation.conventions.sign import Statement
from toolkit.annotation.note_markers import Places
from toolkit.languages import Language, all_languages
from toolkit.languages.patterns import any_of
from toolkit.languages.transcription import Transcription
from toolkit.text import Annotation, Attributes, Span
from toolkit.text.function_words import function_words

_GAP: Final = re.compile(r"\[\s?(?:(?:\.\s?){2,8}|\u2026|(?:-\s?){3,8})\]")
_DOUBTFUL: Final = re.compile(r"\[\?\]")
_WORD_BEFORE: Final = re.compile(r"(?<!\w)\w[\w'\u2019-]{0,60}(?= ?\Z)")
_RESTORED: Final = re.compile(r"\[(?P<words>[^\W\d_]{1,12})\]")
_LETTERS_BEFORE: Final = re.compile(r"[^\W\d_]{1,40}\Z")
_LETTERS_AFTER: Final = re.compile(r"[^\W\d_]{1,40}")
_NEAR: Final = 64
"""Characters before a bracket in which its word begins."""


def find_readings(text: str, language: str, taken: Places) -> Iterator[Statement]:
    """Find the gaps, the doubtful words and the letters that the transcriber supplied."""
    for match in _illegible(all_languages()).finditer(text):
        extent = " ".join(filter(None, (match["before"], match["after"])))
        reason = ("reason", "illegible")
        yield from _state_gap(match, (reason, *((("extent", extent),) if extent else ())), taken)
    for match in _GAP.finditer(text):
        yield from _state_gap(match, (), taken)
    for match in _DOUBTFUL.finditer(text):
        start = max(0, match.start() - _NEAR)
        before = _WORD_BEFORE.search(text[start : match.start()])
        if before and not taken.meet(Span(*match.span())):
            word = Span(start + before.start(), start + before.end())
            doubtful = Annotation(word, "unclear", rule="doubtful")
            yield Statement("doubtful", (doubtful,), (Span(*match.span()),))
    yield from _find_restored(text, language, taken)


@cache
def _illegible(languages: tuple[Language, ...]) -> re.Pattern[str]:
    words = any_of(word for one in languages for word in one.topic(Transcription).illegible)
    other = r"\w+(?: \w+)?"
    return re.compile(
        rf"\[\s?(?:(?P<before>{other})\s)?{words}\b(?:\s(?P<after>{other}))?[.?]?\s?\]",
        re.IGNORECASE,
    )


def _state_gap(match: re.Match[str], attributes: Attributes, taken: Places) -> Iterator[Statement]:
    span = Span(*match.span())
    if not taken.meet(span):
        gap = Annotation(Span(span.start, span.start), "gap", attributes, rule="gap")
        yield Statement("gap", (gap,), (span,))


def _find_restored(text: str, language: str, taken: Places) -> Iterator[Statement]:
    """Find letters in brackets within words, if one place is surely no marker of a note."""
    spans = []
    sure = False
    for match in _RESTORED.finditer(text):
        span = Span(*match.span())
        before = _LETTERS_BEFORE.search(text[max(0, span.start - _NEAR) : span.start])
        after = _LETTERS_AFTER.match(text, span.end)
        if (before or after) and match["words"].islower() and not taken.meet(span):
            around = (before[0] if before else "", after[0] if after else "")
            sure = sure or _is_surely_restored(match["words"], *around, language)
            spans.append(span)
    if sure:
        yield from map(_state_restored, spans)


def _state_restored(span: Span) -> Statement:
    letters = Annotation(span, "supplied", rule="supplied")
    signs = (Span(span.start, span.start + 1), Span(span.end - 1, span.end))
    return Statement("supplied", (letters,), signs)


def _is_surely_restored(words: str, before: str, after: str, language: str) -> bool:
    """Whether letters in brackets belong to a word: they are within it, or complete a known one."""
    if words == "sic":
        return False
    if after:
        return bool(before) or len(words) > 1
    known = function_words().get(language.partition("-")[0], frozenset())
    return len(words) > 1 or (before + words).casefold() in known
