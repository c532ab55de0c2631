"""Work: what is done again when something changes, and what is not."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit.batch.freshness import status_of
from toolkit.batch.inputs import transcriptions
from toolkit.batch.task import Task, causes, is_up_to_date
from toolkit.cli import group
from toolkit.publishing.file_version import Stamps
from toolkit.publishing.manifest import Manifest

PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>
<person xml:id="ann"><persName>Ann Lee</persName><note>A painter.</note></person>
<person xml:id="bob"><persName>Bob Hall</persName><note>A singer.</note></person>
</listPerson></standOff></TEI>"""


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "edition.toml": "[files]\nauthority = ['persons.xml']\n",
        "persons.xml": PERSONS,
        "transcriptions/ann.txt": "Yesterday Ann Lee came to us.\n",
        "transcriptions/bob.txt": "Yesterday Bob Hall came to us.\n",
    }.items():
        path = tmp_path / "edition" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "edition"


def _made_again(*options: str) -> list[str]:
    """The files that a run wrote anew: their time of change is set back before it."""
    out = Path("out")
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("*.xml")}
    result = CliRunner().invoke(group, ["encode", "edition", "-o", "out", *options])
    assert 0 == result.exit_code, result.output
    after = {path.name: path.stat().st_mtime_ns for path in out.glob("*.xml")}
    return sorted(name for name, changed in after.items() if before.get(name) != changed)


def _replace(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_nothing_is_made_again_when_nothing_changed(edition: Path) -> None:
    assert ["ann.xml", "bob.xml"] == _made_again()
    assert [] == _made_again()


@pytest.mark.parametrize(
    ("file", "before", "after", "expected"),
    [
        ("transcriptions/ann.txt", "came", "went", ["ann.xml"]),
        ("persons.xml", "A painter.", "A poet.", ["ann.xml"]),
        ("persons.xml", "A singer.", "An actor.", ["bob.xml"]),
        ("edition.toml", "[files]", "[edition]\npublisher = 'P'\n[files]", ["ann.xml", "bob.xml"]),
    ],
)
def test_what_depends_on_a_change_is_made_again(
    edition: Path, file: str, before: str, after: str, expected: list[str]
) -> None:
    _made_again()
    _replace(edition / file, before, after)
    assert expected == _made_again()


def test_a_result_that_is_gone_is_made_again(edition: Path) -> None:
    _made_again()
    Path("out/ann.xml").unlink()
    assert ["ann.xml"] == _made_again()


def test_other_processes_make_the_same_bytes(edition: Path) -> None:
    _made_again()
    one = Path("out/ann.xml").read_bytes()
    CliRunner().invoke(group, ["encode", "edition", "-o", "other", "--jobs", "2"])
    assert one == Path("other/ann.xml").read_bytes()


def test_a_new_style_is_a_change(edition: Path) -> None:
    _replace(edition / "edition.toml", "[files]", "[outputs]\nstyle = 'own.css'\n[files]")
    (edition / "own.css").write_text("p { color: red }", encoding="utf-8")
    _made_again()
    _replace(edition / "own.css", "red", "green")
    item = transcriptions([edition])[0]
    record = Manifest(Path("out")).get("ann")
    assert not is_up_to_date(Task(item), record, Stamps(Path("out")))


def test_a_new_font_is_a_change(edition: Path) -> None:
    _replace(edition / "edition.toml", "[files]", "[outputs]\nfonts = 'fonts'\n[files]")
    (edition / "fonts").mkdir()
    assert ["ann.xml", "bob.xml"] == _made_again()
    assert [] == _made_again()
    (edition / "fonts" / "own.otf").write_bytes(b"1")
    assert ["looks"] == _changed(edition)


def _changed(edition: Path) -> list[str]:
    (item, _) = transcriptions([edition])
    status = status_of(Task(item), Manifest(Path("out")).get("ann"), Stamps(Path("out")))
    return [reason.cause for reason in status.reasons]


def test_what_tasks_have_in_common_is_looked_at_once_for_an_edition(edition: Path) -> None:
    one, two = (Task(item) for item in transcriptions([edition]))
    before = causes(one)
    _replace(edition / "edition.toml", "[files]", "[edition]\npublisher = 'P'\n[files]")
    assert before["settings"] == causes(two)["settings"]
    assert before["settings"] != causes(Task(transcriptions([edition])[0]))["settings"]
