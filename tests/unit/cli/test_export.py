"""``tei export``: which files it writes, and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.cli import group
from toolkit.namespaces import TEI


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a/one", "b/one"):
        path = Path("texts", f"{name}.xml")
        path.parent.mkdir(parents=True)
        body = f"<p>{name} <choice><sic>teh</sic><corr>the</corr></choice></p>"
        path.write_text(f'<TEI xmlns="{TEI}"><text><body>{body}</body></text></TEI>', "utf-8")
    return Path("texts")


def _export(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["export", *map(str, arguments), "-o", "out"])


def test_each_text_keeps_its_place_in_the_folder(texts: Path) -> None:
    assert 0 == _export(texts, "--to", "txt").exit_code
    assert "a/one the\n" == Path("out/a/one.txt").read_text("utf-8")
    assert "b/one the\n" == Path("out/b/one.txt").read_text("utf-8")


def test_the_diplomatic_view_is_exported(texts: Path) -> None:
    _export(texts, "--to", "txt", "--view", "diplomatic")
    assert "a/one teh\n" == Path("out/a/one.txt").read_text("utf-8")


def test_json_lines_hold_all_texts(texts: Path) -> None:
    assert "out/texts.jsonl\n" == _export(texts, "--to", "jsonl").stdout.replace("\\", "/")
    lines = Path("out/texts.jsonl").read_text("utf-8").splitlines()
    assert ["a/one.xml", "b/one.xml"] == [json.loads(line)["file"] for line in lines]


@pytest.mark.parametrize("kind", ["txt", "csv", "json", "jsonl", "conll"])
def test_the_same_texts_give_the_same_bytes(texts: Path, kind: str) -> None:
    found = []
    for _ in range(2):
        assert 0 == _export(texts, "--to", kind).exit_code
        files = sorted(path for path in Path("out").rglob("*") if path.is_file())
        found.append([(path, path.read_bytes()) for path in files])
    assert found[0] == found[1]


def test_files_that_end_in_tei_are_texts_too(texts: Path) -> None:
    Path("texts/a/one.xml").rename("texts/a/two.tei")
    assert 0 == _export(texts, "--to", "txt").exit_code
    assert Path("out/a/two.txt").exists()


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(texts: Path) -> None:
    Path("texts/a/bad.xml").write_text("<TEI>", encoding="utf-8")
    result = _export(texts, "--to", "jsonl")
    assert 3 == result.exit_code
    assert "bad.xml" in result.stderr
    assert 2 == len(Path("out/texts.jsonl").read_text("utf-8").splitlines())


def test_two_files_of_one_name_are_refused(texts: Path) -> None:
    result = _export(texts / "a" / "one.xml", texts / "b" / "one.xml", "--to", "txt")
    assert 3 == result.exit_code
    assert "same name" in result.stderr


def test_hand_work_is_not_overwritten(texts: Path) -> None:
    Path("out").mkdir()
    Path("out/texts.jsonl").write_text("mine", encoding="utf-8")
    assert 3 == _export(texts, "--to", "jsonl").exit_code
    assert "mine" == Path("out/texts.jsonl").read_text("utf-8")


def test_a_table_of_all_texts_has_one_header(texts: Path) -> None:
    assert 0 == _export(texts, "--to", "csv").exit_code
    lines = Path("out/annotations.csv").read_text("utf-8").splitlines()
    assert 1 == sum(line.startswith("file,view,start") for line in lines)
    assert {"a/one.xml", "b/one.xml"} == {line.split(",")[0] for line in lines[1:]}


def test_several_outputs_are_exported_at_once(texts: Path) -> None:
    assert 0 == _export(texts, "--to", "txt,jsonl").exit_code
    assert Path("out/a/one.txt").exists()
    assert Path("out/texts.jsonl").exists()


def test_an_export_needs_an_output(texts: Path) -> None:
    result = _export(texts)
    assert 2 == result.exit_code
    assert "--to" in result.stderr


def test_what_is_rendered_as_text_is_what_is_exported(texts: Path) -> None:
    assert 0 == _export(texts, "--to", "txt").exit_code
    rendered = CliRunner().invoke(group, ["render", str(texts), "--to", "txt", "-o", "other"])
    assert 0 == rendered.exit_code
    exported = Path("out/a/one.txt").read_bytes()
    assert exported == min(Path("other").rglob("one.txt")).read_bytes()
