"""Doubts: the words that may be errors, each with what was probably meant.

A word is doubted if no lexicon has it and no rule of the language forms it, or if it has it, but
a word that looks like it is at home in the same company.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from toolkit.annotation.errors.bigrams import BOUNDARY, MOST, pairs
from toolkit.annotation.errors.candidate_priors import SLIGHT, UNSEEN, Rivals, rivals
from toolkit.annotation.errors.candidates import Candidate
from toolkit.annotation.errors.context import Context, parts
from toolkit.annotation.errors.lexicon import Lexicon, lexicon
from toolkit.annotation.errors.words import Block, Word, is_title

FREQUENT = 7.0
"""Zipf value above which a word is never doubted: the dozen commonest of a language."""

HALF, FAMILIAR = 3, 3.5
"""Letters of the halves of a compound that a line end may divide; zipf value of a known word."""

LONE = 3.0
"""Margin of a candidate that has no rival."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that may be an error, and the word that was probably meant.

    ``unknown``: no lexicon has the word. ``gain``: how likely ``best`` is here, a power of ten; for
    a known word in relation to that word itself. ``margin``: how much likelier than the next
    candidate. ``own``, ``fit``: how well the word and ``best`` go with their neighbours.
    ``company``: how many of the two words before and the two after are unknown too; ``abroad``:
    how many of them other languages have rather than this one.
    """

    word: Word
    unknown: bool
    company: int
    abroad: int = 0
    best: Candidate | None = None
    gain: float = 0.0
    margin: float = 0.0
    own: float = 0.0
    fit: float = 0.0


@dataclass(frozen=True, slots=True)
class _Sort:
    """What is to be known of a word wherever it stands: whether to doubt it, what others see.

    ``first``, ``last``: the words that its neighbours see. ``foreign``: whether it is common in
    another language and seldom in this one.
    """

    unknown: bool
    doubtful: bool
    foreign: bool
    first: str
    last: str


class _Sorts(dict[str, _Sort]):
    """The words met so far; a word that is asked for is looked up once."""

    def __init__(self, known: Lexicon) -> None:
        super().__init__()
        self.lexicon = known

    def __missing__(self, key: str) -> _Sort:
        if len(self) >= MOST:
            self.clear()
        heard = parts(key, self.lexicon.language)
        unknown = _is_unknown(key, self.lexicon)
        frequent = not 0 < self.lexicon.zipf(key) <= FREQUENT
        doubtful = unknown or (len(key) > 1 and key.isalpha() and not frequent)
        foreign = self.lexicon.is_foreign(key) and self.lexicon.zipf(key) < FAMILIAR
        found = self[key] = _Sort(unknown, doubtful, foreign, heard[0], heard[-1])
        return found


@cache
def _sorts(language: str) -> _Sorts:
    known = lexicon(language)
    if known is None:
        raise ValueError(f"there is no lexicon of {language!r}")
    return _Sorts(known)


def doubts(block: Block, known: Lexicon, *, closely: bool = False) -> Iterator[Doubt]:
    """The doubtful words of a block; ``closely`` also those that a clean text is spared."""
    sorts = _sorts(known.language)
    others = rivals(known.language, closely=closely)
    beside = pairs(known.language)
    kinds = [*map(sorts.__getitem__, block.keys)]
    initial = (*block.initial, True)
    for at, kind in enumerate(kinds):
        if not kind.doubtful:
            continue
        if not (kind.unknown or closely or _may_be_doubted(block.texts[at], initial[at])):
            continue
        key = block.keys[at]
        possible = others[key]
        if not (possible.words or possible.free):
            continue
        before = beside.after(BOUNDARY if initial[at] or not at else kinds[at - 1].last)
        after = BOUNDARY if initial[at + 1] else kinds[at + 1].first
        if not possible.at_home(before.counts, after):
            continue
        if not closely and key in before.counts and after in beside.after(key).counts:
            continue  # seen between such neighbours
        around = Context(before, after, known, beside)
        if not (possible.free or _is_outdone(key, possible, around)):
            continue
        word = block.word(at)
        if kind.unknown and word.divided and _is_compound(word.key, known):
            continue
        near = (*kinds[max(0, at - 2) : at], *kinds[at + 1 : at + 3])
        doubt = _doubt(word, possible, around, near)
        if kind.unknown or (doubt.gain > SLIGHT and not _is_old(word, known)):
            yield doubt


def _is_unknown(key: str, known: Lexicon) -> bool:
    return (
        key not in known.frequencies
        and len(key) > 1
        and key.replace("'", "").replace("-", "").isalpha()
        and not known.knows(key)
    )


def _is_compound(key: str, known: Lexicon) -> bool:
    """Whether the hyphen at the line end may be one of the language: *best-selected*."""
    cuts = range(HALF, len(key) - HALF + 1)
    return any(min(known.zipf(key[:at]), known.zipf(key[at:])) >= FAMILIAR for at in cuts)


def _is_old(word: Word, known: Lexicon) -> bool:
    """Whether it is an old spelling; short words are one letter away from too much to say so."""
    return len(word.key) > 3 and known.is_old(word.key)


def _may_be_doubted(text: str, initial: int) -> bool:
    """Whether a known word is no name, as far as its letters say."""
    return text.islower() or (bool(initial) and is_title(text))


def _is_outdone(key: str, kind: Rivals, around: Context) -> bool:
    """Whether a word that was seen in this company goes better with it than the one that is here.

    Where none does, no other can: that is what ``Rivals.free`` says.
    """
    itself = kind.zipf + around.fits(key)
    seen = (c for c in kind.possible if around.has_seen(c.word))
    return any(itself - c.score - around.fits(c.word) < -SLIGHT for c in seen)


def _doubt(word: Word, kind: Rivals, around: Context, near: Sequence[_Sort]) -> Doubt:
    known = bool(kind.zipf)
    company = sum([sort.unknown for sort in near])
    abroad = sum([sort.foreign for sort in near])
    own = around.fits(word.key) if known else 0.0
    itself = kind.zipf + own
    ranked = sorted(
        [
            (itself - c.score - fit, c.word, c, fit)
            for c in kind.possible
            for fit in (_fit(c, around, strict=known),)
        ]
    )
    if not ranked:
        return Doubt(word, not known, company, abroad, own=own)
    loss, _, best, fit = ranked[0]
    margin = ranked[1][0] - loss if len(ranked) > 1 else LONE
    return Doubt(word, not known, company, abroad, best, -loss, margin, own, fit)


def _fit(candidate: Candidate, around: Context, *, strict: bool) -> float:
    """How well the candidate goes with its neighbours; ``strict``: less if never seen with them."""
    if candidate.how == "division":
        return 0.0
    unseen = UNSEEN if strict and not around.has_seen(candidate.word) else 0.0
    return around.fits(candidate.word) - unseen
