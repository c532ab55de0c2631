"""A hash index of a lexicon: finds the words at one confusion or edit from many words at once.

A text has ten thousand distinct words; each has fifty neighbours by confusion and five hundred by
edits, and hardly any of them is a word. So neighbours are not spelt out: their hashes follow from
that of the word itself (Karp and Rabin 1987, modulo 2**64) and are looked up in a Bloom filter of
all words (Bloom 1970). Only what the filter has is spelt out and looked up in the lexicon.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.annotation.errors.confusions import confusions_by_sign

LONGEST = 40
"""Letters of the longest word that is hashed."""

_BASE = 0x9E3779B97F4A7C15
"""Base of the rolling hash: odd, so that it has an inverse."""

_SPREAD = np.uint64(0xD6E8FEB86659FD93)
"""Multiplier that spreads hashes evenly over the table."""

_BITS = 24
"""Binary logarithm of the number of bits in the table, which takes two megabytes."""

_CHUNK = 10_000
"""Words that are hashed together: a chunk fits into the processor cache."""

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.intp]

_POWERS: Hashes = np.array(
    [pow(_BASE, n, 2**64) for n in (*range(LONGEST + 2), -2, -1)], dtype=np.uint64
)
"""The powers of the base by their exponents; the last two are negative."""

_AFTER = "\n"
"""The terminator of a word, which no word contains."""


@dataclass(frozen=True, slots=True, eq=False)
class _Letters:
    """The letters of words in one array, with a line feed after each word.

    Columns, by letter: the ``code`` point, the index of the ``word``, the ``place`` in the word,
    and the hash of the letters ``before``. ``whole`` has the hashes of the words.
    """

    words: Sequence[str]
    code: NDArray[np.uint32]
    word: Numbers
    place: Numbers
    before: Hashes
    whole: Hashes

    @classmethod
    def of(cls, words: Sequence[str]) -> "_Letters":
        """Make the arrays for these words."""
        text = _AFTER.join((*words, ""))
        code = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        after = np.flatnonzero(code == ord(_AFTER))
        first = np.concatenate(([0], after[:-1] + 1))
        word = np.repeat(np.arange(len(words)), after - first + 1)
        place = np.arange(len(code)) - first[word]
        sums = np.cumsum(code * _POWERS[place])
        before = np.concatenate(([np.uint64(0)], sums[:-1]))
        before -= before[first][word]
        return cls(words, code, word, place, before, before[after])

    def find(self, signs: str) -> Numbers:
        """Return the indexes at which this string begins."""
        stop = len(self.code) - len(signs) + 1
        matches = self.code[:stop] == ord(signs[0])
        for at, sign in enumerate(signs[1:], 1):
            matches &= self.code[at : stop + at] == ord(sign)
        return np.flatnonzero(matches)

    def hash_with(self, at: Numbers, length: int, new: Hashes | np.uint64, longer: int) -> Hashes:
        """Return the hashes of the words with ``length`` letters at ``at`` replaced.

        ``new`` is the hash of the letters put in; ``longer`` is by how many letters the word grows
        (-1 or -2 where it shrinks).
        """
        after = self.whole[self.word[at]] - self.before[at + length]
        hashes: Hashes = self.before[at] + new * _POWERS[self.place[at]] + after * _POWERS[longer]
        return hashes


class HashIndex:
    """The words of a lexicon with a Bloom filter of their hashes."""

    def __init__(self, words: Collection[str]) -> None:
        self.words = words
        self.table = np.zeros(2**_BITS // 8, np.uint8)
        short = [word for word in words if len(word) <= LONGEST]
        for first in range(0, len(short), _CHUNK):
            byte, bit = _slots_of(_Letters.of(short[first : first + _CHUNK]).whole)
            np.bitwise_or.at(self.table, byte, bit)

    def find_confused(
        self, keys: Sequence[str], *, sure: bool = False
    ) -> Iterator[tuple[int, str, float]]:
        """Yield the index of a key, a word at one confusion from it, and the cost.

        ``sure`` restricts this to confusions of signs of the same shape.
        """
        for start, letters in _in_chunks(keys):
            for seen, meant in confusions_by_sign(sure=sure):
                at = letters.find(seen)
                for new, cost in meant if len(at) else ():
                    for number, word in self._find_replaced(letters, at, len(seen), new):
                        yield start + number, word, cost

    def find_edited(self, keys: Sequence[str], alphabet: str) -> Iterator[tuple[int, str]]:
        """Yield the index of a key and a word at edit distance 1 (Damerau and Levenshtein)."""
        for start, letters in _in_chunks(keys):
            gaps = np.arange(len(letters.code))
            inside = np.flatnonzero(letters.code != ord(_AFTER))
            results = [
                self._find_replaced(letters, inside, 1, ""),
                self._find_exchanged(letters, inside),
            ]
            for letter in alphabet:
                results.append(self._find_replaced(letters, inside, 1, letter))
                results.append(self._find_replaced(letters, gaps, 0, letter))
            for number, word in (pair for pairs in results for pair in pairs):
                yield start + number, word

    def _find_replaced(
        self, letters: _Letters, at: Numbers, length: int, new: str
    ) -> Iterator[tuple[int, str]]:
        code = sum(ord(letter) * int(_POWERS[i]) for i, letter in enumerate(new)) % 2**64
        hashes = letters.hash_with(at, length, np.uint64(code), len(new) - length)
        for number, place in self._filter(letters, at, hashes):
            key = letters.words[number]
            word = key[:place] + new + key[place + length :]
            if word in self.words:
                yield number, word

    def _find_exchanged(self, letters: _Letters, inside: Numbers) -> Iterator[tuple[int, str]]:
        at = inside[letters.code[inside + 1] != ord(_AFTER)]
        new = letters.code[at + 1] + letters.code[at] * _POWERS[1]
        for number, place in self._filter(letters, at, letters.hash_with(at, 2, new, 0)):
            key = letters.words[number]
            word = key[:place] + key[place + 1] + key[place] + key[place + 2 :]
            if word in self.words:
                yield number, word

    def _filter(self, letters: _Letters, at: Numbers, hashes: Hashes) -> Iterable[tuple[int, int]]:
        """Return the words and places of the letters whose hashes pass the filter."""
        byte, bit = _slots_of(hashes)
        likely = at[(self.table[byte] & bit) > 0]
        return zip(letters.word[likely].tolist(), letters.place[likely].tolist(), strict=True)


def _slots_of(hashes: Hashes) -> tuple[Hashes, NDArray[np.uint8]]:
    """Return the byte of the table and the bit in it for each hash."""
    slots = hashes * _SPREAD >> np.uint64(64 - _BITS)
    return slots >> np.uint64(3), np.uint8(1) << (slots & np.uint64(7)).astype(np.uint8)


def _in_chunks(keys: Sequence[str]) -> Iterator[tuple[int, _Letters]]:
    for start in range(0, len(keys), _CHUNK):
        yield start, _Letters.of(keys[start : start + _CHUNK])
