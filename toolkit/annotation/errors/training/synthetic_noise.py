"""Synthetic noise: misreads a clean text as a reading machine or a hurried typist would.

The rates are a guess that fits the literature on OCR (confusions of shape first, then other
letters, lost and added ones, spaces, signs), not a measurement of the evaluation texts.
"""

import math
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from toolkit.annotation.errors.confusions import LIKELY, load_confusions
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.text import Span

CLEAN = 0.3
"""Share of texts without an error."""

LEAST, MOST = 0.003, 0.15
"""Least and greatest share of misread words in the others; its logarithm is uniform between."""

SURE = 3
"""How many times as often signs of the same shape are confused as similar ones."""

AGAIN = 0.05
"""Probability that a word misread in a text is misread in the same way again."""

SIGNS = ".,:;'*-!^|"
FIGURES = "0123456789" * 3 + "lIoOsSgGiZ/"
"""What a figure is misread as: mostly another figure."""

_CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_PIECE = re.compile(r"\S+|\s+")


@dataclass(frozen=True, slots=True)
class MisreadText:
    """A text with errors, and their spans."""

    text: str
    errors: tuple[Span, ...]


class Misreader:
    """Misreads texts of a language, in the same way for the same chance."""

    def __init__(self, lexicon: Lexicon, chance: random.Random) -> None:
        self.letters = lexicon.vocabulary.alphabet
        self.chance = chance
        self.seen: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for (seen, meant), cost in load_confusions().items():
            self.seen[meant].append((seen, SURE if cost < LIKELY else 1))

    def read(self, text: str) -> MisreadText:
        """Return the text as it is, or with a share of its words misread."""
        if self.chance.random() < CLEAN:
            return MisreadText(text, ())
        share = math.exp(self.chance.uniform(math.log(LEAST), math.log(MOST)))
        return self._add_noise(text, share)

    def _add_noise(self, text: str, share: float) -> MisreadText:
        pieces: list[str] = []
        errors: list[Span] = []
        length, joins = 0, False
        before: dict[str, str] = {}
        for piece in _PIECE.findall(text):
            if piece.isspace():
                read = "" if joins else piece
                joins = False
            else:
                wrong = self.chance.random() < share
                joins = wrong and self.chance.random() < 0.04
                read = before.get(piece, piece) if self.chance.random() < AGAIN else piece
                if wrong and not joins:
                    read = before[piece] = self._misread_word(piece)
                if joins or read != piece:
                    errors.append(Span(length, length + len(read)))
            pieces.append(read)
            length += len(read)
        return MisreadText("".join(pieces), tuple(errors))

    def _misread_word(self, word: str) -> str:
        """Misread the word without the punctuation around it; unchanged if nothing is like it."""
        core = _CORE.search(word)
        if core is None:
            return word
        figures = [at for at, char in enumerate(core[0]) if char.isdigit()]
        if figures:
            at = self.chance.choice(figures)
            read = _splice(core[0], at, at + 1, self.chance.choice(FIGURES))
        else:
            ways, weights = zip(*self._ways(), strict=True)
            read = self.chance.choices(ways, weights)[0](core[0])
        return word[: core.start()] + read + word[core.end() :]

    def _ways(self) -> Iterator[tuple[Callable[[str], str], int]]:
        """Yield the ways of misreading a word, each with its percentage."""
        yield self._confuse, 52
        yield self._replace, 13
        yield self._delete, 8
        yield self._insert, 5
        yield lambda word: self._confuse(self._confuse(word)), 9
        yield self._split, 5
        yield self._insert_sign, 4
        yield self._garble, 4

    def _confuse(self, word: str) -> str:
        places = [
            (at, at + length, seen, weight)
            for at in range(len(word))
            for length in (1, 2, 3)
            for seen, weight in self.seen.get(word[at : at + length], ())
            if at + length <= len(word)
        ]
        if not places:
            return word
        start, end, seen, _ = self.chance.choices(places, [place[3] for place in places])[0]
        return _splice(word, start, end, seen)

    def _replace(self, word: str) -> str:
        at = self.chance.randrange(len(word))
        letter = self.chance.choice(self.letters)
        return _splice(word, at, at + 1, letter.upper() if word[at].isupper() else letter)

    def _delete(self, word: str) -> str:
        at = self.chance.randrange(len(word))
        return _splice(word, at, at + 1, "") if len(word) > 1 else word

    def _insert(self, word: str) -> str:
        at = self.chance.randrange(len(word) + 1)
        return _splice(word, at, at, self.chance.choice(self.letters))

    def _split(self, word: str) -> str:
        if len(word) < 4:
            return word
        at = self.chance.randrange(1, len(word) - 1)
        return _splice(word, at, at, " ")

    def _insert_sign(self, word: str) -> str:
        at = self.chance.randrange(len(word) + 1)
        return _splice(word, at, at, self.chance.choice(SIGNS))

    def _garble(self, word: str) -> str:
        signs = self.letters + self.letters.upper() + SIGNS
        for _ in range(self.chance.randrange(1, max(2, len(word) // 2))):
            at = self.chance.randrange(len(word))
            word = _splice(word, at, at + 1, self.chance.choice(signs))
        return word


def _splice(word: str, start: int, end: int, read: str) -> str:
    return word[:start] + read + word[end:]
