"""Vocabulary of languages is data: no word list and no language code in code outside languages."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
DOZEN = 12

PACKAGES = ("annotation", "decisions", "encoding", "reading", "rendering", "text")
"""The packages that look at the words of a text, or add words to it.

The others have the words of schemas, protocols and messages.
"""

OTHER_WORDS = {
    "toolkit/annotation/conventions/annotator.py:_MEANINGS": "messages of findings",
    "toolkit/annotation/dates/vocabulary.py": "keys of dates.toml",
    "toolkit/annotation/errors/classifier.py:FEATURES": "names of features",
    "toolkit/annotation/errors/spelling.py:_EXPLANATIONS": "reasons of proposals",
    "toolkit/annotation/names/training/build_lexicons.py": "locales of Faker",
    "toolkit/rendering/export": "descriptions of formats",
    "toolkit/rendering/fonts.py": "names of fonts",
    "toolkit/rendering/last_resort_font.py": "segments of a digit",
}
"""Modules whose words belong to no language of a text, and why."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_IS_WORD = re.compile(r"[^\W\d_]?[^\W\d_A-Z]+")
"""A word of a language: small letters after the first, unlike ``GPE`` and ``castList``."""


@cache
def tei_names() -> frozenset[str]:
    """The names of TEI's elements, attributes and classes."""
    lines = (ROOT / "tei" / "p5" / "tei-p5.jsonl").read_text(encoding="utf-8").splitlines()
    return frozenset(re.findall(r'"(?:elementSpec|attDef|classSpec)":"(\w+)', "\n".join(lines)))


def words_in(value: ast.expr) -> set[str]:
    """The words that the strings of an expression list: between bars, commas or white space."""
    splits = (n.func for n in ast.walk(value) if isinstance(n, ast.Call))
    split = {
        id(f.value) for f in splits if isinstance(f, ast.Attribute) and f.attr.endswith("split")
    }
    listed: set[str] = set()
    for node in ast.walk(value):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            pieces = node.value.split() if id(node) in split else re.split(r"\||, ", node.value)
            if all(len(piece.split()) <= 5 for piece in pieces):
                listed |= {w for p in pieces for w in _WORD.findall(p) if _IS_WORD.fullmatch(w)}
    return listed - tei_names()


def constants(source: str) -> Iterator[tuple[str, ast.expr]]:
    """Every assignment of a module, its name and its value; plain strings are no lists."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            plain = isinstance(node.value, ast.Constant)
            if not plain or "|" in str(getattr(node.value, "value", "")):
                yield ast.unparse(target), node.value


def language_codes() -> frozenset[str]:
    """The codes of the languages that a program could be tempted to compare."""
    folders = (ROOT / "toolkit" / "languages").iterdir()
    return frozenset(f.name for f in folders if (f / "language.toml").is_file()) | {"nl", "mul"}


def comparisons(source: str) -> Iterator[int]:
    """The lines on which a value is compared with the code of a language, or looked up by one."""
    codes = language_codes()
    for node in ast.walk(ast.parse(source)):
        compared: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            compared = [node.left, *node.comparators]
            for held in list(compared):
                if isinstance(held, ast.Tuple | ast.Set | ast.List):
                    compared += held.elts
        elif isinstance(node, ast.MatchValue):
            compared = [node.value]
        elif isinstance(node, ast.Dict) and node.keys:
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            if len(keys) == len(node.keys) and all(key in codes for key in keys):
                yield node.lineno
        if any(isinstance(c, ast.Constant) and c.value in codes for c in compared):
            yield node.lineno  # type: ignore[attr-defined]


def modules(*packages: str) -> Iterator[tuple[str, str]]:
    """The modules of these packages, or all outside ``languages``: path and source."""
    for path in sorted((ROOT / "toolkit").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        package = name.split("/")[1]
        if package in packages or (not packages and package != "languages"):
            yield name, path.read_text(encoding="utf-8")


def vocabulary() -> list[str]:
    """The constants with a dozen words or more, as ``path:name``."""
    return [
        f"{name}:{target}"
        for name, source in modules(*PACKAGES)
        for target, value in constants(source)
        if len(words_in(value)) >= DOZEN
    ]


def covers(allowed: str, place: str) -> bool:
    return place.startswith((f"{allowed}/", f"{allowed}:")) or place == allowed


def test_no_vocabulary_in_code() -> None:
    places = [p for p in vocabulary() if not any(covers(allowed, p) for allowed in OTHER_WORDS)]
    assert [] == places


def test_the_exceptions_are_still_needed() -> None:
    found = vocabulary()
    assert [] == [a for a in OTHER_WORDS if not any(covers(a, place) for place in found)]


def test_no_comparison_with_the_code_of_a_language() -> None:
    assert [] == [f"{name}:{line}" for name, source in modules() for line in comparisons(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('WORDS = "act scene prologue epilogue curtain exit enter aside chorus song".split()', 8),
        ('WORDS = ("dear", "sir", "madam")', 3),
        ('LABELS: str = {"title": "titel, werktitel"}["x"]', 2),
        ('_RE = re.compile(r"(?:dear|my)\\b|sir")', 3),
        ('NAMES = ("persName", "GPE", "p", "castList")', 0),
        ('MESSAGE = "the file is empty, and nothing can be done about it here"', 0),
    ],
)
def test_the_words_of_a_constant_are_counted(source: str, expected: int) -> None:
    assert [expected] == [len(words_in(value)) for _, value in constants(source)] or not expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('language == "de"', [1]),
        ('language in ("de", "fr")', [1]),
        ('X = {"de": 1, "fr": 2}', [1]),
        ('match language:\n    case "de":\n        pass', [2]),
        ('word == "der"', []),
        ('X = {"de": 1, "particles": 2}', []),
    ],
)
def test_comparisons_with_codes_are_found(source: str, expected: list[int]) -> None:
    assert expected == sorted(set(comparisons(source)))
