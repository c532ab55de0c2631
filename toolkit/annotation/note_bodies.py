"""Find what may be notes: blocks and lines that begin with a label (COHINT)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.note_markers import (
    BRACKETED,
    RAISED,
    ROUND,
    SIGN,
    SIGNS,
    Places,
    find_markers,
    form_of,
    sign_of,
)
from toolkit.languages import Language, all_languages
from toolkit.languages.notes import Notes
from toolkit.languages.patterns import any_of
from toolkit.text import Span
from toolkit.text.whitespace import SPACE

_LABEL = re.compile(
    rf"(?P<label>{BRACKETED}|{ROUND}|(?:{RAISED}|{SIGN})\)?|\d{{1,3}}(?:[.)]|(?=[ \t])))"
    r"(?P<gap>[ \t]*)(?=\S)"
)
_ORNAMENT = re.compile(rf"(?:[{SIGNS}][ \t]*){{3,}}$")
"""A line of signs alone, which divides the text."""
_LONGEST: Final = 20_000
"""Characters of a note in brackets, at most."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that begins with what may be the label of a note.

    ``sign`` is the label as it is compared with markers. A note in brackets
    (``[Footnote 1: ...]``) is one for sure; its ``closing`` is the bracket at its end.
    """

    label: Span
    span: Span
    sign: str
    closing: Span | None = None

    @property
    def body(self) -> Span:
        """The words of the note, without label and closing bracket."""
        return Span(self.label.end, self.closing.start if self.closing else self.span.end)


def find_candidates(
    text: str, everything: Sequence[Block], glued: Mapping[int, Span]
) -> list[Candidate]:
    """List the blocks and lines that begin with a label.

    At the end of the file, the blocks without a label belong to the note before them. ``glued``
    has, by the offset of its label, the marker of each note whose number ends a word of the text.
    """
    bracketed = list(_bracketed_notes(text, everything))
    inside = Places(candidate.span for candidate in bracketed)
    others = [block for block in everything if not inside.meet(block.span)]
    return sorted(
        (*bracketed, *_labelled_notes(text, others, glued)), key=lambda candidate: candidate.span
    )


def is_heading(words: str) -> bool:
    """Whether these are the words of a heading over notes, in any language."""
    return words.strip(" .:*_").casefold() in _headings(all_languages())


@cache
def _headings(languages: tuple[Language, ...]) -> frozenset[str]:
    return frozenset(
        heading.casefold() for one in languages for heading in one.topic(Notes).headings
    )


@cache
def _opener(languages: tuple[Language, ...]) -> re.Pattern[str]:
    words = any_of(word for one in languages for word in one.topic(Notes).openers)
    return re.compile(
        rf"(?P<label>\[\s*{words}\s*(?P<sign>\d{{1,4}}|[a-z]|\*{{1,3}}|[{SIGNS}])?\s*[:.])\s*",
        re.IGNORECASE,
    )


def _bracketed_notes(text: str, everything: Sequence[Block]) -> Iterator[Candidate]:
    """Yield the notes in brackets (``[Footnote 1: ...]``) that have their lines to themselves."""
    opener, end = _opener(all_languages()), 0
    for line in (line for block in everything for line in block.lines):
        match = opener.match(text, line.start, line.end) if line.start >= end else None
        closing = _closing_bracket(text, line.start) if match else None
        if match and closing is not None and text[closing + 1 : closing + 2] in ("", "\n"):
            end = closing + 1
            yield Candidate(
                Span(*match.span("label")),
                Span(line.start, end),
                match["sign"] or match["label"],
                Span(closing, end),
            )


def _closing_bracket(text: str, start: int) -> int | None:
    """Return the offset of the bracket that closes the one at ``start``."""
    depth = 0
    for match in re.compile(r"[\[\]]").finditer(text, start, start + _LONGEST):
        depth += 1 if match[0] == "[" else -1
        if not depth:
            return match.start()
    return None


def _labelled_notes(
    text: str, everything: Sequence[Block], glued: Mapping[int, Span]
) -> Iterator[Candidate]:
    heading = next((i for i, b in enumerate(everything) if is_heading(b.span.of(text))), None)
    starts = [
        (index, label)
        for index, block in enumerate(everything)
        for label in _labels(
            text, block, glued, after_heading=heading is not None and index > heading
        )
    ]
    if not starts:
        return
    signs = {sign_of(label.of(text)) for _, label in starts}
    markers = Places(glued.values())
    continues = [
        not markers.meet(block.span) and _may_continue(text, block, signs) for block in everything
    ]
    trailing = _start_of_trailing_notes(continues, {index for index, _ in starts})
    for (index, label), following in zip(starts, [*starts[1:], None], strict=True):
        if following and following[0] == index:
            end = _end_of_words(text, following[1].start)
        elif index < trailing:
            end = everything[index].span.end
        else:
            last = following[0] - 1 if following else len(everything) - 1
            end = everything[last].span.end
        yield Candidate(label, Span(label.start, end), label.of(text))


def _end_of_words(text: str, end: int) -> int:
    """Return where the words before an offset end, without the white space."""
    while end and text[end - 1] in SPACE:
        end -= 1
    return end


def _labels(
    text: str, block: Block, glued: Mapping[int, Span], *, after_heading: bool
) -> Iterator[Span]:
    """Yield the labels at the beginning of lines; after the first, only where notes are packed.

    Packed notes have labels of one form, or labels in brackets.
    """
    form = ""
    starts = Counter(text[line.start] for line in block.lines)
    for number, line in enumerate(block.lines):
        match = _LABEL.match(text, line.start, line.end)
        alone = after_heading or starts[text[line.start]] == 1
        proven = line.start in glued
        if not match or not (
            proven or _may_be_label(match, after_heading=after_heading, alone=alone)
        ):
            if not number:
                return
            continue
        same = form_of(match["label"]) == form
        if not number or same or proven or (match["label"][0] in "[(" and match["gap"]):
            form = form_of(match["label"])
            yield Span(*match.span("label"))


def _may_be_label(match: re.Match[str], *, after_heading: bool, alone: bool) -> bool:
    """Whether a line begins with a label; ``* `` is rather the mark of an item if it comes again.

    ``alone``: no other line of the block begins with this character.
    """
    label = match["label"]
    if _ORNAMENT.match(match.string, match.start(), match.endpos):
        return False
    if label[0].isdecimal() and label[0].isascii():
        return after_heading and bool(match["gap"])
    loose = label[0] in SIGNS and label[0] not in "\u2020\u2021" and label[-1] != ")"
    return not (loose and match["gap"]) or alone


def _start_of_trailing_notes(continues: Sequence[bool], labelled: set[int]) -> int:
    """Return the index of the first block of the notes at the end of the file.

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
    found = find_markers(text, block.span.start, block.span.end)
    return not any(sign_of(span.of(text)) in signs for span in found)
