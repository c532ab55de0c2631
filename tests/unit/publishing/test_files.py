"""Files: whole or not at all, and never over somebody's own work."""

from contextlib import closing
from pathlib import Path

import pytest

from toolkit.exceptions import OutputError
from toolkit.publishing.local_output import OutputFolder


def test_what_was_made_may_be_made_again(tmp_path: Path) -> None:
    OutputFolder(tmp_path).write("a.xml", b"1")
    OutputFolder(tmp_path).write("a.xml", b"2")
    assert b"2" == (tmp_path / "a.xml").read_bytes()


def test_what_somebody_edited_is_not_overwritten(tmp_path: Path) -> None:
    OutputFolder(tmp_path).write("a.xml", b"1")
    (tmp_path / "a.xml").write_bytes(b"by hand")
    with pytest.raises(OutputError, match=r"a[.]xml: was changed.*--force"):
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
    folder.close()
    assert [".tei-made.jsonl"] == [path.name for path in tmp_path.iterdir()]


def test_a_journal_cut_short_by_a_crash_is_read(tmp_path: Path) -> None:
    OutputFolder(tmp_path).write("a.xml", b"1")
    with (tmp_path / ".tei-made.jsonl").open("a") as journal:
        journal.write('{"file": "a.x')
    OutputFolder(tmp_path).write("a.xml", b"2")
    assert b"2" == (tmp_path / "a.xml").read_bytes()


def test_a_line_after_one_cut_short_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / ".tei-made.jsonl").write_text('{"file": "a.x')
    OutputFolder(tmp_path).write("a.xml", b"1")
    OutputFolder(tmp_path).write("a.xml", b"2")
    assert b"2" == (tmp_path / "a.xml").read_bytes()


def test_a_folder_that_is_written_to_is_refused_to_others(tmp_path: Path) -> None:
    with closing(OutputFolder(tmp_path)) as folder:
        folder.write("a.xml", b"1")
        with pytest.raises(OutputError, match=f"{tmp_path.name}: another run is writing there"):
            OutputFolder(tmp_path)
    OutputFolder(tmp_path).write("a.xml", b"2")
    assert b"2" == (tmp_path / "a.xml").read_bytes()


def test_what_a_dead_run_left_unfinished_is_removed(tmp_path: Path) -> None:
    (tmp_path / ".tei-unfinished").mkdir()
    (tmp_path / ".tei-unfinished" / "a.xml.8x7").write_bytes(b"half")
    OutputFolder(tmp_path).close()
    assert [".tei-made.jsonl"] == [path.name for path in tmp_path.iterdir()]


def test_a_link_in_place_of_the_unfinished_is_not_followed(tmp_path: Path) -> None:
    kept = tmp_path / "elsewhere" / "kept"
    kept.mkdir(parents=True)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".tei-unfinished").symlink_to(kept.parent)
    OutputFolder(tmp_path / "out").write("a.xml", b"1")
    assert kept.is_dir()
    assert b"1" == (tmp_path / "out" / "a.xml").read_bytes()


def test_a_file_emptied_by_a_power_cut_is_no_hand_work(tmp_path: Path) -> None:
    OutputFolder(tmp_path).write("a.xml", b"1")
    (tmp_path / "a.xml").write_bytes(b"")
    OutputFolder(tmp_path).write("a.xml", b"2")
    assert b"2" == (tmp_path / "a.xml").read_bytes()
