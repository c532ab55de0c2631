"""Markers: the signs that tie notes to the text, and the labels that notes begin with (COHINT)."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from toolkit.annotation.blocks import Block
from toolkit.text import Span
from toolkit.text.whitespace import SPACE

_SUPERSCRIPT = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_SIGNS = "*\u2020\u2021\u00a7\u2016"

_BRACKETED = r"\[(?:\d{1,4}|[a-z]{1,2}|\*{1,3}|[ivxlc]{1,6})\]"
_ROUND = r"\((?:\d{1,3}|[a-z])\)"
_RAISED = rf"[{_SUPERSCRIPT}]{{1,4}}"
_SIGN = r"(?:\*{1,3}|\u2020{1,2}|\u2021{1,2}|\u00a7|\u2016)"

_LABEL = re.compile(
    rf"(?P<label>{_BRACKETED}|{_ROUND}|(?:{_RAISED}|{_SIGN})\)?|\d{{1,3}}(?:[.)]|(?=[ \t])))"
    r"(?P<gap>[ \t]*)(?=\S)"
)
_MARKER = re.compile(rf"{_BRACKETED}|{_ROUND}|(?:{_RAISED}|{_SIGN})(?P<closed>\))?")
_BEGINS_MARKER = re.compile(rf"[\[({_SIGNS}{_SUPERSCRIPT}]")
"""What markers begin with: looked for first, since it is found ten times as fast."""
_NEAR = 200
"""Characters before a closing bracket in which one may have been opened."""

_HEADING = re.compile(
    r"(?:foot|end)?notes?|(?:fuß|end)noten|anmerkungen|notes? de bas de page|notes de fin",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that begins with what may be the label of a note."""

    label: Span
    span: Span
    sign: str


def candidates_in(text: str, everything: Sequence[Block]) -> list[Candidate]:
    """Blocks and lines that begin with a label; what follows at the end of the file joins them."""
    heading = next((i for i, b in enumerate(everything) if is_heading(b.span.of(text))), None)
    starts = [
        (index, label)
        for index, block in enumerate(everything)
        for label in _labels(text, block, after_heading=heading is not None and index > heading)
    ]
    if not starts:
        return []
    signs = {sign_of(label.of(text)) for _, label in starts}
    continues = [_may_continue(text, block, signs) for block in everything]
    trailing = _trailing(continues, {index for index, _ in starts})
    found = []
    for (index, label), following in zip(starts, [*starts[1:], None], strict=True):
        if following and following[0] == index:
            end = _end_of_words(text, following[1].start)
        elif index < trailing:
            end = everything[index].span.end
        else:
            last = following[0] - 1 if following else len(everything) - 1
            end = everything[last].span.end
        found.append(Candidate(label, Span(label.start, end), label.of(text)))
    return found


def is_heading(words: str) -> bool:
    """Whether these are the words of a heading over notes."""
    return bool(_HEADING.fullmatch(words.strip(" .:*_")))


def _end_of_words(text: str, end: int) -> int:
    """Where the words before an offset end, without the white space."""
    while end and text[end - 1] in SPACE:
        end -= 1
    return end


def _labels(text: str, block: Block, *, after_heading: bool) -> Iterator[Span]:
    """The labels at the beginning of lines; after the first line only where notes are packed."""
    form = ""
    starts = Counter(text[line.start] for line in block.lines)
    for number, line in enumerate(block.lines):
        match = _LABEL.match(text, line.start, line.end)
        alone = after_heading or starts[text[line.start]] == 1
        if not match or not _may_be_label(match, after_heading=after_heading, alone=alone):
            if not number:
                return
            continue
        if not number or form_of(match["label"]) == form:
            form = form_of(match["label"])
            yield Span(*match.span("label"))


def _may_be_label(match: re.Match[str], *, after_heading: bool, alone: bool) -> bool:
    """Whether a line begins with a label; ``* `` is rather the mark of an item if it comes again.

    ``alone``: no other line of the block begins so.
    """
    label = match["label"]
    if label[0].isdecimal() and label[0].isascii():
        return after_heading and bool(match["gap"])
    loose = label[0] in _SIGNS and label[0] not in "\u2020\u2021" and label[-1] != ")"
    return not (loose and match["gap"]) or alone


