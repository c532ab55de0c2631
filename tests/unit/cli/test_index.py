"""What ``tei build`` writes about more than one text."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit.cli import group


def _build(*texts: str) -> None:
    Path("texts").mkdir(exist_ok=True)
    for name in texts:
        Path("texts", f"{name}.txt").write_text(f"On {name}\n\nTwo words.\n", encoding="utf-8")
    result = CliRunner().invoke(group, ["build", "texts", "-o", "out", "--to", "html"])
    assert 0 == result.exit_code, result.output


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_two_texts_have_a_page_and_a_badge() -> None:
    _build("one", "two")
    page = Path("out/index.html").read_text("utf-8")
    assert 'href="one.html"' in page
    assert "2 texts" in Path("out/badge.svg").read_text("utf-8")


def test_the_page_is_the_same_when_nothing_is_made_again() -> None:
    _build("one", "two")
    before = Path("out/index.html").read_bytes()
    _build("one", "two")
    assert before == Path("out/index.html").read_bytes()


def test_the_figures_are_in_the_report() -> None:
    _build("one")
    (file,) = json.loads(Path("out/report.json").read_text("utf-8"))["files"]
    assert 4 == file["figures"]["words"]
    assert not Path("out/index.html").exists()


def test_a_text_called_index_keeps_its_page() -> None:
    _build("index", "two")
    assert "Two words." in Path("out/index.html").read_text("utf-8")
    assert "corpus-report" in Path("out/corpus-report.html").read_text("utf-8")
