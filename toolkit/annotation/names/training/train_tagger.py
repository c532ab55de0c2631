"""Train a conditional random field for a language, from texts in which editors marked names.

``python -m toolkit.annotation.names.training.train_tagger FOLDER en`` reads ``FOLDER/en-*.jsonl``
(texts with spans, see docs/models/names.md) and writes ``names/models/en.npz``. Same data, same
model. Sources that do not mark organisations are trained as unknown for these: what a first
model, trained on the others, takes for an organisation there is left out.
"""

import enum
import json
import random
import sys
import tempfile
import tomllib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from toolkit.annotation.names.crf import LABELS, Model, pack, unpack
from toolkit.annotation.names.tagger_features import describe, runs
from toolkit.annotation.names.tokenisation import Words, words_of
from toolkit.annotation.names.training.entity_swap import renamed
from toolkit.annotation.names.vocabulary import Vocabulary, find_vocabulary
from toolkit.text import Document

MODELS = Path(__file__).resolve().parent.parent / "models"
SETTINGS = Path(__file__).resolve().parent / "settings.toml"
FIRST_ITERATIONS = 40
L1, L2 = 2.0, 0.02
"""Regularisation: on unseen English editions L1 from 1 to 4 was alike, and less was worse."""
MOST_DOCUMENTS = 800
"""Most documents of one source, so that none outweighs the others."""


class Frequency(enum.StrEnum):
    """The texts in which a training sees how frequent words are.

    Invented names are rarer than those of any text: a model that sees frequencies in the renamed
    texts trusts rare words too much, and one that never does too little.
    """

    NOWHERE = "nowhere"
    EVERYWHERE = "everywhere"
    IN_ORIGINALS = "in_originals"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the model of a language is trained; see ``settings.toml``."""

    iterations: int
    renamed_every: int
    frequencies: tuple[Frequency, ...]


def read_settings(code: str) -> Settings:
    """Read the settings of a language; a language without any has the default ones."""
    tables = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    table = tables.get(code, tables["default"])
    return Settings(
        table["iterations"], table["renamed_every"], tuple(map(Frequency, table["frequencies"]))
    )


KINDS = {"persName": "P", "placeName": "L", "orgName": "O"}
Labelled = tuple[list[list[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Sample:
    """The sequences of one document; ``organisations``: whether its source marks these."""

    sequences: tuple[Labelled, ...]
    organisations: bool


def samples(
    folder: Path, code: str, skip: frozenset[str], frequency: Frequency
) -> Iterator[Sample]:
    """Yield the training documents of one language, those of a long source sampled evenly."""
    chance = random.Random(code)  # noqa: S311  # the same texts at every run
    for path in sorted(folder.glob(f"{code}-*.jsonl")):
        if path.stem in skip:
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        step = -(-len(lines) // MOST_DOCUMENTS)
        for number, line in enumerate(lines[::step]):
            data = json.loads(line)
            sample = _sample(data, find_vocabulary(code))
            yield _without_frequency(sample) if frequency is Frequency.NOWHERE else sample
            if number % read_settings(code).renamed_every == 0:
                sample = _sample(
                    renamed(data, find_vocabulary(code), chance), find_vocabulary(code)
                )
                everywhere = frequency is Frequency.EVERYWHERE
                yield sample if everywhere else _without_frequency(sample)


def _without_frequency(sample: Sample) -> Sample:
    sequences = (
        ([[f for f in row if not f.startswith(("f|", "fs|"))] for row in rows], labels)
        for rows, labels in sample.sequences
    )
    return Sample(tuple(sequences), sample.organisations)


def _sample(data: dict[str, Any], vocabulary: Vocabulary) -> Sample:
    doc = Document(data["text"], language=vocabulary.code)
    words = words_of(doc)
    labels = _labels(words, data["gold"])
    masked: set[int] = set()
    for spans in (data.get("ignore") or {}).values():
        for start, end, *_ in spans:
            masked.update(_indexes(words.starts, words.ends, start, end))
    sequences = []
    description = describe(words, vocabulary)
    for run in runs(words, vocabulary):
        for part in _unmasked(run, masked):
            rows = [description.row(i) for i in part]
            sequences.append((rows, _begun(labels[part.start : part.stop])))
    return Sample(tuple(sequences), "orgName" in data["gold"])


def _labels(words: Words, gold: dict[str, Any]) -> list[str]:
    labels = ["O"] * len(words)
    for key, letter in KINDS.items():
        for start, end, *_ in gold.get(key) or ():
            for n, i in enumerate(_indexes(words.starts, words.ends, start, end)):
                labels[i] = ("I-" if n else "B-") + letter
    return labels


def _indexes(starts: Sequence[int], ends: Sequence[int], start: int, end: int) -> range:
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
    """Relabel a name whose first word was cut off, so that it begins with the next."""
    if labels[0].startswith("I-"):
        return ["B" + labels[0][1:], *labels[1:]]
    return labels


def fit(sequences: Iterator[Labelled], target: Path, iterations: int) -> None:
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


def without_unknown(data: list[Sample], first: Path) -> Iterator[Labelled]:
    """Yield all sequences, without the stretches that may be unmarked organisations."""
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


def trained(
    folder: Path, code: str, frequency: Frequency, skip: frozenset[str] = frozenset()
) -> Model:
    """Train one model of a language, from all sources but those to skip."""
    data = list(samples(folder, code, skip, frequency))
    with tempfile.TemporaryDirectory() as made:
        first, second = Path(made) / "first", Path(made) / "second"
        fit((s for d in data if d.organisations for s in d.sequences), first, FIRST_ITERATIONS)
        fit(without_unknown(data, first), second, read_settings(code).iterations)
        tagger = import_module("pycrfsuite").Tagger()
        tagger.open(str(second))
        info = tagger.info()
    return unpack(pack(info.state_features, info.transitions))


def averaged(models: Sequence[Model]) -> bytes:
    """Average the weights of models, and return the result as a file."""
    weights: Counter[tuple[str, str]] = Counter()
    transitions: Counter[tuple[str, str]] = Counter()
    for model in models:
        for name, row in model.rows.items():
            for label, weight in zip(LABELS, model.weights[row].tolist(), strict=True):
                if weight:
                    weights[name, label] += weight / len(models)
        for label, after in zip(LABELS, model.transitions.tolist(), strict=True):
            for following, weight in zip(LABELS, after, strict=True):
                transitions[label, following] += weight / len(models)
    return pack(weights, transitions)


def main(folder: Path, code: str, *, skip: frozenset[str] = frozenset()) -> None:
    """Train the model of one language and write it."""
    models = [
        trained(folder, code, frequency, skip) for frequency in read_settings(code).frequencies
    ]
    MODELS.mkdir(exist_ok=True)
    (MODELS / f"{code}.npz").write_bytes(averaged(models))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], skip=frozenset(sys.argv[3:]))
