"""Neighbours: the words of a lexicon that differ from another word by confusions or by a slip."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar

from toolkit.annotation.errors.bigrams import MOST
from toolkit.annotation.errors.confusions import unconfused
from toolkit.annotation.errors.lexicon import LETTERS, Lexicon, lexicon

if TYPE_CHECKING:
    from toolkit.annotation.errors.hash_index import Near

MANY = 500
"""From so many words on it is quicker to find their neighbours together."""

MEDIUM = 12
"""Letters of a word in which the second confusion may be of any kind, for the sake of time."""

LONGEST = 24
"""Letters of the longest word that is looked at: longer ones are signs run together."""

Word = TypeVar("Word")
Costly = tuple[str, float]
"""A word, and what it costs to undo the confusions that led away from it."""


class Neighbours:
    """The words of a lexicon that are neighbours of others.

    They are asked for word by word, and found then, or beforehand for many words together.
    """

    def __init__(self, known: Lexicon) -> None:
        self.words = known.frequencies
        self.letters = LETTERS[known.language]
        self._confused: dict[str, tuple[Costly, ...]] = {}
        self._confused_twice: dict[str, tuple[Costly, ...]] = {}
        self._slipped: dict[str, tuple[str, ...]] = {}

    def confused(self, key: str) -> Iterable[Costly]:
        """The words by one confusion undone."""
        found = self._confused.get(key)
        return (w for w in unconfused(key) if w[0] in self.words) if found is None else found

    def confused_twice(self, key: str) -> Iterable[Costly]:
        """The words by two confusions undone, one of them of signs of the same shape."""
        found = self._confused_twice.get(key)
        if found is not None:
            return found
        return (
            (word, first + second)
            for half, first in unconfused(key, sure=True)
            for word, second in unconfused(half, sure=len(key) > MEDIUM)
            if word in self.words
        )

    def slipped(self, key: str) -> Iterable[str]:
        """The words by one letter less, more, other, or by two exchanged."""
        found = self._slipped.get(key)
        return (
            filter(self.words.__contains__, _edits(key, self.letters)) if found is None else found
        )

    def meet(self, confused: Iterable[str], slipped: Iterable[str], twice: Iterable[str]) -> None:
        """Find the neighbours of many words together: by one confusion, a slip, two confusions."""
        _remember(self._confused, confused, self._by_confusion)
        _remember(self._slipped, slipped, self._by_slip)
        _remember(self._confused_twice, twice, self._by_two_confusions)

    @cached_property
    def _near(self) -> "Near":
        from toolkit.annotation.errors.hash_index import Near  # noqa: PLC0415  # loads numpy

        return Near(self.words)

    def _by_confusion(self, keys: Sequence[str]) -> Iterator[tuple[int, Costly]]:
        return ((at, (word, cost)) for at, word, cost in self._near.by_confusion(keys))

    def _by_slip(self, keys: Sequence[str]) -> Iterator[tuple[int, str]]:
        return self._near.by_slip(keys, self.letters)

    def _by_two_confusions(self, keys: Sequence[str]) -> Iterator[tuple[int, Costly]]:
        for sure in (True, False):
            halves = [
                (at, half, cost)
                for at, key in enumerate(keys)
                if (len(key) > MEDIUM) is sure
                for half, cost in unconfused(key, sure=True)
            ]
            words = [half for _, half, _ in halves]
            for number, word, second in self._near.by_confusion(words, sure=sure):
                at, _, first = halves[number]
                yield at, (word, first + second)


@cache
def neighbours(language: str) -> Neighbours:
    """The neighbours in the lexicon of a language that has one."""
    known = lexicon(language)
    if known is None:
        raise ValueError(f"there is no lexicon of {language!r}")
    return Neighbours(known)


def _remember(
    known: dict[str, tuple[Word, ...]],
    keys: Iterable[str],
    find: Callable[[Sequence[str]], Iterator[tuple[int, Word]]],
) -> None:
    """Find something for those keys that it is not known for, if they are many."""
    if len(known) > MOST:
        known.clear()
    new = [key for key in keys if key not in known and len(key) <= LONGEST]
    if len(new) < MANY:
        return
    found: defaultdict[int, list[Word]] = defaultdict(list)
    for at, word in find(new):
        found[at].append(word)
    known.update((key, tuple(found.get(at, ()))) for at, key in enumerate(new))


def _edits(key: str, letters: str) -> Iterator[str]:
    for at in range(len(key) + 1):
        head, tail = key[:at], key[at:]
        if tail:
            yield head + tail[1:]
            if len(tail) > 1:
                yield head + tail[1] + tail[0] + tail[2:]
            for letter in letters:
                yield head + letter + tail[1:]
        for letter in letters:
            yield head + letter + tail
