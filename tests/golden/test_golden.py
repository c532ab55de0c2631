"""Golden cases: one phenomenon each, and what HTML and Typst make of it, to the character.

A case is a folder with ``input.xml``. The folder holds what is expected: ``reading.html`` and
``diplomatic.html`` (the page from its text to its indexes) and ``reading.typ``. A failing run
leaves what it got beside it, as ``*.actual``. ``pytest --accept tests/golden`` takes that as
expected: read the difference before committing it.
"""

import re
from pathlib import Path
from typing import Final

import pytest

from toolkit.rendering.html import render_html
from toolkit.rendering.typst_source import typst_of
from toolkit.rendering.views import view_of

CASES: Final = Path(__file__).parent
LINES: Final = re.compile(r"(?=<(?:article|div|dl|h\d|header|li|ol|p|section|table|tr|ul)\b)")


def _main(page: str) -> str:
    """What is read on a page, with a line for each block, so that differences are short."""
    main = page[page.index("<main") : page.index('<section class="about"')]
    return LINES.sub("\n", re.sub(r"\n\s*", " ", main)).strip() + "\n"


def _made(case: Path) -> dict[str, str]:
    source = (case / "input.xml").read_bytes()
    return {
        "reading.html": _main(render_html(source).text),
        "diplomatic.html": _main(render_html(source, view="diplomatic").text),
        "reading.typ": typst_of(view_of(source)).text,
    }


def _cases() -> list[Path]:
    return sorted(file.parent for file in CASES.glob("*/input.xml"))


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.name)
def test_a_case_is_rendered_as_expected(case: Path, accept: bool) -> None:
    differing = []
    for name, text in _made(case).items():
        expected, actual = case / name, case / f"{name}.actual"
        actual.unlink(missing_ok=True)
        if expected.is_file() and expected.read_text(encoding="utf-8") == text:
            continue
        (expected if accept else actual).write_text(text, encoding="utf-8")
        differing.append(name)
    assert accept or [] == differing, f"see {case.name}/*.actual; pytest --accept takes them"


def test_there_are_cases() -> None:
    assert len(_cases()) >= 12
