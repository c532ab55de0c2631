"""How long ``tei encode`` takes for a megabyte, and how much memory it needs for five.

``pytest -s -m slow tests/benchmarks/test_encode.py`` prints the processor time of the whole command
(user and system, with all that has to be loaded) and the most memory that its process had. The
texts are those of the gold data, the English ones and the German ones, one after the other; what
should be reached is printed beside, but only that time grows with length is tested: how long a
text takes depends on the machine, and on what else it does.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc"),
]

MEGABYTE = 1_000_000

SCRIPT = """
import os, sys
from toolkit.cli import main
try:
    main(["encode", sys.argv[1], "-o", sys.argv[2], "--language", sys.argv[3], "--force",
          "--fail-on", "never"])
finally:
    times = os.times()
    peak = next(line.split()[1] for line in open("/proc/self/status") if "VmHWM" in line)
    print(times.user + times.system, int(peak) / 1024)
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds of processor time, and megabytes of memory at the most."""

    seconds: float
    memory: float


def _text(shared: Path, language: str, size: int) -> str:
    """So many characters of the gold texts in a language, from the beginning again if need be."""
    files = sorted((shared / "gold").glob(f"*-{language}.jsonl"))
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    text = "\n\n".join(json.loads(line)["text"].strip() for line in lines)
    return (f"{text}\n\n" * (size // len(text) + 1))[:size]


def _encoded(text: str, language: str, folder: Path) -> Measured:
    source = folder / f"{language}.txt"
    source.write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", SCRIPT, str(source), str(folder / "made"), language]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, memory = done.stdout.splitlines()[-1].split()
    return Measured(float(seconds), float(memory))


@pytest.mark.parametrize(("language", "goal"), [("en", "2 s"), ("de", "no goal")])
def test_a_megabyte_and_five(shared: Path, tmp_path: Path, language: str, goal: str) -> None:
    _encoded("He came.", language, tmp_path)  # so that all modules are compiled
    small = _encoded("He came.", language, tmp_path)
    one = _encoded(_text(shared, language, MEGABYTE), language, tmp_path)
    five = _encoded(_text(shared, language, 5 * MEGABYTE), language, tmp_path)

    print(f"\n{language}: a sentence {small.seconds:.2f} s, {small.memory:.0f} MB")
    print(f"{language}: 1 MB {one.seconds:.2f} s ({goal}), {one.memory:.0f} MB")
    print(f"{language}: 5 MB {five.seconds:.2f} s, {five.memory:.0f} MB (300 MB)")
    assert five.seconds < 5 * 1.5 * one.seconds
