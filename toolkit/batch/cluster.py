"""The executor for many machines: the workers of a Dask scheduler (``distributed``).

Dask distributes the tasks, and gives those of a worker that dies to the others. Beside
each worker runs a process of ours that does them, as on one machine: a file that hangs or kills it
costs nothing but itself, and Saxon is never used by two threads at once.

Dask sends Python objects without asking who is there: a scheduler belongs in a network that only
its users can reach, or behind ``tls://``. The toolkit has to be installed for the workers, in the
same version.
"""

import importlib
import multiprocessing
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait
from typing import Any, TypeVar

from toolkit import __version__
from toolkit.batch.executor import JobResult, Worker, stop
from toolkit.exceptions import ClusterError

Job = TypeVar("Job")
Result = TypeVar("Result")

_CONNECTING = 10
"""Seconds to wait for the answer of a scheduler."""
_JOINING = 60
"""Seconds to wait for the first worker."""
_AHEAD = 2
"""Tasks sent for each thread of the cluster: one running and one waiting."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of the Dask scheduler at ``address``; ``timeout`` is in seconds for each job."""

    address: str
    timeout: float | None = None
    is_remote = True

    def run(
        self, work: Callable[[Job], Result], jobs: Iterable[Job]
    ) -> Generator[JobResult[Job, Result], None, None]:
        """Run all jobs; see ``Executor``. ClusterError if there is no cluster any more."""
        distributed = _distributed()
        client = self._client(distributed)
        try:
            yield from self._shared(distributed, client, work, iter(jobs))
            client.run(_end_idle, on_error="ignore")
        finally:
            client.close(timeout=_CONNECTING)

    def _client(self, distributed: Any) -> Any:
        try:
            client = distributed.Client(self.address, timeout=_CONNECTING, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterError(f"{self.address}: no Dask scheduler answers there") from error
        try:
            client.wait_for_workers(1, timeout=_JOINING)
        except TimeoutError as error:
            client.close(timeout=_CONNECTING)
            raise ClusterError(f"{self.address}: the scheduler has no workers") from error
        return client

    def _shared(
        self, distributed: Any, client: Any, work: Callable[[Job], Result], jobs: Iterator[Job]
    ) -> Generator[JobResult[Job, Result], None, None]:
        given: dict[str, Job] = {}
        finished = distributed.as_completed(loop=client.loop)

        def give() -> None:
            room = _AHEAD * sum(client.nthreads().values()) or 1
            for job in islice(jobs, max(0, room - len(given))):
                future = client.submit(_do, work, job, self.timeout, __version__, pure=False)
                given[future.key] = job
                finished.add(future)

        give()
        for future in finished:
            job = given.pop(future.key)
            result, failure = self._result(distributed, future)
            future.release()
            give()
            yield JobResult(job, result, failure)

    def _result(self, distributed: Any, future: Any) -> tuple[Any, str]:
        """Return the result of a task and any failure. ClusterError if the cluster is lost."""
        if future.status == "finished":
            result: tuple[Any, str] = future.result()
            return result
        if future.status != "error":
            raise ClusterError(f"{self.address}: the scheduler is gone")
        error = future.exception()
        if isinstance(error, distributed.KilledWorker):
            return None, "the workers of the cluster that worked on it died"
        raise ClusterError(f"{self.address}: the workers cannot do it: {error}") from error


def _distributed() -> Any:
    """Import the library, which is optional and slow to load."""
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        raise ClusterError(
            '--cluster needs the library "distributed": pip install "tei-toolkit[cluster]"'
        ) from error


_idle: "list[Worker[Any, Any]]" = []
"""In a Dask worker: our idle processes."""


def _do(work: Callable[[Any], Any], job: Any, timeout: float | None, version: str) -> Any:
    """In a Dask worker: run a job in a process of ours; return its result and any failure."""
    if version != __version__:
        raise ClusterError(f"they have version {__version__} of the toolkit, not {version}")
    # Dask forbids its processes children, which could outlive them. Ours end with their parent.
    multiprocessing.current_process().daemon = False
    task = (work, job)
    worker = _taken(task)
    while True:
        wait([worker.pipe], worker.seconds_left(timeout))
        done = worker.collect(timeout)
        if worker.alive:
            _idle.append(worker)
        else:
            stop([worker])
        if done is not None:
            return done.result, done.failure
        worker = Worker.start(_apply, task, retry=True)


def _taken(task: tuple[Callable[[Any], Any], Any]) -> "Worker[Any, Any]":
    try:
        worker = _idle.pop()
    except IndexError:
        return Worker.start(_apply, task)
    worker.give(task)
    return worker


def _apply(task: tuple[Callable[[Job], Result], Job]) -> Result:
    work, job = task
    return work(job)


def _end_idle() -> None:
    """In a Dask worker: end our idle processes."""
    while _idle:
        stop([_idle.pop()])
