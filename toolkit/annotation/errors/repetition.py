"""Repetition: words written twice, as when a line ends and the next begins (dittography)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq
from types import MappingProxyType

from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block
from toolkit.text import Cert, Span

_NEVER_TWICE = MappingProxyType(
    {
        "en": frozenset("the a an of and with from for by my our their his its this if but as at "
                        "was were are has be or".split()),
        "de": frozenset("und von mit im zum zur vom auf bei aus ein einen einem eines "
                        "oder als nicht auch für durch über unter".split()),
        "fr": frozenset("le les des du un une et dans pour par sur avec au aux ce cette son sa ses "
                        "leur qui dont est ou mais".split()),
    }
)  # fmt: skip
"""Words that no grammar lets follow themselves without a comma."""

_SURE = MappingProxyType(
    {
        "en": frozenset("the a an of and from with".split()),
        "de": frozenset("und im zum zur vom".split()),
        "fr": frozenset("le les des du un une et dans pour avec au aux".split()),
    }
)

SHORTEST, LONG, LONGEST = 3, 5, 8
"""Words of a phrase that may be written twice; a long one is hardly repeated on purpose."""


def doubled_words(text: str, blocks: Sequence[Block], language: str) -> Iterator[Proposal]:
    """Words that stand twice, with nothing but space between them."""
    never = _NEVER_TWICE.get(language, frozenset())
    for block in blocks:
        for at, (one, other) in enumerate(pairwise(block.texts), 1):
            if one != other or block.keys[at] not in never:
                continue
            first, second = block.word(at - 1), block.word(at)
            if second.divided:
                continue
            between = text[first.end : second.start]
            if not between.isspace() or _thrice(block, at):
                continue
            sure = second.key in _SURE[language]
            yield Proposal(
                Span(first.end, second.end),
                "",
                Cert.HIGH if sure else Cert.MEDIUM,
                "doubled-word",
                f'"{second.text}" is written twice',
                3.0,
            )


def _begins_line(text: str, at: int) -> bool:
    """Whether nothing but space and quotation marks stands before in the line."""
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t\"'“‘„«")


def _thrice(block: Block, at: int) -> bool:
    """Whether the word stands three times, which is play or stammer, not slip."""
    return block.keys[at] in (*block.keys[at - 2 : at - 1], *block.keys[at + 1 : at + 2])


def doubled_phrases(text: str, blocks: Sequence[Block]) -> Iterator[Proposal]:
    """Phrases that stand twice in the same sentence, as when the eye goes back a line."""
    for block in blocks:
        for length in range(SHORTEST, min(LONGEST, len(block.keys) // 2) + 1):
            same = bytes(map(eq, block.keys, block.keys[length:]))
            at = same.find(b"\1" * length)
            while at >= 0:
                if proposal := _doubled(text, block, at, length):
                    yield proposal
                at = same.find(b"\1" * length, at + length)


def _doubled(text: str, block: Block, at: int, length: int) -> Proposal | None:
    """A proposal to leave out the second of two equal phrases, which begins no sentence or line."""
    again, end = at + length, at + 2 * length
    if any(block.initial[again:end]) or _thrice(block, again):
        return None
    if block.keys[at:again] == block.keys[end : end + length] or len(set(block.keys[at:again])) < 2:
        return None
    if not all(key.isalpha() for key in block.keys[at:again]):
        return None
    if all(_begins_line(text, block.starts[first]) for first in (at, again)):
        return None  # a refrain
    span = Span(block.ends[again - 1], block.ends[end - 1])
    between = text[span.start : block.starts[again]]
    if between.strip(" \t\r\n,") or (length < LONG and not between.isspace()):
        return None
    cert = Cert.MEDIUM if length >= LONG and between.isspace() else Cert.LOW
    phrase = " ".join(block.texts[again:end])
    return Proposal(span, "", cert, "doubled-phrase", f'"{phrase}" is written twice', 1.0)
