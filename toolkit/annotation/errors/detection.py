"""Detection: the suspect words of a text, each with the word that was probably meant.

A word is suspect if the lexicon lacks it and no rule of the language forms it, or if it is known
but a word that looks like it fits the context better.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from toolkit.annotation.errors.bigrams import (
    BOUNDARY,
    MOST,
    Bigrams,
    Context,
    Followers,
    load_bigrams,
    split_elision,
)
from toolkit.annotation.errors.candidate_priors import (
    SLIGHT,
    UNSEEN,
    CandidateSet,
    candidate_sets,
)
from toolkit.annotation.errors.candidates import Candidate
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.words import Block, Word, is_title_case

FREQUENT = 7.0
"""Zipf value above which a word is never suspect: the dozen commonest of a language."""

HALF, FAMILIAR = 3, 3.5
"""Letters of the halves of a compound that a line end may divide; Zipf value of a known word."""

UNRIVALLED = 3.0
"""Margin of a candidate that has no rival."""

SHORT = 3
"""Letters of a word that is too short to be called a former spelling: too much is like it."""


@dataclass(frozen=True, slots=True)
class SuspectWord:
    """A word that may be an error, with the candidate that was probably meant.

    ``is_unknown``: the lexicon lacks it. ``gain``: the log-odds of ``best`` in this context; for a
    known word, against the word itself. ``margin``: by how much ``best`` leads. ``own_association``
    and ``association``: of the word and of ``best`` with their neighbours.
    ``unknown_neighbours``: how many of the two words before and the two after are unknown too;
    ``foreign_neighbours``: how many of them belong to other languages rather than to this one.
    """

    word: Word
    is_unknown: bool
    unknown_neighbours: int
    foreign_neighbours: int = 0
    best: Candidate | None = None
    gain: float = 0.0
    margin: float = 0.0
    own_association: float = 0.0
    association: float = 0.0


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is known of a word regardless of its context.

    ``first``, ``last``: the tokens that its neighbours see. ``is_foreign``: it is common in another
    language and rare in this one. ``may_be_suspect``: it is unknown, or another word may be meant.
    """

    is_unknown: bool
    is_foreign: bool
    first: str
    last: str
    may_be_suspect: bool


