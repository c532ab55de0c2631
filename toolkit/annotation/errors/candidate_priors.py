"""Candidate priors: what may have been meant by a word, as far as the word alone can tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.annotation.errors.bigrams import MOST, load_bigrams
from toolkit.annotation.errors.candidates import Candidate, find_candidates, find_look_alikes
from toolkit.annotation.errors.lexicon import Lexicon

SLIGHT = 0.5
"""Gain up to which a look-alike does not make a known word suspect."""

UNSEEN = 0.5
"""Cost of a candidate of which neither bigram was ever seen."""


@dataclass(frozen=True, slots=True)
class CandidateSet:
    """The candidates for a word, before its context is known.

    ``words``: the words of the candidates; ``rows``: their followers in the bigrams. ``zipf``: the
    Zipf value of the word itself, 0 if unknown. ``is_free``: whether a candidate may be likelier
    even in a context in which it was never seen.
    """

    candidates: tuple[Candidate, ...]
    words: tuple[str, ...]
    rows: tuple[Mapping[str, int], ...]
    zipf: float
    is_free: bool

    def may_fit(self, followers: Mapping[str, int], after: str) -> bool:
        """Whether a candidate may fit between the word with these followers and ``after``."""
        if self.is_free or not followers.keys().isdisjoint(self.words):
            return True
        for row in self.rows:  # noqa: SIM110  # at every word of a text: twice as fast as any()
            if after in row:
                return True
        return False


class _CandidateSets(dict[str, CandidateSet]):
    """The candidate sets of the words looked up so far."""

    def __init__(self, lexicon: Lexicon, *, noisy: bool) -> None:
        super().__init__()
        self.lexicon = lexicon
        self.noisy = noisy

    def __missing__(self, key: str) -> CandidateSet:
        if len(self) >= MOST:
            self.clear()
        made = self[key] = _build_set(key, self.lexicon, noisy=self.noisy)
        return made


@cache
def candidate_sets(lexicon: Lexicon, *, noisy: bool) -> Mapping[str, CandidateSet]:
    """Return the candidate sets of all words; ``noisy`` texts have candidates at any edit."""
    return _CandidateSets(lexicon, noisy=noisy)


def _build_set(key: str, lexicon: Lexicon, *, noisy: bool) -> CandidateSet:
    zipf = lexicon.zipf(key)
    if not zipf:
        return CandidateSet(find_candidates(key, lexicon), (), (), 0.0, True)
    candidates = find_look_alikes(key, lexicon, noisy=noisy)
    words = tuple(candidate.word for candidate in candidates)
    bigrams = load_bigrams(lexicon)
    rows = tuple(row for word in words if (row := bigrams.after(word).counts))
    loss = bigrams.after(key).unseen
    free = any(_may_be_unseen(candidate, zipf + loss) for candidate in candidates)
    return CandidateSet(candidates, words, rows, zipf, free)


def _may_be_unseen(candidate: Candidate, own: float) -> bool:
    """Whether a candidate may make the word suspect though neither of its bigrams was ever seen.

    Its association with its neighbours is then no better than that of the word itself, but for the
    loss of a word that has few followers, which ``own`` accounts for.
    """
    return candidate.how == "division" or candidate.score - UNSEEN - own > SLIGHT
