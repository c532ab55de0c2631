"""Pieces: words that a stray space tears apart (``b een``, ``ou r``), in noisy texts."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from toolkit.annotation.errors.bigrams import pairs
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word, in_the_case_of
from toolkit.text import Cert, Span

COMMON = 4.0
"""Zipf value that the whole word needs: ten in a million."""

RARER = 1.0
"""How much rarer than the whole word one of its pieces must be, a power of ten."""

_GAP = re.compile(r"[ \t]{1,2}")
_ALONE = {"en": "aio", "de": "o", "fr": "aày"}
"""Letters that are words by themselves."""


def torn_words(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Proposal]:
    """Neighbours of which one is no word but which together are a common one.

    Not where more letters stand by themselves: there a word is spaced out, which is no error.
    """
    for block in blocks:
        words = block.words
        for at, (first, second) in enumerate(pairwise(words)):
            whole = first.key + second.key
            if lexicon.zipf(whole) < COMMON or not second.text.islower():
                continue
            if any(
                len(word.key) == 1
                for word in (*words[max(0, at - 1) : at], *words[at + 2 : at + 3])
            ):
                continue
            if not _GAP.fullmatch(text, first.end, second.start):
                continue
            if _is_torn(first, second, whole, lexicon):
                correction = in_the_case_of(first.text, whole)
                reason = f'"{first.text}" and "{second.text}" are the pieces of "{correction}"'
                span = Span(first.start, second.end)
                yield Proposal(span, correction, Cert.MEDIUM, "torn-word", reason, 1.5)


def _is_torn(first: Word, second: Word, whole: str, lexicon: Lexicon) -> bool:
    """Whether a piece is no word that stands beside the other."""
    if pairs(lexicon.language).seen(first.key, second.key):
        return False
    least = min(_weight(word, lexicon) for word in (first, second))
    return least + RARER <= lexicon.zipf(whole)


def _weight(word: Word, lexicon: Lexicon) -> float:
    """The zipf value of the piece; a letter that is no word has none."""
    if len(word.key) == 1 and word.key not in _ALONE[lexicon.language]:
        return 0.0
    return lexicon.zipf(word.key)
