"""The cluster: the same bytes as on one machine, also when a part of it dies."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.unit.batch.runs import build, results, start, tei, wait_until, write_texts
from toolkit.batch.cluster import Cluster
from toolkit.cli import group
from toolkit.exceptions import ClusterError

OPTIONS = ("--to", "html", "--fail-on", "never")


def _end(process: "subprocess.Popen[str]") -> None:
    """Kill a process and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list["subprocess.Popen[str]"]]]:
    """The address of a scheduler, and its two workers, which run in a folder of their own."""
    pytest.importorskip("distributed", reason="needs the optional library distributed")
    is_remote = tmp_path / "is_remote"
    is_remote.mkdir()
    told = is_remote / "scheduler.json"
    plain = ("--no-dashboard", "--host", "127.0.0.1", "--scheduler-file", told)
    processes = [start("distributed.cli.dask_scheduler", "--port", "0", *plain, cwd=is_remote)]
    try:
        wait_until(lambda: told.exists() and told.read_text().endswith("}"))
        for _ in range(2):
            one = start("distributed.cli.dask_worker", "--nthreads", "1", *plain, cwd=is_remote)
            processes.append(one)
        yield json.loads(told.read_text())["address"], processes[1:]
    finally:
        for process in reversed(processes):
            _end(process)


@pytest.mark.slow
def test_the_same_bytes_come_of_a_cluster_of_which_one_worker_is_killed(
    cluster: tuple[str, list["subprocess.Popen[str]"]], tmp_path: Path
) -> None:
    address, workers = cluster
    texts, local, out = write_texts(tmp_path / "texts", 60), tmp_path / "local", tmp_path / "out"
    with build(texts, local) as alone:
        assert 0 == alone.wait()
    # A relative path leads nowhere in the folder in which the workers run.
    run = tei("build", "texts", "-o", "out", *OPTIONS, "--cluster", address, cwd=tmp_path)
    wait_until(lambda: len(list(out.glob("*.html"))) > 5)
    _end(workers[0])
    killed_after = len(list(out.glob("*.html")))
    said = run.communicate(timeout=120)[1]
    assert 0 == run.returncode, said
    assert "Traceback" not in said
    assert killed_after < 60
    assert results(local) == results(out)


@pytest.mark.slow
def test_what_hangs_or_kills_its_process_on_a_cluster_costs_itself_only(
    cluster: tuple[str, list["subprocess.Popen[str]"]],
) -> None:
    import time

    done = {d.job: d for d in Cluster(cluster[0], timeout=3).run(time.sleep, [0, 60, 0.1])}
    assert "took longer than 3 seconds" == done[60].failure
    assert ["", ""] == [done[0].failure, done[0.1].failure]
    died = list(Cluster(cluster[0]).run(os._exit, [7]))
    assert "the process that worked on it died (exit code 7)" == died[0].failure


@pytest.mark.slow
def test_a_scheduler_that_does_not_answer_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="needs the optional library distributed")
    monkeypatch.setattr("toolkit.batch.cluster._CONNECTING", 1)
    texts = write_texts(tmp_path / "texts", 1)
    arguments = [str(texts), "-o", str(tmp_path / "out"), "--cluster", "tcp://127.0.0.1:9"]
    result = CliRunner().invoke(group, ["encode", *arguments])
    assert 3 == result.exit_code
    assert "tei: tcp://127.0.0.1:9: no Dask scheduler answers there\n" == result.stderr


def test_without_the_library_the_user_is_told_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install .tei-toolkit\[cluster\]"):
        list(Cluster("tcp://127.0.0.1:9").run(abs, [1]))
