"""Plug-ins: outputs and annotators of packages and of an edition's own folder."""

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.annotation import annotators
from toolkit.batch.input import Input
from toolkit.batch.task import Task, bundle_task, perform_task
from toolkit.cli import group
from toolkit.edition.settings import read_edition
from toolkit.exceptions import SettingsError, ToolkitError
from toolkit.plugins import forget_installed
from toolkit.rendering import output_names, outputs
from toolkit.rendering.protocol import Output

PAGE = Path(__file__).parents[3] / "docs" / "plug-ins.md"
OUTPUT, ANNOTATOR = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
"""The examples of the documentation."""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = tmp_path / "edition"
    (folder / "transcriptions").mkdir(parents=True)
    (folder / "transcriptions" / "a.txt").write_text("The cruiser Aurora came.\n", "utf-8")
    (folder / "edition.toml").write_text('[edition]\nlanguage = "en"\n', encoding="utf-8")
    return folder


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installed package with an output and an annotator, as an index of packages sees it."""
    site = tmp_path / "site"
    info = site / "ship_edition-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: ship-edition\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[tei_toolkit.outputs]\nplain = ship_plugins:plain\n"
        "[tei_toolkit.annotators]\nships = ship_plugins:ships\n"
    )
    (site / "ship_plugins.py").write_text(OUTPUT + ANNOTATOR, encoding="utf-8")
    monkeypatch.syspath_prepend(str(site))
    _forget()
    yield info
    sys.modules.pop("ship_plugins", None)
    _forget()


def _forget() -> None:
    forget_installed()
    outputs.find_outputs.cache_clear()
    annotators.find_annotators.cache_clear()


def _tei(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


def _settings(edition: Path, text: str) -> None:
    (edition / "edition.toml").write_text(f'[edition]\nlanguage = "en"\n{text}', encoding="utf-8")


def _write(edition: Path, name: str, code: str) -> None:
    (edition / name).parent.mkdir(exist_ok=True)
    (edition / name).write_text(code, encoding="utf-8")


def test_an_output_of_a_package_is_one_of_the_choices(package: Path, edition: Path) -> None:
    made = _tei("build", edition, "-o", edition / "build", "--to", "plain")
    assert 0 == made.exit_code, made.output
    assert "The cruiser Aurora came." in (edition / "build" / "a.txt").read_text("utf-8")
    assert "conll, plain, or one" in " ".join(_tei("build", "--help").output.split())
    assert "plain" in _tei("outputs").output


def test_an_output_of_the_edition_is_one_of_its_formats(edition: Path) -> None:
    _write(edition, "outputs/plain.py", OUTPUT)
    _settings(edition, '[outputs]\nown = ["outputs/plain.py:plain"]\nformats = ["plain"]\n')
    made = _tei("build", edition, "-o", edition / "build")
    assert 0 == made.exit_code, made.output
    assert "The cruiser Aurora came." in (edition / "build" / "a.txt").read_text("utf-8")
    assert not (edition / "build" / "a.html").exists()
    assert "edition: outputs/plain.py:plain" in _tei("outputs", edition).output


def test_a_task_takes_the_code_of_the_edition_with_it(edition: Path) -> None:
    _write(edition, "outputs/plain.py", OUTPUT)
    _settings(edition, '[outputs]\nown = ["outputs/plain.py:plain"]\n')
    item = Input(edition / "transcriptions" / "a.txt", "a.txt", read_edition(edition))
    task = bundle_task(Task(item, formats=("plain",)))
    shutil.rmtree(edition)
    made = perform_task(task)
    assert ("", b"The cruiser Aurora came.") == (made.report.failed, made.files["plain"][-24:])


def test_an_edition_that_does_not_name_its_code_does_not_run_it(edition: Path) -> None:
    _write(edition, "outputs/plain.py", "raise SystemExit('run')")
    assert 0 == _tei("build", edition, "-o", edition / "build", "--to", "html").exit_code


def test_an_annotator_of_a_package_runs_and_reports(package: Path, edition: Path) -> None:
    made = _tei("encode", edition, "-o", edition / "build")
    assert "SHP001" in made.output
    assert '<name type="ship">Aurora</name>' in (edition / "build" / "a.xml").read_text("utf-8")
    rows = json.loads(_tei("annotators", "--json").stdout)["annotators"]
    assert {"name": "ships", "state": "on", "origin": "ship-edition"} == rows[-1]


def test_an_annotator_of_the_edition_runs(edition: Path) -> None:
    _write(edition, "annotators/ships.py", ANNOTATOR)
    _settings(edition, '[annotators]\nown = ["annotators/ships.py:ships"]\n')
    assert "SHP001" in _tei("encode", edition, "-o", edition / "build").output
    assert '<name type="ship">Aurora</name>' in (edition / "build" / "a.xml").read_text("utf-8")
    assert "edition: annotators/ships.py:ships" in _tei("annotators", edition).output


def test_an_annotator_can_be_switched_off(edition: Path) -> None:
    (edition / "transcriptions" / "a.txt").write_text("John Reed came.\n", "utf-8")
    assert 0 == _tei("encode", edition, "-o", edition / "on").exit_code
    _settings(edition, "[annotators]\nnames = false\n")
    assert 0 == _tei("encode", edition, "-o", edition / "off").exit_code
    assert "<persName>" in (edition / "on" / "a.xml").read_text("utf-8")
    assert "<persName>" not in (edition / "off" / "a.xml").read_text("utf-8")
    rows = json.loads(_tei("annotators", edition, "--json").stdout)["annotators"]
    assert {"name": "names", "state": "off", "origin": "built-in"} in rows


def test_the_toolkits_own_annotators_are_listed_in_the_order_of_their_run() -> None:
    names = [line.split()[0] for line in _tei("annotators").output.splitlines()]
    assert ["notes", "conventions", "structure", "dates", "names", "errors"] == names


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('[outputs]\nformats = ["docx"]', 'unknown output "docx"; known: html, pdf'),
        ('[outputs]\nown = ["plain.py"]', 'should be of the form "file.py:object"'),
        ('[outputs]\nown = ["../plain.py:plain"]', "leads out of the edition's folder"),
        ('[outputs]\nown = ["none.py:plain"]', 'there is no file "none.py"'),
        ('[outputs]\nown = ["bad.py:plain"]', "cannot be loaded: ZeroDivisionError"),
        ('[outputs]\nown = ["plain.py:render"]', "is not of the type Output"),
        ('[outputs]\nown = ["plain.py:same"]\nformats = ["html", "same"]', "write the same file"),
    ],
)
def test_a_faulty_output_is_refused_in_one_line(edition: Path, settings: str, message: str) -> None:
    _write(edition, "bad.py", "1 / 0")
    same = '\nsame = Output("same", ".html", "text/html", "Another page.", render)\n'
    _write(edition, "plain.py", OUTPUT + same)
    _settings(edition, settings)
    with pytest.raises(SettingsError) as refused:
        outputs.choose_outputs(read_edition(edition))
    assert message in str(refused.value)
    assert str(refused.value).startswith(f"{edition / 'edition.toml'}: [outputs]")
    assert 1 == len(str(refused.value).splitlines())


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("nmaes = false", "unknown annotator nmaes; known: notes, conventions, structure, dates"),
        ('own = ["ships.py:annotate"]', "is not of the type Annotator"),
        ('own = ["ships.py:ships", "ships.py:ships"]', "two annotators are called ships"),
    ],
)
def test_a_faulty_annotator_is_refused_in_one_line(
    edition: Path, settings: str, message: str
) -> None:
    _write(edition, "ships.py", ANNOTATOR)
    _settings(edition, f"[annotators]\n{settings}\n")
    with pytest.raises(ToolkitError) as refused:
        annotators.annotators_of(read_edition(edition))
    assert message in str(refused.value)
    assert 1 == len(str(refused.value).splitlines())


def test_what_a_package_offers_has_to_be_an_output(package: Path) -> None:
    (package / "entry_points.txt").write_text(
        "[tei_toolkit.outputs]\nplain = ship_plugins:render\n"
    )
    with pytest.raises(ToolkitError, match="plain = ship_plugins:render is not of the type Output"):
        outputs.find_outputs()


@pytest.mark.parametrize(
    ("name", "suffix"), [("Plain", ".txt"), ("two words", ".txt"), ("xml", ".tei"), ("a", "txt")]
)
def test_an_output_has_a_plain_name_and_a_suffix(name: str, suffix: str) -> None:
    with pytest.raises(ValueError, match="an output"):
        Output(name, suffix, "text/plain", "The words.", outputs.built_in_outputs()[0].render)


def test_the_names_of_the_built_in_outputs_are_listed_in_their_order() -> None:
    assert output_names.BUILT_IN == tuple(output.name for output in outputs.built_in_outputs())
