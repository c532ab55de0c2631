"""Candidates: the words that may have been meant by a string that is no word, or a wrong one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from toolkit.annotation.errors.bigrams import load_bigrams
from toolkit.annotation.errors.confusions import LIKELY, undo_confusions
from toolkit.annotation.errors.edit_neighbours import LONGEST, neighbours_of
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.morphology import differ_in_accents

SLIP = 1.6
"""Cost of an edit without likeness of shape: a letter more, less, replaced, or two exchanged."""

TWICE = 0.5
"""Cost of a second confusion in the same word, beside its own cost."""

TWOFOLD = 6
"""Letters of the shortest word in which two confusions are looked for."""

DIVISION = 1.0
"""Cost of a missing space."""

UNSEEN = 1.0
"""Extra cost of a missing space between words that form no known bigram."""

RARE = 2.5
"""Zipf value below which even a word of the lexicon may be two run together."""

SELDOM = 4.0
"""Zipf value below which a word of a noisy text may be another by any edit: ten in a million."""

COMMON, VERY_COMMON = 3.5, 5.5
"""Zipf values of words that may have run together."""

FUNCTION, FAMILIAR = 6.0, 4.5
"""Zipf values of a word like *that*, and of a word that may have run together with it."""

MOST = 6
"""How many candidates are kept for the context to choose from."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may have been meant: its Zipf value, how it was lost, and the cost of that."""

    word: str
    zipf: float
    cost: float
    how: str

    @property
    def score(self) -> float:
        """The prior of the candidate as a base-10 logarithm."""
        return self.zipf - self.cost


@lru_cache(maxsize=20_000)
def find_candidates(key: str, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Return the likeliest words for a key that is no word, best first, at most ``MOST``."""
    if not 1 < len(key) <= LONGEST:
        return ()
    return _select_best(_generate(key, lexicon))


@lru_cache(maxsize=20_000)
def find_look_alikes(key: str, lexicon: Lexicon, *, noisy: bool = False) -> tuple[Candidate, ...]:
    """Return the words at one confusion or a missing space from this one, best first.

    In a ``noisy`` text, a rare word also has its neighbours at any edit.
    """
    if len(key) > LONGEST:
        return ()
    candidates = [*_confuse_once(key, lexicon)]
    if noisy and _is_rare(key, lexicon):
        candidates += (c for c in _edit(key, lexicon) if not _is_plural(key, c.word))
    if lexicon.zipf(key) < RARE and len(key) > 2:
        candidates += _divide(key, lexicon)
    return _select_best(candidates)


def prefetch_candidates(keys: Iterable[str], lexicon: Lexicon, *, noisy: bool = False) -> None:
    """Search the neighbours of many words together, which is faster than one by one."""
    words = [key for key in keys if len(key) > 1 and key.isalpha()]
    unknown = [key for key in words if not lexicon.knows(key)]
    rare = filter(partial(_is_rare, lexicon=lexicon), words) if noisy else ()
    twice = (key for key in unknown if len(key) >= TWOFOLD)
    neighbours_of(lexicon).prefetch(words, (*unknown, *rare), twice)


def _is_rare(key: str, lexicon: Lexicon) -> bool:
    """Whether a known word of a noisy text may be another by any edit."""
    return 0 < lexicon.zipf(key) < SELDOM


def _select_best(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Keep each word once, and the likeliest words."""
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        former = best.get(candidate.word)
        if former is None or candidate.score > former.score:
            best[candidate.word] = candidate
    return tuple(sorted(best.values(), key=lambda c: (-c.score, c.word))[:MOST])


def _generate(key: str, lexicon: Lexicon) -> Iterator[Candidate]:
    yield from _confuse_once(key, lexicon)
    yield from _edit(key, lexicon)
    if len(key) > 3:
        yield from _divide(key, lexicon)
    if len(key) >= TWOFOLD:
        yield from _confuse_twice(key, lexicon)


def _confuse_once(key: str, lexicon: Lexicon) -> Iterator[Candidate]:
    whole = "'" not in key and "-" not in key  # otherwise its parts may be words
    confused = neighbours_of(lexicon).confused(key) if whole else undo_confusions(key)
    for word, cost in confused:
        if word == key or not (zipf := _zipf_of(word, lexicon)):
            continue
        if differ_in_accents(key, word):
            yield Candidate(word, zipf, SLIP, "accent")
        elif not lexicon.morphology.is_former(key, word):
            yield Candidate(word, zipf, cost, "sure" if cost < LIKELY else "likely")


def _confuse_twice(key: str, lexicon: Lexicon) -> Iterator[Candidate]:
    for word, cost in neighbours_of(lexicon).confused_twice(key):
        if word != key:
            yield Candidate(word, lexicon.zipf(word), cost + TWICE, "twice")


def _edit(key: str, lexicon: Lexicon) -> Iterator[Candidate]:
    for word in neighbours_of(lexicon).edited(key):
        if word == key or differ_in_accents(key, word):
            continue
        if not lexicon.morphology.is_former(key, word):
            yield Candidate(word, lexicon.zipf(word), SLIP, "slip")


def _divide(key: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield pairs of words that may have run together in the word."""
    for at in range(1, len(key)):
        first, second = key[:at], key[at:].removeprefix("'")
        zipf = _rarer(first, second, lexicon)
        if zipf < RARE:
            continue
        if key[at] == "'" and len(first) > 2:
            yield Candidate(f"{first} {second}", COMMON, DIVISION, "division")
        least = VERY_COMMON if min(len(first), len(second)) == 1 else COMMON
        cost = _division_cost(first, second, lexicon) if zipf >= least else None
        if cost is not None:
            yield Candidate(f"{first} {second}", zipf, cost, "division")


def _division_cost(first: str, second: str, lexicon: Lexicon) -> float | None:
    """Return the cost of a missing space between common words; None if they hardly ran together."""
    if load_bigrams(lexicon).has(first, second):
        return DIVISION
    return DIVISION + UNSEEN if _may_meet(first, second, lexicon) else None


def _rarer(first: str, second: str, lexicon: Lexicon) -> float:
    """Return the Zipf value of the rarer word."""
    zipf = lexicon.zipf(first)
    return min(zipf, lexicon.zipf(second)) if zipf else zipf


def _is_plural(key: str, word: str) -> bool:
    """Whether one is the plural of the other, hence no misreading as a rule."""
    return word == f"{key}s" or key == f"{word}s"


def _may_meet(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether both words are so common that they may follow one another in an unseen bigram."""
    rarer, other = sorted((lexicon.zipf(first), lexicon.zipf(second)))
    shorter, longer = sorted((len(first), len(second)))
    return shorter > 1 and (
        rarer >= VERY_COMMON or (other >= FUNCTION and rarer >= FAMILIAR and longer > 3)
    )


def _zipf_of(word: str, lexicon: Lexicon) -> float:
    """Return the Zipf value of a word; of an elided or hyphenated one, that of its rarest part."""
    direct = lexicon.zipf(word)
    if direct:
        return direct
    elision = lexicon.morphology.elision
    if elision and (elided := elision.match(word)):
        return lexicon.zipf(word[elided.end() :])
    if "-" not in word:
        return 0.0
    return min(lexicon.zipf(part) if len(part) > 1 else 0.0 for part in word.split("-"))
