"""Bigrams: which words follow which, so that a wrong word that exists can be recognised.

``data/bigrams-*.txt.gz`` (its README describes the format) has every bigram that occurs at least
twice in letters, novels and newspapers of the language. Probabilities are by absolute discounting
(Ney, Essen and Kneser 1994) with the unigram frequencies of the lexicon for unseen bigrams.
"""

import gzip
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.words import Word

BOUNDARY = "."
"""The token before the first and after the last word of a sentence."""

MOST = 100_000
"""How many words a cache holds before it is emptied, so that memory stays bounded."""

DISCOUNT = 0.75
SPARSE = 1e-8
"""Probability of a word that the lexicon does not have."""


@dataclass(frozen=True, slots=True)
class Followers:
    """The words seen after a word.

    ``counts``: how often each was seen. ``total``: how often the first word was. ``reserve``: the
    probability mass of unseen followers, and its base-10 logarithm in ``unseen``.
    """

    counts: dict[str, int]
    total: int
    reserve: float
    unseen: float

    def association(self, second: str, probability: Callable[[str], float]) -> float:
        """Return how much likelier ``second`` is here than anywhere, as base-10 log-odds.

        ``probability`` is the unigram model; 0 counts as very small.
        """
        count = self.counts.get(second)
        if count is None:
            return self.unseen
        anywhere = max(probability(second), SPARSE)
        return math.log10((count - DISCOUNT) / self.total / anywhere + self.reserve)


NO_FOLLOWERS = Followers({}, 0, 1.0, 0.0)
"""The followers of a word that no text has."""


class _LazyRows(dict[str, Followers]):
    """The followers of the words looked up so far; the line of a word is parsed on demand."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        self.lines = {word: rest for word, _, rest in (line.partition("\t") for line in lines)}

    def __missing__(self, word: str) -> Followers:
        if len(self) >= MOST:
            self.clear()
        line = self.lines.get(word)
        row = self[word] = NO_FOLLOWERS if line is None else _parse_row(line)
        return row


@dataclass(frozen=True, slots=True)
class Bigrams:
    """The bigrams of a language: for each first word its followers."""

    followers: Mapping[str, Followers]

    def after(self, first: str) -> Followers:
        """Return the followers of a word, ``NO_FOLLOWERS`` if it is not listed."""
        return self.followers[first]

    def has(self, first: str, second: str) -> bool:
        """Whether the bigram was seen."""
        return second in self.after(first).counts


@dataclass(frozen=True, slots=True)
class Context:
    """The neighbours of a word: the followers of the word before, and the key of the word after.

    ``after`` is ``BOUNDARY`` where the sentence ends.
    """

    before: Followers
    after: str
    lexicon: Lexicon
    bigrams: Bigrams

    def association(self, key: str) -> float:
        """Return how much likelier the word is here than anywhere, as base-10 log-odds."""
        score = self.before.association(key, self.lexicon.probability)
        if self.after != BOUNDARY:
            score += self.bigrams.after(key).association(self.after, self.lexicon.probability)
        return score

    def has_bigram(self, key: str) -> bool:
        """Whether the word was seen after the one before, or before the one after."""
        return key in self.before.counts or self.after in self.bigrams.after(key).counts


def load_bigrams(lexicon: Lexicon) -> Bigrams:
    """Return the bigrams of a language, none if it has no file of them."""
    return _read_bigrams(lexicon.language.code)


@cache
def _read_bigrams(code: str) -> Bigrams:
    data = files(__package__).joinpath("data", f"bigrams-{code}.txt.gz")
    if not data.is_file():
        return Bigrams(_LazyRows(()))
    return Bigrams(_LazyRows(gzip.decompress(data.read_bytes()).decode().splitlines()))


def build_context(before: str, after: str, lexicon: Lexicon) -> Context:
    """Return the context between two keys; ``BOUNDARY`` where a sentence begins or ends."""
    bigrams = load_bigrams(lexicon)
    return Context(bigrams.after(before), after, lexicon, bigrams)


def tokenise(words: Sequence[Word], lexicon: Lexicon) -> list[str]:
    """Return the keys of a block with sentence boundaries; elided words are tokens of their own."""
    tokens = []
    for word in words:
        if word.initial:
            tokens.append(BOUNDARY)
        tokens += split_elision(word.key, lexicon)
    return tokens


def split_elision(key: str, lexicon: Lexicon) -> list[str]:
    """Return the tokens of a word: ``l'état`` is ``l'`` and ``état``."""
    if lexicon.morphology.elision is None or "'" not in key[:-1]:
        return [key]
    head, _, tail = key.partition("'")
    return [head + "'", tail]


def _parse_row(line: str) -> Followers:
    """Parse a line of the file, without the word that it begins with."""
    total, kinds, kept, *cells = line.split("\t")
    reserve = (DISCOUNT * int(kinds) + int(total) - int(kept)) / int(total)
    counts: dict[str, int] = {}
    for cell in cells:
        number, *same = cell.split(" ")
        counts |= dict.fromkeys(same, int(number))
    return Followers(counts, int(total), reserve, math.log10(reserve))