class _Kinds(dict[str, _Kind]):
    """The words seen so far; each distinct word is analysed once."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, key: str) -> _Kind:
        if len(self) >= MOST:
            self.clear()
        kind = self[key] = self._analyse(key)
        return kind

    def _analyse(self, key: str) -> _Kind:
        tokens = split_elision(key, self.lexicon)
        if key in self.lexicon.accepted:
            return _Kind(False, False, tokens[0], tokens[-1], False)
        zipf = self.lexicon.zipf(key)
        unknown = _is_unknown(key, self.lexicon)
        suspect = unknown or (len(key) > 1 and key.isalpha() and 0 < zipf <= FREQUENT)
        foreign = zipf < FAMILIAR and self.lexicon.is_foreign(key)
        return _Kind(unknown, foreign, tokens[0], tokens[-1], suspect)


@cache
def _kinds_of(lexicon: Lexicon) -> Mapping[str, _Kind]:
    return _Kinds(lexicon)


def find_suspects(block: Block, lexicon: Lexicon, *, noisy: bool = False) -> Iterator[SuspectWord]:
    """Yield the suspect words of a block; a ``noisy`` text has more of them than a clean one."""
    candidates = candidate_sets(lexicon, noisy=noisy)
    scan = _Scan(block, lexicon, load_bigrams(lexicon), candidates, noisy)
    neighbours = [*map(_kinds_of(lexicon).__getitem__, block.keys)]
    for at, kind in enumerate(neighbours):
        if kind.may_be_suspect and (
            kind.is_unknown or noisy or may_be_misread(block.texts[at], block.initial[at])
        ):
            suspect = scan.examine(at, neighbours)
            if suspect is not None:
                yield suspect


def may_be_misread(text: str, initial: int) -> bool:
    """Whether a known word is no name as far as its capitals show."""
    return text.islower() or (bool(initial) and is_title_case(text))


@dataclass(frozen=True, slots=True)
class _Scan:
    """The search for suspect words in one block."""

    block: Block
    lexicon: Lexicon
    bigrams: Bigrams
    candidates: Mapping[str, CandidateSet]
    noisy: bool

    def examine(self, at: int, kinds: Sequence[_Kind]) -> SuspectWord | None:
        """Return the word at this index if a candidate fits its context better, or if unknown.

        The candidates are looked up last: most words are attested in their context.
        """
        before, after = self._before(at, kinds), self._after(at, kinds)
        key = self.block.keys[at]
        if not self.noisy and key in before.counts and self.bigrams.has(key, after):
            return None  # attested between such neighbours, as most words are
        candidates = self.candidates[key]
        if not candidates.may_fit(before.counts, after):
            return None
        context = Context(before, after, self.lexicon, self.bigrams)
        if not (candidates.is_free or _is_outdone(key, candidates, context)):
            return None
        suspect = _build_suspect(self.block.word(at), candidates, context, _near(at, kinds))
        return suspect if self._is_suspect(suspect) else None

    def _before(self, at: int, kinds: Sequence[_Kind]) -> Followers:
        begins = not at or self.block.initial[at]
        return self.bigrams.after(BOUNDARY if begins else kinds[at - 1].last)

    def _after(self, at: int, kinds: Sequence[_Kind]) -> str:
        ends = at + 1 == len(kinds) or self.block.initial[at + 1]
        return BOUNDARY if ends else kinds[at + 1].first

    def _is_suspect(self, suspect: SuspectWord) -> bool:
        word = suspect.word
        if suspect.is_unknown:
            return not (word.divided and is_divided_compound(word.key, self.lexicon))
        return suspect.gain > SLIGHT and not self._is_former(word.key)

    def _is_former(self, key: str) -> bool:
        return len(key) > SHORT and self.lexicon.is_former_spelling(key)


def _is_unknown(key: str, lexicon: Lexicon) -> bool:
    return (
        key not in lexicon.frequencies
        and len(key) > 1
        and key.replace("'", "").replace("-", "").isalpha()
        and not lexicon.knows(key)
    )


def is_divided_compound(key: str, lexicon: Lexicon) -> bool:
    """Whether the hyphen at the line end may belong to the word: *best-selected*."""
    cuts = range(HALF, len(key) - HALF + 1)
    return any(min(lexicon.zipf(key[:at]), lexicon.zipf(key[at:])) >= FAMILIAR for at in cuts)


def _near(at: int, kinds: Sequence[_Kind]) -> tuple[_Kind, ...]:
    """Return the two words before and the two after."""
    return (*kinds[max(0, at - 2) : at], *kinds[at + 1 : at + 3])


def _is_outdone(key: str, candidates: CandidateSet, context: Context) -> bool:
    """Whether a candidate that was seen in this context fits it better than the word itself.

    A candidate that was not seen in it cannot, unless ``CandidateSet.is_free``.
    """
    itself = candidates.zipf + context.association(key)
    seen = (c for c in candidates.candidates if context.has_bigram(c.word))
    return any(itself - c.score - context.association(c.word) < -SLIGHT for c in seen)


def _build_suspect(
    word: Word, candidates: CandidateSet, context: Context, near: Sequence[_Kind]
) -> SuspectWord:
    known = bool(candidates.zipf)
    own = context.association(word.key) if known else 0.0
    itself = candidates.zipf + own
    suspect = SuspectWord(
        word,
        not known,
        sum([kind.is_unknown for kind in near]),
        sum([kind.is_foreign for kind in near]),
        own_association=own,
    )
    ranked = sorted(
        [
            (itself - c.score - association, c.word, c, association)
            for c in candidates.candidates
            for association in (_associate(c, context, strict=known),)
        ]
    )
    if not ranked:
        return suspect
    loss, _, best, association = ranked[0]
    margin = ranked[1][0] - loss if len(ranked) > 1 else UNRIVALLED
    return replace(suspect, best=best, gain=-loss, margin=margin, association=association)


def _associate(candidate: Candidate, context: Context, *, strict: bool) -> float:
    """Return the association with the neighbours; ``strict``: less if no bigram was seen."""
    if candidate.how == "division":
        return 0.0
    unseen = UNSEEN if strict and not context.has_bigram(candidate.word) else 0.0
    return context.association(candidate.word) - unseen
