"""Edit neighbours: the words of a lexicon at one confusion, or at edit distance 1, from a word."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from toolkit.annotation.errors.bigrams import MOST
from toolkit.annotation.errors.confusions import Costly, undo_confusions
from toolkit.annotation.errors.lexicon import Lexicon

if TYPE_CHECKING:
    from toolkit.annotation.errors.hash_index import HashIndex

MANY, FEW = 500, 20
"""From so many words on it is quicker to find their neighbours together: with the time that it
takes to make the index of the lexicon, and without."""

MEDIUM = 12
"""Letters of a word in which the second confusion may be of any kind, for the sake of time."""

LONGEST = 24
"""Letters of the longest word that is looked up: longer ones are characters run together."""

Word = TypeVar("Word")


class EditNeighbours:
    """The neighbours of words in a lexicon, found one by one or beforehand for many together."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = lexicon.frequencies
        self.alphabet = lexicon.vocabulary.alphabet
        self._confused: dict[str, tuple[Costly, ...]] = {}
        self._confused_twice: dict[str, tuple[Costly, ...]] = {}
        self._edited: dict[str, tuple[str, ...]] = {}
        self._made_index: HashIndex | None = None

    def confused(self, key: str) -> Iterable[Costly]:
        """Return the words at one confusion."""
        cached = self._confused.get(key)
        if cached is not None:
            return cached
        return (pair for pair in undo_confusions(key) if pair[0] in self.words)

    def confused_twice(self, key: str) -> Iterable[Costly]:
        """Return the words at two confusions, one of which is of signs of the same shape."""
        cached = self._confused_twice.get(key)
        if cached is not None:
            return cached
        return (
            (word, first + second)
            for half, first in undo_confusions(key, sure=True)
            for word, second in undo_confusions(half, sure=len(key) > MEDIUM)
            if word in self.words
        )

    def edited(self, key: str) -> Iterable[str]:
        """Return the words with one letter less, more or replaced, or with two exchanged."""
        cached = self._edited.get(key)
        if cached is not None:
            return cached
        return filter(self.words.__contains__, _edit_once(key, self.alphabet))

    def prefetch(
        self, confused: Iterable[str], edited: Iterable[str], twice: Iterable[str]
    ) -> None:
        """Find the neighbours of many words together, each kind for its own words."""
        self._fill_cache(self._confused, confused, self._search_confused)
        self._fill_cache(self._edited, edited, self._search_edited)
        self._fill_cache(self._confused_twice, twice, self._search_confused_twice)

    def _fill_cache(
        self,
        cached: dict[str, tuple[Word, ...]],
        keys: Iterable[str],
        search: Callable[[Sequence[str]], Iterator[tuple[int, Word]]],
    ) -> None:
        """Search for the keys that are not cached, if they are many."""
        if len(cached) > MOST:
            cached.clear()
        new = [key for key in keys if key not in cached and len(key) <= LONGEST]
        if len(new) < (FEW if self._made_index else MANY):
            return
        results: defaultdict[int, list[Word]] = defaultdict(list)
        for at, word in search(new):
            results[at].append(word)
        cached.update((key, tuple(results.get(at, ()))) for at, key in enumerate(new))

    @property
    def _index(self) -> "HashIndex":
        """The index of the lexicon, made when it is first needed."""
        from toolkit.annotation.errors.hash_index import HashIndex  # noqa: PLC0415  # loads numpy

        if self._made_index is None:
            self._made_index = HashIndex(self.words)
        return self._made_index

    def _search_confused(self, keys: Sequence[str]) -> Iterator[tuple[int, Costly]]:
        return ((at, (word, cost)) for at, word, cost in self._index.find_confused(keys))

    def _search_edited(self, keys: Sequence[str]) -> Iterator[tuple[int, str]]:
        return self._index.find_edited(keys, self.alphabet)

    def _search_confused_twice(self, keys: Sequence[str]) -> Iterator[tuple[int, Costly]]:
        for sure in (True, False):
            halves = [
                (at, half, cost)
                for at, key in enumerate(keys)
                if (len(key) > MEDIUM) is sure
                for half, cost in undo_confusions(key, sure=True)
            ]
            words = [half for _, half, _ in halves]
            for number, word, second in self._index.find_confused(words, sure=sure):
                at, _, first = halves[number]
                yield at, (word, first + second)


@cache
def neighbours_of(lexicon: Lexicon) -> EditNeighbours:
    """Return the neighbours in a lexicon; there is one value for each."""
    return EditNeighbours(lexicon)


def _edit_once(key: str, alphabet: str) -> Iterator[str]:
    for at in range(len(key) + 1):
        head, tail = key[:at], key[at:]
        if tail:
            yield head + tail[1:]
            if len(tail) > 1:
                yield head + tail[1] + tail[0] + tail[2:]
            for letter in alphabet:
                yield head + letter + tail[1:]
        for letter in alphabet:
            yield head + letter + tail
