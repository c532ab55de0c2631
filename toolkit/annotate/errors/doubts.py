"""Doubts: the words that may be errors, each with what was probably meant.

A word is doubted if no lexicon has it and no rule of the language forms it, or if it has it, but
a word that looks like it is at home in the same company.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.annotate.errors.candidates import Candidate, candidates, look_alikes
from toolkit.annotate.errors.context import Context, context
from toolkit.annotate.errors.lexicon import Lexicon
from toolkit.annotate.errors.words import Word, is_title

FREQUENT = 7.0
"""Zipf value above which a word is never doubted: the dozen commonest of a language."""

SLIGHT = 0.5
"""Gain up to which a look-alike of a known word is not worth a doubt."""

UNSEEN = 0.5
"""What it costs a candidate that neither of its pairs was ever seen."""

LONE = 3.0
"""Margin of a candidate that has no rival."""


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


def doubts(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Doubt]:
    """The doubtful words of a block."""
    unknown = {at for at, word in enumerate(words) if _is_unknown(word, lexicon)}
    for at, word in enumerate(words):
        if at in unknown:
            near = len(unknown & {at - 2, at - 1, at + 1, at + 2})
            around = context(words, at, lexicon)
            yield _doubt(word, candidates(word.key, lexicon.language), around, near)
        elif alike := _look_alikes(word, lexicon):
            near = len(unknown & {at - 2, at - 1, at + 1, at + 2})
            around = context(words, at, lexicon)
            doubt = _doubt(word, alike, around, near, lexicon.zipf(word.key))
            if doubt.gain > SLIGHT and not _is_old(word, lexicon):
                yield doubt


def _is_unknown(word: Word, lexicon: Lexicon) -> bool:
    key = word.key
    return (
        key not in lexicon.frequencies
        and len(key) > 1
        and key.replace("'", "").replace("-", "").isalpha()
        and not lexicon.knows(key)
    )


def _is_old(word: Word, lexicon: Lexicon) -> bool:
    """Whether it is an old spelling; short words are one letter away from too much to say so."""
    return len(word.key) > 3 and lexicon.is_old(word.key)


def _look_alikes(word: Word, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """What looks like a known word that is not too frequent to be doubted, and no name."""
    key = word.key
    if len(key) < 2 or not key.isalpha() or not 0 < lexicon.zipf(key) <= FREQUENT:
        return ()
    if not word.text.islower() and not (word.initial and is_title(word.text)):
        return ()
    return look_alikes(key, lexicon.language)


def _doubt(
    word: Word,
    possible: Sequence[Candidate],
    around: Context,
    company: int,
    own: float | None = None,
) -> Doubt:
    """The doubt about a word; ``own`` is its zipf value if the lexicon has it."""
    known = own is not None
    itself = own + around.fits(word.key) if own is not None else 0.0
    ranked = sorted(
        (
            (_likelihood(candidate, around, strict=known) - itself, candidate)
            for candidate in possible
        ),
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
