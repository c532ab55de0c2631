"""Run a program beside this one, with limits of time and memory.

Engines that run foreign code (rules of a schema, layouts) work in such a process: it reads one
request a line and answers in one line. A process that takes too long or too much memory is killed,
which nothing in this process notices but the caller.

Two environment variables change the limits of all engines: ``TEI_LIMIT_SECONDS`` for one request
and ``TEI_LIMIT_MEMORY`` in MiB.
"""

import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from toolkit.exceptions import ToolkitError

SECONDS: Final = 60.0
"""How long one request may take by default."""

MEMORY: Final = 2048
"""How much resident memory, in MiB, a process may have by default."""

_INTERVAL: Final = 0.05
"""How often, in seconds, the memory of a busy process is measured."""


class LimitError(ToolkitError):
    """A process was stopped; the message says which limit it reached."""


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` for one request, ``memory`` in MiB of resident memory."""

    seconds: float = SECONDS
    memory: float = MEMORY

    def __post_init__(self) -> None:
        if self.seconds <= 0 or self.memory <= 0:
            raise ValueError("limits must be greater than zero")


def read_limits() -> Limits:
    """Return the limits that the environment sets, or the defaults.

    LimitError if a variable is not a number greater than zero.
    """
    return Limits(_number("TEI_LIMIT_SECONDS", SECONDS), _number("TEI_LIMIT_MEMORY", MEMORY))


def _number(variable: str, default: float) -> float:
    value = os.environ.get(variable, "")
    if not value:
        return default
    try:
        number = float(value)
    except ValueError:
        number = 0
    if not 0 < number < float("inf"):
        raise LimitError(f"{variable} must be a number greater than 0, not {value!r}")
    return number


@dataclass(slots=True)
class LimitedProcess:
    """A program that answers requests; started when first asked, and again after it was stopped."""

    program: Sequence[str]
    limits: Limits = field(default_factory=read_limits)
    _process: "subprocess.Popen[str] | None" = field(default=None, init=False)

    def ask(self, request: str) -> str:
        """Send one line and return the line answered.

        LimitError if the process was killed at a limit, or ended by itself.
        """
        process = self._start()
        if process.stdin is None or process.stdout is None:
            raise LimitError("the process has no pipes")
        watch = _Watch(process, self.limits)
        watch.start()
        try:
            process.stdin.write(request + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except OSError:
            answer = ""
        finally:
            watch.stop()
        if not answer.endswith("\n"):
            self.close()
            raise LimitError(watch.reason or "the process ended unexpectedly")
        return answer[:-1]

    def start(self) -> None:
        """Start the process before it is asked, so that it is ready when it is."""
        self._start()

    def close(self) -> None:
        """End the process, if it runs."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _start(self) -> "subprocess.Popen[str]":
        if self._process is None:
            paths = os.pathsep.join(path for path in sys.path if path)
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, *self.program],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                env={**os.environ, "PYTHONPATH": paths},
            )
            atexit.register(self.close)
        return self._process


class _Watch(threading.Thread):
    """Kills a process at its limits, and remembers which one it was."""

    def __init__(self, process: "subprocess.Popen[str]", limits: Limits) -> None:
        super().__init__(daemon=True)
        self.reason = ""
        self._process = process
        self._limits = limits
        self._done = threading.Event()

    def run(self) -> None:
        import psutil  # noqa: PLC0415 - only where a process is watched

        waited = 0.0
        while not self._done.wait(_INTERVAL):
            waited += _INTERVAL
            if waited >= self._limits.seconds:
                self._kill(f"it took longer than {self._limits.seconds:g} s")
                return
            try:
                used = psutil.Process(self._process.pid).memory_info().rss / 2**20
            except psutil.Error:
                return
            if used > self._limits.memory:
                self._kill(f"it needed more than {self._limits.memory:g} MiB of memory")
                return

    def stop(self) -> None:
        """End watching."""
        self._done.set()
        self.join()

    def _kill(self, reason: str) -> None:
        self.reason = reason
        self._process.kill()
