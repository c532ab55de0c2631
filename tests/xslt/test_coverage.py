"""Every element of TEI has a rule, and nearly every one a scenario."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.xslt.conftest import NAMESPACES, scenarios
from toolkit.namespaces import XSLT, local_name, tei
from toolkit.rendering.html import render_html
from toolkit.trees import parse_file
from toolkit.vocabulary import elements as elements_with_role

WITHOUT_RULE = frozenset({"TEI", "teiCorpus", "egXML"})
"""The roots, drawn by the page itself, and the one element of another namespace."""

WITHOUT_SCENARIO = 6
"""How many elements of tei_all stand in no file of tei/phenomena: the number only shrinks."""


@pytest.fixture(scope="module")
def elements(shared: Path) -> frozenset[str]:
    """The names of all elements of TEI P5."""
    specification = json.loads((shared / "tei" / "p5subset.json").read_text(encoding="utf-8"))
    return frozenset(element["ident"] for element in specification["elements"])


def phenomena(root: Path) -> list[Path]:
    return sorted((root / "tei" / "phenomena").glob("*.xml"))


def _elements_of_role(variable: re.Match[str]) -> str:
    return " | ".join(elements_with_role(variable[1]))


def _drawn(root: Path) -> Iterator[str]:
    """The names at the end of each pattern in mode html:body, and those of the table of forms."""
    for form in parse_file(root / "xslt" / "html" / "forms.xsl").iter("form"):
        yield from (form.text or "").split()
    for file in (root / "xslt" / "html").glob("*.xsl"):
        for template in parse_file(file).iter(f"{{{XSLT}}}template"):
            if "html:body" in template.get("mode", "").split():
                written = template.get("_match", template.get("match", ""))
                named = re.sub(r"\{\$fp:([\w-]+)\}", _elements_of_role, written)
                pattern = re.sub(r"\[[^\[\]]*(\[[^\[\]]*\][^\[\]]*)*\]|[()]", "", named)
                yield from (step.strip().split("/")[-1] for step in pattern.split("|"))


def test_every_element_has_a_rule(root: Path, elements: frozenset[str]) -> None:
    assert WITHOUT_RULE == elements - set(_drawn(root))


def test_nearly_every_element_stands_in_a_phenomenon(root: Path, elements: frozenset[str]) -> None:
    met = {
        local_name(element.tag)
        for file in phenomena(root)
        for element in parse_file(file).iter(etree.Element)
        if str(element.tag).startswith(tei(""))
    }
    assert WITHOUT_SCENARIO == len(elements - met), sorted(elements - met)


def test_every_phenomenon_has_a_scenario(root: Path) -> None:
    used = {
        Path(context.get("href", "")).name
        for file in (root / "tests" / "xslt").glob("*.xspec")
        for context in parse_file(file).iterfind(".//x:context", NAMESPACES)
    }
    assert {file.name for file in phenomena(root)} == used


def test_every_scenario_expects_something(root: Path) -> None:
    files = list((root / "tests" / "xslt").glob("*.xspec"))
    assert all(scenario.expects for file in files for scenario in scenarios(file))


@pytest.mark.parametrize("view", ["reading", "diplomatic"])
def test_no_phenomenon_has_an_unhandled_element(root: Path, view: str) -> None:
    found = [
        (file.name, finding.message)
        for file in phenomena(root)
        for finding in render_html(file.read_bytes(), view=view).findings  # type: ignore[arg-type]
        if finding.code == "XSL001"
    ]
    assert [] == found


def _words(element: etree._Element) -> set[str]:
    return set(re.findall(r"\w+", " ".join(map(str, element.itertext()))))


def test_no_word_of_a_phenomenon_is_lost(root: Path) -> None:
    for file in phenomena(root):
        tree = parse_file(file)
        page = etree.fromstring(render_html(file.read_bytes()).text, etree.HTMLParser())
        text = " ".join(map(str, page.itertext())) + " ".join(page.xpath("//@data-text"))
        etree.strip_elements(tree, tei("binaryObject"), with_tail=False)
        owed = {w for t in tree.iter(tei("text"), tei("standOff")) for w in _words(t)}
        joined = "".join(text.split())
        assert set() == {word for word in owed if word not in joined}, file.name


def test_every_declaration_of_the_stylesheets_has_a_type(root: Path) -> None:
    kinds = ("param", "variable", "function", "template", "with-param", "accumulator")
    untyped = [
        (file.name, element.sourceline)
        for file in (root / "xslt").rglob("*.xsl")
        for kind in kinds
        for element in parse_file(file).iter(f"{{{XSLT}}}{kind}")
        if not element.get("as") and kind != "with-param"
    ]
    assert [] == untyped
