"""Run the same function on many jobs, on all cores of this machine.

Each worker is a process that lives as long as the run, so that schemas, models and stylesheets
are loaded once. One job is under way in each, so the queue is bounded by itself; results come as
they are ready. A job that hangs is given up and its worker replaced. A job whose worker is killed
is tried once more, for it may have been somebody else's fault. The rest goes on.

Workers write nothing but temporary files, all in the folder they are given, and end when the
process that started them ends, however it ends.
"""

import contextlib
import multiprocessing
import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from toolkit.exceptions import describe_error

Job = TypeVar("Job")
Result = TypeVar("Result")

_CONTEXT = multiprocessing.get_context("spawn")
"""Processes start afresh: Saxon and the threads it makes do not survive a fork."""

_FRESH_AFTER = 2000
"""Jobs after which a worker is replaced, since Saxon never frees all its memory."""

_LOADING = 20.0
"""Extra seconds for the first job of a process, which loads schema, stylesheets and lexicons."""


@dataclass(frozen=True, slots=True)
class JobResult(Generic[Job, Result]):
    """A job with its result, or the reason it failed."""

    job: Job
    result: Result | None
    failure: str = ""


class Executor(Protocol):
    """Whoever does the same work on many things, here or is_remote."""

    @property
    def is_remote(self) -> bool:
        """Whether jobs run where the files of this machine cannot be read."""
        ...

    def run(
        self, work: Callable[[Job], Result], jobs: Iterable[Job]
    ) -> Generator[JobResult[Job, Result], None, None]:
        """Run all jobs and yield each result as soon as it is ready.

        ``work`` is a function of a module (it is sent by name) and reports what is wrong with a
        job in its result. Closing the iterator gives up what is not done.
        """
        ...


@dataclass(frozen=True, slots=True)
class Processes:
    """The executor for this machine. ``timeout`` is in seconds for each job.

    ``scratch`` is the folder for temporary files, the system's if None. With one worker and no
    timeout, jobs run in this process.
    """

    workers: int
    timeout: float | None = None
    scratch: Path | None = None
    is_remote = False

    def run(
        self, work: Callable[[Job], Result], jobs: Iterable[Job]
    ) -> Generator[JobResult[Job, Result], None, None]:
        """Run all jobs; see ``Executor``."""
        if self.workers <= 1 and self.timeout is None:
            with _temporary_files_in(self.scratch):
                yield from (JobResult(job, *attempt(work, job)) for job in jobs)
            return
        pool: list[Worker[Job, Result]] = []
        try:
            yield from self._shared(work, iter(jobs), pool)
        finally:
            stop(pool)

    def _shared(
        self,
        work: Callable[[Job], Result],
        jobs: Iterator[Job],
        pool: "list[Worker[Job, Result]]",
    ) -> Generator[JobResult[Job, Result], None, None]:
        waiting = next(jobs, None)
        while waiting is not None or pool:
            while waiting is not None and len(pool) < self.workers:
                pool.append(Worker.start(work, waiting, scratch=self.scratch))
                waiting = next(jobs, None)
            for worker in _ready(pool, self.timeout):
                done = worker.collect(self.timeout)
                if done is None:
                    again = Worker.start(work, worker.job, scratch=self.scratch, retry=True)
                    pool.append(again)
                if waiting is not None and worker.alive and worker.given < _FRESH_AFTER:
                    worker.give(waiting)  # before the result is dealt with: it need not wait
                    waiting = next(jobs, None)
                else:
                    stop([worker])
                    pool.remove(worker)
                if done is not None:
                    yield done


def attempt(work: Callable[[Job], Result], job: Job) -> tuple[Result | None, str]:
    """Do a job; return its result or, after any exception, what went wrong."""
    try:
        return work(job), ""
    except Exception as error:  # one bad job never stops the others
        return None, describe_error(error)


