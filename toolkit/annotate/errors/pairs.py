"""Pairs: which words stand beside which, so that a wrong word that exists can be recognised.

The counts are those of ``data/pairs-*.txt.gz`` (see the README there): every pair of words that
stands at least twice in about half a million words of letters, novels and newspapers of each
language, 1780 to 1950. Probabilities by absolute discounting (Ney, Essen and Kneser 1994), with the
frequencies of the lexicon for pairs that were not seen.
"""

import gzip
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

BOUNDARY = "."
"""Stands for what is before the first and after the last word of a sentence."""

DISCOUNT = 0.75
SPARSE = 1e-8
"""Probability of a word that the lexicon does not have."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Words that stand beside one another.

    ``counts``: of the pairs, the two words with a space between. ``totals``: how often the first
    words stand, and which share of that is left for words that were not seen after them.
    """

    counts: dict[str, int]
    totals: dict[str, tuple[int, float]]

    def seen(self, first: str, second: str) -> bool:
        """Whether the second word was seen after the first."""
        return f"{first} {second}" in self.counts

    def association(self, first: str, second: str, probability: float) -> float:
        """How much likelier ``second`` is after ``first`` than anywhere, a power of ten.

        ``probability`` is that of ``second`` anywhere; 0 is taken as very small.
        """
        if first not in self.totals:
            return 0.0
        total, left = self.totals[first]
        count = self.counts.get(f"{first} {second}", 0)
        if not count:
            return math.log10(left)
        probability = max(probability, SPARSE)
        return math.log10((count - DISCOUNT) / total / probability + left)


@cache
def pairs(language: str) -> Pairs:
    """The pairs of one of the languages that have a lexicon."""
    data = files("toolkit.annotate.errors").joinpath("data", f"pairs-{language}.txt.gz")
    words, _, beside = gzip.decompress(data.read_bytes()).decode().partition("\n\n")
    totals = {}
    for line in words.splitlines():
        word, total, kinds, kept = line.split("\t")
        left = (DISCOUNT * int(kinds) + int(total) - int(kept)) / int(total)
        totals[word] = (int(total), left)
    counts: dict[str, int] = {}
    for line in beside.splitlines():
        number, *same = line.split("\t")
        counts.update(dict.fromkeys(same, int(number)))
    return Pairs(counts, totals)
