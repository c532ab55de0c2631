"""Text quotes: the words that identify a stretch of text, and the way back to it.

A place is identified by its words and the characters next to them, as in the TextQuoteSelector of
the Web Annotation Data Model. White space counts as one space. The rule for finding it again:

1. A place with the same words and the same context is found.
2. Otherwise the words must be the same, and the nearer half of the context on one side, or the
   nearer quarter on both. A point has no words: both sides must agree.
3. The place with the longest common context is taken; if two are equal, neither is.
4. A place that agrees on one side only is not taken if the same words occur beside it, on the
   other side, and agree there at least as well: one of the two may be an inserted copy.

Contexts are made so long that no other place in the text passes rule 2. A decision may be reported
as lost when much was edited around it, but it does not move to other words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from toolkit.decisions.decision import Target
from toolkit.text import Span
from toolkit.text.whitespace import SPACE, collapsed

CONTEXT = 32
"""Characters of context on either side, unless another place has similar ones."""

MOST_CONTEXT = 1024
"""The longest context; places with the same context of this length are numbered."""

_LONG = 120
_ENDS = 60
_ALONE = 8
_TOGETHER = 4
_RUNS = re.compile(f"[{SPACE}]{{2,}}")


@dataclass(frozen=True, slots=True)
class Words:
    """A text with every run of white space as one space, and the way back to the text itself.

    ``_here`` and ``_there`` are the offsets at which the words go on after each run of several
    characters: in the words, and in the text.
    """

    text: str
    _here: tuple[int, ...] = field(repr=False)
    _there: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "Words":
        """Return the words of a text."""
        here, there, removed = [0], [0], 0
        for run in _RUNS.finditer(text):
            removed += len(run[0]) - 1
            here.append(run.end() - removed)
            there.append(run.end())
        return cls(collapsed(text), tuple(here), tuple(there))

    def place(self, span: Span) -> tuple[int, int]:
        """Convert a span of the text to a start and an end in the words."""
        return self._to_words(span.start), self._to_words(span.end)

    def span(self, start: int, end: int) -> Span:
        """Convert a start and an end in the words to a span of the text."""
        first = self._to_text(start)
        return Span(first, self._to_text(end - 1) + 1 if end > start else first)

    def _to_words(self, offset: int) -> int:
        index = bisect_right(self._there, offset) - 1
        place = self._here[index] + offset - self._there[index]
        return min(place, self._here[index + 1]) if index + 1 < len(self._here) else place

    def _to_text(self, place: int) -> int:
        index = bisect_right(self._here, place) - 1
        return self._there[index] + place - self._here[index]


def target_at(words: Words, element: str, span: Span, *, marker: bool = False) -> Target:
    """Return the target of a place, with enough context to tell it from all others."""
    start, end = words.place(span)
    width = CONTEXT
    target = _target(words, element, start, end, width)
    while width < MOST_CONTEXT and _has_similar(words, target, start, end):
        width *= 2
        target = _target(words, element, start, end, width)
    equal = [place[0] for place in _exact(words, target)]
    number = equal.index(start) + 1 if start in equal else 1
    return Target(
        element,
        target.quote,
        target.before,
        target.after,
        target.until,
        number,
        max(1, len(equal)),
        marker,
    )


def find(words: Words, target: Target) -> tuple[Span, ...]:
    """Find a target: one span, none if it is gone, several if it could be any of them."""
    equal = list(_exact(words, target))
    if equal:
        if len(equal) == target.total:
            return (words.span(*equal[target.number - 1]),)
        return tuple(words.span(*place) for place in equal)
    ranked = [(sum(_runs(words, target, *place)), place) for place in _similar(words, target)]
    best = max((score for score, _ in ranked), default=0)
    places = [place for score, place in ranked if score == best]
    if len(places) == 1:
        places += _rivals(words, target, *places[0])
    return tuple(words.span(*place) for place in places)


def _rivals(words: Words, target: Target, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find other places that may be the target, for a place that agrees on one side only.

    On the other side, text was inserted or changed. If the same words occur there, and the text
    beyond them agrees at least as well, the place found may be a copy of the words that was
    inserted between the target and its context. The same words next to it are always a rival.
    """
    before, after = _runs(words, target, start, end)
    reach = max(CONTEXT, _width(target))
    if after < _quarter(target, target.after):
        for place in _occurrences(words, target, end, end + reach):
            if _runs(words, target, *place)[1] >= max(1, after) or place[0] - end <= _ALONE:
                yield place
    elif before < _quarter(target, target.before):
        for place in _occurrences(words, target, max(0, start - reach), start):
            if _runs(words, target, *place)[0] >= max(1, before) or start - place[1] <= _ALONE:
                yield place


