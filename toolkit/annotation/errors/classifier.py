"""Classifier: a logistic regression that estimates how probably a suspect word is an error.

There are two models for each language, one for unknown and one for known words. The features of a
word, each with its weight, add up to base-10 log-odds. The weights are in ``data/weights.json``;
``training/fit_weights.py`` estimates them on clean text with synthetic noise. ``docs/models``
reports how well they do.
"""

import json
import math
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from operator import mul
from typing import Any

from toolkit.annotation.errors.candidates import prefetch_candidates
from toolkit.annotation.errors.detection import SuspectWord, find_suspects
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.ocr_noise import Noise, measure_noise
from toolkit.annotation.errors.words import Block, is_abbreviated, is_title_case

HOW = ("sure", "likely", "twice", "accent", "slip", "division")
"""How the word that was meant may have been lost (``Candidate.how``)."""

FEATURES = (
    "candidate frequency",
    "confusion cost",
    *HOW,
    "candidate association",
    "margin",
    "word frequency",
    "word association",
    "title case",
    "initial title case",
    "title case without candidate",
    "upper case",
    "mixed case",
    "foreign",
    "abbreviated",
    "in a name",
    "unknown neighbours",
    "foreign neighbours",
    "repetitions",
    "length",
    "short",
    "divided",
    "plain noise",
    "noise",
)
"""The names of the features, in the order of ``compute_features``."""

SHORT, LONG = 4, 12
"""Letters of a short word, and letters beyond which length makes no difference."""

MANY, SELDOM = 10, 4.5
"""Highest count of repetitions of a rare word, and the Zipf value below which a word is rare."""

MOST_MARGIN = 3.0
"""Margin beyond which a larger one makes no difference."""


@dataclass(frozen=True, slots=True)
class TextProfile:
    """What the classifier needs to know of the text that a word is in.

    ``counts``: how often each key occurs in the text; ``named``: the offsets of words in names.
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
class Model:
    """The intercept and the feature weights of a logistic regression, as base-10 log-odds."""

    intercept: float
    weights: tuple[float, ...]


def profile_text(
    text: str, blocks: Sequence[Block], lexicon: Lexicon, named: Container[int]
) -> tuple[TextProfile, list[SuspectWord]]:
    """Return the profile of a text, and the suspect words that its noise was measured by."""
    counts = Counter(chain.from_iterable(block.keys for block in blocks))
    prefetch_candidates(counts, lexicon)
    suspects = [suspect for block in blocks for suspect in find_suspects(block, lexicon)]
    noise = measure_noise(suspects, counts.total(), lexicon)
    return TextProfile(text, lexicon, counts, noise, named), suspects


def compute_log_odds(suspect: SuspectWord, profile: TextProfile) -> float:
    """Return the base-10 log-odds that the word is an error."""
    model = load_model(profile.lexicon.language.code, unknown=suspect.is_unknown)
    features = compute_features(suspect, profile)
    return model.intercept + math.fsum(map(mul, model.weights, features))


def compute_features(suspect: SuspectWord, profile: TextProfile) -> tuple[float, ...]:
    """Return the values of ``FEATURES`` for a suspect word."""
    return (
        *_candidate_features(suspect),
        profile.lexicon.zipf(suspect.word.key),
        suspect.own_association,
        *_case_features(suspect),
        *_text_features(suspect, profile),
        *profile.noise.without(suspect, profile.lexicon),
    )


def _candidate_features(suspect: SuspectWord) -> tuple[float, ...]:
    best = suspect.best
    margin = min(MOST_MARGIN, suspect.margin)
    if best is None:
        return (0.0, 0.0, *(0.0 for _ in HOW), suspect.association, margin)
    how = (float(best.how == how) for how in HOW)
    return (best.zipf, best.cost, *how, suspect.association, margin)


def _case_features(suspect: SuspectWord) -> tuple[float, ...]:
    word = suspect.word
    title = is_title_case(word.text)
    upper = len(word.text) > 1 and word.text.isupper()
    return (
        float(title),
        float(title and word.initial),
        float(title and suspect.best is None),
        float(upper),
        float(not (title or upper or word.text.islower())),
    )


def _text_features(suspect: SuspectWord, profile: TextProfile) -> tuple[float, ...]:
    word = suspect.word
    rare = profile.lexicon.zipf(word.key) < SELDOM
    return (
        float(profile.is_foreign(word.key)),
        float(is_abbreviated(profile.text, word)),
        float(word.start in profile.named),
        float(suspect.unknown_neighbours),
        float(suspect.foreign_neighbours),
        math.log10(min(MANY, profile.counts[word.key])) if rare else 0.0,
        float(min(LONG, len(word.key))),
        float(len(word.key) < SHORT),
        float(word.divided),
    )


def has_model(lexicon: Lexicon) -> bool:
    """Whether there are weights for the language."""
    return lexicon.language.code in _read_weights()


@cache
def load_model(language: str, *, unknown: bool) -> Model:
    """Return the model of a language for unknown or for known words."""
    data = _read_weights()[language]["unknown" if unknown else "known"]
    return Model(data["intercept"], tuple(data["weights"][feature] for feature in FEATURES))


@cache
def _read_weights() -> Any:
    file = files(__package__).joinpath("data", "weights.json")
    return json.loads(file.read_text(encoding="utf-8"))
