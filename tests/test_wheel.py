"""The wheel: installed anywhere, without the checkout, it makes an edition of a text."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

TEXT = "On Birds\n\nDear Ann,\n\nOn 3 May 1850 a brid sang in Paris.\n\nYours,\n\nBob\n"


def _done(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def _run(*command: str | Path, cwd: Path) -> str:
    done = _done(*command, cwd=cwd)
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel, built from the checkout, and what it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    venv.create(folder / "env", with_pip=True)
    scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    built = _done(sys.executable, "-m", "build", "--wheel", "-o", folder, root, cwd=folder)
    if built.returncode and not _is_online(scripts, folder):
        pytest.skip("no package registry can be reached to build and install the wheel")
    (wheel,) = folder.glob("*.whl")
    assert wheel.stat().st_size < 15_000_000
    _run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return scripts


def _is_online(scripts: Path, folder: Path) -> bool:
    """Whether pip can get the package that wheels are built with."""
    pip = (scripts / "python", "-m", "pip", "download", "--no-deps", "--quiet", "hatchling")
    return _done(*pip, cwd=folder).returncode == 0


def test_the_wheel_makes_an_edition(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "birds.txt").write_text(TEXT, encoding="utf-8")
    _run(installed / "tei", "build", "birds.txt", "-o", "out", cwd=tmp_path)
    made = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"birds.xml", "birds.html", "birds.pdf", "report.json"} <= made
    _run(installed / "tei", "check", "out/birds.xml", cwd=tmp_path)


def test_the_module_is_the_command(installed: Path, tmp_path: Path) -> None:
    assert _run(installed / "tei", "--help", cwd=tmp_path) == _run(
        installed / "python", "-m", "toolkit", "--help", cwd=tmp_path
    )
