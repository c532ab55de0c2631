"""Candidates: the words that may have been meant by one that is no word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from toolkit.annotation.errors.bigrams import pairs
from toolkit.annotation.errors.confusions import LIKELY, unconfused
from toolkit.annotation.errors.edit_neighbours import LONGEST, neighbours
from toolkit.annotation.errors.lexicon import Lexicon, lexicon
from toolkit.annotation.errors.morphology import ELISION, differ_in_accents, is_former

SLIP = 1.6
"""What a slip without likeness of shape costs: a letter more, less, other, or two exchanged."""

TWICE = 0.5
"""What a second confusion in the same word costs beside its own cost."""

TWOFOLD = 6
"""Letters of the shortest word in which two confusions are looked for."""

DIVISION = 1.0
"""What it costs that a space is missing."""

UNSEEN = 1.0
"""What it costs beside if the two words were never seen together."""

RARE = 2.5
"""Zipf value below which even a word of the lexicon may be two run together."""

SELDOM = 4.0
"""Zipf value below which a word of a noisy text may be another by any slip: ten in a million."""

COMMON, VERY_COMMON = 3.5, 5.5
"""Zipf values of words that may have run together."""

FUNCTION, FAMILIAR = 6.0, 4.5
"""Zipf values of a word like *that*, and of a word that may have run together with it."""

BEST = 6
"""How many candidates are kept, for the context to choose from."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may have been meant: how frequent (zipf), how it was lost, at what cost."""

    word: str
    zipf: float
    cost: float
    how: str

    @property
    def score(self) -> float:
        """Higher is likelier: a power of ten."""
        return self.zipf - self.cost


@lru_cache(maxsize=20_000)
def candidates(key: str, language: str) -> tuple[Candidate, ...]:
    """The likeliest words for a key that is none, best first, each once; at most ``BEST``."""
    known = lexicon(language)
    if known is None or not 1 < len(key) <= LONGEST:
        return ()
    return _best(_all(key, known))


@lru_cache(maxsize=20_000)
def look_alikes(key: str, language: str, *, closely: bool = False) -> tuple[Candidate, ...]:
    """The words that look like this one, by one confusion or a missing space, best first.

    ``closely``: of a rare word also those that any slip makes it.
    """
    known = lexicon(language)
    if known is None or len(key) > LONGEST:
        return ()
    found = list(_once(key, known))
    if closely and 0 < known.zipf(key) < SELDOM:
        found += (c for c in _slips(key, known) if not _is_inflected(key, c.word))
    if known.zipf(key) < RARE and len(key) > 2:
        found += _divided(key, known)
    return _best(found)


def meet(keys: Iterable[str], language: str, *, closely: bool = False) -> None:
    """Get ready for many words, whose neighbours are found sooner together than one by one."""
    known = lexicon(language)
    if known is None:
        return
    words = [key for key in keys if len(key) > 1 and key.isalpha()]
    unknown = [key for key in words if not known.knows(key)]
    rare = (key for key in words if closely and 0 < known.zipf(key) < SELDOM)
    twice = (key for key in unknown if len(key) >= TWOFOLD)
    neighbours(language).meet(words, (*unknown, *rare), twice)


def _best(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Each word once, the likeliest ones."""
    best: dict[str, Candidate] = {}
    for candidate in found:
        former = best.get(candidate.word)
        if former is None or candidate.score > former.score:
            best[candidate.word] = candidate
    return tuple(sorted(best.values(), key=lambda c: (-c.score, c.word))[:BEST])


def _all(key: str, known: Lexicon) -> Iterator[Candidate]:
    yield from _once(key, known)
    yield from _slips(key, known)
    if len(key) > 3:
        yield from _divided(key, known)
    if len(key) >= TWOFOLD:
        yield from _twice(key, known)


def _once(key: str, known: Lexicon) -> Iterator[Candidate]:
    whole = "'" not in key and "-" not in key  # otherwise its parts may be words
    found = neighbours(known.language).confused(key) if whole else unconfused(key)
    for word, cost in found:
        if word == key or not (zipf := _zipf(word, known)):
            continue
        if differ_in_accents(key, word):
            yield Candidate(word, zipf, SLIP, "accent")
        elif not is_former(key, word, known.language):
            yield Candidate(word, zipf, cost, "sure" if cost < LIKELY else "likely")


def _twice(key: str, known: Lexicon) -> Iterator[Candidate]:
    for word, cost in neighbours(known.language).confused_twice(key):
        if word != key:
            yield Candidate(word, known.zipf(word), cost + TWICE, "twice")


def _slips(key: str, known: Lexicon) -> Iterator[Candidate]:
    for word in neighbours(known.language).slipped(key):
        if word == key or differ_in_accents(key, word):
            continue
        if not is_former(key, word, known.language):
            yield Candidate(word, known.zipf(word), SLIP, "slip")


def _divided(key: str, known: Lexicon) -> Iterator[Candidate]:
    """Two words run together: a pair that was seen, two common ones, or a sign between them."""
    beside = pairs(known.language)
    for at in range(1, len(key)):
        first, second = key[:at], key[at:].removeprefix("'")
        least = min(known.zipf(first), known.zipf(second))
        if key[at] == "'" and len(first) > 2 and least >= RARE:
            yield Candidate(f"{first} {second}", COMMON, DIVISION, "division")
        if least < COMMON or ((len(first) == 1 or len(second) == 1) and least < VERY_COMMON):
            continue
        if beside.seen(first, second):
            yield Candidate(f"{first} {second}", least, DIVISION, "division")
        elif _may_meet(first, second, known):
            yield Candidate(f"{first} {second}", least, DIVISION + UNSEEN, "division")


def _is_inflected(key: str, word: str) -> bool:
    """Whether one is the plural of the other: no slip of the eye, as a rule."""
    return word == f"{key}s" or key == f"{word}s"


def _may_meet(first: str, second: str, known: Lexicon) -> bool:
    """Whether two words are common enough to have run together though never seen beside another."""
    rarer, other = sorted((known.zipf(first), known.zipf(second)))
    lengths = sorted((len(first), len(second)))
    return lengths[0] > 1 and (
        rarer >= VERY_COMMON or (other >= FUNCTION and rarer >= FAMILIAR and lengths[1] > 3)
    )


def _zipf(word: str, known: Lexicon) -> float:
    """The zipf value of a word; of one with an elision or hyphen, that of its rarest part."""
    direct = known.zipf(word)
    if direct:
        return direct
    if known.language == "fr" and (elision := ELISION.match(word)):
        return known.zipf(word[elision.end() :])
    if "-" not in word:
        return 0.0
    return min(known.zipf(part) if len(part) > 1 else 0.0 for part in word.split("-"))
