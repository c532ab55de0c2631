"""How often names are right, by certainty: the calibration table of each language.

A name is right if it overlaps one of the same type in the gold. Left out are a collection whose
editors marked only some of the names (newseye-de), and streets where the editors marked none
(ehri-nisko-de). To print the table:
``pytest -m slow -s tests/benchmarks/test_names_calibration.py``.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from toolkit.annotation.names import find_names
from toolkit.edition import Edition
from toolkit.text import Cert, Document, Span

pytestmark = pytest.mark.slow

COLLECTIONS = {
    "en": ("ehri-diplomatic-en", "ehri-testimony-en", "nc-hipe2020-en", "nc-topres19th-en"),
    "de": ("ehri-nisko-de", "nc-hipe2020-de", "tillich-letters-de"),
    "fr": ("nc-hipe2020-fr", "newseye-fr"),
}
ELEMENTS = ("persName", "placeName", "orgName")
LEAST = {Cert.HIGH: 0.95, Cert.MEDIUM: 0.75}
"""The share that is to be right. The figures of English are just above these bounds."""


def overlaps(span: Span, others: list[list[Any]]) -> bool:
    return any(start < span.end and span.start < end for start, end, *_ in others)


def judge(path: Path, language: str) -> Iterator[tuple[Cert, str, bool]]:
    """Yield the certainty and element of each name, and whether it is right."""
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        for name in find_names(Document(data["text"], language=language), Edition()):
            gold = data["gold"].get(name.element)
            if name.element not in ELEMENTS or gold is None:
                continue
            if path.stem == "ehri-nisko-de" and name.rule == "street":
                continue
            right = overlaps(name.span, gold)
            ignored = overlaps(name.span, (data.get("ignore") or {}).get(name.element, []))
            if right or not ignored:
                yield name.cert, name.element, right


@cache
def shares(shared: Path, language: str) -> dict[tuple[Cert, str], tuple[int, float]]:
    """Return the number of names and the share that is right, by certainty and element."""
    found = defaultdict(list)
    for collection in COLLECTIONS[language]:
        for cert, element, right in judge(shared / "gold" / f"{collection}.jsonl", language):
            found[cert, element].append(right)
            found[cert, "all"].append(right)
    return {key: (len(right), sum(right) / len(right)) for key, right in found.items()}


@pytest.mark.parametrize("language", COLLECTIONS)
def test_the_table_is_printed(shared: Path, language: str) -> None:
    table = shares(shared, language)
    print(f"\n{language:10} {'':9} names  right")
    for (cert, element), (number, share) in sorted(table.items()):
        print(f"{cert:10} {element:9} {number:5}  {share:.3f}")
    assert table


@pytest.mark.parametrize("language", COLLECTIONS)
@pytest.mark.parametrize("cert", LEAST)
def test_names_of_a_certainty_are_right_as_often_as_it_says(
    shared: Path, language: str, cert: Cert
) -> None:
    _, share = shares(shared, language)[cert, "all"]
    assert LEAST[cert] <= round(share, 2)


@pytest.mark.parametrize("language", COLLECTIONS)
def test_of_the_names_that_wait_about_every_other_is_right_at_most(
    shared: Path, language: str
) -> None:
    table = shares(shared, language)
    assert 0.55 > table[Cert.LOW, "all"][1]
