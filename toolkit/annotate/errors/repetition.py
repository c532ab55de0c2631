"""Repetition: words written twice, as when a line ends and the next begins (dittography)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from types import MappingProxyType

from toolkit.annotate.errors.proposal import Proposal
from toolkit.annotate.errors.words import Block
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


def _thrice(block: Block, at: int) -> bool:
    """Whether the word stands three times, which is play or stammer, not slip."""
    return block.keys[at] in (*block.keys[at - 2 : at - 1], *block.keys[at + 1 : at + 2])
