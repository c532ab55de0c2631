"""What a TEI element is, is written down once: in the table of roles."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.namespaces import XSLT
from toolkit.odd.standard_schemas import builtin_schema
from toolkit.trees import parse_file

MOST = 5
ALLOWED = {
    "xslt/html/header.xsl": "the statements of the file description that are one line each",
    "toolkit/encoding/nest.py": "two orders, by which equal spans nest; a role has no order",
    "toolkit/validation/profiles/dracor.py": "what the corpus DraCor asks, from its schema",
    "toolkit/validation/profiles/dtabf.py": "what the DTA base format allows, from its schema",
    "toolkit/validation/profiles/eltec.py": "what ELTeC allows, from its schema",
    "toolkit/validation/profiles/simple_print.py": "what TEI Simple Print allows, from its ODD",
}
"""Files with lists of their own, each with the reason: ten at most."""


@pytest.fixture(scope="module")
def names() -> frozenset[str]:
    return frozenset(name.rpartition("}")[2] for name in builtin_schema().elements)


def _lists(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """The words of each literal string, and of each literal list, tuple or set of strings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            strings = [e.value for e in node.elts if isinstance(e, ast.Constant)]
            yield node.lineno, [s for s in strings if isinstance(s, str)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, re.split(r"[\s|]+", node.value.strip())


def _lists_of_module(path: Path) -> Iterator[tuple[int, list[str]]]:
    yield from _lists(ast.parse(path.read_text(encoding="utf-8")))


def _is_list_of_elements(words: list[str], names: frozenset[str]) -> bool:
    """Whether words are mostly names of elements: prose has some of them too, such as "note"."""
    found = {word for word in words if word in names}
    return len(found) > MOST and len(found) > 0.6 * len(set(words))


def test_python_has_no_list_of_elements_but_the_table_of_roles(
    root: Path, names: frozenset[str]
) -> None:
    found = {
        f"{path.relative_to(root)}:{line}"
        for path in sorted((root / "toolkit").rglob("*.py"))
        if str(path.relative_to(root)) not in ALLOWED
        for line, words in _lists_of_module(path)
        if _is_list_of_elements(words, names)
    }
    assert set() == found


def _lists_of_stylesheet(path: Path) -> Iterator[tuple[int, list[str]]]:
    for node in parse_file(path).iter(f"{{{XSLT}}}*"):
        for attribute in _XPATH:
            for words in _unions(node.get(attribute, "")):
                yield node.sourceline or 0, words


_XPATH = ("match", "_match", "select", "test", "use", "from", "count", "group-by")
_STEP = re.compile(r"(?<!:)(?<!\w)(?:[\w-]+::)?([A-Za-z]\w*)$")  # in no other namespace
_CHAIN = re.compile(r"self::\w+(?:\s*(?:\||or)\s*self::\w+)+")
_PREDICATE = re.compile(r"\[[^\[\]]*\]")


def _unions(xpath: str) -> Iterator[list[str]]:
    """The names at the ends of the operands of each union and of each chain of ``self::`` tests."""
    yield from (re.findall(r"self::(\w+)", chain[0]) for chain in _CHAIN.finditer(xpath))
    while _PREDICATE.search(xpath):
        yield from (_operands(inner[1:-1]) for inner in _PREDICATE.findall(xpath))
        xpath = _PREDICATE.sub("", xpath)
    yield from (_operands(group) for group in re.split(r"[(),!=]|\b(?:and|or|then|else)\b", xpath))


def _operands(union: str) -> list[str]:
    steps = (_STEP.search(operand.strip()) for operand in union.split("|"))
    return [step[1] for step in steps if step] if "|" in union else []


def test_the_stylesheets_have_no_list_of_elements_but_the_table_of_roles(
    root: Path, names: frozenset[str]
) -> None:
    found = {
        f"{file}:{line}"
        for path in sorted((root / "xslt").rglob("*.xsl"))
        if (file := str(path.relative_to(root))) not in {*ALLOWED, "xslt/shared/roles.xsl"}
        for line, words in _lists_of_stylesheet(path)
        if len(set(words) & names) > MOST
    }
    assert set() == found


def test_a_union_of_elements_is_noticed(names: frozenset[str]) -> None:
    xpath = "a/(p | ab | l[x] | lg | q | quote)[self::p or self::ab or self::l]"
    assert {"p", "ab", "l", "lg", "q", "quote"} in [set(words) for words in _unions(xpath)]


def test_a_list_of_elements_is_noticed(names: frozenset[str]) -> None:
    code = 'A = "p ab l lg q quote".split(); B = ("p", "ab", "l", "lg", "q", "quote"); C = "p ab"'
    lists = [words for _, words in _lists(ast.parse(code)) if _is_list_of_elements(words, names)]
    assert 2 == len(lists)


def test_the_exceptions_are_few_and_needed(root: Path, names: frozenset[str]) -> None:
    assert 10 >= len(ALLOWED)
    for file in ALLOWED:
        path = root / file
        found = _lists_of_stylesheet(path) if path.suffix == ".xsl" else _lists_of_module(path)
        assert any(_is_list_of_elements(words, names) for _, words in found), file
