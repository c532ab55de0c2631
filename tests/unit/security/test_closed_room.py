"""Only regular files below open folders are read, a bounded number of bounded size."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from toolkit.closed_room import ClosedRoom, ClosedRoomError, read_regular


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inner = tmp_path / "edition"
    (inner / "parts").mkdir(parents=True)
    (inner / "parts" / "one.xml").write_text("<one/>", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return inner


def test_a_file_below_the_folder_is_read(folder: Path) -> None:
    assert b"<one/>" == ClosedRoom.around(folder).enter().read(folder / "parts" / "one.xml")


@pytest.mark.parametrize("name", ["../secret.txt", "parts/../../secret.txt", "/etc/passwd"])
def test_a_file_elsewhere_is_not_read(folder: Path, name: str) -> None:
    with pytest.raises(ClosedRoomError, match="--allow-files-in"):
        ClosedRoom.around(folder).enter().read(folder / name)


def test_a_folder_can_be_opened_besides(folder: Path) -> None:
    room = ClosedRoom.around(folder, [folder.parent])
    assert b"secret" == room.enter().read(folder / "../secret.txt")


def test_a_link_does_not_lead_out(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    with pytest.raises(ClosedRoomError):
        ClosedRoom.around(folder).enter().read(folder / "link.txt")


@pytest.mark.parametrize("name", [".env", ".git/config"])
def test_hidden_files_are_not_read(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("secret", encoding="utf-8")
    assert not ClosedRoom.around(folder).admits(folder / name)


def test_a_room_may_itself_be_below_a_hidden_folder(tmp_path: Path) -> None:
    (tmp_path / ".cache" / "x").mkdir(parents=True)
    (tmp_path / ".cache" / "x" / "a.xml").write_text("<a/>", encoding="utf-8")
    assert ClosedRoom.around(tmp_path / ".cache" / "x").admits(tmp_path / ".cache" / "x" / "a.xml")


def test_without_a_folder_nothing_is_read(folder: Path) -> None:
    assert not ClosedRoom.around(None).admits(folder / "parts" / "one.xml")


def test_the_number_of_files_is_bounded(folder: Path) -> None:
    reader = replace(ClosedRoom.around(folder), max_files=2).enter()
    path = folder / "parts" / "one.xml"
    assert [b"<one/>"] * 2 == [reader.read(path), reader.read(path)]
    with pytest.raises(ClosedRoomError, match="more than 2 files"):
        reader.read(path)


@pytest.mark.parametrize("bound", ["max_file_bytes", "max_total_bytes"])
def test_the_size_is_bounded(folder: Path, bound: str) -> None:
    path = folder / "parts" / "one.xml"
    room = ClosedRoom.around(folder)
    assert replace(room, **{bound: 6}).enter().read(path)
    with pytest.raises(ClosedRoomError, match="bytes"):
        replace(room, **{bound: 5}).enter().read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with pytest.raises(ClosedRoomError, match="not a regular file"):
        read_regular(folder / "pipe")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no /dev/zero")
def test_a_device_is_not_read() -> None:
    with pytest.raises(ClosedRoomError, match="not a regular file"):
        read_regular(Path("/dev/zero"))


@pytest.mark.parametrize("name", ["missing.xml", "a\0b", "x" * 5000, "parts"])
def test_what_is_no_file_has_a_reason(folder: Path, name: str) -> None:
    with pytest.raises(ClosedRoomError):
        read_regular(folder / name)
