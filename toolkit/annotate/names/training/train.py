"""Train: a conditional random field for each language, from texts in which editors marked names.

``python -m toolkit.annotate.names.training.train FOLDER en`` reads ``FOLDER/en-*.jsonl`` (texts
with spans, see docs/models/names.md) and writes ``names/models/en.crfsuite``. Same data, same
model. Sources that do not mark organisations are trained as unknown for these: what a first
model, trained on the others, takes for an organisation there is left out.
"""

import json
import random
import sys
import tempfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from toolkit.annotate.names.features import describe
from toolkit.annotate.names.language import Language, language
from toolkit.annotate.names.training.rename import renamed
from toolkit.annotate.names.words import words_of
from toolkit.text import Document

MODELS = Path(__file__).resolve().parent.parent / "models"
FIRST_ITERATIONS, ITERATIONS = 40, 200
L1, L2 = 2.0, 0.02
"""Regularisation: on unseen English editions L1 from 1 to 4 was alike, and less was worse."""
KINDS = {"persName": "P", "placeName": "L", "orgName": "O"}
Sequence = tuple[list[list[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Sample:
    """The sequences of one document, and whether its source marks organisations."""

    sequences: tuple[Sequence, ...]
    organisations: bool


def samples(folder: Path, code: str, skip: frozenset[str]) -> Iterator[Sample]:
    """The training documents of one language."""
    chance = random.Random(code)  # noqa: S311  # the same texts at every run
    for path in sorted(folder.glob(f"{code}-*.jsonl")):
        if path.stem in skip:
            continue
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                data = json.loads(line)
                yield _sample(data, language(code))
                yield _sample(renamed(data, language(code), chance), language(code))


def _sample(data: dict[str, Any], words_for: Language) -> Sample:
    doc = Document(data["text"], language=words_for.code)
    words = words_of(doc)
    labels = ["O"] * len(words)
    for key, letter in KINDS.items():
        for start, end, *_ in data["gold"].get(key) or ():
            for n, i in enumerate(_indexes(words.starts, words.ends, start, end)):
                labels[i] = ("I-" if n else "B-") + letter
    masked: set[int] = set()
    for spans in (data.get("ignore") or {}).values():
        for start, end, *_ in spans:
            masked.update(_indexes(words.starts, words.ends, start, end))
    sequences = []
    for run, rows in describe(words, words_for):
        for part in _unmasked(run, masked):
            begin, stop = part.start - run.start, part.stop - run.start
            sequences.append((rows[begin:stop], _begun(labels[part.start : part.stop])))
    return Sample(tuple(sequences), "orgName" in data["gold"])


def _indexes(starts: tuple[int, ...], ends: tuple[int, ...], start: int, end: int) -> range:
    return range(bisect_right(ends, start), bisect_left(starts, end))


def _unmasked(run: range, masked: set[int]) -> Iterator[range]:
    begin = run.start
    for i in run:
        if i in masked:
            if begin < i:
                yield range(begin, i)
            begin = i + 1
    if begin < run.stop:
        yield range(begin, run.stop)


def _begun(labels: list[str]) -> list[str]:
    """A name whose first word was cut off begins with the first that is there."""
    if labels[0].startswith("I-"):
        return ["B" + labels[0][1:], *labels[1:]]
    return labels


def fit(sequences: Iterator[Sequence], target: Path, iterations: int) -> None:
    """Train one model and write it."""
    options = {
        "c1": L1, "c2": L2, "max_iterations": iterations,
        "feature.possible_transitions": True, "feature.minfreq": 2,
    }  # fmt: skip
    trainer = import_module("pycrfsuite").Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(options)
    for rows, labels in sequences:
        trainer.append(rows, labels)
    trainer.train(str(target))


def without_unknown(data: list[Sample], first: Path) -> Iterator[Sequence]:
    """All sequences, without the stretches that may be organisations nobody marked."""
    tagger = import_module("pycrfsuite").Tagger()
    tagger.open(str(first))
    for sample in data:
        for rows, labels in sample.sequences:
            if sample.organisations:
                yield rows, labels
                continue
            guessed = tagger.tag(rows)
            masked = {
                i for i, (g, k) in enumerate(zip(guessed, labels, strict=True))
                if g.endswith("-O") and k == "O"
            }  # fmt: skip
            for part in _unmasked(range(len(rows)), masked):
                yield rows[part.start : part.stop], _begun(labels[part.start : part.stop])


def main(folder: Path, code: str, *, skip: frozenset[str] = frozenset()) -> None:
    """Train the model of one language."""
    data = list(samples(folder, code, skip))
    MODELS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder_for_first:
        first = Path(folder_for_first) / code
        fit((s for d in data if d.organisations for s in d.sequences), first, FIRST_ITERATIONS)
        sequences = without_unknown(data, first)
        fit(sequences, MODELS / f"{code}.crfsuite", ITERATIONS)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], skip=frozenset(sys.argv[3:]))
