"""Workers: the process that runs Typst, started early, given up when it is too slow or too big."""

import atexit
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Final

from toolkit.exceptions import TypesettingError
from toolkit.limited_process import LimitedProcess, LimitError

_PROGRAM: Final = Path(__file__).with_name("typesetter.py")
_FRESH_AFTER: Final = 3_000_000
"""Characters of Typst after which a process is replaced: it keeps what it has compiled."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the typesetter says: ``error`` is None if there is a PDF."""

    error: str | None
    warnings: tuple[str, ...]


@cache
def shared() -> "Typesetter":
    """The typesetter of this process, for all its documents, started at once and ended with it."""
    process = Typesetter()
    process.__enter__()
    atexit.register(process.__exit__, None, None, None)
    return process


class Typesetter:
    """A process that compiles Typst documents, one after the other.

    Use it as a context manager; inside, it may be used again for any number of documents. It
    starts at once, so that it is ready when the stylesheets are.
    """

    def __init__(self) -> None:
        # -P: the program's own folder has a module named typst, which is not the one meant.
        self._process = LimitedProcess(("-P", str(_PROGRAM)))
        self._compiled = 0
        self._depth = 0

    def __enter__(self) -> "Typesetter":
        self._depth += 1
        self._process.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._depth -= 1
        if self._depth == 0:
            self._stop()

    def compile(
        self,
        root: Path,
        output: Path,
        *,
        standards: Iterable[str],
        fonts: Iterable[Path],
        system_fonts: bool,
        seconds: float,
    ) -> "Answer":
        """Compile ``root/main.typ`` to ``output``; say what the typesetter said of it.

        TypesettingError if the process ends, or takes more than ``seconds``.
        """
        size = (root / "main.typ").stat().st_size
        if self._compiled and self._compiled + size > _FRESH_AFTER:
            self._stop()
        self._compiled += size
        request = {
            "root": str(root),
            "output": str(output),
            "standards": list(standards),
            "fonts": [str(folder) for folder in fonts],
            "system_fonts": system_fonts,
        }
        answer = json.loads(self._ask(json.dumps(request), seconds))
        return Answer(answer.get("error"), tuple(answer.get("warnings", ())))

    def _ask(self, request: str, seconds: float) -> str:
        self._process.limits = replace(self._process.limits, seconds=seconds)
        try:
            return self._process.ask(request)
        except LimitError as error:
            self._compiled = 0
            raise TypesettingError(f"the typesetter was stopped: {error}") from error

    def _stop(self) -> None:
        self._process.close()
        self._compiled = 0
