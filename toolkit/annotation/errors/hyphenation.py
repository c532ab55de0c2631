"""Division: words that a hyphen and a space divide inside a line, where a line once ended."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, in_the_case_of
from toolkit.text import Cert, Span

COMMON = 3.0
"""Zipf value that the undivided word needs, and that one of its halves lacks: one in a million."""

_HYPHEN_SPACE = re.compile(r"[-¬][ \t]{1,2}")


def divided_words(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Proposal]:
    """Halves of words that are none by themselves (``govern- ment``), with the whole word."""
    for block in blocks:
        if not _HYPHEN_SPACE.search(text, block.span.start, block.span.end):
            continue
        for first, second in pairwise(block.words):
            if not second.text.islower() or first.divided or second.divided:
                continue
            if not _HYPHEN_SPACE.fullmatch(text, first.end, second.start):
                continue
            whole = first.key + second.key
            halves = min(lexicon.zipf(first.key), lexicon.zipf(second.key))
            if halves < COMMON <= lexicon.zipf(whole):
                correction = in_the_case_of(first.text, whole)
                span = Span(first.start, second.end)
                reason = f'"{correction}" was divided where a line ended'
                yield Proposal(span, correction, Cert.MEDIUM, "divided-word", reason, 3.0)
