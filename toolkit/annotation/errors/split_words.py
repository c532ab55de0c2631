"""Split words: words divided by a hyphen and a space (``govern- ment``) or by a space (``b een``).

A hyphen with a space remains where a line ended in the print; a stray space is a reading error,
which only noisy texts have.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from toolkit.annotation.errors.bigrams import load_bigrams
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word, match_case
from toolkit.text import Cert, Span
from toolkit.vocabulary.hyphens import hyphen_class

KNOWN = 3.0
"""Zipf value that a word divided by a hyphen has, and one of its halves lacks."""

COMMON = 4.0
"""Zipf value that a word divided by a space has: ten in a million."""

RARER = 1.0
"""By how much one of the pieces must be rarer than the whole word, as a power of ten."""

_HYPHEN_SPACE = re.compile(rf"{hyphen_class('soft', 'either')}[ \t]{{1,2}}")
_SPACE = re.compile(r"[ \t]{1,2}")


def find_divided_words(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Proposal]:
    """Yield words that a hyphen and a space divide inside a line."""
    for block in blocks:
        for gap in _HYPHEN_SPACE.finditer(text, block.span.start, block.span.end):
            at = bisect_left(block.ends, gap.start())
            if _divides_words(block, at, gap.span()):
                first, second = block.word(at), block.word(at + 1)
                if _are_halves(first, second, lexicon):
                    yield _propose_division(first, second)


def _divides_words(block: Block, at: int, gap: tuple[int, int]) -> bool:
    """Whether the gap is between a word and one in small letters that no line end divides."""
    return (
        at + 1 < len(block.texts)
        and (block.ends[at], block.starts[at + 1]) == gap
        and block.texts[at + 1].islower()
        and not (block.divided[at] or block.divided[at + 1])
    )


def _are_halves(first: Word, second: Word, lexicon: Lexicon) -> bool:
    """Whether two words are a known word together and one of them alone is none."""
    rarer = min(lexicon.zipf(first.key), lexicon.zipf(second.key))
    return rarer < KNOWN <= lexicon.zipf(first.key + second.key)


def _propose_division(first: Word, second: Word) -> Proposal:
    correction = match_case(first.text, first.key + second.key)
    reason = f'"{correction}" was divided where a line ended'
    span = Span(first.start, second.end)
    return Proposal(span, correction, Cert.MEDIUM, "divided-word", reason, 3.0)


def find_split_words(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Proposal]:
    """Yield neighbours of which one is no word but which together are a common one.

    Where more letters are alone, the word is spaced out, which is no error.
    """
    for block in blocks:
        words = block.words
        for at, (first, second) in enumerate(pairwise(words)):
            if (
                second.text.islower()
                and lexicon.zipf(first.key + second.key) >= COMMON
                and not _is_spaced_out(words, at)
                and _SPACE.fullmatch(text, first.end, second.start)
                and _are_pieces(first, second, lexicon)
            ):
                yield _propose_join(first, second)


def _is_spaced_out(words: Sequence[Word], at: int) -> bool:
    """Whether the word before or after the pair is a letter alone."""
    neighbours = (*words[max(0, at - 1) : at], *words[at + 2 : at + 3])
    return any(len(word.key) == 1 for word in neighbours)


def _are_pieces(first: Word, second: Word, lexicon: Lexicon) -> bool:
    """Whether a piece is too rare to be a word, and the two are no known bigram."""
    if load_bigrams(lexicon).has(first.key, second.key):
        return False
    rarer = min(_zipf_of_piece(word, lexicon) for word in (first, second))
    return rarer + RARER <= lexicon.zipf(first.key + second.key)


def _zipf_of_piece(word: Word, lexicon: Lexicon) -> float:
    """Return the Zipf value of the piece, 0 for a letter that is no word."""
    if len(word.key) == 1 and word.key not in lexicon.vocabulary.one_letter_words:
        return 0.0
    return lexicon.zipf(word.key)


def _propose_join(first: Word, second: Word) -> Proposal:
    correction = match_case(first.text, first.key + second.key)
    reason = f'"{first.text}" and "{second.text}" are the pieces of "{correction}"'
    span = Span(first.start, second.end)
    return Proposal(span, correction, Cert.MEDIUM, "torn-word", reason, 1.5)
