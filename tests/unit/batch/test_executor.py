"""The executor: all is done, whatever happens to a worker."""

import os
import signal
import time
from pathlib import Path

import pytest

from toolkit.batch.executor import Processes


def _double(number: int) -> int:
    return 2 * number


def _trouble(number: int) -> int:
    """Work that dies of 3 and hangs on 4."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 4:
        time.sleep(60)
    return 2 * number


@pytest.mark.parametrize("workers", [1, 2])
def test_every_job_gives_its_result(workers: int) -> None:
    done = Processes(workers).run(_double, range(7))
    assert [0, 2, 4, 6, 8, 10, 12] == sorted(d.result for d in done if d.result is not None)


def test_no_jobs_are_no_trouble() -> None:
    assert [] == list(Processes(2).run(_double, []))


def test_a_job_that_kills_its_worker_or_hangs_is_reported_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("toolkit.batch.executor._LOADING", 0)
    done = {d.job: d for d in Processes(2, timeout=3).run(_trouble, range(7))}
    assert {0: 0, 1: 2, 2: 4, 3: None, 4: None, 5: 10, 6: 12} == {
        job: d.result for job, d in done.items()
    }
    assert "died (signal 9)" in done[3].failure
    assert "longer than 3 seconds" in done[4].failure


def test_workers_end_when_nobody_waits_for_them() -> None:
    running = Processes(2).run(_double, range(100))
    next(running)
    running.close()
    import multiprocessing

    assert [] == multiprocessing.active_children()


def test_a_worker_is_replaced_before_it_grows_too_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.batch.executor._FRESH_AFTER", 2)
    processes = {d.result for d in Processes(2).run(_process, range(8))}
    assert 4 <= len(processes)


def _process(number: int) -> int:
    return os.getpid()


def test_the_first_job_of_a_process_has_time_to_load_what_all_need() -> None:
    done = {d.job: d.failure for d in Processes(1, timeout=0.2).run(time.sleep, [0.4, 30])}
    assert {0.4: "", 30: "took longer than 0.2 seconds"} == done


def _killed_once(path: str) -> str:
    """Work that is killed when it is tried first."""
    try:
        Path(path).mkdir()
    except FileExistsError:
        return "done"
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def test_a_job_whose_worker_was_killed_is_tried_once_more(tmp_path: Path) -> None:
    jobs = [str(tmp_path / "a"), str(tmp_path / "b")]
    assert ["done", "done"] == [d.result for d in Processes(2).run(_killed_once, jobs)]
