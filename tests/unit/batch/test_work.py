"""Work: what is done again when something changes, and what is not."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit.batch import fingerprint
from toolkit.batch.fingerprint import Fingerprints, tool_hash
from toolkit.batch.freshness import is_up_to_date, status_of
from toolkit.batch.inputs import transcriptions
from toolkit.batch.task import Task
from toolkit.cli import group
from toolkit.publishing.file_version import OutputVersions
from toolkit.publishing.manifest import Manifest
from toolkit.validation import schema_registry

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
        "transcriptions/ann.txt": "It was Ann Lee who came to us.\n",
        "transcriptions/bob.txt": "It was Bob Hall who came to us.\n",
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
    assert not is_up_to_date(Task(item), record, OutputVersions(Path("out")), Fingerprints())


def test_a_new_font_is_a_change(edition: Path) -> None:
    _replace(edition / "edition.toml", "[files]", "[outputs]\nfonts = 'fonts'\n[files]")
    (edition / "fonts").mkdir()
    assert ["ann.xml", "bob.xml"] == _made_again()
    assert [] == _made_again()
    (edition / "fonts" / "own.otf").write_bytes(b"1")
    assert ["looks"] == _changed(edition)


def _changed(edition: Path) -> list[str]:
    (item, _) = transcriptions([edition])
    record, stamps = Manifest(Path("out")).get("ann"), OutputVersions(Path("out"))
    status = status_of(Task(item), record, stamps, Fingerprints())
    return [reason.cause for reason in status.reasons]


def test_what_tasks_have_in_common_is_hashed_once_for_an_edition(edition: Path) -> None:
    one, two = (Task(item) for item in transcriptions([edition]))
    known = Fingerprints()
    before = known.causes(one)["settings"]
    _replace(edition / "edition.toml", "[files]", "[edition]\npublisher = 'P'\n[files]")
    assert before == known.causes(two)["settings"]
    anew = Task(transcriptions([edition])[0])
    assert before != known.causes(anew)["settings"]
    assert before != Fingerprints().causes(anew)["settings"]


DATA = (
    "annotation/names/models/en.npz",
    "annotation/errors/data/pairs-en.txt.gz",
    "annotation/errors/data/odds.json",
    "languages/en/names.toml",
    "data/schema/edition.rng",
    "rendering/edition.css",
)


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in place of the toolkit's own."""
    for name in DATA:
        path = tmp_path / "tool" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(fingerprint, "tool_folders", lambda: (tmp_path / "tool",))
    return tmp_path / "tool"


@pytest.mark.parametrize("name", DATA)
def test_other_content_of_a_file_of_the_toolkit_is_a_change(
    edition: Path, tool: Path, name: str
) -> None:
    _made_again()
    before = (tool / name).stat()
    (tool / name).write_text("new", encoding="utf-8")
    os.utime(tool / name, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert ["tool"] == _changed(edition)
    _made_again()
    assert [] == _changed(edition)


def test_a_file_of_the_toolkit_that_moved_is_a_change(tool: Path) -> None:
    before = tool_hash()
    (tool / DATA[0]).rename(tool / "annotation" / "en.npz")
    assert before != tool_hash()


@pytest.mark.parametrize("name", DATA)
def test_touching_a_file_is_no_change(edition: Path, tool: Path, name: str) -> None:
    _made_again()
    os.utime(tool / name, (1, 1))
    os.utime(edition / "persons.xml", (1, 1))
    os.utime(edition / "transcriptions" / "ann.txt", (1, 1))
    assert [] == _changed(edition)


def test_the_folders_of_the_toolkit_have_its_data() -> None:
    names = {path.name for folder in fingerprint.tool_folders() for path in folder.rglob("*")}
    assert {"tei-p5.jsonl", "edition.rng", "view.xsl", "names.toml", "en.npz"} <= names


def test_a_new_schema_of_the_user_is_a_change(
    tool: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEI_SCHEMAS", str(tmp_path / "schemas"))
    before = tool_hash()
    rng = tmp_path / "own.rng"
    rng.write_text(
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>'
    )
    schema_registry.add_schema(rng)
    assert before != tool_hash()


def test_a_new_picture_is_a_change(edition: Path) -> None:
    _replace(edition / "transcriptions/ann.txt", "to us.", "to us. [picture: seal.png]")
    (edition / "seal.png").write_bytes(b"1")
    _made_again()
    (edition / "seal.png").write_bytes(b"2")
    assert ["pictures"] == _changed(edition)


def test_an_annotator_of_the_edition_is_a_change(edition: Path) -> None:
    (edition / "annotators").mkdir()
    _made_again()
    (edition / "annotators" / "ships.py").write_text("ships = 1\n", encoding="utf-8")
    assert ["annotators"] == _changed(edition)
