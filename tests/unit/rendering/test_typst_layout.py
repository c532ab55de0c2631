"""The layout: what the stylesheets call is there, and nothing is there that nobody calls."""

import re
from pathlib import Path

import pytest

from toolkit.vocabulary import elements

LITERAL = re.compile(r"'([a-z]+(?:-[a-z]+)*)'")
DEFINED = re.compile(r"^#let ([a-z]+(?:-[a-z]+)*)", re.MULTILINE)
STATEMENT = re.compile(r"\b([a-z]+(?:-[a-z]+)*);")


@pytest.fixture(scope="module")
def sheets(root: Path) -> str:
    return "\n".join(p.read_text() for p in sorted((root / "xslt" / "typst").glob("*.xsl")))


@pytest.fixture(scope="module")
def layout(root: Path) -> str:
    return "\n".join(p.read_text() for p in sorted((root / "xslt" / "typst").glob("*.typ")))


def test_every_function_that_is_called_by_name_has_a_layout(sheets: str, layout: str) -> None:
    called = set(re.findall(r"f:call\('([a-z-]+)'", sheets))
    called |= set(re.findall(r"f:call\(if \([^']*?\) then '([a-z-]+)' else '[a-z-]+'", sheets))
    assert set() == called - set(DEFINED.findall(layout))


def test_no_function_of_the_layout_is_idle(sheets: str, layout: str) -> None:
    written = set(re.findall(r"[a-z]+", sheets))
    roles = elements(*re.findall(r"\{\$fp:([\w-]+)\}", sheets))
    named = set(LITERAL.findall(sheets)) | set(STATEMENT.findall(sheets)) | written | roles
    named |= {"plain-about", "edition", "apparatus-at-end", "apparatus-line-at-end"}
    inside = {
        name
        for name in DEFINED.findall(layout)
        if len(re.findall(rf"(?<![\w-]){name}\b(?![-\w])", layout)) > 1
    }
    assert set() == set(DEFINED.findall(layout)) - named - inside


def test_measures_and_marks_are_only_in_the_layout(sheets: str) -> None:
    assert [] == re.findall(r"[0-9](?:pt|mm|cm)\b|#[0-9a-f]{6}\b|luma\(|rgb\(", sheets)
