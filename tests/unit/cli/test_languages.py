"""``tei languages`` lists coverage, says what a language lacks, and checks a folder."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.cli import group


def tei(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["languages", *arguments])


def missing(*arguments: str) -> dict[str, str]:
    rows = json.loads(tei(*arguments, "--json").stdout)["missing"]
    return {f"{row['topic']}.{row['key']}": row["cost"] for row in rows}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    language = tmp_path / "qxx"
    language.mkdir()
    (language / "language.toml").write_text('name = "Invented"\n', encoding="utf-8")
    (language / "notes.toml").write_text('headings = ["notoj"]\n', encoding="utf-8")
    return tmp_path


def test_every_language_is_a_row_with_its_share_of_each_topic() -> None:
    rows = {row["code"]: row for row in json.loads(tei("--json").stdout)["languages"]}
    assert {"de", "en", "es", "fr", "it", "la", "nl", "ru"} <= rows.keys()
    assert "mul" not in rows
    assert ("German", "2/2") == (rows["de"]["name"], rows["de"]["notes"])
    assert rows["la"]["words"].startswith("0/")


def test_the_table_has_a_head() -> None:
    assert tei().stdout.split()[:3] == ["code", "name", "language"]


def test_what_a_language_lacks_is_listed_with_its_cost() -> None:
    assert "pages and PDFs add these words in English" == missing("la")["words.page"]
    assert "words.page" not in missing("de")
    assert "pages and PDFs add these words in English" in tei("la").stdout


def test_a_trait_that_does_not_hold_is_not_missing() -> None:
    assert "language.capitalises_nouns" not in missing("en")


def test_a_language_without_data_lacks_everything() -> None:
    assert "notes.headings" in missing("qxx")
    assert "no data" in tei("qxx").stdout


def test_a_folder_under_work_is_checked(folder: Path) -> None:
    listed = missing(str(folder))
    assert "notes.headings" not in listed
    assert "notes.openers" in listed
    assert "qxx  Invented" in tei(str(folder)).stdout


def test_a_key_that_does_not_exist_is_an_error(folder: Path) -> None:
    (folder / "qxx" / "notes.toml").write_text('heading = ["notoj"]\n', encoding="utf-8")
    result = tei(str(folder))
    assert 3 == result.exit_code
    assert "unknown key 'heading'" in result.stderr


def test_a_file_that_is_no_topic_is_an_error(folder: Path) -> None:
    (folder / "qxx" / "letters.toml").write_text("", encoding="utf-8")
    result = tei(str(folder))
    assert 3 == result.exit_code
    assert "letters.toml: no such topic" in result.stderr


def test_a_folder_without_languages_is_an_error(tmp_path: Path) -> None:
    assert 3 == tei(str(tmp_path)).exit_code


def test_what_is_neither_code_nor_folder_is_wrong_usage() -> None:
    assert 2 == tei("no/such/folder").exit_code


def test_the_keys_are_explained() -> None:
    assert "### openers" in tei("--keys").stdout
