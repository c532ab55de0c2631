"""The executor: all is done, whatever happens to a worker."""

import os
import signal
import time

import pytest

from toolkit.corpus.executor import run_all


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
    done = run_all(_double, range(7), workers=workers)
    assert [0, 2, 4, 6, 8, 10, 12] == sorted(d.result for d in done if d.result is not None)


def test_no_jobs_are_no_trouble() -> None:
    assert [] == list(run_all(_double, [], workers=2))


def test_a_job_that_kills_its_worker_or_hangs_is_reported_and_the_rest_goes_on() -> None:
    done = {d.job: d for d in run_all(_trouble, range(7), workers=2, timeout=3)}
    assert {0: 0, 1: 2, 2: 4, 3: None, 4: None, 5: 10, 6: 12} == {
        job: d.result for job, d in done.items()
    }
    assert "died (signal 9)" in done[3].failure
    assert "longer than 3 seconds" in done[4].failure


def test_workers_end_when_nobody_waits_for_them() -> None:
    running = run_all(_double, range(100), workers=2)
    next(running)
    running.close()
    import multiprocessing

    assert [] == multiprocessing.active_children()
