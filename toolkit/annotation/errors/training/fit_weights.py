"""Fit the classifier: ``python -m toolkit.annotation.errors.training.fit_weights FOLDER LANGUAGE``.

Adds synthetic noise to clean texts and fits the weights of a logistic regression that separates
the misread words from the others. Writes them to ``errors/data/weights.json``. The same texts and
bigrams yield the same weights.
"""

import json
import math
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from toolkit.annotation.errors.classifier import FEATURES, compute_features, profile_text
from toolkit.annotation.errors.detection import SuspectWord, find_suspects
from toolkit.annotation.errors.lexicon import Lexicon, load_lexicon
from toolkit.annotation.errors.training import read_texts, require_lexicon
from toolkit.annotation.errors.training.synthetic_noise import Misreader, MisreadText
from toolkit.annotation.errors.words import offsets_inside, split_blocks
from toolkit.annotation.names import names
from toolkit.annotation.protocol import run
from toolkit.edition import Edition
from toolkit.languages import available_languages, find_language
from toolkit.text import Document

WEIGHTS = Path(__file__).resolve().parent.parent / "data" / "weights.json"
TEXTS = 1000
"""Number of passages."""

SHORTEST, LONGEST = 50, 2000
"""Words of a passage."""

QUOTING = 0.3
"""Share of passages that quote another language."""

PENALTY = 0.05
"""L2 penalty of a weight for a feature of standard deviation 1; the loss of a word is 1."""

Numbers = NDArray[np.float64]


def main(folder: Path, language: str) -> None:
    """Add noise to the texts, fit both models and write their weights."""
    lexicon = require_lexicon(language)
    rows: dict[bool, list[tuple[float, ...]]] = {True: [], False: []}
    wrong: dict[bool, list[bool]] = {True: [], False: []}
    for read in _misread_passages(folder, language):
        for suspect, features in _suspects_with_features(read, lexicon):
            rows[suspect.is_unknown].append(features)
            wrong[suspect.is_unknown].append(
                any(suspect.word.span.overlaps(e) for e in read.errors)
            )
    data = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    data[language] = {
        name: _fit_model(np.array(rows[unknown]), np.array(wrong[unknown], dtype=np.float64))
        for name, unknown in (("unknown", True), ("known", False))
    }
    written = json.dumps(dict(sorted(data.items())), indent=1, ensure_ascii=False)
    WEIGHTS.write_text(f"{written}\n", encoding="utf-8")


def _misread_passages(folder: Path, language: str) -> Iterator[MisreadText]:
    """Yield passages with synthetic noise, as many from each source as from the others.

    Some quote another language, whose words are unknown but no errors.
    """
    chance = random.Random(language)  # noqa: S311  # the same texts at every run
    own = _read_sources(folder, (language,))
    others = _read_sources(folder, (code for code in _trained_languages() if code != language))
    reader = Misreader(require_lexicon(language), chance)
    for _ in range(TEXTS):
        passage = _cut_passage(_choose_text(own, chance), chance, SHORTEST, LONGEST)
        if chance.random() < QUOTING:
            quoted = _cut_passage(_choose_text(others, chance), chance, 2, SHORTEST)
            at = chance.choice([match.end() for match in re.finditer(r"\s", passage)] or [0])
            passage = f"{passage[:at]}{quoted} {passage[at:]}"
        yield reader.read(passage)


def _trained_languages() -> tuple[str, ...]:
    """List the languages that have a lexicon."""
    return tuple(code for code in available_languages() if load_lexicon(find_language(code)))


def _read_sources(folder: Path, languages: Iterable[str]) -> list[list[str]]:
    sources = defaultdict(list)
    for language in languages:
        for source, text in read_texts(folder, language, held_out=True):
            sources[source].append(text)
    return [sources[source] for source in sorted(sources)]


def _choose_text(sources: list[list[str]], chance: random.Random) -> str:
    return chance.choice(chance.choice(sources))


def _cut_passage(text: str, chance: random.Random, shortest: int, longest: int) -> str:
    """Cut a passage; the logarithm of its number of words is uniformly distributed."""
    words = [match.start() for match in re.finditer(r"\S+", text)]
    length = int(math.exp(chance.uniform(math.log(shortest), math.log(longest))))
    if len(words) <= length:
        return text
    first = chance.randrange(len(words) - length)
    return text[words[first] : words[first + length]].rstrip()


def _suspects_with_features(
    read: MisreadText, lexicon: Lexicon
) -> Iterator[tuple[SuspectWord, tuple[float, ...]]]:
    """Yield all suspect words of a text with their features."""
    doc = run(Document(read.text, language=lexicon.language.code), Edition(), [names])
    blocks = split_blocks(doc)
    spans = (a.span for a in doc.annotations("persName", "placeName", "orgName"))
    profile, _ = profile_text(read.text, blocks, lexicon, offsets_inside(blocks, spans))
    for block in blocks:
        for suspect in find_suspects(block, lexicon, noisy=True):
            yield suspect, compute_features(suspect, profile)


def _fit_model(features: Numbers, wrong: Numbers) -> dict[str, object]:
    """Return the intercept and the weights as base-10 log-odds, for features as they are."""
    mean, scale = features.mean(axis=0), features.std(axis=0)
    scale[scale == 0] = 1.0
    intercept, weights = _fit_regression((features - mean) / scale, wrong)
    weights /= scale
    intercept -= float(mean @ weights)
    rounded = [round(float(weight) / math.log(10), 3) for weight in weights]
    return {
        "intercept": round(intercept / math.log(10), 3),
        "weights": dict(zip(FEATURES, rounded, strict=True)),
    }


def _fit_regression(rows: Numbers, wrong: Numbers) -> tuple[float, Numbers]:
    """Fit intercept and weights of a logistic regression with an L2 penalty by Newton's method."""
    design = np.column_stack([np.ones(len(rows)), rows])
    penalty = np.full(design.shape[1], PENALTY * 2)
    penalty[0] = 0.0
    weights = np.zeros(design.shape[1])
    for _ in range(50):
        probable = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (probable - wrong) + penalty * weights
        curvature = (design.T * (probable * (1 - probable))) @ design + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return float(weights[0]), weights[1:]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
