"""Vocabulary of languages is data: no word list and no language code in code outside languages."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
DOZEN = 12

TO_MOVE = {}
"""What has not been moved yet; a path goes from here as soon as it has no vocabulary."""

OTHER_WORDS = {
    "toolkit/annotation/dates/vocabulary.py": "keys of dates.toml",
    "toolkit/annotation/errors/classifier.py:FEATURES": "names of features",
    "toolkit/annotation/errors/spelling.py:_EXPLANATIONS": "reasons of proposals",
    "toolkit/annotation/names/training/build_lexicons.py": "locales of Faker",
    "toolkit/batch": "messages",
    "toolkit/cli": "the help of the commands",
    "toolkit/edition": "the settings, and what they mean",
    "toolkit/findings.py": "names of modules",
    "toolkit/odd": "names of ODD, and messages",
    "toolkit/publishing": "labels of reports and files for machines",
    "toolkit/review": "labels of the review page and columns of its table",
    "toolkit/rng": "names of RELAX NG, and messages",
    "toolkit/validation": "names and values of other schemas, and messages",
    "toolkit/reading/charset.py": "names of encodings",
    "toolkit/rendering/export": "descriptions of formats",
    "toolkit/rendering/fonts.py": "names of fonts",
    "toolkit/rendering/last_resort_font.py": "segments of a digit",
    "toolkit/vocabulary": "names of TEI, and the code of a generated module",
    "toolkit/schematron": "names of functions, and messages",
    "toolkit/trees.py": "names of features of the parser",
    "toolkit/saxon.py": "names of Saxon's features",
    "toolkit/storage.py": "names in fsspec's answers",
}
"""Packages and modules whose words belong to no language of a text, and why."""

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


def modules() -> Iterator[tuple[str, str]]:
    """The modules outside ``languages``: path and source."""
    for path in sorted((ROOT / "toolkit").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith("toolkit/languages/"):
            yield name, path.read_text(encoding="utf-8")


def is_allowed(place: str) -> bool:
    return any(place == other or place.startswith((f"{other}/", f"{other}:"))
               for other in (*TO_MOVE, *OTHER_WORDS))  # fmt: skip


def test_no_vocabulary_in_code() -> None:
    vocabulary = [
        f"{name}:{target}"
        for name, source in modules()
        for target, value in constants(source)
        if len(words_in(value)) >= DOZEN
    ]
    assert [] == [place for place in vocabulary if not is_allowed(place)]


def test_no_comparison_with_the_code_of_a_language() -> None:
    compared = [f"{name}:{line}" for name, source in modules() for line in comparisons(source)]
    assert [] == compared


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
