"""Conditional random field: weights of features, decoding, and label probabilities.

A linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001). What a word
adds to the score of a label depends on that word and its neighbours alone, so the weights of
equal words are added up once, and all sequences of a document are decoded together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

LABELS = ("O", "B-P", "I-P", "B-L", "I-L", "B-O", "I-O")
"""Labels of words: outside a name, or begin or inside of a person, place or organisation."""

Scores = NDArray[np.float32]
Weights = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """The weights of one language.

    ``rows`` maps a feature to its row of ``weights``; the columns are ``LABELS``, the last row
    is of zeros, for features that the model does not know. ``transitions`` has the weight of
    each label (column) after each other (row).
    """

    rows: Mapping[str, int]
    weights: Scores
    transitions: Scores

    def __post_init__(self) -> None:
        if self.weights.shape != (len(self.rows) + 1, len(LABELS)):
            raise ValueError(f"{len(self.rows)} features, but weights {self.weights.shape}")
        if self.transitions.shape != (len(LABELS), len(LABELS)):
            raise ValueError(f"transitions of shape {self.transitions.shape}")

    def sums(self, features: Iterable[Iterable[str]]) -> Scores:
        """Return the sum of the weights of each collection of features, one row each."""
        rows, nothing = self.rows, len(self.rows)
        flat: list[int] = []
        starts: list[int] = []
        for names in features:
            starts.append(len(flat))
            flat.extend(rows[name] for name in names if name in rows)
            flat.append(nothing)
        if not starts:
            return np.zeros((0, len(LABELS)), np.float32)
        return np.add.reduceat(self.weights[flat], starts, axis=0)


def pack(weights: Weights, transitions: Weights) -> bytes:
    """Serialise weights by ``(feature, label)`` and ``(label, next label)``."""
    names = sorted({name for name, _ in weights})
    rows = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(names), len(LABELS)), np.float16)
    for (name, label), weight in weights.items():
        table[rows[name], LABELS.index(label)] = weight
    after = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (label, following), weight in transitions.items():
        after[LABELS.index(label), LABELS.index(following)] = weight
    text = np.frombuffer("\n".join(names).encode(), np.uint8)
    target = BytesIO()
    np.savez_compressed(target, names=text, weights=table, transitions=after)
    return target.getvalue()


def unpack(data: bytes) -> Model:
    """Read a model that ``pack`` wrote."""
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        names = arrays["names"].tobytes().decode().split("\n")
        nothing = np.zeros((1, len(LABELS)), np.float32)
        weights = np.concatenate([arrays["weights"].astype(np.float32), nothing])
        rows = {name: i for i, name in enumerate(names)}
        return Model(rows, weights, arrays["transitions"].astype(np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """A layout of sequences for joint decoding: step by step, the longest first.

    ``order`` has the index of each score in the document, the first words of all sequences
    before the second ones; ``starts`` where each step begins in it.
    """

    order: NDArray[np.intp]
    starts: NDArray[np.intp]

    def steps(self) -> list[slice]:
        """The slice of ``order`` for each step."""
        return [slice(a, b) for a, b in zip(self.starts[:-1], self.starts[1:], strict=True)]


def batch(lengths: Sequence[int]) -> Batch:
    """Lay out sequences of these lengths, which follow each other in the document."""
    sizes = np.asarray(lengths, np.intp)
    firsts = np.concatenate([[0], np.cumsum(sizes)[:-1]]) if len(sizes) else sizes
    longest_first = np.argsort(-sizes, kind="stable")
    firsts, sizes = firsts[longest_first], sizes[longest_first]
    steps = []
    active = len(sizes)
    for step in range(int(sizes[0]) if len(sizes) else 0):
        while sizes[active - 1] <= step:
            active -= 1
        steps.append(firsts[:active] + step)
    counts = [0, *(len(step) for step in steps)]
    order = np.concatenate(steps) if steps else np.zeros(0, np.intp)
    return Batch(order.astype(np.intp), np.cumsum(counts, dtype=np.intp))


def best_labels(scores: Scores, transitions: Scores, layout: Batch) -> NDArray[np.int8]:
    """Return the most probable labels of all sequences (Viterbi)."""
    ordered = scores[layout.order]
    back = np.zeros(ordered.shape, np.int8)
    total = ordered.copy()
    steps = layout.steps()
    for before, now in pairwise(steps):
        count = now.stop - now.start
        paths = total[before][:count, :, None] + transitions
        back[now] = paths.argmax(axis=1)
        total[now] += paths.max(axis=1)
    chosen = np.zeros(len(ordered), np.int8)
    following = np.zeros(0, np.int8)
    for now in reversed(steps):
        ends = total[now][len(following) :].argmax(axis=1).astype(np.int8)
        chosen[now] = np.concatenate([following, ends])
        following = np.take_along_axis(back[now], chosen[now][:, None], axis=1)[:, 0]
    labels = np.empty(len(ordered), np.int8)
    labels[layout.order] = chosen
    return labels


def probabilities(scores: Scores, transitions: Scores, layout: Batch) -> Scores:
    """Return the marginal probability of each label of each word (forward-backward)."""
    chances = scores[layout.order]
    chances -= chances.max(axis=1, keepdims=True, initial=-np.inf)
    np.exp(chances, out=chances)
    moves = np.exp(transitions)
    forward, backward = chances.copy(), np.ones_like(chances)
    steps = layout.steps()
    for before, now in pairwise(steps):
        forward[now] *= forward[before][: now.stop - now.start] @ moves
        forward[now] /= forward[now].sum(axis=1, keepdims=True)
    for before, now in reversed(list(pairwise(steps))):
        carried = (backward[now] * chances[now]) @ moves.T
        backward[before.start : before.start + len(carried)] = carried / carried.sum(
            axis=1, keepdims=True
        )
    forward *= backward
    forward /= forward.sum(axis=1, keepdims=True)
    result: Scores = backward
    result[layout.order] = forward
    return result
