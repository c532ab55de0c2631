"""Files: whole or not at all, and never over somebody's own work."""

from pathlib import Path

import pytest

from toolkit.errors import OutputError
from toolkit.publish.files import OutputFolder


def test_what_was_made_may_be_made_again(tmp_path: Path) -> None:
    OutputFolder(tmp_path).write("a.xml", b"1")
    OutputFolder(tmp_path).write("a.xml", b"2")
    assert b"2" == (tmp_path / "a.xml").read_bytes()


def test_what_somebody_edited_is_not_overwritten(tmp_path: Path) -> None:
    OutputFolder(tmp_path).write("a.xml", b"1")
    (tmp_path / "a.xml").write_bytes(b"by hand")
    with pytest.raises(OutputError, match="a.xml: was changed.*--force"):
        OutputFolder(tmp_path).write("a.xml", b"2")
    assert b"by hand" == (tmp_path / "a.xml").read_bytes()


def test_force_overwrites_it(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"by hand")
    OutputFolder(tmp_path, force=True).write("a.xml", b"2")
    assert b"2" == (tmp_path / "a.xml").read_bytes()


def test_what_is_the_same_already_is_no_conflict(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"1")
    OutputFolder(tmp_path).write("a.xml", b"1")
    OutputFolder(tmp_path).write("a.xml", b"2")
    assert b"2" == (tmp_path / "a.xml").read_bytes()


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"")
    with pytest.raises(OutputError, match="build: cannot be made a folder"):
        OutputFolder(tmp_path / "build")


def test_nothing_is_left_of_a_failed_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    folder = OutputFolder(tmp_path)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        folder.write("a.xml", b"1")
    assert [".tei-made.jsonl"] == [path.name for path in tmp_path.iterdir()]


def test_a_journal_cut_short_by_a_crash_is_read(tmp_path: Path) -> None:
    OutputFolder(tmp_path).write("a.xml", b"1")
    with (tmp_path / ".tei-made.jsonl").open("a") as journal:
        journal.write('{"file": "a.x')
    OutputFolder(tmp_path).write("a.xml", b"2")
    assert b"2" == (tmp_path / "a.xml").read_bytes()
