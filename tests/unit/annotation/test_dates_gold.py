"""Dates on the editions of others, where their gold data lie beside this checkout."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from toolkit.annotation.dates import dates
from toolkit.edition import Edition
from toolkit.text import Document


def evaluator(gold: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", gold / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "strict", "value"),
    [("ehri-testimony-en", 0.92, 0.93), ("ehri-nisko-de", 0.87, 0.90)],
)
def test_dates_of_ehri_editions(shared: Path, name: str, strict: float, value: float) -> None:
    evaluate = evaluator(shared / "gold")
    score = evaluate.Score()
    for gold in evaluate.load(shared / "gold" / f"{name}.jsonl"):
        if "date" not in gold["gold"]:
            continue
        doc = Document(gold["text"], file=f"{gold['id']}.txt", language=gold["language"])
        found = dates.annotate(doc, Edition())
        spans = [
            (a.span.start, a.span.end, dict(a.attributes)) for a in found if a.element == "date"
        ]
        only_dates = {**gold, "gold": {"date": gold["gold"]["date"]}, "gold_partial": {}}
        score.add(only_dates, {"date": spans})
    report = score.report()["date"]
    assert report["strict"]["f1"] >= strict
    assert report["value_right_of_gold"] >= value
