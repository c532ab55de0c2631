"""How long the ODD processor takes as a whole process, in processor seconds (load disturbs least).

For comparison: the TEI Stylesheets under Saxon-HE took 22 s for tei_all on a quiet machine.
"""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

EDITION = Path(__file__).resolve().parents[2] / "tei" / "edition.odd"
RUN = "from toolkit.cli import main; main()"


def seconds(*arguments: object) -> float:
    """The processor time of one ``tei`` command, the better of two runs."""
    return min(_once(*arguments) for _ in range(2))


def _once(*arguments: object) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", RUN, *map(str, arguments)]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.slow
@pytest.mark.parametrize(("name", "limit"), [("tei_all", 1.5), ("tei_lite", 0.7)])
def test_a_customisation_compiles_fast(shared, tmp_path, name, limit):
    odd = shared / "tei" / "odd" / f"{name}.odd"
    assert limit > seconds("odd", "compile", odd, "-o", tmp_path / "x.rng")


@pytest.mark.slow
@pytest.mark.parametrize("product", ["rng", "sch", "json", "html"])
def test_our_own_customisation_compiles_fast(tmp_path, product):
    assert 3.0 > seconds("odd", "compile", EDITION, "-o", tmp_path / f"x.{product}")
