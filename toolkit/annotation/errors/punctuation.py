"""Punctuation: quotation marks and brackets without a partner, and commas typed twice.

A mark is missing for certain only where the words say so: after *so-called*, *sogenannt*,
*soi-disant* a quotation begins. Elsewhere a mark without a partner is pointed out, no more. A
quotation may run over several paragraphs, each opened and only the last one closed: the state is
therefore kept from block to block.
"""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block
from toolkit.text import Cert, Span

_PAIRS = MappingProxyType({"en": ("“", "”"), "de": ("„", "“")})
"""The marks that open and close a quotation; French guillemets stand at every line too."""

_ALL = '"“”„‟«»'
_SINGLE = "'‘‚‹›"

_OPENING = re.compile(r'"(?<![^\s(\[{—–-]")(?=[^\s"])')
_CLOSING = re.compile(r'"(?<=[^\s"(\[]")(?=[\s.,;:!?)\]}—–-]|$|\[)')
"""The mark first, and then what stands before it: so the marks are found by their letter."""
_CUE = re.compile(
    r"\b(?:so[- ]called|sogenannte[nrms]?|sog\.|soi-disant|dits?|dites?|known as|entitled|called|"
    r"termed|betitelt|genannt[e]?|intitulée?s?)\s+"
)
_BRACKET = re.compile(r"[()]")
_LABEL = re.compile(r"(?:^|[\s(])[\w*†‡§.:;=–-]{1,6}$")
_TWICE = re.compile(r"([,;])(?<=[^\W\d_][,;])\1(?=\s)")

FURTHEST = 80
"""Characters between the word that announces a quotation and its closing mark."""


def unbalanced_quotes(text: str, blocks: Sequence[Block], language: str) -> Iterator[Proposal]:
    """Quotation marks, straight and of the language, that close what nothing opened."""
    opened = {'"': False, "“": False}
    for block in blocks:
        passage = text[block.span.start : block.span.end]
        found = {'"': _straight(passage), "“": _lone(passage, *_PAIRS.get(language, ("", "")))}
        for kind, (closing, stays_open) in found.items():
            if closing is not None and not opened[kind]:
                mark = '"' if kind == '"' else _PAIRS[language][0]
                yield _missing_opening(text, block, block.span.start + closing, mark)
            opened[kind] = stays_open or (opened[kind] and closing is None)


def unbalanced_brackets(text: str, blocks: Sequence[Block]) -> Iterator[Proposal]:
    """Round brackets without a partner in their block; the bracket of a label needs none."""
    for block in blocks:
        open_at: list[int] = []
        lone: list[int] = []
        for match in _BRACKET.finditer(text, block.span.start, block.span.end):
            if match.group() == "(":
                open_at.append(match.start())
            elif open_at:
                open_at.pop()
            elif not _LABEL.search(text[max(block.span.start, match.start() - 8) : match.start()]):
                lone.append(match.start())
        if len(lone) + len(open_at) == 1:
            at = (lone + open_at)[0]
            reason = "this bracket has no partner in its paragraph"
            yield Proposal(Span(at, at + 1), None, Cert.LOW, "lone-bracket", reason)


def doubled_commas(text: str, blocks: Sequence[Block]) -> Iterator[Proposal]:
    """A comma or semicolon typed twice after a word."""
    for block in blocks:
        for match in _TWICE.finditer(text, block.span.start, block.span.end):
            reason = f'"{match[1]}" stands twice'
            yield Proposal(Span(*match.span()), match[1], Cert.MEDIUM, "doubled-comma", reason, 1.0)


def _straight(passage: str) -> tuple[int | None, bool]:
    """Where the only straight mark without a partner closes; and whether one stays open."""
    opening = {m.start() for m in _OPENING.finditer(passage)}
    closing = {m.start() for m in _CLOSING.finditer(passage)}
    if passage.count('"') % 2 == 0:
        return None, len(opening) > len(closing)
    depth = 0
    lone = None
    for at in sorted(opening | closing):
        if at in opening and at not in closing:
            depth += 1
        elif depth:
            depth -= 1
        elif lone is None:
            lone = at
        else:
            return None, False
    well_placed = len(opening | closing) == passage.count('"')
    return (lone if depth == 0 and well_placed else None), depth > 0


def _lone(passage: str, opening: str, closing: str) -> tuple[int | None, bool]:
    """The same for marks whose shape says whether they open or close."""
    if not opening or passage.count(closing) == passage.count(opening):
        return None, False
    if any(mark in passage for mark in _ALL if mark not in (opening, closing)):
        return None, False
    if passage.count(opening) > passage.count(closing):
        return None, True
    depth = 0
    lone = []
    for match in re.finditer(f"[{opening}{closing}]", passage):
        depth += 1 if match.group() == opening else -1
        if depth < 0:
            lone.append(match.start())
            depth = 0
    return (lone[0] if len(lone) == 1 else None), False


def _missing_opening(text: str, block: Block, closing: int, mark: str) -> Proposal:
    start = max(block.span.start, closing - FURTHEST)
    cues = list(_CUE.finditer(text, start, closing))
    if cues and _is_quotation(text[cues[-1].end() : closing]):
        cue = cues[-1]
        reason = (
            f'the quotation closed after "{text[closing - 12 : closing].strip()}" is not opened; '
            f'it begins after "{cue.group().strip()}"'
        )
        point = Span(cue.end(), cue.end())
        return Proposal(point, mark, Cert.HIGH, "missing-opening-quote", reason, 4.0)
    reason = "this quotation mark closes what none has opened"
    return Proposal(Span(closing, closing + 1), None, Cert.LOW, "lone-closing-quote", reason)


def _is_quotation(words: str) -> bool:
    """Whether the words may be a quotation of which only the opening mark is missing."""
    marked = words[:1] in _SINGLE or any(mark in words for mark in _ALL)
    return not marked and not re.search(r"[.!?;]\s", words)
