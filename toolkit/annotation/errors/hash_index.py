"""Near: which words of a lexicon lie a confusion or a slip away from other words, for many at once.

A text has ten thousand kinds of words; each has fifty neighbours by confusion and five hundred by
slips, and hardly any of them is a word. So neighbours are not spelt out: their hashes follow from
that of the word itself (Karp and Rabin 1987, modulo 2**64), and are looked up in a table of the
hashes of all words (Bloom 1970). Only what is found there is spelt out and looked up.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.annotation.errors.confusions import meanings

LONGEST = 40
"""Letters of the longest word that is hashed."""

_BASE = 0x9E3779B97F4A7C15
"""What a letter is multiplied by for each letter before it: odd, so that it has an inverse."""

_SPREAD = np.uint64(0xD6E8FEB86659FD93)
"""What spreads hashes evenly over the table."""

_BITS = 24
"""Binary logarithm of the bits in the table, two million bytes: few bits are set."""

_PORTION = 10_000
"""So many words are hashed together, so that they stay near the processor."""

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.intp]

_POWERS: Hashes = np.array(
    [pow(_BASE, n, 2**64) for n in (*range(LONGEST + 2), -2, -1)], dtype=np.uint64
)
"""The powers of the base, by their exponents: those at the end are negative."""

_AFTER = "\n"
"""Stands after each word, and in none."""


@dataclass(frozen=True, slots=True, eq=False)
class _Letters:
    """The letters of words, one word after the other; a line feed stands after each.

    Of each letter: its ``code`` point, the number of its ``word``, its ``place`` in it, and the
    hash of what stands ``before`` it. ``whole`` are the hashes of the words.
    """

    words: Sequence[str]
    code: NDArray[np.uint32]
    word: Numbers
    place: Numbers
    before: Hashes
    whole: Hashes

    @classmethod
    def of(cls, words: Sequence[str]) -> "_Letters":
        """The letters of these words."""
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

    def where(self, signs: str) -> Numbers:
        """Where these signs stand together in a word."""
        stop = len(self.code) - len(signs) + 1
        found = self.code[:stop] == ord(signs[0])
        for at, sign in enumerate(signs[1:], 1):
            found &= self.code[at : stop + at] == ord(sign)
        return np.flatnonzero(found)

    def replaced(self, at: Numbers, length: int, new: Hashes | np.uint64, longer: int) -> Hashes:
        """The hashes of the words with so many letters replaced by those with the hash ``new``.

        ``longer`` says by how many letters the word grows, -1 or -2 that it shrinks.
        """
        after = self.whole[self.word[at]] - self.before[at + length]
        hashes: Hashes = self.before[at] + new * _POWERS[self.place[at]] + after * _POWERS[longer]
        return hashes


class Near:
    """The words of a lexicon, which can be asked for those that are near others."""

    def __init__(self, words: Collection[str]) -> None:
        self.words = words
        self.table = np.zeros(2**_BITS // 8, np.uint8)
        short = [word for word in words if len(word) <= LONGEST]
        for first in range(0, len(short), _PORTION):
            byte, bit = _slots(_Letters.of(short[first : first + _PORTION]).whole)
            np.bitwise_or.at(self.table, byte, bit)

    def by_confusion(
        self, keys: Sequence[str], *, sure: bool = False
    ) -> Iterator[tuple[int, str, float]]:
        """The words by one confusion undone in one of the keys, with its cost.

        Each with the number of its key. ``sure``: only confusions of signs of the same shape.
        """
        for start, letters in _portions(keys):
            for seen, meant in meanings(sure=sure):
                at = letters.where(seen)
                for new, cost in meant if len(at) else ():
                    for number, word in self._replaced(letters, at, len(seen), new):
                        yield start + number, word, cost

    def by_slip(self, keys: Sequence[str], alphabet: str) -> Iterator[tuple[int, str]]:
        """The words by one letter less, more, other, or by two exchanged, in one of the keys."""
        for start, letters in _portions(keys):
            gaps = np.arange(len(letters.code))
            inside = np.flatnonzero(letters.code != ord(_AFTER))
            found = [self._replaced(letters, inside, 1, ""), self._exchanged(letters, inside)]
            for letter in alphabet:
                found.append(self._replaced(letters, inside, 1, letter))
                found.append(self._replaced(letters, gaps, 0, letter))
            for number, word in (pair for pairs in found for pair in pairs):
                yield start + number, word

    def _replaced(
        self, letters: _Letters, at: Numbers, length: int, new: str
    ) -> Iterator[tuple[int, str]]:
        code = sum(ord(letter) * int(_POWERS[i]) for i, letter in enumerate(new)) % 2**64
        hashes = letters.replaced(at, length, np.uint64(code), len(new) - length)
        for number, place in self._likely(letters, at, hashes):
            key = letters.words[number]
            word = key[:place] + new + key[place + length :]
            if word in self.words:
                yield number, word

    def _exchanged(self, letters: _Letters, inside: Numbers) -> Iterator[tuple[int, str]]:
        at = inside[letters.code[inside + 1] != ord(_AFTER)]
        new = letters.code[at + 1] + letters.code[at] * _POWERS[1]
        for number, place in self._likely(letters, at, letters.replaced(at, 2, new, 0)):
            key = letters.words[number]
            word = key[:place] + key[place + 1] + key[place] + key[place + 2 :]
            if word in self.words:
                yield number, word

    def _likely(self, letters: _Letters, at: Numbers, hashes: Hashes) -> Iterable[tuple[int, int]]:
        """The words and places of the letters where a hash is in the table."""
        byte, bit = _slots(hashes)
        likely = at[(self.table[byte] & bit) > 0]
        return zip(letters.word[likely].tolist(), letters.place[likely].tolist(), strict=True)


def _slots(hashes: Hashes) -> tuple[Hashes, NDArray[np.uint8]]:
    """The bytes of the table in which hashes are noted, and the bit in each."""
    slots = hashes * _SPREAD >> np.uint64(64 - _BITS)
    return slots >> np.uint64(3), np.uint8(1) << (slots & np.uint64(7)).astype(np.uint8)


def _portions(keys: Sequence[str]) -> Iterator[tuple[int, _Letters]]:
    for start in range(0, len(keys), _PORTION):
        yield start, _Letters.of(keys[start : start + _PORTION])
