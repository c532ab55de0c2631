"""Pairs: which words stand beside which, so that a wrong word that exists can be recognised.

The counts are those of ``data/pairs-*.txt.gz`` (see the README there): every pair of words that
stands at least twice in about half a million words of letters, novels and newspapers of each
language, 1780 to 1950. Probabilities by absolute discounting (Ney, Essen and Kneser 1994), with the
frequencies of the lexicon for pairs that were not seen.
"""

import gzip
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

BOUNDARY = "."
"""Stands for what is before the first and after the last word of a sentence."""

MOST = 100_000
"""How many words are remembered before all are forgotten: memory stays bounded."""

DISCOUNT = 0.75
SPARSE = 1e-8
"""Probability of a word that the lexicon does not have."""


@dataclass(frozen=True, slots=True)
class Followers:
    """What was seen after a word.

    ``counts``: how often each second word. ``total``: how often the first stands. ``left``: the
    share of that which is left for words that were not seen; ``unseen``: its decadic logarithm.
    """

    counts: dict[str, int]
    total: int
    left: float
    unseen: float

    def association(self, second: str, probability: Callable[[str], float]) -> float:
        """How much likelier ``second`` is here than anywhere, a power of ten.

        ``probability`` says how probable a word is anywhere; 0 is taken as very small.
        """
        count = self.counts.get(second)
        if count is None:
            return self.unseen
        anywhere = max(probability(second), SPARSE)
        return math.log10((count - DISCOUNT) / self.total / anywhere + self.left)


NEVER = Followers({}, 0, 1.0, 0.0)
"""What was seen after a word that no text has."""


class _Listed(dict[str, Followers]):
    """What was seen after the words met so far; the line of a word is read when it is asked for."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        self.lines = {word: rest for word, _, rest in (line.partition("\t") for line in lines)}

    def __missing__(self, word: str) -> Followers:
        if len(self) >= MOST:
            self.clear()
        line = self.lines.get(word)
        found = self[word] = NEVER if line is None else _followers(line)
        return found


@dataclass(frozen=True, slots=True)
class Pairs:
    """Words that stand beside one another: for each first word what was seen after it."""

    followers: Mapping[str, Followers]

    def after(self, first: str) -> Followers:
        """What was seen after a word; ``NEVER`` if it is not listed."""
        return self.followers[first]

    def seen(self, first: str, second: str) -> bool:
        """Whether the second word was seen after the first."""
        return second in self.after(first).counts


@cache
def pairs(language: str) -> Pairs:
    """The pairs of one of the languages that have a lexicon."""
    data = files("toolkit.annotation.errors").joinpath("data", f"pairs-{language}.txt.gz")
    return Pairs(_Listed(gzip.decompress(data.read_bytes()).decode().splitlines()))


def _followers(line: str) -> Followers:
    """What a line of the list says, without the word that it begins with."""
    total, kinds, kept, *cells = line.split("\t")
    left = (DISCOUNT * int(kinds) + int(total) - int(kept)) / int(total)
    counts: dict[str, int] = {}
    for cell in cells:
        number, *same = cell.split(" ")
        counts |= dict.fromkeys(same, int(number))
    return Followers(counts, int(total), left, math.log10(left))
