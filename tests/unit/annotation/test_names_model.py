"""The model of the tagger: its sums and its decoding, against sums and decoding done by hand."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.annotation.names.crf import (
    LABELS,
    Model,
    Scores,
    batch,
    best_labels,
    pack,
    probabilities,
    unpack,
)
from toolkit.annotation.names.crf_tagger import elsewhere, load, word_scores
from toolkit.annotation.names.tagger_features import describe, runs
from toolkit.annotation.names.tokenisation import words_of
from toolkit.annotation.names.vocabulary import find_vocabulary
from toolkit.text import Document

TEXT = (
    "Dear Sir,\n\nCaptain Lennox of Petrograd wrote to Krylenko. Krylenko, who knew "
    "N. V. Krylenko's brother in New York, did not answer.\n\nYours,\nJohn Reed"
)


def every_labelling(scores: Scores, transitions: Scores) -> dict[tuple[int, ...], float]:
    """The weight of every labelling of a sequence, by adding it up."""
    found = {}
    for labels in itertools.product(range(len(LABELS)), repeat=len(scores)):
        total = sum(float(scores[i, label]) for i, label in enumerate(labels))
        total += sum(float(transitions[a, b]) for a, b in itertools.pairwise(labels))
        found[labels] = float(np.exp(total))
    return found


def some_scores(seed: int, lengths: list[int]) -> tuple[Scores, Scores]:
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=(sum(lengths), len(LABELS))).astype(np.float32)
    return scores, chance.normal(size=(len(LABELS), len(LABELS))).astype(np.float32)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000), st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_the_best_labels_are_those_of_trying_all(seed: int, lengths: list[int]) -> None:
    scores, transitions = some_scores(seed, lengths)
    found = best_labels(scores, transitions, batch(lengths)).tolist()
    expected: list[int] = []
    for length in lengths:
        part = scores[len(expected) : len(expected) + length]
        weights = every_labelling(part, transitions)
        expected.extend(max(weights, key=lambda labels: weights[labels]))
    assert expected == found


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000), st.lists(st.integers(1, 3), min_size=1, max_size=4))
def test_the_probabilities_are_those_of_adding_up_all(seed: int, lengths: list[int]) -> None:
    scores, transitions = some_scores(seed, lengths)
    found = probabilities(scores, transitions, batch(lengths))
    at = 0
    for length in lengths:
        weights = every_labelling(scores[at : at + length], transitions)
        total = sum(weights.values())
        for place in range(length):
            for label in range(len(LABELS)):
                share = sum(w for k, w in weights.items() if k[place] == label) / total
                assert share == pytest.approx(float(found[at + place, label]), abs=1e-4)
        at += length


def test_no_sequences_have_no_labels() -> None:
    nothing, transitions = np.zeros((0, 7), np.float32), np.zeros((7, 7), np.float32)
    assert (0, 7) == probabilities(nothing, transitions, batch([])).shape
    assert [] == best_labels(nothing, transitions, batch([])).tolist()


def test_large_scores_overflow_nothing() -> None:
    scores = np.full((40, 7), 300, np.float32)
    found = probabilities(scores, np.full((7, 7), 5, np.float32), batch([40]))
    assert np.allclose(found, 1 / 7)


def test_a_packed_model_is_unpacked_again() -> None:
    model = unpack(pack({("a", "O"): 1.5, ("b", "I-L"): -0.25}, {("O", "B-P"): 2.0}))
    assert {"a": 0, "b": 1} == dict(model.rows)
    assert [[1.5, -0.25], [0.0, 0.0]] == [
        [float(model.weights[0, 0]), float(model.weights[1, 4])],
        model.sums([("unknown",)])[0, :2].tolist(),
    ]
    assert float(model.transitions[0, 1]) == 2.0


def test_a_model_of_the_wrong_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="features"):
        Model({"a": 0}, np.zeros((1, 7), np.float32), np.zeros((7, 7), np.float32))


@pytest.mark.parametrize("code", ["en", "de", "fr"])
def test_words_are_scored_by_the_features_that_are_trained(code: str) -> None:
    model = load(code)
    assert model is not None
    words = words_of(Document(TEXT, language=code))
    description = describe(words, find_vocabulary(code))
    sequences = list(runs(words, find_vocabulary(code)))
    expected = model.sums(description.row(i) for run in sequences for i in run)
    found = word_scores(model, description, sequences)
    assert np.allclose(expected, found, atol=1e-3)


def test_a_word_is_drawn_to_what_it_is_elsewhere() -> None:
    words = words_of(Document("Alpha Beta Alpha", language="en"))
    person = [0.01, 0.97, 0.02, 0, 0, 0, 0]
    nothing = [1.0, 0, 0, 0, 0, 0, 0]
    chances = np.array([person, nothing, nothing], np.float32)
    added = elsewhere(chances, words, [range(3)])
    assert added[2, 1] > 0 > added[0, 1]
    assert not added[1].any()
