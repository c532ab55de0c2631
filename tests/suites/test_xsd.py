"""The datatype suite of jing (James Clark): values, equality, order and lengths."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.namespaces import XSD_TYPES
from toolkit.rng.datatypes import Datatype
from toolkit.rng.library import datatype

SUITE = Path(__file__).resolve().parents[3] / "shared/validation/suites/xsdtest.xml"


class Prefixes:
    """The prefixes in force at an element of the suite, and the entities its test declares."""

    def __init__(self, bound: dict[str, str], subset: str) -> None:
        self.bound = bound
        self.subset = subset

    def namespace(self, prefix: str) -> str | None:
        return self.bound.get(prefix, None if prefix else "")

    def is_unparsed_entity(self, name: str) -> bool:
        return f"<!ENTITY {name} " in self.subset


def cases() -> Iterator[tuple[str, ET.Element, Prefixes]]:
    """Each test of the suite with the datatype it is about."""
    bound: list[dict[str, str]] = [{}]
    declared: dict[str, str] = {}
    name = ""
    for event, item in ET.iterparse(SUITE, events=("start-ns", "start", "end")):
        if event == "start-ns":
            declared[item[0]] = item[1]
        elif event == "start":
            bound.append({**bound[-1], **declared})
            declared = {}
            name = item.get("name", name) if item.tag == "datatype" else name
        else:
            yield name, item, Prefixes(bound.pop(), item.get("internalSubset", ""))


def kind_of(name: str) -> Datatype:
    return datatype(XSD_TYPES, name)


def value(kind: Datatype, element: ET.Element, context: Prefixes) -> object:
    return kind.value(element.text or "", context)


@pytest.fixture
def tests(shared: Path) -> list[tuple[str, ET.Element, Prefixes]]:
    return list(cases())


def test_right_and_wrong_values_are_told_apart(
    tests: list[tuple[str, ET.Element, Prefixes]],
) -> None:
    faults = [
        (name, element.tag, element.text)
        for name, element, context in tests
        if element.tag in ("valid", "invalid")
        and (element.tag == "valid") != kind_of(name).allows(element.text or "", context)
    ]
    assert 256 == sum(element.tag in ("valid", "invalid") for _, element, _ in tests)
    assert [] == faults


def test_equal_values_are_equal_and_others_are_not(
    tests: list[tuple[str, ET.Element, Prefixes]],
) -> None:
    for name, element, context in tests:
        if element.tag != "equiv":
            continue
        kind = kind_of(name)
        classes = [{value(kind, v, context) for v in one} for one in element.iter("class")]
        assert all(len(one) == 1 and None not in one for one in classes), (name, classes)
        assert len(classes) == len(set().union(*classes)), (name, classes)


def test_values_are_ordered(tests: list[tuple[str, ET.Element, Prefixes]]) -> None:
    for name, element, context in tests:
        if element.tag in ("lessThan", "incomparable"):
            kind = kind_of(name)
            assert kind.kind.less is not None
            first, second = (value(kind, v, context) for v in element)
            found = kind.kind.less(first, second), kind.kind.less(second, first)
            assert (element.tag == "lessThan", False) == found, (name, first, second)


def test_lengths_are_measured(tests: list[tuple[str, ET.Element, Prefixes]]) -> None:
    for name, element, context in tests:
        if element.tag == "length":
            kind = datatype(XSD_TYPES, name, (("length", element.get("value", "")),))
            assert kind.allows(element.text or "", context), (name, element.text)
