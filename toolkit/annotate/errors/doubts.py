"""Doubts: the words that may be errors, each with what was probably meant.

A word is doubted if no lexicon has it and no rule of the language forms it, or if it has it, but
a word that looks like it is at home in the same company.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from toolkit.annotate.errors.candidates import Candidate, candidates, look_alikes
from toolkit.annotate.errors.context import Context, parts
from toolkit.annotate.errors.lexicon import Lexicon, lexicon
from toolkit.annotate.errors.pairs import BOUNDARY, Pairs, pairs
from toolkit.annotate.errors.words import Word, is_title

FREQUENT = 7.0
"""Zipf value above which a word is never doubted: the dozen commonest of a language."""

SLIGHT = 0.5
"""Gain up to which a look-alike of a known word is not worth a doubt."""

UNSEEN = 0.5
"""What it costs a candidate that neither of its pairs was ever seen."""

LONE = 3.0
"""Margin of a candidate that has no rival."""


MOST = 100_000
"""How many words are remembered before all are forgotten: memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that may be an error, and the word that was probably meant.

    ``unknown``: no lexicon has the word. ``gain``: how likely ``best`` is here, a power of ten; for
    a known word in relation to that word itself. ``margin``: how much likelier than the next
    candidate. ``company``: how many of the two words before and the two after are unknown too.
    """

    word: Word
    unknown: bool
    company: int
    best: Candidate | None
    gain: float
    margin: float


@dataclass(frozen=True, slots=True)
class _Sort:
    """What is to be known of a word wherever it stands.

    ``possible``: what may have been meant; ``words``: the same as words; ``rows``: what was seen
    after each of these. ``zipf``: how frequent, 0 if no lexicon has it. ``free``: whether
    something else may be likelier in company in which it was never seen. ``first``, ``last``: the
    words that its neighbours see.
    """

    unknown: bool
    possible: tuple[Candidate, ...]
    words: tuple[str, ...]
    rows: tuple[Mapping[str, int], ...]
    zipf: float
    free: bool
    first: str
    last: str


class _Sorts(dict[str, _Sort]):
    """The words met so far; a word that is asked for is looked up once."""

    def __init__(self, known: Lexicon, *, closely: bool) -> None:
        super().__init__()
        self.lexicon = known
        self.closely = closely

    def __missing__(self, key: str) -> _Sort:
        if len(self) >= MOST:
            self.clear()
        found = self[key] = _sort(key, self.lexicon, closely=self.closely)
        return found


@cache
def _sorts(language: str, *, closely: bool) -> _Sorts | None:
    known = lexicon(language)
    return None if known is None else _Sorts(known, closely=closely)


def doubts(words: Sequence[Word], known: Lexicon, *, closely: bool = False) -> Iterator[Doubt]:
    """The doubtful words of a block; ``closely`` also those that a clean text is spared."""
    sorts = _sorts(known.language, closely=closely)
    if sorts is None:
        return
    beside = pairs(known.language)
    kinds = [sorts[word.key] for word in words]
    for at, (word, kind) in enumerate(zip(words, kinds, strict=True)):
        if not kind.possible and not kind.unknown:
            continue
        if not (kind.unknown or closely or _may_be_doubted(word)):
            continue
        before = BOUNDARY if word.initial or not at else kinds[at - 1].last
        is_last = at + 1 == len(words) or words[at + 1].initial
        after = BOUNDARY if is_last else kinds[at + 1].first
        if not (kind.free or _has_rival(kind, beside.after(before).counts, after)):
            continue
        near = sum(k.unknown for k in (*kinds[max(0, at - 2) : at], *kinds[at + 1 : at + 3]))
        doubt = _doubt(word, kind, Context(before, after, known), near)
        if kind.unknown or (doubt.gain > SLIGHT and not _is_old(word, known)):
            yield doubt


def _sort(key: str, known: Lexicon, *, closely: bool) -> _Sort:
    heard = parts(key, known.language)
    if _is_unknown(key, known):
        possible = candidates(key, known.language)
        return _Sort(True, possible, (), (), 0.0, True, heard[0], heard[-1])
    zipf = known.zipf(key)
    doubtful = len(key) > 1 and key.isalpha() and 0 < zipf <= FREQUENT
    possible = look_alikes(key, known.language, closely=closely) if doubtful else ()
    beside = pairs(known.language)
    free = _may_be_unseen(key, zipf, possible, beside)
    words = tuple(c.word for c in possible)
    rows = tuple(row for word in words if (row := beside.after(word).counts))
    return _Sort(False, possible, words, rows, zipf, free, heard[0], heard[-1])


def _may_be_unseen(key: str, zipf: float, possible: Sequence[Candidate], beside: Pairs) -> bool:
    """Whether a candidate may be worth a doubt though neither of its pairs was ever seen.

    Then it cannot go with its neighbours any better than the word itself does, save for what the
    word loses because few others follow it.
    """
    loss = beside.association(key, "", 0.0)
    return any(c.how == "division" or c.score - UNSEEN - zipf - loss > SLIGHT for c in possible)


def _has_rival(kind: _Sort, followers: Mapping[str, int], after: str) -> bool:
    """Whether something else was seen in this company; ``followers`` of the word before."""
    if not followers.keys().isdisjoint(kind.words):
        return True
    for row in kind.rows:  # noqa: SIM110  # at every word of a text: twice as fast as any()
        if after in row:
            return True
    return False


def _is_unknown(key: str, known: Lexicon) -> bool:
    return (
        key not in known.frequencies
        and len(key) > 1
        and key.replace("'", "").replace("-", "").isalpha()
        and not known.knows(key)
    )


def _is_old(word: Word, known: Lexicon) -> bool:
    """Whether it is an old spelling; short words are one letter away from too much to say so."""
    return len(word.key) > 3 and known.is_old(word.key)


def _may_be_doubted(word: Word) -> bool:
    """Whether a known word is no name, as far as its letters say."""
    return word.text.islower() or (word.initial and is_title(word.text))


def _doubt(word: Word, kind: _Sort, around: Context, company: int) -> Doubt:
    known = not kind.unknown
    itself = kind.zipf + around.fits(word.key) if known else 0.0
    ranked = sorted(
        ((_likelihood(c, around, strict=known) - itself, c) for c in kind.possible),
        key=lambda pair: (-pair[0], pair[1].word),
    )
    if not ranked:
        return Doubt(word, not known, company, None, 0.0, 0.0)
    margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else LONE
    return Doubt(word, not known, company, ranked[0][1], ranked[0][0], margin)


def _likelihood(candidate: Candidate, around: Context, *, strict: bool) -> float:
    """How likely the candidate is in this context; ``strict``: less if never seen in it."""
    if candidate.how == "division":
        return candidate.score
    unseen = UNSEEN if strict and not around.has_seen(candidate.word) else 0.0
    return candidate.score + around.fits(candidate.word) - unseen
