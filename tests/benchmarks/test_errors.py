"""How well errors are found, on texts of other people, and how fast.

The bounds are what was reached when this was written, less what chance may take away on so few
documents.
"""

import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from toolkit.annotation.errors import errors
from toolkit.annotation.errors.lexicon import load_lexicon
from toolkit.edition import Edition
from toolkit.languages import find_language
from toolkit.text import Annotation, Cert, Document

pytestmark = pytest.mark.slow

PROOF_READ = [
    "frus-sic-en",
    "frus-notes-en",
    "ehri-diplomatic-en",
    "ehri-testimony-en",
    "ehri-nisko-de",
    "tillich-letters-de",
]


def _documents(shared: Path, name: str) -> list[dict[str, Any]]:
    path = shared / "gold" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _found(doc: dict[str, Any]) -> list[Annotation]:
    return list(
        errors.annotate(Document(doc["text"], language=doc["language"]), Edition()).annotations
    )


def _words(docs: list[dict[str, Any]]) -> int:
    return sum(len(doc["text"].split()) for doc in docs)


@pytest.fixture(scope="session")
def evaluate(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", shared / "gold" / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _scores(
    shared: Path, evaluate: ModuleType, name: str, least: Cert
) -> tuple[dict[str, Any], float]:
    """The scores of the proposals that are at least so sure; and the corrections right of all."""
    score = evaluate.Score()
    for doc in _documents(shared, name):
        spans = [
            (a.span.start, a.span.end, {"corr": a.alternative})
            for a in _found(doc)
            if a.cert.rank >= least.rank
        ]
        score.add(doc, {"sic": spans})
    report = score.report()["sic"]
    return report, score.c["sic"]["value_right"] / max(1, score.c["sic"]["pred"])


@pytest.mark.parametrize("name", PROOF_READ)
def test_at_most_one_false_alarm_is_encoded_in_10000_proof_read_words(
    shared: Path, name: str
) -> None:
    docs = _documents(shared, name)
    gold = {(doc["id"], start, end) for doc in docs for start, end, _ in doc["gold"].get("sic", [])}
    alarms = [
        (doc["id"], a.span.start, a.span.end, a.rule)
        for doc in docs
        for a in _found(doc)
        if a.cert is Cert.HIGH and (doc["id"], a.span.start, a.span.end) not in gold
    ]

    assert len(alarms) * 10_000 <= 1.0 * _words(docs)


def test_what_is_encoded_in_bad_english_print_is_an_error_and_rightly_corrected(
    shared: Path, evaluate: ModuleType
) -> None:
    report, right = _scores(shared, evaluate, "nc-impresso-sic-en", Cert.HIGH)

    assert report["fuzzy"]["p"] >= 0.95
    assert right >= 0.85


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("nc-impresso-sic-en", 0.75, 0.70),
        ("nc-impresso-sic-fr", 0.80, 0.50),
        ("dta19-sic-de", 0.40, 0.42),
    ],
)
def test_all_proposals_find_errors_of_print(
    shared: Path, evaluate: ModuleType, name: str, precision: float, recall: float
) -> None:
    report, _ = _scores(shared, evaluate, name, Cert.LOW)

    assert report["fuzzy"]["p"] >= precision
    assert report["fuzzy"]["r"] >= recall


def test_german_with_few_errors_comes_out_unharmed(shared: Path, evaluate: ModuleType) -> None:
    report, _ = _scores(shared, evaluate, "dta19-sic-de", Cert.HIGH)
    false_alarms = report["pred"] * (1 - report["fuzzy"]["p"])

    assert false_alarms * 10_000 <= 5 * _words(_documents(shared, "dta19-sic-de"))


@pytest.mark.parametrize("name", ["frus-notes-en", "ehri-nisko-de"])
def test_ten_thousand_words_take_less_than_a_second(shared: Path, name: str) -> None:
    docs = _documents(shared, name)
    load_lexicon(find_language(docs[0]["language"]))
    start = time.process_time()
    for doc in docs:
        _found(doc)
    rate = _words(docs) / (time.process_time() - start)

    assert rate > 10_000


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_lexicon_is_loaded_soon(language: str) -> None:
    code = (
        "import time;"
        "from toolkit.annotation.errors.lexicon import load_lexicon;"
        "from toolkit.annotation.errors.bigrams import load_bigrams;"
        "from toolkit.languages import find_language;"
        "t = time.process_time();"
        f"load_bigrams(load_lexicon(find_language({language!r})));"
        "print(time.process_time() - t)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert float(done.stdout) < 0.8
