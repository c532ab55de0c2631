"""Attack the toolkit with random and hostile inputs, and print what came of them as a table.

    python -m tests.attack.attack                    # as many inputs as the first attack had
    python -m tests.attack.attack --count 50         # at most 50 of each area
    python -m tests.attack.attack --area texts

Every input is made from its area and number, so that a failure can be repeated:
``python -m tests.attack.attack --area texts --only 4711``.
"""

import argparse
import contextlib
import hashlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from click.testing import CliRunner

from tests.attack import hostile
from tests.attack.random_texts import random_text
from toolkit.batch.executor import Processes
from toolkit.cli import group
from toolkit.decisions.decision import Decision, Target, Verdict
from toolkit.decisions.ledger import append, read_ledger
from toolkit.edition import Edition
from toolkit.exceptions import ToolkitError
from toolkit.findings import Severity
from toolkit.pipeline import check_text, encode_bytes

OK: Final = "ok"
REFUSED: Final = "refused"
TRACEBACK: Final = "traceback"
HANG: Final = "hang"
INVALID: Final = "invalid"
LOST: Final = "lost"
FAILURES: Final = (TRACEBACK, HANG, INVALID, LOST)
SECONDS: Final = 120.0
"""The time limit of one input."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one input: ``ok``, ``refused`` in one line, or a failure."""

    kind: str
    detail: str = ""


