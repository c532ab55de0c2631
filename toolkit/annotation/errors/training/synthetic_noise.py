"""Misread: a clean text as a bad reading machine or a hurried typist would give it.

How often what happens is a guess that fits what the literature tells of OCR (confusions of shape
first, then other letters, lost and added ones, spaces, signs), not a measurement of the texts that
the tool is tried on.
"""

import math
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from toolkit.annotation.errors.confusions import CONFUSIONS, LIKELY
from toolkit.annotation.errors.lexicon import LETTERS
from toolkit.text import Span

CLEAN = 0.3
"""Share of texts without an error."""

LEAST, MOST = 0.003, 0.15
"""Least and greatest share of misread words in the other ones; all powers between alike."""

SURE = 3
"""How much oftener signs of the same shape are confused than similar ones."""

AGAIN = 0.05
"""How probably a word that was misread in a text is misread in the same way there again."""

SIGNS = ".,:;'*-!^|"
FIGURES = "0123456789" * 3 + "lIoOsSgGiZ/"
"""What a figure is read as: mostly another figure."""

_CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_PIECE = re.compile(r"\S+|\s+")


@dataclass(frozen=True, slots=True)
class Misread:
    """A text with errors, and where they are."""

    text: str
    errors: tuple[Span, ...]


class Misreader:
    """Misreads texts of a language; by the same chance always the same way."""

    def __init__(self, language: str, chance: random.Random) -> None:
        self.letters = LETTERS[language]
        self.chance = chance
        self.seen: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for (seen, meant), cost in CONFUSIONS.items():
            self.seen[meant].append((seen, SURE if cost < LIKELY else 1))

    def read(self, text: str) -> Misread:
        """The text as it is, or with some share of its words misread."""
        if self.chance.random() < CLEAN:
            return Misread(text, ())
        share = math.exp(self.chance.uniform(math.log(LEAST), math.log(MOST)))
        return self._read(text, share)

    def _read(self, text: str, share: float) -> Misread:
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
                    read = before[piece] = self._word(piece)
                if joins or read != piece:
                    errors.append(Span(length, length + len(read)))
            pieces.append(read)
            length += len(read)
        return Misread("".join(pieces), tuple(errors))

    def _word(self, word: str) -> str:
        """The word misread, without the punctuation around it; as it is if nothing is like it."""
        core = _CORE.search(word)
        if core is None:
            return word
        figures = [at for at, char in enumerate(core[0]) if char.isdigit()]
        if figures:
            at = self.chance.choice(figures)
            read = _put(core[0], at, at + 1, self.chance.choice(FIGURES))
        else:
            ways, weights = zip(*self._ways(), strict=True)
            read = self.chance.choices(ways, weights)[0](core[0])
        return word[: core.start()] + read + word[core.end() :]

    def _ways(self) -> Iterator[tuple[Callable[[str], str], int]]:
        """How a word is misread, and of a hundred how many so."""
        yield self._confused, 52
        yield self._other, 13
        yield self._lost, 8
        yield self._added, 5
        yield lambda word: self._confused(self._confused(word)), 9
        yield self._parted, 5
        yield self._with_sign, 4
        yield self._garbled, 4

    def _confused(self, word: str) -> str:
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
        return _put(word, start, end, seen)

    def _other(self, word: str) -> str:
        at = self.chance.randrange(len(word))
        letter = self.chance.choice(self.letters)
        return _put(word, at, at + 1, letter.upper() if word[at].isupper() else letter)

    def _lost(self, word: str) -> str:
        at = self.chance.randrange(len(word))
        return _put(word, at, at + 1, "") if len(word) > 1 else word

    def _added(self, word: str) -> str:
        at = self.chance.randrange(len(word) + 1)
        return _put(word, at, at, self.chance.choice(self.letters))

    def _parted(self, word: str) -> str:
        if len(word) < 4:
            return word
        at = self.chance.randrange(1, len(word) - 1)
        return _put(word, at, at, " ")

    def _with_sign(self, word: str) -> str:
        at = self.chance.randrange(len(word) + 1)
        return _put(word, at, at, self.chance.choice(SIGNS))

    def _garbled(self, word: str) -> str:
        signs = self.letters + self.letters.upper() + SIGNS
        for _ in range(self.chance.randrange(1, max(2, len(word) // 2))):
            at = self.chance.randrange(len(word))
            word = _put(word, at, at + 1, self.chance.choice(signs))
        return word


def _put(word: str, start: int, end: int, read: str) -> str:
    return word[:start] + read + word[end:]