def _occurrences(words: Words, target: Target, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The places of the words, whatever is beside them, that begin in a stretch of the text."""
    if target.until:
        yield from (p for p in _passages(words, target) if first <= p[0] < last)
        return
    length = len(target.quote)
    for at in _all(words.text[first : last + length], target.quote):
        if at < last - first:
            yield first + at, first + at + length


def _target(words: Words, element: str, start: int, end: int, width: int) -> Target:
    long = end - start > _LONG
    return Target(
        element,
        words.text[start : start + _ENDS] if long else words.text[start:end],
        words.text[max(0, start - width) : start],
        words.text[end : end + width],
        words.text[end - _ENDS : end] if long else "",
    )


def _has_similar(words: Words, target: Target, start: int, end: int) -> bool:
    return any(place != (start, end) for place in _similar(words, target))


def _exact(words: Words, target: Target) -> Iterator[tuple[int, int]]:
    """Find the places with the same words and the same context."""
    if target.until:
        for start, end in _passages(words, target):
            if _runs(words, target, start, end) == (len(target.before), len(target.after)):
                yield start, end
        return
    for at in _all(words.text, target.before + target.quote + target.after):
        start = at + len(target.before)
        yield start, start + len(target.quote)


def _similar(words: Words, target: Target) -> Iterator[tuple[int, int]]:
    """Find the places with the same words and enough of the same context (rule 2)."""
    places = _passages(words, target) if target.until else _short(words, target)
    for place in sorted(set(places)):
        if _agrees(target, *_runs(words, target, *place)) and _edges(words, target, *place):
            yield place


def _short(words: Words, target: Target) -> Iterator[tuple[int, int]]:
    """Find candidates for words quoted in full: with enough context on one side or both."""
    half = _half(target)
    sides = [(_quarter(target, target.before), _quarter(target, target.after))]
    if target.quote:
        sides += [(half, 0)] if half <= len(target.before) else []
        sides += [(0, half)] if half <= len(target.after) else []
    for before, after in sides:
        left = target.before[len(target.before) - before :]
        for at in _all(words.text, left + target.quote + target.after[:after]):
            yield at + before, at + before + len(target.quote)


def _passages(words: Words, target: Target) -> Iterator[tuple[int, int]]:
    """Find candidates for a long passage: from its beginning to the end that agrees best."""
    for start in _all(words.text, target.quote):
        ends = _all(words.text, target.until, start + len(target.quote) - 1)
        places = [(start, at + len(target.until)) for at in ends]
        if places:
            yield max(places, key=lambda place: (_runs(words, target, *place)[1], -place[1]))


def _runs(words: Words, target: Target, start: int, end: int) -> tuple[int, int]:
    """Count the characters of context that agree on either side, from the words outwards."""
    before = 0
    most = min(len(target.before), start)
    while before < most and target.before[-1 - before] == words.text[start - 1 - before]:
        before += 1
    after = 0
    most = min(len(target.after), len(words.text) - end)
    while after < most and target.after[after] == words.text[end + after]:
        after += 1
    return before, after


def _agrees(target: Target, before: int, after: int) -> bool:
    both = before >= _quarter(target, target.before) and after >= _quarter(target, target.after)
    if both and before + after >= min(_ALONE, len(target.before) + len(target.after)):
        return True
    return bool(target.quote) and max(before, after) >= _half(target)


def _edges(words: Words, target: Target, start: int, end: int) -> bool:
    """Whether the words still begin and end at the boundary of a word, or inside one."""
    last = target.until or target.quote
    return not target.quote or (
        _joined(target.before[-1:], target.quote[0])
        == _joined(words.text[max(0, start - 1) : start], target.quote[0])
        and _joined(last[-1], target.after[:1]) == _joined(last[-1], words.text[end : end + 1])
    )


def _joined(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum()


def _half(target: Target) -> int:
    """Half of the longer context; the other may be short, at an end of the text."""
    return max(_ALONE, (_width(target) + 1) // 2)


def _quarter(target: Target, context: str) -> int:
    return min(len(context), max(_TOGETHER, _width(target) // 4))


def _width(target: Target) -> int:
    return max(len(target.before), len(target.after))


def _all(text: str, words: str, start: int = 0) -> Iterator[int]:
    """Find every occurrence of words in a text, overlapping ones too."""
    at = text.find(words, start)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
