"""Context: how well a word goes with the words before and after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.annotation.errors.bigrams import BOUNDARY, Followers, Pairs, pairs
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.words import Word


@dataclass(frozen=True, slots=True)
class Context:
    """What stands beside a word: what was seen after the word before, and the key of that after.

    ``after`` is ``BOUNDARY`` where the sentence ends.
    """

    before: Followers
    after: str
    lexicon: Lexicon
    pairs: Pairs

    def fits(self, key: str) -> float:
        """How much likelier the word is here than anywhere, a power of ten."""
        fit = self.before.association(key, self.lexicon.probability)
        if self.after != BOUNDARY:
            fit += self.pairs.after(key).association(self.after, self.lexicon.probability)
        return fit

    def has_seen(self, key: str) -> bool:
        """Whether the word was seen after the one before, or before the one after."""
        return key in self.before.counts or self.after in self.pairs.after(key).counts


def between(before: str, after: str, lexicon: Lexicon) -> Context:
    """The context of a word between two keys; ``BOUNDARY`` where a sentence begins or ends."""
    known = pairs(lexicon.language)
    return Context(known.after(before), after, lexicon, known)


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