def _trailing(continues: Sequence[bool], labelled: set[int]) -> int:
    """Where the notes at the end of the file begin: the index of their first block.

    From there on at least every second block is labelled, so that a note may have several
    paragraphs; text that follows notes at the foot of a page is not taken for a note.
    """
    best, bare = len(continues), 0
    for index in range(len(continues) - 1, -1, -1):
        if index in labelled:
            bare -= 1
            best = index if bare <= 0 else best
        else:
            bare += 1
            if bare > 3 or not continues[index]:
                break
    return best


def _may_continue(text: str, block: Block, signs: set[str]) -> bool:
    """Whether a block can be a further paragraph of a note: it has no marker of a note itself."""
    found = markers(text, block.span.start, block.span.end)
    return not any(sign_of(span.of(text)) in signs for span in found)


def markers(text: str, start: int, end: int) -> Iterator[Span]:
    """What may be markers in a stretch of the text; none begins within another.

    ``*)`` is one with its bracket, if that closes nothing that was opened before.
    """
    at = start
    while begins := _BEGINS_MARKER.search(text, at, end):
        match = _MARKER.match(text, begins.start(), end)
        at = match.end() if match else begins.end()
        if match:
            before = text[max(start, match.start() - _NEAR) : match.start()]
            own = match["closed"] and before.rfind("(") <= before.rfind(")")
            yield Span(match.start(), match.end() - (match["closed"] is not None and not own))


def may_be_marker(text: str, span: Span) -> bool:
    """Whether a sign in the running text can be a note marker: it stands close to a word."""
    sign = text[span.start]
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 1]
    if sign in _SIGNS:
        return bool(before.strip()) and before not in _SIGNS and not after.isalnum()
    if sign == "[":
        return not (after == "(" or before == "]" == after)
    return bool(before.strip())


def sign_of(literal: str) -> str:
    """What two forms of a marker have in common: ``1.`` below and a raised 1 above are one."""
    return unicodedata.normalize("NFKC", literal.strip("[]()."))


def form_of(literal: str) -> str:
    """The form of a marker: its brackets, and whether a number, a letter or a sign is in them."""
    bare = sign_of(literal)
    kind = "1" if bare.isdigit() else "a" if bare.isalpha() else "*"
    return literal.replace(literal.strip("[]()."), kind) if literal[0] in "[(" else kind


class Places:
    """Stretches of a text, of which one asks whether any shares a character with another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def meet(self, span: Span) -> bool:
        """Whether one of the stretches shares a character with this one."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start


class Pool:
    """The markers that no note has taken yet, those of each form in the order of the text.

    Those in the running text come before those in other notes. A note whose sign no other note
    has takes all of its markers, else one. Asked for in the order of the notes, it takes a time
    that is linear in their number.
    """

    def __init__(
        self, text: str, candidates: Sequence[Candidate], everything: Sequence[Block]
    ) -> None:
        self._notes = Counter(sign_of(candidate.sign) for candidate in candidates)
        self._queues: dict[str, dict[tuple[bool, str], deque[Span]]] = defaultdict(dict)
        bodies = Places(candidate.span for candidate in candidates)
        labels = {candidate.label for candidate in candidates}
        for block in everything:
            for span in markers(text, block.span.start, block.span.end):
                literal = span.of(text)
                sign = sign_of(literal)
                if sign in self._notes and span not in labels and may_be_marker(text, span):
                    key = (bodies.meet(span), literal)
                    self._queues[sign].setdefault(key, deque()).append(span)

    def take(self, label: str, before: int) -> list[Span]:
        """The markers of a note with this label that begins at ``before``; none if there is none.

        A label in brackets is that of markers in the same brackets only.
        """
        sign = sign_of(label)
        for inside in (False, True):
            queues = [
                queue
                for (within, literal), queue in self._queues[sign].items()
                if within is inside and (literal == label or label[0] not in "[(")
            ]
            if self._notes[sign] == 1:
                found = sorted(span for queue in queues for span in queue if span.start < before)
            else:
                queue = min((q for q in queues if q), key=lambda q: q[0], default=deque())
                found = [queue.popleft()] if queue and queue[0].start < before else []
            if found:
                return found
        return []
