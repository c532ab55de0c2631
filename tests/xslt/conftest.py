"""Scenarios for the stylesheets, in the vocabulary of XSpec, collected as tests.

Understood: ``x:description/@stylesheet`` (the entry file), nested ``x:scenario/@label``,
``x:context`` with ``@mode`` and either ``@href`` (and ``@select``) or content, and ``x:expect``
with ``@test``, an XPath about the result, which is in the variable ``$x:result``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from toolkit.namespaces import TEI
from toolkit.rendering import transform
from toolkit.rendering.stylesheets import stylesheet
from toolkit.rendering.views import VIEW, view_of
from toolkit.trees import parse_file, parser

XSPEC: Final = "http://www.jenitennison.com/xslt/xspec"
NAMESPACES: Final = {"x": XSPEC, "t": TEI, "view": VIEW}


@dataclass(frozen=True, slots=True)
class Scenario:
    """One context, the way of labels to it, and the expectations about its result."""

    label: str
    mode: str
    context: bytes
    expects: tuple[tuple[str, str], ...]


class ScenarioItem(pytest.Item):
    """A scenario as a test."""

    scenario: Scenario

    def runtest(self) -> None:
        """Run the mode on the context and test each expectation."""
        result = result_of(self.scenario)
        failed = [
            f"{label}: {test}"
            for label, test in self.scenario.expects
            if not bool(result.xpath(test, namespaces=NAMESPACES))
        ]
        if failed:
            text = etree.tostring(result, encoding="unicode")
            pytest.fail("\n".join([*failed, text[:2000]]), pytrace=False)


class ScenarioFile(pytest.File):
    """A file of scenarios."""

    def collect(self) -> Iterator[ScenarioItem]:
        """The scenarios of the file, those without expectations excluded."""
        for scenario in scenarios(self.path):
            item = ScenarioItem.from_parent(self, name=scenario.label)
            item.scenario = scenario
            yield item


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ScenarioFile | None:
    """Collect files of scenarios."""
    if file_path.suffix == ".xspec":
        return ScenarioFile.from_parent(parent, path=file_path)
    return None


def scenarios(file: Path) -> Iterator[Scenario]:
    """The scenarios of a file that expect something."""
    for scenario in parse_file(file).iter(f"{{{XSPEC}}}scenario"):
        expects = scenario.findall("x:expect", NAMESPACES)
        if expects:
            yield _scenario(scenario, expects, file)


def _scenario(scenario: etree._Element, expects: list[etree._Element], file: Path) -> Scenario:
    around = [scenario, *scenario.iterancestors(f"{{{XSPEC}}}scenario")]
    context = next(c for s in around if (c := s.find("x:context", NAMESPACES)) is not None)
    return Scenario(
        label=", ".join(reversed([s.get("label", "") for s in around])),
        mode=context.get("mode", ""),
        context=_context(context, file),
        expects=tuple((e.get("label", ""), e.get("test", "")) for e in expects),
    )


def _context(context: etree._Element, file: Path) -> bytes:
    href = context.get("href")
    if href:
        return (file.parent / href).read_bytes()
    inner = "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in context)
    return (
        f'<TEI xmlns="{TEI}" xml:lang="en"><teiHeader/><text><body>{inner}</body></text></TEI>'
    ).encode()


def result_of(scenario: Scenario) -> etree._Element:
    """The tree that the mode makes: a view, or the text of the page drawn from the reading view."""
    prefix, _, name = scenario.mode.partition(":")
    if prefix == "view":
        seen = view_of(scenario.context, view="diplomatic" if name == "diplomatic" else "reading")
        return etree.fromstring(transform.serialised(seen.node), parser())
    node = view_of(scenario.context).node
    outcome = transform.run_to_node(
        stylesheet(prefix), node, mode=f"{{urn:tei-toolkit:{prefix}}}{name}"
    )
    return etree.fromstring(transform.serialised(outcome.value), parser())
