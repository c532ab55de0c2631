"""Context: how well a word goes with the words before and after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.annotate.errors.lexicon import Lexicon
from toolkit.annotate.errors.pairs import BOUNDARY, pairs
from toolkit.annotate.errors.words import Word


@dataclass(frozen=True, slots=True)
class Context:
    """The keys of the words before and after; ``BOUNDARY`` where a sentence begins or ends."""

    before: str
    after: str
    lexicon: Lexicon

    def fits(self, key: str) -> float:
        """How much likelier the word is here than anywhere, a power of ten."""
        known = pairs(self.lexicon.language)
        fit = known.association(self.before, key, _probability(key, self.lexicon))
        if self.after != BOUNDARY:
            fit += known.association(key, self.after, _probability(self.after, self.lexicon))
        return fit

    def has_seen(self, key: str) -> bool:
        """Whether the word was seen after the one before, or before the one after."""
        known = pairs(self.lexicon.language)
        return known.seen(self.before, key) or known.seen(key, self.after)


def keys_of(words: Sequence[Word], language: str) -> list[str]:
    """The keys of a block with the boundaries of its sentences; elided words stand alone."""
    keys = []
    for word in words:
        if word.initial:
            keys.append(BOUNDARY)
        keys += parts(word.key, language)
    return keys


def parts(key: str, language: str) -> list[str]:
    """The words that the neighbours of a word see: ``l'état`` as ``l'`` and ``état``."""
    if language != "fr" or "'" not in key[:-1]:
        return [key]
    head, _, tail = key.partition("'")
    return [head + "'", tail]


def _probability(key: str, lexicon: Lexicon) -> float:
    zipf = lexicon.zipf(key)
    return 10 ** (zipf - 9) if zipf else 1e-5 if key.endswith("'") else 0.0
