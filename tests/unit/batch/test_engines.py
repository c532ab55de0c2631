"""A build parses its TEI once for each engine, serialises it once, and makes each view once."""

from collections import Counter
from pathlib import Path
from typing import Any
from xml.parsers import expat

import pytest
from lxml import etree

from toolkit.batch.build import build_text
from toolkit.batch.input import Input
from toolkit.edition import Edition, edition_text
from toolkit.namespaces import tei
from toolkit.rendering import transform, views
from toolkit.rendering.stylesheets import stylesheet
from toolkit.schematron import runner

LETTER = """Title: A letter

Petrograd, November 9, 1917

Dear John,

Vladimir Lenin came to Petrograd.[1] He recieved a telegram.

Yours,
Ann Lee

[1] By train.
"""


class _Counting:
    """An object of an engine that counts the calls of one of its methods."""

    def __init__(self, engine: Any, method: str, calls: Counter[str], name: str) -> None:
        self._engine, self._method, self._calls, self._name = engine, method, calls, name

    def __getattr__(self, attribute: str) -> Any:
        if attribute == self._method:
            self._calls[self._name] += 1
        return getattr(self._engine, attribute)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the calls of the engines' entry points on TEI documents."""
    counted: Counter[str] = Counter()
    parsed, written = etree.fromstring, etree.tostring
    created, opened, made = expat.ParserCreate, edition_text.processor, transform.run_to_node

    def parse(data: Any, *args: Any, **kwargs: Any) -> Any:
        root = parsed(data, *args, **kwargs)
        counted["lxml"] += root.tag == tei("TEI")
        return root

    def write(node: Any, *args: Any, **kwargs: Any) -> Any:
        root = node if isinstance(node, etree._Element) else node.getroot()
        counted["serialised"] += root.tag == tei("TEI")
        return written(node, *args, **kwargs)

    def create(*args: Any, **kwargs: Any) -> Any:
        counted["expat"] += 1
        return created(*args, **kwargs)

    def processor(**permissions: Any) -> Any:
        return _Counting(opened(**permissions), "parse_xml", counted, "saxon")

    def make_view(*args: Any, **kwargs: Any) -> Any:
        counted["view"] += args[0] == stylesheet("view")
        return made(*args, **kwargs)

    monkeypatch.setattr(etree, "fromstring", parse)
    monkeypatch.setattr(etree, "tostring", write)
    monkeypatch.setattr(expat, "ParserCreate", create)
    for module in (edition_text, transform, runner):
        monkeypatch.setattr(module, "processor", processor)
    monkeypatch.setattr(views.transform, "run_to_node", make_view)
    return counted


def _build(edition: Edition) -> set[str]:
    item = Input(Path("letter.txt"), "letter.txt", edition, data=LETTER.encode())
    made = build_text(item, formats=("html", "pdf"))
    assert "" == made.report.failed
    return set(made.files)


def test_a_build_reads_its_tei_once_for_each_engine(calls: Counter[str]) -> None:
    _build(Edition(language="en"))  # loads schemas and stylesheets
    calls.clear()
    assert {"xml", "html", "pdf"} == _build(Edition(language="en"))
    assert {"lxml": 1, "expat": 1, "saxon": 1, "view": 1, "serialised": 1} == dict(calls)
