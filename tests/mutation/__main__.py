"""Report the mutants that no test kills: ``python -m tests.mutation [--number 100] [--seed 1]``.

The tests run once with coverage to learn which of them execute a line; a mutant is then tried
with all tests that execute its line. It works on a copy of the checkout, and takes an hour or so.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from coverage import CoverageData

from tests.mutation.mutants import PACKAGES, Mutant, random_mutants

ROOT = Path(__file__).resolve().parents[2]
TESTS = (
    "tests/unit/annotation",
    "tests/unit/decisions",
    "tests/unit/encoding",
    "tests/unit/languages",
    "tests/unit/reading",
    "tests/unit/text",
    "tests/test_seed.py",
    "tests/test_transcriptions.py",
)
SECONDS = 300
FAILED = (1, 2)
"""Exit codes of pytest: a test failed, or a module could not be imported."""


def main() -> int:
    """Try the mutants and print those that survive and their share; 1 if it is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=0.15, help="the highest share of survivors")
    options = parser.parse_args()
    survivors = []
    mutants = list(random_mutants(ROOT, options.number, options.seed))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "checkout"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".*_cache", "build"))
        data = measure(copy)
        for number, mutant in enumerate(mutants, 1):
            killed = is_killed(mutant, copy, data)
            print(f"{number:4} {'killed  ' if killed else 'SURVIVED'} {mutant}", flush=True)
            survivors += [] if killed else [mutant]
    share = len(survivors) / len(mutants)
    print(f"{len(survivors)} of {len(mutants)} mutants survived ({share:.0%})")
    for mutant in survivors:
        print(f"  {mutant}")
    return int(share > options.limit)


def measure(copy: Path) -> CoverageData:
    """Run the tests once and return which test executes which line."""
    sources = [f"--cov=toolkit/{package}" for package in PACKAGES]
    options = ["-n", "auto", "--cov-context=test", "--cov-report="]
    run_tests(copy, [*TESTS, *sources, *options], seconds=3600)
    data = CoverageData(str(copy / ".coverage"))
    data.read()
    return data


def is_killed(mutant: Mutant, copy: Path, data: CoverageData) -> bool:
    """Whether a test that executes the changed line fails."""
    path = copy / mutant.path
    contexts = data.contexts_by_lineno(str(path)).get(mutant.line, ())
    tests = sorted({context.partition("|")[0] for context in contexts} - {""})
    if not tests:
        return False
    selection = copy / "selected-tests.txt"
    selection.write_text("\n".join(tests), encoding="utf-8")
    original = path.read_text(encoding="utf-8")
    path.write_text(mutant.source, encoding="utf-8")
    try:
        return run_tests(copy, ["-x", "-n", "auto", f"@{selection}"], seconds=SECONDS) in FAILED
    finally:
        path.write_text(original, encoding="utf-8")


def run_tests(copy: Path, arguments: Sequence[str], *, seconds: int) -> int:
    """Run pytest in the copy and return its exit code; a run that takes too long has failed."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, check=False, timeout=seconds
        ).returncode
    except subprocess.TimeoutExpired:
        return 1


if __name__ == "__main__":
    sys.exit(main())
