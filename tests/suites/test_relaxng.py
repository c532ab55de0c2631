"""The RELAX NG specification test suite (James Clark): schemas and instances, right and wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from toolkit.exceptions import SchemaError
from toolkit.rng import load, validate

SUITE = Path(__file__).resolve().parents[3] / "shared/validation/suites/spectest.xml"
ROOT = "http://suite.invalid/schema.rng"


def cases() -> Iterator[object]:
    if not SUITE.exists():
        return
    for number, case in enumerate(etree.parse(SUITE).iter("testCase"), 1):
        section = case.findtext("section") or case.getparent().findtext("section") or ""
        yield pytest.param(case, id=f"{number}-{section}")


def resources(case: etree._Element, base: str = "http://suite.invalid/") -> dict[str, bytes]:
    found = {}
    for child in case:
        if child.tag == "resource":
            found[base + child.get("name")] = inner(child)
        elif child.tag == "dir":
            found |= resources(child, f"{base}{child.get('name')}/")
    return found


def inner(element: etree._Element) -> bytes:
    child = next(element.iterchildren(tag=etree.Element))
    return etree.tostring(child, with_tail=False, encoding="utf-8")


def fetcher(case: etree._Element):
    files = resources(case)

    def fetch(address: str) -> bytes:
        if address not in files:
            raise FileNotFoundError(2, "no such resource", address)
        return files[address]

    return fetch


@pytest.mark.parametrize("case", list(cases()))
def test_the_specification_suite_is_followed(case: etree._Element) -> None:
    correct, incorrect = case.find("correct"), case.find("incorrect")
    fetch = fetcher(case)
    if incorrect is not None:
        with pytest.raises(SchemaError):
            load(inner(incorrect), name=ROOT, fetch=fetch)
        return
    grammar = load(inner(correct), name=ROOT, fetch=fetch)
    for instance in case.iterchildren("valid", "invalid"):
        findings = list(validate(grammar, inner(instance)))
        assert (instance.tag == "valid") == (not findings), (inner(instance), findings)


def test_the_whole_suite_was_found(shared: Path) -> None:
    assert 385 == len(list(cases()))
