"""Finding codes: one table, whatever has been imported."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.findings import MODULES, Severity, code, codes


def test_every_code_is_declared_in_a_listed_module(root: Path) -> None:
    elsewhere = []
    for path in (root / "toolkit").rglob("*.py"):
        module = ".".join(path.relative_to(root).with_suffix("").parts)
        calls = (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call))
        declares = any(isinstance(c.func, ast.Name) and c.func.id == "code" for c in calls)
        if declares and module not in MODULES:
            elsewhere.append(module)
    assert [] == elsewhere


def test_a_fresh_process_knows_every_code_without_importing_what_finds_them() -> None:
    program = (
        "import sys; from toolkit.findings import codes; print(*codes());"
        "print(*(m for m in sys.modules if m.startswith('toolkit')), file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert list(codes()) == run.stdout.split()
    assert len(run.stderr.split()) < 100
    assert not {"toolkit.pipeline", "toolkit.rendering.pdf"} & set(run.stderr.split())


def test_titles_are_one_sentence_on_one_line() -> None:
    wrong = [c.code for c in codes().values() if not c.title.endswith((".", ")"))]
    assert [] == wrong


def test_a_code_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="three capitals"):
        code("NOTE1", Severity.INFO, "No.")
