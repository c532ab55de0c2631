"""``tei status``: what it says is out of date, and why."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.batch import fingerprint
from toolkit.cli import group

PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>
<person xml:id="ann"><persName>Ann Lee</persName><note>A painter.</note></person>
</listPerson></standOff></TEI>"""


def _tei(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments))


def _causes() -> dict[str, list[str]]:
    result = _tei("status", "edition", "-o", "out", "--json")
    files = json.loads(result.stdout)["files"]
    assert all(file["current"] for file in files) == (result.exit_code == 0)
    return {file["file"]: [reason["cause"] for reason in file["reasons"]] for file in files}


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "edition.toml": "[files]\nauthority = ['persons.xml']\n",
        "persons.xml": PERSONS,
        "transcriptions/ann.txt": "It was Ann Lee who came to us.\n",
        "transcriptions/bob.txt": "Yesterday we went to the sea.\n",
    }.items():
        path = tmp_path / "edition" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert 0 == _tei("encode", "edition", "-o", "out").exit_code
    return tmp_path / "edition"


def _replace(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_what_was_just_made_is_up_to_date(edition: Path) -> None:
    assert {"ann.txt": [], "bob.txt": []} == _causes()


CHANGES: list[tuple[str, Callable[[Path], object], dict[str, list[str]]]] = [
    (
        "a transcription",
        lambda e: _replace(e / "transcriptions/ann.txt", "came", "went"),
        {"ann.txt": ["input"], "bob.txt": []},
    ),
    (
        "what an entry says",
        lambda e: _replace(e / "persons.xml", "A painter", "A poet"),
        {"ann.txt": ["entry"], "bob.txt": []},
    ),
    (
        "a name",
        lambda e: _replace(e / "persons.xml", "Ann Lee", "Ann Leigh"),
        {"ann.txt": ["names", "entry"], "bob.txt": ["names"]},
    ),
    (
        "the settings",
        lambda e: _replace(e / "edition.toml", "[files]", "[edition]\npublisher = 'P'\n[files]"),
        {"ann.txt": ["settings"], "bob.txt": ["settings"]},
    ),
    (
        "a result gone",
        lambda _: Path("out/bob.xml").unlink(),
        {"ann.txt": [], "bob.txt": ["result"]},
    ),
    (
        "a result edited",
        lambda _: Path("out/bob.xml").write_text("x", encoding="utf-8"),
        {"ann.txt": [], "bob.txt": ["result"]},
    ),
    (
        "a new text",
        lambda e: (e / "transcriptions/new.txt").write_text("New.\n", encoding="utf-8"),
        {"ann.txt": [], "bob.txt": [], "new.txt": ["new"]},
    ),
]


@pytest.mark.parametrize(
    ("change", "expected"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES]
)
def test_what_is_out_of_date_is_told_with_its_cause(
    edition: Path, change: Callable[[Path], object], expected: dict[str, list[str]]
) -> None:
    change(edition)
    assert expected == _causes()


def test_another_version_of_the_tool_makes_all_out_of_date(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "tool_hash", lambda: "another")
    assert {"ann.txt": ["tool"], "bob.txt": ["tool"]} == _causes()


def test_one_line_a_file_says_the_state_and_why(edition: Path) -> None:
    _replace(edition / "transcriptions/ann.txt", "came", "went")
    result = _tei("status", "edition", "-o", "out")
    assert 1 == result.exit_code
    assert [
        "ann.txt: out of date: the transcription changed",
        "bob.txt: up to date",
    ] == [line.partition(";")[0] for line in result.stdout.splitlines()]


def test_status_writes_nothing(edition: Path) -> None:
    before = sorted((p, p.stat().st_mtime_ns) for p in Path("out").rglob("*"))
    _tei("status", "edition", "-o", "out")
    _tei("status", "edition", "-o", "nowhere")
    assert before == sorted((p, p.stat().st_mtime_ns) for p in Path("out").rglob("*"))
    assert not Path("nowhere").exists()


def test_findings_are_counted(edition: Path) -> None:
    (edition / "transcriptions/bob.txt").write_text("Text.\n\n[1] A lost note.\n", encoding="utf-8")
    _tei("encode", "edition", "-o", "out", "--fail-on", "never")
    result = _tei("status", "edition", "-o", "out", "--json")
    report = json.loads(result.stdout)["files"][1]
    assert report["codes"]
    assert sum(report["findings"].values()) >= len(report["codes"])


def test_results_whose_text_is_gone_are_named(edition: Path) -> None:
    assert [] == json.loads(_tei("status", "edition", "-o", "out", "--json").stdout)["left"]
    (edition / "transcriptions/bob.txt").unlink()
    result = _tei("status", "edition", "-o", "out")
    assert (0, "bob.xml: its text is not among the inputs") == (
        result.exit_code,
        result.stdout.splitlines()[-1],
    )
