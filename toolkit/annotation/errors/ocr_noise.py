"""Noise: how many words of a text are plainly misread, as a measure of how far to trust the rest.

A proof-read text has next to none, so a doubtful word is probably right; in the output of a reading
machine it is probably wrong. What manuscripts and old prints do (accents, old spellings) is none.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from toolkit.annotation.errors.detection import Doubt
from toolkit.annotation.errors.words import is_title

CLEAN = 0.0005
"""Share of plainly misread words below which a text counts as proof-read."""

SHORT = 100
"""Words below which a text is too short to say more of its noise than that of so many words."""

COMMON = 3.5
"""Zipf value of a word that everybody knows: three in a million."""

BORNE_OUT, UNSUPPORTED = 3.0, 0.7
"""How many doubtful words a plainly misread one bears out, and how many count without one."""

_WEIGHTS = MappingProxyType({"sure": 1.0, "likely": 0.7, "twice": 0.7, "division": 0.4})
"""How plainly a word is misread, by what makes a common word of it."""


@dataclass(frozen=True, slots=True)
class Noise:
    """Shares of misread words: of those that are plainly so by shape, and of all, weighted.

    ``one``: the share that a single word makes.
    """

    plain: float
    weighted: float
    one: float

    def beside(self, doubt: Doubt, language: str) -> tuple[float, float]:
        """Decadic logarithms of the shares in the rest of the text, as if it had a tenth of one.

        Of the plainly misread words, and of all. No word bears witness against itself; and of two
        texts without any misread word the longer is cleaner.
        """
        own = _weight(doubt, language)
        plain = own if doubt.best is not None and doubt.best.how == "sure" else 0.0
        return self._rest(self.plain, plain), self._rest(self.weighted, own)

    def _rest(self, share: float, own: float) -> float:
        return math.log10(max(0.0, share - own * self.one) + self.one / 10)

    @property
    def bonus(self) -> float:
        """How much likelier an error is than in a proof-read text: 0 to 2, a power of ten."""
        return _power(self.weighted)

    @property
    def is_print(self) -> bool:
        """Whether a machine read the text: signs of the same shape are confused in it."""
        return _power(self.plain) >= 0.7 and self.bonus >= 1


def noise(doubts: Sequence[Doubt], words: int, language: str) -> Noise:
    """The noise of a text of so many words.

    What is not plain counts only as far as plain confusions bear it out, save in a short text: an
    old or a foreign text has many doubtful words too.
    """
    total = max(words, SHORT)
    weights = [(_weight(doubt, language), doubt) for doubt in doubts]
    plain = sum(weight for weight, doubt in weights if doubt.best and doubt.best.how == "sure")
    weighted = min(sum(weight for weight, _ in weights), BORNE_OUT * plain + UNSUPPORTED)
    return Noise(plain / total, weighted / total, 1 / total)


def _power(share: float) -> float:
    return min(2.0, math.log10(max(share, CLEAN) / CLEAN))


def _weight(doubt: Doubt, language: str) -> float:
    best = doubt.best
    if best is not None and best.how == "accent":
        return 0.0
    if not doubt.unknown:
        plain = _WEIGHTS.get(best.how, 0.0) if best else 0.0
        return plain if doubt.gain >= 4 else 0.4 if doubt.gain >= 3 else 0.0
    if is_title(doubt.word.text):
        return 0.0
    if best is not None and best.zipf >= COMMON and best.how in _WEIGHTS:
        return _WEIGHTS[best.how]
    if language == "de":
        return 0.05
    return 0.4 if doubt.word.text.islower() else 0.2
