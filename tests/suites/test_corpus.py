"""The validation corpus: the same verdicts and lines as jing, the same findings as SchXslt."""

import json
import statistics
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from toolkit.findings import Finding, Severity
from toolkit.rng import load, validate
from toolkit.schematron import _stylesheet
from toolkit.schematron.compile_xslt import V
from toolkit.schematron.runner import run

Row = dict[str, Any]


@pytest.fixture(scope="module")
def results(shared: Path, corpus: Path) -> list[tuple[Row, list[Finding]]]:
    grammar = load(shared / "tei" / "tei_all.rng", check=False)
    lines = (shared / "validation" / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [(row, list(validate(grammar, corpus / row["file"]))) for row in rows]


def verdict(findings: list[Finding], *, ids: bool = True) -> str:
    errors = [
        finding
        for finding in findings
        if finding.severity is Severity.ERROR and (ids or finding.code not in ("RNG020", "RNG021"))
    ]
    return "invalid" if errors else "valid"


def test_every_verdict_is_the_one_of_jing(results: list[tuple[Row, list[Finding]]]) -> None:
    assert 237 == len(results)
    assert [] == [row["file"] for row, found in results if row["verdict"] != verdict(found)]


def test_every_verdict_without_identifiers_is_the_one_of_jing(
    results: list[tuple[Row, list[Finding]]],
) -> None:
    wrong = [r["file"] for r, f in results if r["verdict_noid"] != verdict(f, ids=False)]
    assert [] == wrong


def test_the_first_error_is_on_the_line_of_jing(
    results: list[tuple[Row, list[Finding]]],
) -> None:
    invalid = [(row, found) for row, found in results if row["verdict"] == "invalid"]
    same = [row for row, found in invalid if row["first_line"] == found[0].place.line]
    assert len(same) >= 0.97 * len(invalid)


def test_messages_are_short(results: list[tuple[Row, list[Finding]]]) -> None:
    lengths = [len(found[0].message) for _, found in results if found]
    assert statistics.median(lengths) <= 140
    assert max(len(finding.message) for _, found in results for finding in found) <= 300


def test_a_mutation_makes_one_error(results: list[tuple[Row, list[Finding]]]) -> None:
    counts = Counter(
        len(found)
        for row, found in results
        if row["kind"] == "mutant" and row["base_verdict"] == "valid" and found
    )
    assert counts[1] >= 0.9 * counts.total()


@pytest.mark.slow
def test_the_rules_of_tei_find_the_same(shared: Path, corpus: Path) -> None:
    rules = _stylesheet(shared / "tei" / "generated-4.12.0a" / "tei_all.isosch", "")
    assert rules is not None
    lines = (shared / "validation" / "schematron.jsonl").read_text(encoding="utf-8").splitlines()
    different = []
    for row in map(json.loads, lines):
        path = corpus / row["file"]
        plain = b"<!DOCTYPE" not in path.read_bytes()[:5000]
        svrl = run(rules, path, plain=plain)
        found = Counter(
            (entry.get("location"), " ".join("".join(entry.find(f"{V}text").itertext()).split()))
            for entry in svrl.iterchildren(f"{V}failed-assert", f"{V}successful-report")
        )
        expected = Counter((e["location"], " ".join(e["text"].split())) for e in row["findings"])
        if expected != found:
            different.append(row["file"])
    assert [] == different
