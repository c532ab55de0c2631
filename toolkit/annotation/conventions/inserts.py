"""Brackets that add something to the text: ``[Illustration: a ship]``, ``[Sidenote: 1066]``."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from toolkit.annotation.conventions.sign import Statement
from toolkit.annotation.note_markers import Places
from toolkit.languages import Language, all_languages
from toolkit.languages.patterns import any_of
from toolkit.languages.transcription import Transcription
from toolkit.text import Annotation, Span
from toolkit.text.whitespace import SPACE

LONGEST: Final = 4000
"""Characters of an insert at most."""

_BRACKET: Final = re.compile(r"[\[\]]")


def find_inserts(text: str, taken: Places) -> Iterator[Statement]:
    """Find the pictures on lines of their own, and the notes of the margin."""
    pictures, sidenotes = _openers(all_languages())
    for match in pictures.finditer(text):
        closing = find_closing_bracket(text, match.start())
        if closing is not None and stands_alone(text, Span(match.start(), closing + 1)):
            yield from _state(text, match, closing, "figure", taken)
    for match in sidenotes.finditer(text):
        closing = find_closing_bracket(text, match.start())
        if closing is not None:
            yield from _state(text, match, closing, "note", taken)


def stands_alone(text: str, span: Span) -> bool:
    """Whether nothing else is on the lines of a stretch."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    after = text[span.end : end if end >= 0 else len(text)]
    return not text[start : span.start].strip(SPACE) and not after.strip(SPACE)


def find_closing_bracket(text: str, start: int) -> int | None:
    """Return the offset of the bracket that closes the one at ``start``."""
    depth = 0
    for match in _BRACKET.finditer(text, start, start + LONGEST):
        depth += 1 if match[0] == "[" else -1
        if not depth:
            return match.start()
    return None


@cache
def _openers(languages: tuple[Language, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    topics = [one.topic(Transcription) for one in languages]
    picture = any_of(word for topic in topics for word in topic.illustrations)
    sidenote = any_of(word for topic in topics for word in topic.sidenotes)
    return (
        re.compile(rf"\[\s?{picture}\b\s*(?::\s*|(?=\]))", re.IGNORECASE),
        re.compile(rf"\[\s?{sidenote}\b\s*:\s*", re.IGNORECASE),
    )


def _state(
    text: str, match: re.Match[str], closing: int, element: str, taken: Places
) -> Iterator[Statement]:
    whole = Span(match.start(), closing + 1)
    if taken.meet(whole):
        return
    attributes = (("place", "margin"),) if element == "note" else ()
    annotations = [Annotation(whole, element, attributes, rule=element)]
    words = text[match.end() : closing].rstrip(SPACE)
    signs = [Span(*match.span()), Span(closing, closing + 1)]
    if not words:
        signs = [whole]
    elif element == "figure":
        described = Span(match.end(), match.end() + len(words))
        annotations.append(Annotation(described, "figDesc", rule=element))
    signs = [Span(s.start, s.start + len(s.of(text).rstrip(SPACE))) for s in signs]
    yield Statement(
        "picture" if element == "figure" else "sidenote", tuple(annotations), tuple(signs)
    )