@dataclass(slots=True)
class Row:
    """One line of the table: the outcomes of an area, and its failures in full."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0


def attack_texts(number: int) -> Outcome:
    """Encode a random text: it must be intact and valid."""
    try:
        encoded = encode_bytes(random_text(number).encode(), "a.txt", Edition())
        if not encoded.intact:
            return Outcome(LOST, str(next(f for f in encoded.findings if f.code.startswith("FID"))))
        errors = [f for f in check_text(encoded.text) if f.severity is Severity.ERROR]
    except ToolkitError as error:
        return Outcome(REFUSED, str(error))
    return Outcome(INVALID, str(errors[0])) if errors else Outcome(OK)


_GOOD: Final = b"A Text\n\nAll is well.\n"


def attack_names(number: int) -> Outcome:
    """Build a text with an odd name beside a good one, which must be made all the same."""
    stem = hostile.NAMES[number % len(hostile.NAMES)]
    with _folder() as folder:
        (folder / "texts").mkdir()
        for name in (stem, b"zz-good"):
            (folder / "texts" / os.fsdecode(name + b".txt")).write_bytes(
                b"A Text\n\nAll is well.\n"
            )
        command = [sys.executable, "-m", "toolkit", "build", "texts", "-o", "out", "--to", "html"]
        run = subprocess.run(
            [*command, "--jobs", "1"], cwd=folder, capture_output=True, check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        )  # fmt: skip
        if not (folder / "out" / "zz-good.html").exists():
            return Outcome(LOST, f"{stem!r}: the text beside it was not made")
        if (folder / "out" / ".tei-unfinished").exists():
            return Outcome(LOST, f"{stem!r}: .tei-unfinished was left")
        return _judge(run.returncode, run.stderr.decode(errors="replace"), repr(stem), invalid=1)


_ON_TEI: Final = (
    ("check", "a.xml"),
    ("check", "a.xml", "--xinclude"),
    ("render", "a.xml", "-o", "out", "--to", "html", "--jobs", "1"),
    ("export", "a.xml", "-o", "out", "--to", "json"),
    ("corpus", "check", "a.xml", "--profile", "dtabf"),
    ("render", "a.xml", "-o", "out", "--to", "pdf", "--jobs", "1"),
)


def attack_tei(number: int) -> Outcome:
    """Run a command on a hostile TEI file."""
    command = _ON_TEI[number % len(_ON_TEI)]
    return _run_on({"a.xml": hostile.hostile_tei(number)}, command)


def attack_odd(number: int) -> Outcome:
    """Compile a hostile ODD."""
    product = ("rng", "html", "sch", "json")[number % 4]
    files = {"self.odd": hostile.hostile_odd(number)}
    return _run_on(files, ("odd", "compile", "self.odd", "-o", f"x.{product}"))


def attack_editions(number: int) -> Outcome:
    """Build an edition with hostile settings and files."""
    to = "pdf" if number % 5 == 0 else "html"
    command = ("build", ".", "-o", "out", "--to", to, "--jobs", "1")
    return _run_on(hostile.hostile_edition(number), command)


def attack_arguments(number: int) -> Outcome:
    """Run a command line of random words in an empty folder."""
    return _run_on({}, tuple(hostile.hostile_arguments(number)))


_EDITION: Final = {
    "edition.toml": b'[edition]\neditors = [{ name = "J", id = "jd" }]\n',
    "transcriptions/t.txt": b"A Letter\n\nOn 9 May 1917 Colonel Martin wrote from Paris.\n",
    "x.xml": b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
    "thesis.rng": b"my thesis",
    "my.odd": hostile.hostile_odd(0),
    "out/t.xml": b"by hand",
    "out/x.html": b"by hand",
    "out/report.json": b"by hand",
    "out/x.json": b"by hand",
    "v.csv": b"my own table\n",
}
_OVERWRITING: Final = (
    ("review", ".", "--export", "v.csv"),
    ("review", ".", "--export", "transcriptions/t.txt"),
    ("review", ".", "--export", "edition.toml", "--by", "jd"),
    ("odd", "compile", "my.odd", "-o", "my.odd"),
    ("odd", "compile", "my.odd", "-o", "my.odd", "--force"),
    ("odd", "compile", "my.odd", "-o", "thesis.rng"),
    ("odd", "import", "x.xml", "-o", "x.xml", "--force"),
    ("build", ".", "-o", "out", "--to", "html"),
    ("encode", ".", "-o", "out"),
    ("encode", "transcriptions/t.txt", "-o", "out"),
    ("encode", "x.xml", "-o", ".", "--force"),
    ("render", "x.xml", "-o", "out", "--to", "html"),
    ("export", "x.xml", "-o", "out", "--to", "json"),
    ("corpus", "export", "x.xml", "--profile", "cmif", "-o", "x.xml", "--force"),
    ("corpus", "export", "x.xml", "--profile", "cmif", "-o", "thesis.rng"),
    ("new", "."),
)


def attack_overwriting(number: int) -> Outcome:
    """Try to have hand work or an input overwritten: no file that was there may change."""
    command = _OVERWRITING[number % len(_OVERWRITING)]
    with _folder() as folder:
        _write(folder, _EDITION)
        before = _hashes(folder)
        outcome = _invoke(folder, command)
        changed = [name for name, digest in before.items() if _hashes(folder).get(name) != digest]
    return Outcome(LOST, f"{' '.join(command)} changed {changed}") if changed else outcome


def attack_races(number: int) -> Outcome:
    """Append to one ledger from eight threads: every decision must be there afterwards."""
    with _folder() as folder:
        path, ready = folder / "decisions" / "d.jsonl", threading.Barrier(8)

        def add(writer: int) -> None:
            ready.wait()
            quote = f"w{number}-{writer}"
            append(path, [Decision(Target("sic", quote), Verdict.ACCEPT, "jd", alternative="x")])

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(add, range(8)))
        kept = {decision.target.quote for decision in read_ledger(path)}
    missing = {f"w{number}-{writer}" for writer in range(8)} - kept
    return Outcome(LOST, f"decisions lost: {missing}") if missing else Outcome(OK)


AREAS: Final[dict[str, tuple[Callable[[int], Outcome], int]]] = {
    "texts": (attack_texts, 20_000),
    "names": (attack_names, len(hostile.NAMES)),
    "tei": (attack_tei, 600),
    "odd": (attack_odd, 100),
    "editions": (attack_editions, 200),
    "arguments": (attack_arguments, 300),
    "overwriting": (attack_overwriting, len(_OVERWRITING)),
    "races": (attack_races, 100),
}
"""The areas of the attack, and their numbers of inputs."""


def run_area(name: str, numbers: range, *, jobs: int = 2) -> Row:
    """Attack one area with the inputs of these numbers, several at once."""
    work, _ = AREAS[name]
    row, start = Row(), time.monotonic()
    executor = Processes(jobs, timeout=SECONDS)
    for done in executor.run(partial(_attempt, work), numbers):
        outcome = done.result or _failed(done.failure)
        row.counts[outcome.kind] += 1
        if outcome.kind in FAILURES:
            row.failures.append(f"{name} {done.job}: {outcome.kind}: {outcome.detail[:300]}")
    row.seconds = time.monotonic() - start
    return row


def _attempt(work: Callable[[int], Outcome], number: int) -> Outcome:
    try:
        return work(number)
    except Exception as error:
        return Outcome(TRACEBACK, f"{type(error).__name__}: {error}")


def _failed(failure: str) -> Outcome:
    return Outcome(HANG if "longer than" in failure else TRACEBACK, failure)


def _run_on(files: dict[str, bytes], command: tuple[str, ...]) -> Outcome:
    with _folder() as folder:
        _write(folder, files)
        return _invoke(folder, command)


def _invoke(folder: Path, command: tuple[str, ...]) -> Outcome:
    """Run a command in this process, in a folder."""
    with contextlib.chdir(folder):
        result = CliRunner().invoke(group, list(command))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        return Outcome(TRACEBACK, f"{' '.join(command)}: {result.exception!r}")
    return _judge(result.exit_code, result.stderr, " ".join(command))


def _judge(code: int, stderr: str, subject: str, *, invalid: int | None = None) -> Outcome:
    """Judge the end of a command by its exit code and its messages."""
    if "Traceback" in stderr or "a defect of the toolkit" in stderr or code not in range(4):
        return Outcome(TRACEBACK, f"{subject}: {stderr[-300:]}")
    if code == invalid:
        return Outcome(INVALID, f"{subject}: {stderr[-300:]}")
    return Outcome(REFUSED if code in (2, 3) else OK)


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="tei-attack-") as name:
        yield Path(name)


def table(rows: dict[str, Row]) -> str:
    """Format the outcomes of all areas."""
    columns = ("inputs", OK, REFUSED, *FAILURES, "seconds")
    lines = ["| area | " + " | ".join(columns) + " |", "|---|" + "---:|" * len(columns)]
    for name, row in rows.items():
        kinds = (row.counts[kind] for kind in (OK, REFUSED, *FAILURES))
        cells = (row.counts.total(), *kinds, round(row.seconds))
        lines.append(f"| {name} | " + " | ".join(f"{cell:,}" for cell in cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Run the attack that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, help="inputs of each area, at most")
    parser.add_argument("--area", choices=AREAS, action="append", help="only this area")
    parser.add_argument("--only", type=int, help="only the input of this number")
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    rows = {}
    for name in asked.area or AREAS:
        most = AREAS[name][1]
        numbers = range(most if asked.count is None else min(asked.count, most))
        if asked.only is not None:
            numbers = range(asked.only, asked.only + 1)
        rows[name] = run_area(name, numbers, jobs=asked.jobs)
        for failure in rows[name].failures:
            sys.stderr.write(f"{failure}\n")
    sys.stdout.write(f"{table(rows)}\n")
    sys.exit(int(any(row.failures for row in rows.values())))


if __name__ == "__main__":
    main()
