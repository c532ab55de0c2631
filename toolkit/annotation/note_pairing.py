"""Pair notes with the markers in the running text (COHINT)."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.note_bodies import Candidate
from toolkit.annotation.note_markers import (
    Places,
    find_glued_numbers,
    find_markers,
    may_be_marker,
    sign_of,
)
from toolkit.text import Span

_NUMBERED: Final = re.compile(r"(?P<n>\d{1,3})[.)]?[ \t]+(?=[^\W\d_]|[\"'\u201c\u201e\u00ab(])")
_ENOUGH: Final = 0.8
"""The share of numbered notes that need a number at the end of a word."""
_NEAR: Final = 3
"""Blocks after its marker within which a single numbered note has to begin."""


def pair_glued_numbers(text: str, everything: Sequence[Block]) -> Mapping[int, Span]:
    """Find the notes whose numbers end words of the text: ``the board1 and``.

    Raised figures lose their form when a text is copied from a page. The proof is that the
    numbers at the ends of words count up as those do at the beginning of blocks or lines. Return
    the marker of each note by the offset of its label.
    """
    pairs: dict[int, Span] = {}
    numbered = list(_numbered_lines(text, everything))
    if not numbered:
        return pairs
    labels = {start for _, start, _ in numbered}
    markers: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, block in enumerate(everything):
        for line in (line for line in block.lines if line.start not in labels):
            for span in find_glued_numbers(text, line.start, line.end):
                markers[int(span.of(text))].append((span.start, index))
    after = 0
    for run in _runs(numbered):
        if found := _pair_run(run, markers, after):
            pairs |= found
            after = run[-1][1]
    return pairs


def _numbered_lines(text: str, everything: Sequence[Block]) -> Iterator[tuple[int, int, int]]:
    """Yield number, offset and block of lines that begin with a number.

    Those are the first lines of blocks, and lines that count on from the one before.
    """
    for index, block in enumerate(everything):
        before = 0
        for number, line in enumerate(block.lines):
            match = _NUMBERED.match(text, line.start, line.end)
            if match and (not number or int(match["n"]) == before + 1):
                before = int(match["n"])
                yield before, line.start, index
            elif not number:
                break


def _runs(
    numbered: Sequence[tuple[int, int, int]],
) -> Iterator[list[tuple[int, int, int]]]:
    """Yield the stretches of numbered lines that count up by one."""
    run: list[tuple[int, int, int]] = []
    for line in numbered:
        if run and line[0] != run[-1][0] + 1:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _pair_run(
    run: Sequence[tuple[int, int, int]],
    markers: Mapping[int, Sequence[tuple[int, int]]],
    after: int,
) -> dict[int, Span]:
    """Pair the notes of a run with numbers that come in the same order, each before its note.

    A single note has to follow its marker closely.
    """
    pairs: dict[int, Span] = {}
    for number, start, block in run:
        listed = markers.get(number, ())
        index = bisect_left(listed, (after, 0))
        if len(run) == 1:
            index = max(index, bisect_left(listed, block - _NEAR, key=lambda marker: marker[1]))
        if index < len(listed) and listed[index][0] < start and listed[index][1] < block:
            at = listed[index][0]
            pairs[start] = Span(at, at + len(str(number)))
            after = at + 1
    return pairs if len(pairs) >= _ENOUGH * len(run) else {}


class Pool:
    """The markers that no note has taken yet, those of each form in the order of the text.

    Those in the running text come before those in other notes. A note whose sign no other note
    has takes all of its markers. Where notes restart on each page or in each chapter, a note
    takes the markers since the last note of the same sign, else one marker. Asked for in the
    order of the notes, it takes a time that is linear in their number.
    """

    def __init__(
        self, text: str, candidates: Sequence[Candidate], everything: Sequence[Block]
    ) -> None:
        self._ends: dict[str, list[int]] = defaultdict(list)
        for candidate in candidates:
            self._ends[sign_of(candidate.sign)].append(candidate.span.end)
        self._queues: dict[str, dict[tuple[bool, str], deque[Span]]] = defaultdict(dict)
        bodies = Places(candidate.span for candidate in candidates)
        labels = {candidate.label for candidate in candidates}
        for block in everything:
            for span in find_markers(text, block.span.start, block.span.end):
                literal = span.of(text)
                sign = sign_of(literal)
                if sign in self._ends and span not in labels and may_be_marker(text, span):
                    key = (bodies.meet(span), literal)
                    self._queues[sign].setdefault(key, deque()).append(span)
        self._restarting = {sign for sign in self._ends if self._restarts(sign)}
        self._taken: Counter[str] = Counter()

    def _restarts(self, sign: str) -> bool:
        """Whether each note of a sign has a marker after the note before it with this sign."""
        ends = self._ends[sign]
        starts = sorted(
            span.start
            for (inside, _), queue in self._queues[sign].items()
            if not inside
            for span in queue
        )
        firsts = [bisect_left(starts, end) for end in (0, *ends)]
        return len(ends) > 1 and all(a < b for a, b in pairwise(firsts))

    def take(self, label: str, before: int) -> list[Span]:
        """Return the markers of a note with this label that begins at ``before``.

        A label in brackets is that of markers in the same brackets only.
        """
        sign = sign_of(label)
        number = self._taken[sign]
        self._taken[sign] += 1
        for inside in (False, True):
            queues = [
                queue
                for (within, literal), queue in self._queues[sign].items()
                if within is inside and (literal == label or label[0] not in "[(")
            ]
            found = self._take_from(queues, sign, number, before)
            if found:
                return found
        return []

    def _take_from(
        self, queues: Sequence[deque[Span]], sign: str, number: int, before: int
    ) -> list[Span]:
        ends = self._ends[sign]
        if len(ends) == 1:
            return sorted(span for queue in queues for span in queue if span.start < before)
        if sign in self._restarting:
            after = ends[number - 1] if number else 0
            spans = (span for queue in queues for span in _pop_before(queue, before))
            return sorted(span for span in spans if span.start >= after)
        queue = min((q for q in queues if q), key=lambda q: q[0], default=deque())
        return [queue.popleft()] if queue and queue[0].start < before else []


def _pop_before(queue: deque[Span], end: int) -> Iterator[Span]:
    while queue and queue[0].start < end:
        yield queue.popleft()
