"""Runs of the command line as processes of their own, and what they leave behind."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

INTERNAL = (".tei-made.jsonl", ".tei-manifest.jsonl", ".tei-lock")

TEXT = """Letter {number}

London, 3 May 1850

Dear Sir,

We received your letter of 2 May 1850, number {number}, and the book with it. Mr. John Hall will
answer in the week to come.

Your servant,
Ann Lee
"""


def write_texts(folder: Path, number: int) -> Path:
    """A folder with so many letters."""
    folder.mkdir()
    for n in range(number):
        (folder / f"letter-{n:03}.txt").write_text(TEXT.format(number=n), encoding="utf-8")
    return folder


def tei(*arguments: str | Path, cwd: Path | None = None) -> "subprocess.Popen[str]":
    """Start ``tei`` as the first process of a group, as a terminal would."""
    return start("toolkit", *arguments, cwd=cwd, stderr=subprocess.PIPE)


def start(
    module: str, *arguments: str | Path, cwd: Path | None = None, stderr: int = subprocess.DEVNULL
) -> "subprocess.Popen[str]":
    """Start a module as the first process of a group."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        stdout=subprocess.DEVNULL,
        stderr=stderr,
        text=True,
        start_new_session=True,
    )


def build(texts: Path, out: Path) -> "subprocess.Popen[str]":
    """Start to make TEI and HTML of the letters, with two workers."""
    return tei("build", texts, "-o", out, "--to", "html", "--jobs", "2", "--fail-on", "never")


def workers_of(pid: int) -> list[int]:
    """The workers of a run; empty if it is gone."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        lines = {int(c): Path(f"/proc/{c}/cmdline").read_bytes() for c in children}
    except OSError:
        return []
    return [child for child, line in lines.items() if b"spawn_main" in line]


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be noticed does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def wait_until(condition: Callable[[], bool], *, seconds: float = 30) -> None:
    """Wait for something that has to happen."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def results(out: Path) -> dict[str, bytes]:
    """All that is in an output folder, but for the journal, the manifest and the lock."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name not in INTERNAL
    }


def recorded(out: Path) -> dict[str, object]:
    """What the manifest says was made; not when, nor with which state of the toolkit's files."""
    lines = (out / ".tei-manifest.jsonl").read_text(encoding="utf-8").splitlines()
    records = {}
    for line in lines:
        record = json.loads(line)
        sizes = {name: stamp["size"] for name, stamp in record["outputs"].items()}
        records[record["key"]] = {**record, "outputs": sizes, "fingerprint": ""}
    return records


def interrupt(run: "subprocess.Popen[str]") -> str:
    """Press Ctrl-C: all processes of the terminal hear it. What the run said."""
    os.killpg(run.pid, signal.SIGINT)
    return run.communicate(timeout=30)[1]
