"""What a TEI element is, is written down once: in the table of roles."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.odd.standard_schemas import builtin_schema

MOST = 5
ALLOWED = {
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
        for line, words in _lists(ast.parse(path.read_text(encoding="utf-8")))
        if _is_list_of_elements(words, names)
    }
    assert set() == found


def test_a_list_of_elements_is_noticed(names: frozenset[str]) -> None:
    code = 'A = "p ab l lg q quote".split(); B = ("p", "ab", "l", "lg", "q", "quote"); C = "p ab"'
    lists = [words for _, words in _lists(ast.parse(code)) if _is_list_of_elements(words, names)]
    assert 2 == len(lists)


def test_the_exceptions_are_few_and_needed(root: Path, names: frozenset[str]) -> None:
    assert 10 >= len(ALLOWED)
    for file in ALLOWED:
        tree = ast.parse((root / file).read_text(encoding="utf-8"))
        assert any(_is_list_of_elements(words, names) for _, words in _lists(tree)), file
