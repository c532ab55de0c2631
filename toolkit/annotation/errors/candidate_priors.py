"""Rivals: what may have been meant by a word, as far as the word alone can say."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.annotation.errors.bigrams import MOST, pairs
from toolkit.annotation.errors.candidates import Candidate, candidates, look_alikes
from toolkit.annotation.errors.lexicon import Lexicon, lexicon

SLIGHT = 0.5
"""Gain up to which a look-alike of a known word is not worth a doubt."""

UNSEEN = 0.5
"""What it costs a candidate that neither of its pairs was ever seen."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """What may have been meant by a word.

    ``words``: the ``possible`` ones as words; ``rows``: what was seen after each of these.
    ``zipf``: how frequent the word itself is, 0 if no lexicon has it. ``free``: whether something
    else may be likelier even in company in which it was never seen.
    """

    possible: tuple[Candidate, ...]
    words: tuple[str, ...]
    rows: tuple[Mapping[str, int], ...]
    zipf: float
    free: bool

    def at_home(self, followers: Mapping[str, int], after: str) -> bool:
        """Whether something else may be at home here; ``followers`` are of the word before."""
        if self.free or not followers.keys().isdisjoint(self.words):
            return True
        for row in self.rows:  # noqa: SIM110  # at every word of a text: twice as fast as any()
            if after in row:
                return True
        return False


class Found(dict[str, Rivals]):
    """The rivals of the words met so far; a word that is asked for is looked up once."""

    def __init__(self, known: Lexicon, *, closely: bool) -> None:
        super().__init__()
        self.lexicon = known
        self.closely = closely

    def __missing__(self, key: str) -> Rivals:
        if len(self) >= MOST:
            self.clear()
        found = self[key] = _rivals(key, self.lexicon, closely=self.closely)
        return found


@cache
def rivals(language: str, *, closely: bool) -> Found:
    """The rivals of the words of a language that has a lexicon; ``closely``: by any slip."""
    known = lexicon(language)
    if known is None:
        raise ValueError(f"there is no lexicon of {language!r}")
    return Found(known, closely=closely)


def _rivals(key: str, known: Lexicon, *, closely: bool) -> Rivals:
    zipf = known.zipf(key)
    if not zipf:
        return Rivals(candidates(key, known.language), (), (), 0.0, True)
    possible = look_alikes(key, known.language, closely=closely)
    words = tuple(candidate.word for candidate in possible)
    beside = pairs(known.language)
    rows = tuple(row for word in words if (row := beside.after(word).counts))
    loss = beside.after(key).unseen
    free = any(_may_be_unseen(candidate, zipf + loss) for candidate in possible)
    return Rivals(possible, words, rows, zipf, free)


def _may_be_unseen(candidate: Candidate, own: float) -> bool:
    """Whether a candidate may be worth a doubt though neither of its pairs was ever seen.

    Then it cannot go with its neighbours any better than the word itself does, save for what the
    word loses because few others follow it; ``own`` has that taken away.
    """
    return candidate.how == "division" or candidate.score - UNSEEN - own > SLIGHT