def cores() -> int:
    """Return the number of processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(slots=True, eq=False)
class Worker(Generic[Job, Result]):
    """One process, its current job with the starting time, and the pipe to it.

    ``retry``: the job has killed a worker before, or so it seems. ``given`` counts its jobs.
    """

    process: SpawnProcess
    pipe: "Connection[Job, tuple[Result | None, str]]"
    job: Job
    retry: bool = False
    alive: bool = True
    given: int = 0
    since: float = field(default_factory=time.monotonic)

    @classmethod
    def start(
        cls,
        work: Callable[[Job], Result],
        job: Job,
        *,
        scratch: Path | None = None,
        retry: bool = False,
    ) -> "Worker[Job, Result]":
        """Start a process and give it a job."""
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_serve, args=(work, theirs, scratch), daemon=True)
        with _blocked(signal.SIGINT):
            process.start()
        theirs.close()
        worker = cls(process, ours, job)
        worker.give(job)
        worker.retry = retry
        return worker

    def give(self, job: Job) -> None:
        """Send the next job."""
        self.job = job
        self.given += 1
        self.retry = False
        self.since = time.monotonic()
        with contextlib.suppress(OSError):  # a dead worker is noticed when it is heard
            self.pipe.send(job)

    def seconds_left(self, timeout: float | None) -> float | None:
        """Return the seconds until the job exceeds the limit; None without one."""
        if timeout is None:
            return None
        loading = _LOADING if self.given == 1 else 0
        return max(0.0, self.since + timeout + loading - time.monotonic())

    def collect(self, timeout: float | None) -> JobResult[Job, Result] | None:
        """Return the result of the job; None if another worker should try it once more."""
        if not self.pipe.poll():
            self.alive = False
            return JobResult(self.job, None, f"took longer than {timeout:g} seconds")
        try:
            return JobResult(self.job, *self.pipe.recv())
        except (EOFError, OSError):
            self.alive = False
        self.process.join(1)
        code = self.process.exitcode
        if code is not None and code < 0 and not self.retry:
            return None
        how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
        return JobResult(self.job, None, f"the process that worked on it died ({how})")


def stop(workers: "Iterable[Worker[Job, Result]]") -> None:
    """Kill workers, whatever they are doing."""
    ending = tuple(workers)
    for worker in ending:
        worker.alive = False
        worker.process.kill()
        worker.pipe.close()
    for worker in ending:
        worker.process.join()


def _ready(pool: "list[Worker[Job, Result]]", timeout: float | None) -> "list[Worker[Job, Result]]":
    """Wait for and return the workers that have a result, have died, or exceed the limit."""
    seconds_left = min((worker.seconds_left(timeout) or 0.0 for worker in pool), default=0.0)
    heard = set(wait([worker.pipe for worker in pool], None if timeout is None else seconds_left))
    return [worker for worker in pool if worker.pipe in heard or worker.seconds_left(timeout) == 0]


def _serve(
    work: Callable[[Job], Result],
    pipe: "Connection[tuple[Result | None, str], Job]",
    scratch: Path | None,
) -> None:
    """Run jobs from the pipe in this process until the pipe is closed."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with _temporary_files_in(scratch), contextlib.suppress(KeyboardInterrupt):
        while True:
            try:
                job = pipe.recv()
            except (EOFError, OSError):
                return
            with contextlib.suppress(OSError):  # nobody waits for it any more
                pipe.send(attempt(work, job))


def _end_with_parent() -> None:
    """End this process when its parent is gone, even in the middle of a job."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextlib.contextmanager
def _temporary_files_in(folder: Path | None) -> Iterator[None]:
    """Make ``tempfile`` use this folder, unless it is None."""
    before = tempfile.tempdir
    if folder is not None:
        tempfile.tempdir = str(folder.absolute())
    try:
        yield
    finally:
        tempfile.tempdir = before


@contextlib.contextmanager
def _blocked(number: signal.Signals) -> Iterator[None]:
    """Hold a signal back; a process started meanwhile never hears it.

    Ctrl-C is meant for all processes of the terminal, but only the first one has to answer it.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # it would let the signal through again as it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [number])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
