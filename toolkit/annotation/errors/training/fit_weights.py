"""Weigh the evidence: ``python -m toolkit.annotation.errors.training.fit_weights FOLDER LANGUAGE``.

Misreads words of clean texts, and finds the weights of a logistic regression (``evidence.py``) by
which the misread words are best told from the others. Writes them to ``errors/data/odds.json``.
Same texts, same pairs, same weights.
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

from toolkit.annotation.errors.classifier import FEATURES, evidence, setting_of
from toolkit.annotation.errors.detection import Doubt, doubts
from toolkit.annotation.errors.lexicon import LANGUAGES, Lexicon, lexicon
from toolkit.annotation.errors.training import texts
from toolkit.annotation.errors.training.synthetic_noise import Misread, Misreader
from toolkit.annotation.errors.words import beginning_inside, blocks
from toolkit.annotation.names import names
from toolkit.annotation.protocol import run
from toolkit.edition import Edition
from toolkit.text import Document

WEIGHTS = Path(__file__).resolve().parent.parent / "data" / "odds.json"
TEXTS = 1000
"""How many passages are misread."""

SHORTEST, LONGEST = 50, 2000
"""Words of a passage."""

QUOTING = 0.3
"""Share of passages that quote another language."""

PENALTY = 0.05
"""What the square of a weight costs (L2), for evidence of standard deviation 1; a word costs 1."""

Numbers = NDArray[np.float64]


def main(folder: Path, language: str) -> None:
    """Misread, weigh and write."""
    known = lexicon(language)
    if known is None:
        raise SystemExit(f"no lexicon of {language}")
    rows: dict[bool, list[tuple[float, ...]]] = {True: [], False: []}
    wrong: dict[bool, list[bool]] = {True: [], False: []}
    for read in _misread(folder, language):
        for doubt, pieces in _doubts(read, known):
            rows[doubt.unknown].append(pieces)
            wrong[doubt.unknown].append(any(doubt.word.span.overlaps(e) for e in read.errors))
    data = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    data[language] = {
        name: _weights(np.array(rows[unknown]), np.array(wrong[unknown], dtype=np.float64))
        for name, unknown in (("unknown", True), ("known", False))
    }
    written = json.dumps(dict(sorted(data.items())), indent=1, ensure_ascii=False)
    WEIGHTS.write_text(f"{written}\n", encoding="utf-8")


def _misread(folder: Path, language: str) -> Iterator[Misread]:
    """Passages of the texts, each source as often as the others, with errors.

    Some quote another language: its words are none of this one, and no errors.
    """
    chance = random.Random(language)  # noqa: S311  # the same texts at every run
    own = _sources(folder, (language,))
    others = _sources(folder, (other for other in LANGUAGES if other != language))
    reader = Misreader(language, chance)
    for _ in range(TEXTS):
        passage = _passage(_text(own, chance), chance, SHORTEST, LONGEST)
        if chance.random() < QUOTING:
            quoted = _passage(_text(others, chance), chance, 2, SHORTEST)
            at = chance.choice([match.end() for match in re.finditer(r"\s", passage)] or [0])
            passage = f"{passage[:at]}{quoted} {passage[at:]}"
        yield reader.read(passage)


def _sources(folder: Path, languages: Iterable[str]) -> list[list[str]]:
    sources = defaultdict(list)
    for language in languages:
        for source, text in texts(folder, language, weighed=True):
            sources[source].append(text)
    return [sources[source] for source in sorted(sources)]


def _text(sources: list[list[str]], chance: random.Random) -> str:
    return chance.choice(chance.choice(sources))


def _passage(text: str, chance: random.Random, shortest: int, longest: int) -> str:
    """So many words of the text, all powers between shortest and longest alike."""
    words = [match.start() for match in re.finditer(r"\S+", text)]
    length = int(math.exp(chance.uniform(math.log(shortest), math.log(longest))))
    if len(words) <= length:
        return text
    first = chance.randrange(len(words) - length)
    return text[words[first] : words[first + length]].rstrip()


def _doubts(read: Misread, known: Lexicon) -> Iterator[tuple[Doubt, tuple[float, ...]]]:
    """All that may be doubted in a text, with the evidence."""
    doc = run(Document(read.text, language=known.language), Edition(), [names])
    passages = blocks(doc)
    spans = (a.span for a in doc.annotations("persName", "placeName", "orgName"))
    named = beginning_inside(passages, spans)
    setting, _ = setting_of(read.text, passages, known, named)
    for block in passages:
        for doubt in doubts(block, known, closely=True):
            yield doubt, evidence(doubt, setting)


def _weights(evidence: Numbers, wrong: Numbers) -> dict[str, object]:
    """The weights in powers of ten, of the evidence as it is."""
    mean, scale = evidence.mean(axis=0), evidence.std(axis=0)
    scale[scale == 0] = 1.0
    before, each = _regression((evidence - mean) / scale, wrong)
    each /= scale
    before -= float(mean @ each)
    rounded = [round(float(weight) / math.log(10), 3) for weight in each]
    return {
        "before": round(before / math.log(10), 3),
        "each": dict(zip(FEATURES, rounded, strict=True)),
    }


def _regression(rows: Numbers, wrong: Numbers) -> tuple[float, Numbers]:
    """Intercept and weights of a logistic regression with an L2 penalty, by Newton's method."""
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
