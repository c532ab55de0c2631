"""Files: whole or not at all, and never over somebody's own work."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from toolkit.exceptions import OutputError
from toolkit.files import append_lines, create_file
from toolkit.publishing.local_output import OutputFolder, write_output


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
    assert {".tei-lock", ".tei-made.jsonl"} == {path.name for path in tmp_path.iterdir()}


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
    assert {".tei-lock"} == {path.name for path in tmp_path.iterdir()}


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


@pytest.mark.parametrize("length", [240, 251])
def test_a_name_may_be_as_long_as_the_file_system_allows(tmp_path: Path, length: int) -> None:
    with closing(OutputFolder(tmp_path)) as folder:
        folder.write(f"{'n' * length}.xml", b"1")
    assert b"1" == (tmp_path / f"{'n' * length}.xml").read_bytes()


@pytest.mark.parametrize("force", [False, True])
def test_an_input_is_never_overwritten(tmp_path: Path, *, force: bool) -> None:
    text = tmp_path / "a.xml"
    text.write_bytes(b"text")
    with pytest.raises(OutputError, match=r"a[.]xml"):
        write_output(text, b"TEI", force=force, inputs=[text])
    (tmp_path / "link").symlink_to(text)
    with pytest.raises(OutputError, match=r"a[.]xml"):
        write_output(text, b"TEI", force=force, inputs=[tmp_path / "link"])
    assert b"text" == text.read_bytes()


def test_what_the_toolkit_wrote_may_be_an_input_and_an_output(tmp_path: Path) -> None:
    index = write_output(tmp_path / "index.xml", b"1")
    assert b"2" == write_output(index, b"2", inputs=[index]).read_bytes()


def test_a_file_is_created_once(tmp_path: Path) -> None:
    assert create_file(tmp_path / "a", b"1")
    assert not create_file(tmp_path / "a", b"2")
    assert [("a", b"1")] == [(path.name, path.read_bytes()) for path in tmp_path.iterdir()]


def test_a_failed_append_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1\n")
    write, calls = os.write, iter((3,))

    def full(handle: int, data: bytes) -> int:
        if (taken := next(calls, None)) is None:
            raise OSError(28, "No space left on device")
        return write(handle, data[:taken])

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        append_lines(path, b"22222\n")
    assert b"1\n" == path.read_bytes()
