"""Executor: the same work on many things, here on all cores; a cluster can stand in its place.

Each worker is a process that lives as long as the run, so that schemas, models and stylesheets
are loaded once. One job is under way in each, so the queue is bounded by itself; results come as
they are ready. A job that hangs is given up and its worker replaced; so is a job whose worker
dies. The rest goes on.
"""

import contextlib
import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Generic, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

_CONTEXT = multiprocessing.get_context("spawn")
"""Processes start afresh: Saxon and the threads it makes do not survive a fork."""


@dataclass(frozen=True, slots=True)
class Done(Generic[Job, Result]):
    """A job and what it gave; or why it gave nothing."""

    job: Job
    result: Result | None
    failure: str = ""


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_all(
    work: Callable[[Job], Result],
    jobs: Iterable[Job],
    *,
    workers: int,
    timeout: float | None = None,
) -> Iterator[Done[Job, Result]]:
    """Do all jobs with so many processes; ``timeout`` is in seconds for each job.

    ``work`` has to be a function of a module (it is sent by name) and reports what is wrong with
    a job in its result. With one worker and no timeout, all is done in this process.
    """
    if workers <= 1 and timeout is None:
        yield from (Done(job, work(job)) for job in jobs)
        return
    pool: list[_Worker[Job, Result]] = []
    try:
        yield from _shared(work, iter(jobs), pool, workers=workers, timeout=timeout)
    finally:
        for worker in pool:
            worker.stop()


def _shared(
    work: Callable[[Job], Result],
    jobs: Iterator[Job],
    pool: "list[_Worker[Job, Result]]",
    *,
    workers: int,
    timeout: float | None,
) -> Iterator[Done[Job, Result]]:
    waiting = next(jobs, None)
    while waiting is not None or pool:
        while waiting is not None and len(pool) < workers:
            pool.append(_Worker.started(work, waiting))
            waiting = next(jobs, None)
        for worker in _ready(pool, timeout):
            done, alive = worker.collect(timeout)
            yield done
            if alive and waiting is not None:
                worker.give(waiting)
                waiting = next(jobs, None)
            else:
                worker.stop()
                pool.remove(worker)


def _ready(
    pool: "list[_Worker[Job, Result]]", timeout: float | None
) -> "list[_Worker[Job, Result]]":
    """The workers that have a result, have died, or have taken too long."""
    now = time.monotonic()
    patience = None
    if timeout is not None:
        patience = max(0.0, min(worker.since for worker in pool) + timeout - now)
    heard = set(wait([worker.pipe for worker in pool], patience))
    now = time.monotonic()
    late = {id(worker) for worker in pool if timeout is not None and now - worker.since >= timeout}
    return [worker for worker in pool if worker.pipe in heard or id(worker) in late]


@dataclass(slots=True, eq=False)
class _Worker(Generic[Job, Result]):
    """One process with the job it is at, since when, and the pipe to it."""

    process: SpawnProcess
    pipe: "Connection[Job, Result]"
    job: Job
    since: float = field(default_factory=time.monotonic)

    @classmethod
    def started(cls, work: Callable[[Job], Result], job: Job) -> "_Worker[Job, Result]":
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_serve, args=(work, theirs), daemon=True)
        process.start()
        theirs.close()
        worker = cls(process, ours, job)
        worker.give(job)
        return worker

    def give(self, job: Job) -> None:
        self.job = job
        self.since = time.monotonic()
        with contextlib.suppress(BrokenPipeError):  # a dead worker is noticed when it is heard
            self.pipe.send(job)

    def collect(self, timeout: float | None) -> tuple[Done[Job, Result], bool]:
        """What came of the job, and whether the worker can go on."""
        if not self.pipe.poll():
            return Done(self.job, None, f"took longer than {timeout:g} seconds"), False
        try:
            return Done(self.job, self.pipe.recv()), True
        except (EOFError, OSError):
            self.process.join(1)
            code = self.process.exitcode
            how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
            return Done(self.job, None, f"the process that worked on it died ({how})"), False

    def stop(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


def _serve(work: Callable[[Job], Result], pipe: "Connection[Result, Job]") -> None:
    """The life of a worker: jobs in, results out, until the pipe is closed."""
    with contextlib.suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            pipe.send(work(pipe.recv()))
