"""Apply the model of a language to a document, all sequences together."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from toolkit.annotation.names.crf import (
    LABELS,
    Batch,
    Model,
    Scores,
    batch,
    best_labels,
    probabilities,
    unpack,
)
from toolkit.annotation.names.tagger_features import DISTANCES, Description, describe, edge, runs
from toolkit.annotation.names.tagger_protocol import Tagged
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind

KINDS = {"P": Kind.PERSON, "L": Kind.PLACE, "O": Kind.ORGANISATION}
"""Entity types by the letters of the labels: B-P begins a person, I-P continues it."""
PORTION = 100_000
"""Approximate number of words that are decoded together."""
ELSEWHERE = 0.6
"""Weight of the other occurrences of a word, relative to its own scores."""
_FLOOR = 0.02
"""Least probability of a type elsewhere, so that no occurrence is overruled altogether."""
_LEAST = 3
"""Fewest letters of a word whose occurrences inform each other; shorter ones are initials."""


def tag_words(words: Words, vocabulary: Vocabulary) -> Iterator[Tagged]:
    """Tag names with the model of a language, in order; nothing if it has no model.

    A second pass adds the label probabilities of the first pass for the other occurrences of the
    word in the document.
    """
    model = load(vocabulary.code)
    sequences = list(runs(words, vocabulary))
    if model is None or not sequences:
        return
    description = describe(words, vocabulary)
    portions = [Portion(part, word_scores(model, description, part)) for part in _parts(sequences)]
    chances = np.concatenate([portion.probabilities(model) for portion in portions])
    added = elsewhere(chances, words, sequences)
    del chances
    at = 0
    for portion in portions:
        stop = at + len(portion.scores)
        portion.scores[:] += added[at:stop]
        yield from portion.names(model)
        at = stop


@dataclass(frozen=True, slots=True, eq=False)
class Portion:
    """Sequences that are decoded together, and the label scores of their words."""

    sequences: list[range]
    scores: Scores

    def _layout(self) -> Batch:
        return batch([len(run) for run in self.sequences])

    def probabilities(self, model: Model) -> Scores:
        """Return the label probabilities of the words."""
        return probabilities(self.scores, model.transitions, self._layout())

    def names(self, model: Model) -> Iterator[Tagged]:
        """Yield the names in the most probable labelling."""
        labels = best_labels(self.scores, model.transitions, self._layout())
        chances = self.probabilities(model)
        at = 0
        for run in self.sequences:
            stop = at + len(run)
            yield from _names(labels[at:stop], chances[at:stop], run.start)
            at = stop


def _parts(sequences: list[range]) -> Iterator[list[range]]:
    """Divide the sequences of a long document, so that memory does not grow with it."""
    part: list[range] = []
    size = 0
    for run in sequences:
        part.append(run)
        size += len(run)
        if size >= PORTION:
            yield part
            part, size = [], 0
    if part:
        yield part


def elsewhere(chances: Scores, words: Words, sequences: list[range]) -> Scores:
    """Return what the other occurrences of each capitalised word add to its label scores."""
    texts = words.texts
    numbers: dict[str, int] = {}
    same = np.array(
        [
            numbers.setdefault(texts[i], len(numbers))
            if len(texts[i]) >= _LEAST and texts[i][0].isupper()
            else -1
            for run in sequences
            for i in run
        ],
        np.intp,
    )
    at = np.flatnonzero(same >= 0)
    same = same[at]
    kinds = np.stack([chances[:, 0], *(chances[:, i] + chances[:, i + 1] for i in (1, 3, 5))], 1)
    total = np.zeros((len(numbers), 4), np.float32)
    np.add.at(total, same, kinds[at])
    count = np.bincount(same, minlength=len(numbers))
    several = count[same] > 1
    at, same = at[several], same[several]
    others = (total[same] - kinds[at]) / (count[same] - 1)[:, None]
    added = ELSEWHERE * np.log((others + _FLOOR) / (others[:, :1] + _FLOOR))
    result = np.zeros_like(chances)
    result[at] = added[:, (0, 1, 1, 2, 2, 3, 3)]
    return result


@cache
def load(code: str) -> Model | None:
    """Load the model of a language, once; None if it has no model."""
    resource = files(__package__) / "models" / f"{code}.npz"
    return unpack(resource.read_bytes()) if resource.is_file() else None


def word_scores(model: Model, description: Description, sequences: list[range]) -> Scores:
    """Return the label scores of all words of the sequences, one after the other."""
    texts = description.words.texts
    at = np.fromiter((i for run in sequences for i in run), np.intp)
    types = list(description.words.places)
    numbers = {text: n for n, text in enumerate(types)}
    end = len(types)
    of_word = np.array([end, end, *map(numbers.__getitem__, texts), end, end], np.intp)
    scores = model.sums(map(description.here, at.tolist()))
    scores += _of_types(model, description.own, types, of_word[at + 2])
    for distance in DISTANCES:
        near = partial(description.near, distance=distance)
        scores += _of_types(model, near, types, of_word[at + 2 + distance], edge(distance))
    return scores


def _of_types(
    model: Model,
    features: Callable[[str], Iterable[str]],
    types: list[str],
    wanted: NDArray[np.intp],
    at_edge: Iterable[str] = (),
) -> Scores:
    """Return the scores that word types add; the number after the last is the text's edge."""
    needed, back = np.unique(wanted, return_inverse=True)
    rows = (features(types[n]) if n < len(types) else at_edge for n in needed.tolist())
    return model.sums(rows)[back]


def _names(labels: NDArray[np.int8], chances: Scores, start: int) -> Iterator[Tagged]:
    """Yield the names of a sequence that begins with the word ``start``."""
    for first, last in _chunks([LABELS[label] for label in labels.tolist()]):
        label = int(labels[first])
        begin = label if LABELS[label][0] == "B" else label - 1
        sure = float(chances[first : last + 1, begin : begin + 2].sum() / (last + 1 - first))
        yield Tagged(start + first, start + last, KINDS[LABELS[begin][2:]], sure)


def _chunks(labels: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last label of each name."""
    first = -1
    for i, label in enumerate(labels):
        if first >= 0 and label != "I" + labels[first][1:]:
            yield first, i - 1
            first = -1
        if first < 0 and label != "O":
            first = i
    if first >= 0:
        yield first, len(labels) - 1
