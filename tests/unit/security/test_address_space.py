"""A limit on address space is named, where Saxon would end the process without a word."""

import subprocess
import sys
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="the system has no resource limits")


def test_a_small_address_space_is_named(tmp_path: Path) -> None:
    document = tmp_path / "a.xml"
    document.write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', encoding="utf-8")
    limit = 4 * 2**30
    made = subprocess.run(
        [sys.executable, "-m", "toolkit", "render", str(document), "-o", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    assert 3 == made.returncode, made.stderr
    assert "ulimit -v unlimited" in made.stderr
    assert "Traceback" not in made.stderr
