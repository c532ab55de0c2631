"""``tei review`` and ``tei decide`` at the command line."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.cli import group
from toolkit.decisions.ledger import read_ledger

TEXT = "A Letter\n\nOn 9 November 1917 Colonel Martin wrote from Paris that all was well there.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "edition.toml").write_text(
        '[edition]\nlanguage = "en"\neditors = [{ name = "Jane Doe", id = "jd" }]\n',
        encoding="utf-8",
    )
    (tmp_path / "transcriptions").mkdir()
    (tmp_path / "transcriptions" / "letter.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


def ledger(folder: Path) -> list[tuple[str, str, str]]:
    found = read_ledger(folder / "decisions" / "decisions.jsonl")
    return [(d.by, d.verdict.value, d.target.quote) for d in found]


def test_a_table_goes_out_and_comes_back(folder: Path) -> None:
    table = folder / "proposals.csv"
    assert 0 == run("review", folder, "--export", table).exit_code
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"), newline="")))
    next(row for row in rows if row["element"] == "date")["verdict"] = "reject"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    result = run("review", folder, "--import", table)
    assert (0, "1 decided, 0 decided so before\n") == (result.exit_code, result.stdout)
    assert [("jd", "reject", "9 November 1917")] == ledger(folder)


def test_the_prompt_needs_a_terminal(folder: Path) -> None:
    assert 2 == run("review", folder, "--terminal").exit_code


def test_an_unknown_editor_of_several_must_be_named(folder: Path) -> None:
    (folder / "edition.toml").write_text("[edition]\n", encoding="utf-8")
    table = folder / "none.csv"
    table.write_text("verdict,file,place\n", encoding="utf-8")
    result = run("review", folder, "--import", table)
    assert 3 == result.exit_code
    assert "--by" in result.stderr


def test_a_text_without_an_edition_cannot_be_decided_on(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(TEXT, encoding="utf-8")
    result = run("review", tmp_path, "--export", tmp_path / "x.csv")
    assert 3 == result.exit_code
    assert "tei new" in result.stderr


def test_hand_work_survives_the_next_encoding(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("encode", folder, "-o", out)
    path = out / "letter.xml"
    edited = path.read_text("utf-8").replace("all was well", '<hi rend="italic">all</hi> was well')
    path.write_text(edited, encoding="utf-8")
    result = run("decide", folder, "--from", path, "--why", "underlined")
    assert (0, "1 decided about letter.txt\n") == (result.exit_code, result.stdout)
    run("encode", folder, "-o", out, "--force")
    assert '<hi rend="italic" resp="#jd">all</hi> was well' in path.read_text("utf-8")


def test_a_dry_run_writes_nothing(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("encode", folder, "-o", out)
    path = out / "letter.xml"
    path.write_text(path.read_text("utf-8").replace("all was", "<hi>all</hi> was"), "utf-8")
    result = run("decide", folder, "--from", path, "--dry-run")
    assert "add" == json.loads(result.stdout)["verdict"]
    assert [] == ledger(folder)


def test_the_state_of_an_edition_is_shown(folder: Path) -> None:
    result = run("decide", folder, "--json")
    data = json.loads(result.stdout)
    assert (1, ["letter.txt"], []) == (data["format"], list(data["texts"]), data["findings"])


def test_lost_decisions_are_reported_and_taken_back(folder: Path, tmp_path: Path) -> None:
    test_hand_work_survives_the_next_encoding(folder, tmp_path)
    text = folder / "transcriptions" / "letter.txt"
    text.write_text(TEXT.replace("all was well", "everything went well"), encoding="utf-8")
    assert "DEC001" in run("decide", folder).stderr
    assert "1 taken back\n" == run("decide", folder, "--withdraw-lost").stdout
    assert "" == run("decide", folder).stderr


def _fill_in(table: Path, element: str, **values: str) -> None:
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"), newline="")))
    next(row for row in rows if row["element"] == element).update(values)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def _rows(table: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"), newline="")))


def test_an_export_keeps_the_verdicts_in_the_table(folder: Path) -> None:
    table = folder / "proposals.csv"
    run("review", folder, "--export", table)
    total = len(_rows(table))
    _fill_in(table, "date", verdict="reject", why="not a date")
    assert 0 == run("review", folder, "--export", table).exit_code
    assert total == len(_rows(table))
    assert ["not a date"] == [row["why"] for row in _rows(table) if row["verdict"] == "reject"]


def test_an_export_keeps_rows_whose_proposal_has_gone(folder: Path) -> None:
    table = folder / "proposals.csv"
    run("review", folder, "--export", table)
    _fill_in(table, "date", verdict="reject", why="not a date")
    text = folder / "transcriptions" / "letter.txt"
    text.write_text(TEXT.replace("On 9 November 1917", "One day"), encoding="utf-8")
    run("review", folder, "--export", table)
    assert ["not a date"] == [row["why"] for row in _rows(table) if row["verdict"] == "reject"]


@pytest.mark.parametrize("name", ["transcriptions/letter.txt", "edition.toml"])
def test_an_export_overwrites_no_other_file(folder: Path, name: str) -> None:
    before = (folder / name).read_bytes()
    result = run("review", folder, "--export", folder / name)
    assert 3 == result.exit_code
    assert "--force" in result.stderr
    assert before == (folder / name).read_bytes()


def test_an_unfinished_line_of_the_ledger_is_reported_and_kept(folder: Path) -> None:
    path = folder / "decisions" / "decisions.jsonl"
    path.parent.mkdir()
    path.write_text('{"verdict": "acc', encoding="utf-8")
    for command in (("encode", folder, "-o", folder / "o"), ("decide", folder)):
        result = run(*command)
        assert 0 == result.exit_code
        assert "DEC006" in result.stderr
    assert '{"verdict": "acc' == path.read_text(encoding="utf-8")
