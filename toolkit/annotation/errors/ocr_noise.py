"""OCR noise: the share of plainly misread words, as a measure of how far to trust the others.

A proof-read text has next to none, so a suspect word is probably right; in the output of a reading
machine it is probably wrong. Accents and old spellings, as in manuscripts and old prints, are not
counted.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from toolkit.annotation.errors.candidates import Candidate
from toolkit.annotation.errors.detection import SuspectWord
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.words import is_title_case

CLEAN = 0.0005
"""Share of plainly misread words below which a text counts as proof-read."""

SHORT = 100
"""Words below which a text is too short: its noise is that of a text of so many words."""

COMMON = 3.5
"""Zipf value of a word that everybody knows: three in a million."""

CONFIRMED, UNCONFIRMED = 3.0, 0.7
"""How many suspect words a plainly misread one confirms, and how many count without one."""

MACHINE_READ, NOISY = 0.7, 1.0
"""Powers of plain and of all noise from which on a machine read the text."""

CERTAIN, CLEAR = 4.0, 3.0
"""Gains from which on a known word counts as misread: with its full weight, and in part."""

UNCLEAR, CAPITALISED, COMPOUND = 0.4, 0.2, 0.05
"""Weight of a word without a plain correction: in small letters, otherwise, among compounds."""

_WEIGHTS = MappingProxyType({"sure": 1.0, "likely": 0.7, "twice": 0.7, "division": UNCLEAR})
"""How plainly a word is misread, by the confusion that makes a common word of it."""


@dataclass(frozen=True, slots=True)
class Noise:
    """Shares of misread words: of plainly misread ones, and of all suspect words, weighted.

    ``one``: the share that a single word makes.
    """

    plain: float
    weighted: float
    one: float

    def without(self, suspect: SuspectWord, lexicon: Lexicon) -> tuple[float, float]:
        """Return the log10 shares of plain and of all noise in the rest of the text.

        A tenth of a word is added: of two texts without misread words the longer is cleaner.
        """
        own = weigh_suspect(suspect, lexicon)
        plain = own if suspect.best is not None and suspect.best.how == "sure" else 0.0
        return self._rest(self.plain, plain), self._rest(self.weighted, own)

    def _rest(self, share: float, own: float) -> float:
        return math.log10(max(0.0, share - own * self.one) + self.one / 10)

    @property
    def bonus(self) -> float:
        """The log-odds of an error against a proof-read text, 0 to 2."""
        return _power(self.weighted)

    @property
    def is_machine_read(self) -> bool:
        """Whether a machine read the text, so that signs of the same shape are confused."""
        return _power(self.plain) >= MACHINE_READ and self.bonus >= NOISY


def measure_noise(suspects: Sequence[SuspectWord], words: int, lexicon: Lexicon) -> Noise:
    """Return the noise of a text of so many words.

    Unclear words count only in proportion to the plainly misread ones, since an old or a foreign
    text has many suspect words too.
    """
    total = max(words, SHORT)
    weights = [weigh_suspect(suspect, lexicon) for suspect in suspects]
    plain = sum(_plain_weights(suspects, weights))
    weighted = min(sum(weights), CONFIRMED * plain + UNCONFIRMED)
    return Noise(plain / total, weighted / total, 1 / total)


def _plain_weights(suspects: Sequence[SuspectWord], weights: Iterable[float]) -> Iterable[float]:
    pairs = zip(suspects, weights, strict=True)
    return (weight for suspect, weight in pairs if suspect.best and suspect.best.how == "sure")


def weigh_suspect(suspect: SuspectWord, lexicon: Lexicon) -> float:
    """Return how plainly the word is misread, 0 to 1."""
    best = suspect.best
    if best is not None and best.how == "accent":
        return 0.0
    if not suspect.is_unknown:
        return _weigh_known(suspect)
    if is_title_case(suspect.word.text):
        return 0.0
    if best is not None and _is_plain(best):
        return _WEIGHTS[best.how]
    if lexicon.vocabulary.compound_links:
        return COMPOUND
    return UNCLEAR if suspect.word.text.islower() else CAPITALISED


def _weigh_known(suspect: SuspectWord) -> float:
    if suspect.gain >= CERTAIN:
        return _WEIGHTS.get(suspect.best.how, 0.0) if suspect.best else 0.0
    return UNCLEAR if suspect.gain >= CLEAR else 0.0


def _is_plain(best: Candidate) -> bool:
    """Whether a common word was lost by a confusion or a missing space."""
    return best.zipf >= COMMON and best.how in _WEIGHTS


def _power(share: float) -> float:
    return min(2.0, math.log10(max(share, CLEAN) / CLEAN))
