"""Progress: a bar for people, JSON lines for programs, and nothing for anybody else."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from toolkit.cli import group


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b", "1850/a", "1851/a"):
        path = Path("texts", f"{name}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Title: On {name}\n\nTwo words.\n", encoding="utf-8")


def _encode(*options: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The object on standard output, and the events on the other."""
    arguments = ["encode", "texts", "-o", "out", "--jobs", "1", "--json", *options]
    result = CliRunner().invoke(group, arguments)
    lines = [json.loads(line) for line in result.stderr.splitlines()]
    return json.loads(result.stdout), lines


def test_each_file_is_an_event_between_start_and_end() -> None:
    Path("texts/c.txt").write_bytes(b"\0")
    told, (start, *files, end) = _encode()
    assert {"format": 1, "event": "start", "files": 5, "current": 0} == start
    assert {"format": 1, "event": "end", "made": 4, "failed": 1, "current": 0} == end
    assert ["1850/a.txt", "1851/a.txt", "a.txt", "b.txt", "c.txt"] == [f["file"] for f in files]
    assert [(n, 5) for n in range(1, 6)] == [(f["done"], f["of"]) for f in files]
    assert "binary" in files[-1]["failed"]
    assert {"info": 0, "warning": 0, "error": 0} == files[0]["findings"]
    assert [f["outputs"] for f in told["files"]] == [f["outputs"] for f in files]


def test_what_is_up_to_date_is_counted() -> None:
    _encode()
    assert [
        {"format": 1, "event": "start", "files": 4, "current": 4},
        {"format": 1, "event": "end", "made": 0, "failed": 0, "current": 4},
    ] == _encode()[1]


def test_nothing_is_said_to_nobody() -> None:
    result = CliRunner().invoke(group, ["encode", "texts", "-o", "out", "--jobs", "1"])
    assert (0, "") == (result.exit_code, result.stderr)


def test_a_terminal_has_a_bar_and_a_summary() -> None:
    ours, theirs = pty.openpty()
    arguments = ["-m", "toolkit", "encode", "texts", "-o", "out", "--jobs", "1"]
    environment = {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "TERM": "xterm"}
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    said = os.read(ours, 100_000).decode()
    os.close(ours)
    assert re.search(r"\d/4\b.* a second", said)
    assert said.rstrip().endswith("4 made, 0 up to date, 0 failed")


def test_texts_of_one_name_keep_their_folders() -> None:
    _encode()
    made = sorted(p.relative_to("out").as_posix() for p in Path("out").rglob("*.xml"))
    assert ["1850/a.xml", "1851/a.xml", "a.xml", "b.xml"] == made


def test_an_edition_wants_names_that_differ_since_decisions_know_them() -> None:
    Path("texts/edition.toml").write_text("[files]\ntranscriptions = '.'\n", encoding="utf-8")
    result = CliRunner().invoke(group, ["encode", "texts", "-o", "out"])
    assert 3 == result.exit_code
    assert "by which the decisions of an edition know a text" in result.stderr


def test_a_link_that_leads_nowhere_is_a_failure_and_no_silence() -> None:
    Path("texts/d.txt").symlink_to("nowhere.txt")
    Path("texts/e.txt").mkdir()
    Path("texts/around").symlink_to(".")
    os.mkfifo("texts/f.txt")  # whoever opened it would wait for ever
    told, _ = _encode()
    assert ["texts/d.txt: cannot be read: No such file or directory"] == [
        f["failed"] for f in told["files"] if "failed" in f
    ]


def test_a_folder_that_cannot_be_read_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refused(path: str) -> Any:
        if str(path).endswith("1851"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    result = CliRunner().invoke(group, ["encode", "texts", "-o", "out"])
    assert (3, "tei: texts/1851: cannot be read: Permission denied\n") == (
        result.exit_code,
        result.stderr.replace("\\", "/"),
    )


def test_a_page_in_a_folder_offers_the_tei_beside_it() -> None:
    arguments = ["build", "texts", "-o", "out", "--to", "html", "--jobs", "1"]
    assert 0 == CliRunner().invoke(group, arguments).exit_code
    assert 'href="a.xml"' in Path("out/1850/a.html").read_text("utf-8")
    assert 'href="1850/a.html"' in Path("out/index.html").read_text("utf-8")
