"""Evidence: what speaks for and against a doubtful word, in numbers, and the odds they make.

The odds that a word is an error are those of a logistic regression, one for words that no lexicon
has and one for words that go ill with their neighbours: a sum of the evidence, each piece with its
weight. The weights of each language are in ``data/odds.json``; ``training/weigh.py`` finds them on
texts in which it misreads words itself, as machines do. docs/models/errors.md says how well.
"""

import json
import math
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

from toolkit.annotation.errors.candidates import meet
from toolkit.annotation.errors.detection import Doubt, doubts
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.ocr_noise import Noise, noise
from toolkit.annotation.errors.words import Block, is_abbreviated, is_title

HOW = ("sure", "likely", "twice", "accent", "slip", "division")
"""What may have made another word of the one that was meant (``Candidate.how``)."""

FEATURES = (
    "meant", "cost", *HOW, "fit", "margin", "frequency", "own", "capital", "initial capital",
    "unexplained capital", "capitals", "mixed", "foreign", "abbreviated", "named", "company",
    "abroad", "again", "length", "short", "divided", "plainly misread", "noise",
)  # fmt: skip
"""The pieces of evidence, in the order of ``evidence`` and of the weights."""

SHORT, LONG = 4, 12
"""Letters of a short word, and letters after which more say nothing more."""

MANY, SELDOM = 10, 4.5
"""How often a rare word stands in a text at most that counts, and below which zipf it is rare."""

MOST_MARGIN = 3.0
"""Beyond this a margin says no more."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the judgement of a word needs to know of its text.

    ``counts``: how often each key stands in the text; ``named``: the offsets inside names.
    """

    text: str
    lexicon: Lexicon
    counts: Counter[str]
    noise: Noise
    named: Container[int]

    def is_foreign(self, key: str) -> bool:
        """Whether the word, or a letter of it, belongs to another language."""
        return self.lexicon.is_foreign(key) or not self.lexicon.spells(key)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each piece of evidence adds to the odds, a power of ten; and what there is before.

    ``before``: the odds without any evidence.
    """

    before: float
    each: tuple[float, ...]


def setting_of(
    text: str, blocks: Sequence[Block], lexicon: Lexicon, named: Container[int]
) -> tuple[Setting, list[Doubt]]:
    """The setting of a text, and the doubts that tell how noisy it is; ``named`` as in it."""
    counts = Counter(chain.from_iterable(block.keys for block in blocks))
    meet(counts, lexicon.language)
    found = [doubt for block in blocks for doubt in doubts(block, lexicon)]
    level = noise(found, counts.total(), lexicon.language)
    return Setting(text, lexicon, counts, level, named), found


def odds(doubt: Doubt, setting: Setting) -> float:
    """Decadic logarithm of how much likelier an error is than none."""
    weights = _weights(setting.lexicon.language, doubt.unknown)
    pieces = zip(weights.each, evidence(doubt, setting), strict=True)
    return weights.before + math.fsum(weight * piece for weight, piece in pieces)


def evidence(doubt: Doubt, setting: Setting) -> tuple[float, ...]:
    """What speaks for and against the word being an error, in the order of ``FEATURES``."""
    word, best = doubt.word, doubt.best
    frequency = setting.lexicon.zipf(word.key)
    title = is_title(word.text)
    upper = len(word.text) > 1 and word.text.isupper()
    return (
        best.zipf if best else 0.0,
        best.cost if best else 0.0,
        *(float(best is not None and best.how == how) for how in HOW),
        doubt.fit,
        min(MOST_MARGIN, doubt.margin),
        frequency,
        doubt.own,
        float(title),
        float(title and word.initial),
        float(title and best is None),
        float(upper),
        float(not (title or upper or word.text.islower())),
        float(setting.is_foreign(word.key)),
        float(is_abbreviated(setting.text, word)),
        float(word.start in setting.named),
        float(doubt.company),
        float(doubt.abroad),
        math.log10(min(MANY, setting.counts[word.key])) if frequency < SELDOM else 0.0,
        float(min(LONG, len(word.key))),
        float(len(word.key) < SHORT),
        float(word.divided),
        *setting.noise.beside(doubt, setting.lexicon.language),
    )


@cache
def _weights(language: str, unknown: bool) -> Weights:
    data = json.loads(files(__package__).joinpath("data", "odds.json").read_text(encoding="utf-8"))
    found = data[language]["unknown" if unknown else "known"]
    return Weights(found["before"], tuple(found["each"][feature] for feature in FEATURES))
