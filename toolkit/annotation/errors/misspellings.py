"""Common misspellings: words that hurried or untrained writers misspell (``recieve``, ``wich``).

Word lists counted on the web have these words, so that the lexicon knows them. They are data:
parts of words in ``errors.toml`` of the language, with the right spelling.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

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
        corrections = {key: correct_misspelling(key, lexicon) for key in {*block.keys}}
        if any(corrections.values()):
            for at, key in enumerate(block.keys):
                if corrections[key]:
                    yield _propose(block.word(at), corrections[key])


@lru_cache(maxsize=100_000)
def correct_misspelling(key: str, lexicon: Lexicon) -> str:
    """Return the right spelling of a common misspelling, empty if it is none."""
    rules = _compile(lexicon)
    if not rules.any.search(key):
        return ""
    for pattern, right in rules.each:
        word = pattern.sub(right, key)
        if word != key and lexicon.zipf(word) - lexicon.zipf(key) >= RARER:
            return word
    return ""


@dataclass(frozen=True, slots=True)
class _Rules:
    """The misspellings of a language: the pattern of all, and each with its right spelling."""

    any: re.Pattern[str]
    each: tuple[tuple[re.Pattern[str], str], ...]


@cache
def _compile(lexicon: Lexicon) -> _Rules:
    misspellings = lexicon.vocabulary.misspellings
    return _Rules(
        re.compile("|".join(misspellings) or "(?!)"),
        tuple((re.compile(wrong), right) for wrong, right in misspellings.items()),
    )


def _propose(word: Word, correction: str) -> Proposal:
    correction = match_case(word.text, correction)
    reason = f'"{word.text}" is a common misspelling of "{correction}"'
    return Proposal(word.span, correction, Cert.MEDIUM, "misspelling", reason, LIKELY)
