"""Common misspellings: words that hurried or untrained writers misspell (``recieve``, ``wich``).

Word lists counted on the web have these words, so that the lexicon knows them. They are data:
parts of words in ``errors.toml`` of the language, with the right spelling.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word, match_case
from toolkit.text import Cert

RARER = 1.0
"""By how much the misspelling must be rarer than the word, as a power of ten."""

LIKELY = 2.0
"""Log-odds of a proposal for a common misspelling."""


def find_common_misspellings(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Proposal]:
    """Yield words that are spelt as writers often misspell them."""
    if not lexicon.vocabulary.misspellings:
        return
    for block in blocks:
        for at, key in enumerate(block.keys):
            correction = correct_misspelling(key, lexicon)
            if correction:
                yield _propose(block.word(at), correction)


@cache
def correct_misspelling(key: str, lexicon: Lexicon) -> str:
    """Return the right spelling of a common misspelling, empty if it is none."""
    for pattern, right in _compile(lexicon):
        word = pattern.sub(right, key)
        if word != key and lexicon.zipf(word) - lexicon.zipf(key) >= RARER:
            return word
    return ""


@cache
def _compile(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], str], ...]:
    misspellings = lexicon.vocabulary.misspellings
    return tuple((re.compile(wrong), right) for wrong, right in misspellings.items())


def _propose(word: Word, correction: str) -> Proposal:
    correction = match_case(word.text, correction)
    reason = f'"{word.text}" is a common misspelling of "{correction}"'
    return Proposal(word.span, correction, Cert.MEDIUM, "misspelling", reason, LIKELY)
