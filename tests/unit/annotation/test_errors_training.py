"""How errors are made and weighed: the same texts give the same weights, and the sure ones tell."""

import json
import random
from pathlib import Path

import numpy as np
import pytest

from toolkit.annotation.errors.classifier import FEATURES
from toolkit.annotation.errors.training import fit_weights, read_texts
from toolkit.annotation.errors.training.synthetic_noise import CLEAN, Misreader

from .error_lexicons import lexicon_of

CLEAN_TEXT = (
    "The lady of the house went down to the river every morning, and the servants followed her "
    "with a basket of bread. "
)


def _readings(count: int) -> list[tuple[str, int]]:
    reader = Misreader(lexicon_of("en"), random.Random(1))
    return [
        (read.text, len(read.errors)) for read in (reader.read(CLEAN_TEXT) for _ in range(count))
    ]


def test_the_same_chance_misreads_in_the_same_way() -> None:
    assert _readings(20) == _readings(20)


def test_a_part_of_the_texts_has_no_error() -> None:
    clean = [text for text, errors in _readings(200) if not errors]

    assert {CLEAN_TEXT} == set(clean)
    assert len(clean) >= CLEAN * 200 / 2


def test_what_is_no_error_is_left_as_it_was() -> None:
    reader = Misreader(lexicon_of("en"), random.Random(2))

    for _ in range(100):
        read = reader.read(CLEAN_TEXT)
        words = set(CLEAN_TEXT.split())
        wrong = {at for error in read.errors for at in range(error.start, error.end)}
        right = "".join(" " if at in wrong else char for at, char in enumerate(read.text))
        assert {word.strip(",.") for word in right.split()} <= {
            word.strip(",.") for word in words
        } | {""}


def test_pairs_and_weights_are_made_of_different_texts(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"Text number {number}."}) for number in range(100)]
    (tmp_path / "en-made.jsonl").write_text("\n".join(lines), encoding="utf-8")

    counted = {text for _, text in read_texts(tmp_path, "en", held_out=False)}
    weighed = {text for _, text in read_texts(tmp_path, "en", held_out=True)}

    assert 100 == len(counted | weighed)
    assert not counted & weighed
    assert 3 <= len(weighed) <= 20


def test_the_regression_finds_the_odds_that_made_the_data() -> None:
    chance = np.random.default_rng(3)
    rows = chance.normal(size=(20_000, 2))
    wrong = (chance.random(20_000) < 1 / (1 + np.exp(-(rows @ [1.0, -2.0] - 1.0)))).astype(float)

    before, each = fit_weights._fit_regression(rows, wrong)

    assert [-1.0, 1.0, -2.0] == pytest.approx([before, *each], abs=0.1)


def test_every_language_has_a_weight_for_each_piece_of_evidence() -> None:
    data = json.loads(fit_weights.WEIGHTS.read_text(encoding="utf-8"))

    assert {"de", "en", "fr"} == set(data)
    for language in data.values():
        for kind in ("unknown", "known"):
            assert set(FEATURES) == set(language[kind]["weights"])
