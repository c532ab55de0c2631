"""Punctuation: quotation marks and brackets without a partner, and commas typed twice.

A missing mark is certain only where the words require one: a quotation begins after *so-called*.
Elsewhere a mark without a partner is pointed out, no more. A quotation may run over several
paragraphs of which each is opened and only the last one closed: the state is therefore kept from
block to block.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block
from toolkit.languages import Language
from toolkit.languages.errors import Errors
from toolkit.text import Cert, Span

FURTHEST = 80
"""Characters between the word that announces a quotation and its closing mark."""

STRAIGHT = '"'
_ALL = '"“”„‟«»'
_SINGLE = "'‘‚‹›"

# The mark comes before its look-behind in these patterns: the engine searches for the mark.
_OPENING = re.compile(r'"(?<![^\s(\[{—–-]")(?=[^\s"])')
_CLOSING = re.compile(r'"(?<=[^\s"(\[]")(?=[\s.,;:!?)\]}—–-]|$|\[)')
_BRACKET = re.compile(r"[()]")
_LABEL = re.compile(r"(?:^|[\s(])[\w*†‡§.:;=–-]{1,6}$")
_TWICE = re.compile(r"([,;])(?<=[^\W\d_][,;])\1(?=\s)")


@dataclass(frozen=True, slots=True)
class Balance:
    """The marks of a block: the only closing one without a partner, and whether one stays open."""

    lone_closing: int | None
    stays_open: bool


def find_unbalanced_quotes(
    text: str, blocks: Sequence[Block], language: Language
) -> Iterator[Proposal]:
    """Yield straight and curved quotation marks that close what nothing opened."""
    marks = language.topic(Errors).quotation_marks
    open_marks = dict.fromkeys((STRAIGHT, *marks[:1]), False)
    for block in blocks:
        passage = text[block.span.start : block.span.end]
        for mark, balance in _balance_marks(passage, marks).items():
            closing = balance.lone_closing
            if closing is not None and not open_marks[mark]:
                yield _propose_opening(text, block, block.span.start + closing, mark, language)
            continues = open_marks[mark] and closing is None
            open_marks[mark] = balance.stays_open or continues


def _balance_marks(passage: str, marks: Sequence[str]) -> Mapping[str, Balance]:
    """Return the balance of each kind of mark, by the mark that opens."""
    straight = {STRAIGHT: balance_straight(passage)}
    return straight | ({marks[0]: balance_curved(passage, *marks)} if marks else {})


def find_unbalanced_brackets(text: str, blocks: Sequence[Block]) -> Iterator[Proposal]:
    """Yield round brackets without a partner in their block; a bracket of a label needs none."""
    for block in blocks:
        lone = _lone_brackets(text, block)
        if len(lone) == 1:
            reason = "this bracket has no partner in its paragraph"
            span = Span(lone[0], lone[0] + 1)
            yield Proposal(span, None, Cert.LOW, "lone-bracket", reason)


def _lone_brackets(text: str, block: Block) -> list[int]:
    open_at: list[int] = []
    lone: list[int] = []
    for match in _BRACKET.finditer(text, block.span.start, block.span.end):
        if match.group() == "(":
            open_at.append(match.start())
        elif open_at:
            open_at.pop()
        elif not _LABEL.search(text[max(block.span.start, match.start() - 8) : match.start()]):
            lone.append(match.start())
    return lone + open_at


def find_doubled_commas(text: str, blocks: Sequence[Block]) -> Iterator[Proposal]:
    """Yield commas and semicolons typed twice after a word."""
    for block in blocks:
        for match in _TWICE.finditer(text, block.span.start, block.span.end):
            reason = f'"{match[1]}" stands twice'
            yield Proposal(Span(*match.span()), match[1], Cert.MEDIUM, "doubled-comma", reason, 1.0)


def balance_straight(passage: str) -> Balance:
    """Balance straight marks, which open or close by what is beside them."""
    opening = {m.start() for m in _OPENING.finditer(passage)}
    closing = {m.start() for m in _CLOSING.finditer(passage)}
    if passage.count(STRAIGHT) % 2 == 0:
        return Balance(None, len(opening) > len(closing))
    depth, lone = _match_marks(sorted(opening | closing), opening - closing)
    if len(lone) > 1:
        return Balance(None, stays_open=False)
    well_placed = len(opening | closing) == passage.count(STRAIGHT)
    only = lone[0] if lone and depth == 0 and well_placed else None
    return Balance(only, depth > 0)


def balance_curved(passage: str, opening: str, closing: str) -> Balance:
    """Balance marks whose shape tells whether they open or close."""
    surplus = passage.count(closing) - passage.count(opening)
    if surplus == 0 or any(mark in passage for mark in _ALL if mark not in (opening, closing)):
        return Balance(None, stays_open=False)
    if surplus < 0:
        return Balance(None, stays_open=True)
    marks = {m.start(): m.group() for m in re.finditer(f"[{opening}{closing}]", passage)}
    _, lone = _match_marks(list(marks), {at for at, mark in marks.items() if mark == opening})
    return Balance(lone[0] if len(lone) == 1 else None, stays_open=False)


def _match_marks(marks: Sequence[int], opening: set[int]) -> tuple[int, list[int]]:
    """Return how many marks stay open, and the closing marks without a partner."""
    depth = 0
    lone = []
    for at in marks:
        if at in opening:
            depth += 1
        elif depth:
            depth -= 1
        else:
            lone.append(at)
    return depth, lone


def _propose_opening(
    text: str, block: Block, closing: int, mark: str, language: Language
) -> Proposal:
    """Propose the missing mark after a cue; without one, point to the mark that closes."""
    start = max(block.span.start, closing - FURTHEST)
    cues = list(_cue_pattern(language).finditer(text, start, closing))
    if not cues or not _is_quotation(text[cues[-1].end() : closing]):
        reason = "this quotation mark closes what none has opened"
        return Proposal(Span(closing, closing + 1), None, Cert.LOW, "lone-closing-quote", reason)
    cue = cues[-1]
    reason = (
        f'the quotation closed after "{text[closing - 12 : closing].strip()}" is not opened; '
        f'it begins after "{cue.group().strip()}"'
    )
    point = Span(cue.end(), cue.end())
    return Proposal(point, mark, Cert.HIGH, "missing-opening-quote", reason, 4.0)


@cache
def _cue_pattern(language: Language) -> re.Pattern[str]:
    cues = language.topic(Errors).quotation_cues
    return re.compile(rf"\b(?:{'|'.join(cues)})\s+" if cues else "(?!)")


def _is_quotation(words: str) -> bool:
    """Whether the words may be a quotation of which only the opening mark is missing."""
    marked = words[:1] in _SINGLE or any(mark in words for mark in _ALL)
    return not marked and not re.search(r"[.!?;]\s", words)
