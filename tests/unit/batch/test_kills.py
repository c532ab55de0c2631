"""Runs that are killed, stopped, or at work in the same folder: nothing is lost or half done."""

import errno
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.unit.batch.runs import (
    build,
    interrupt,
    is_alive,
    recorded,
    results,
    wait_until,
    workers_of,
    write_texts,
)
from toolkit.cli import group
from toolkit.publishing.local_output import OutputFolder

pytestmark = pytest.mark.skipif(
    not Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").exists(),
    reason="needs /proc to see the processes",
)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_texts(tmp_path_factory.mktemp("kills") / "texts", 40)


@pytest.fixture(scope="module")
def undisturbed(texts: Path) -> tuple[Path, float]:
    """The folder of a run that nobody disturbed, and how many seconds it took."""
    out = texts.parent / "undisturbed"
    started = time.monotonic()
    run = build(texts, out)
    assert (0, "") == (run.wait(), run.communicate()[1])
    return out, time.monotonic() - started


def _run(texts: Path, out: Path) -> tuple[int, str]:
    run = build(texts, out)
    said = run.communicate(timeout=120)[1]
    return run.returncode, said


def _kill(texts: Path, out: Path, chance: random.Random, seconds: float, whom: str) -> None:
    """Start a run and kill the parent or a worker of it at some moment."""
    run = build(texts, out)
    time.sleep(chance.uniform(0.2 * seconds, seconds))
    workers = workers_of(run.pid)
    victims = workers if whom == "worker" else [run.pid]
    if victims and run.poll() is None:
        os.kill(chance.choice(victims), signal.SIGKILL)
    run.communicate(timeout=120)
    if whom == "worker":
        assert 0 == run.returncode, "a job whose worker was killed is done by another"
    wait_until(lambda: not any(map(is_alive, workers)))


def _survives(
    kills: int, texts: Path, undisturbed: tuple[Path, float], tmp_path: Path, seed: int
) -> None:
    expected, seconds = undisturbed
    whole = results(expected)
    chance = random.Random(seed)
    out = tmp_path / "out"
    for number in range(kills):
        _kill(texts, out, chance, seconds, "worker" if number % 2 else "parent")
        left = {k: v for k, v in results(out).items() if not k.startswith(".tei-unfinished")}
        assert {name: whole[name] for name in left} == left
        if (out / "report.json").exists():  # it came to its end
            assert whole == results(out)
            shutil.rmtree(out)
    assert (0, "") == _run(texts, out)
    assert whole == results(out)
    assert recorded(expected) == recorded(out)


def test_a_few_kills_do_no_harm(
    texts: Path, undisturbed: tuple[Path, float], tmp_path: Path
) -> None:
    _survives(3, texts, undisturbed, tmp_path, seed=1)


@pytest.mark.slow
def test_fifty_kills_do_no_harm(
    texts: Path, undisturbed: tuple[Path, float], tmp_path: Path
) -> None:
    _survives(50, texts, undisturbed, tmp_path, seed=2)


def test_control_c_stops_cleanly_and_the_next_run_goes_on(
    texts: Path, undisturbed: tuple[Path, float], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = build(texts, out)
    wait_until(lambda: any(out.glob("*.html")))
    workers = workers_of(run.pid)
    said = interrupt(run)
    assert "tei: interrupted; files already written were kept" == said.strip()
    assert 3 == run.returncode
    assert [] == [pid for pid in workers if is_alive(pid)]
    assert not (out / ".tei-unfinished").exists()
    begun = set(recorded(out))
    assert set() < begun < set(recorded(undisturbed[0]))
    assert (0, "") == _run(texts, out)
    assert results(undisturbed[0]) == results(out)


def test_workers_that_hang_end_with_their_parent(tmp_path: Path) -> None:
    program = (
        "import time\nfrom toolkit.batch.executor import Processes\n"
        "if __name__ == '__main__':\n    list(Processes(2).run(time.sleep, [60, 60]))\n"
    )
    (tmp_path / "hang.py").write_text(program)
    run = subprocess.Popen([sys.executable, str(tmp_path / "hang.py")])
    wait_until(lambda: len(workers_of(run.pid)) == 2)
    workers = workers_of(run.pid)
    time.sleep(1)
    run.kill()
    run.wait()
    wait_until(lambda: not any(map(is_alive, workers)), seconds=10)


def test_a_second_run_into_the_same_folder_is_refused(texts: Path, tmp_path: Path) -> None:
    with closing(OutputFolder(tmp_path / "out")):
        code, said = _run(texts, tmp_path / "out")
    assert 3 == code
    assert f"tei: {tmp_path / 'out'}: another run is writing there" in said
    assert "Traceback" not in said


def test_a_full_disk_is_said_once_and_the_next_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, out = write_texts(tmp_path / "texts", 3), tmp_path / "out"
    arguments = ["encode", str(texts), "-o", str(out), "--jobs", "1"]
    there_is_room, number = tempfile.mkstemp, itertools.count()

    def full(**options: Any) -> tuple[int, str]:
        if next(number) == 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        return there_is_room(**options)

    with monkeypatch.context() as patched:
        patched.setattr(tempfile, "mkstemp", full)
        result = CliRunner().invoke(group, arguments)
    assert 3 == result.exit_code
    assert [f"tei: {out / 'letter-001.xml'}: cannot be written: No space left on device"] == (
        result.stderr.splitlines()
    )
    assert ["letter-000.xml"] == sorted(results(out))
    assert 0 == CliRunner().invoke(group, arguments).exit_code
    assert ["letter-000.xml", "letter-001.xml", "letter-002.xml"] == sorted(results(out))
