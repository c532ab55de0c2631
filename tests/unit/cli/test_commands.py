"""The commands: what they write, what they say, and how they end."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from toolkit.cli import group

LETTER = "On Birds\n\nDear Ann,\n\nOn 3 May 1850 a bird[1] sang.\n\nYours,\n\nBob\n\n[1] Red.\n"


@pytest.fixture
def letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("letter.txt").write_text(LETTER, encoding="utf-8")
    return Path("letter.txt")


def _tei(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(group, [str(a) for a in arguments], input=stdin)


def test_build_makes_everything(letter: Path) -> None:
    result = _tei("build", letter, "-o", "out")
    assert (0, "") == (result.exit_code, result.stderr)
    made = {path.name for path in Path("out").iterdir() if not path.name.startswith(".")}
    assert {"letter.xml", "letter.html", "letter.pdf", "report.json"} == made


def test_the_report_says_what_was_made_and_found(letter: Path) -> None:
    _tei("build", letter, "-o", "out", "--to", "html")
    report = json.loads(Path("out/report.json").read_text("utf-8"))
    (file,) = report["files"]
    assert 1 == report["format"]
    assert "letter.txt" == file["file"]
    assert {"xml": "letter.xml", "html": "letter.html"} == file["outputs"]
    assert {"intact": True, "characters": len(LETTER)} == file["fidelity"]
    assert 1 == file["elements"]["note"]


def test_the_same_input_gives_the_same_bytes(letter: Path) -> None:
    for folder in ("one", "two"):
        _tei("build", letter, "-o", folder)
    for name in ("letter.xml", "letter.html", "letter.pdf", "report.json"):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes(), name


def test_encode_writes_the_tei_alone(letter: Path) -> None:
    result = _tei("encode", letter, "-o", "out")
    assert (0, "out/letter.xml\n") == (result.exit_code, result.stdout.replace("\\", "/"))
    assert not Path("out/report.json").exists()


def test_encode_reads_standard_input(letter: Path) -> None:
    result = _tei("encode", "-", stdin=LETTER)
    assert 0 == result.exit_code
    assert result.stdout.startswith("<?xml")


def test_a_given_language_is_taken(letter: Path) -> None:
    _tei("encode", letter, "-o", "out", "--language", "la")
    assert 'xml:lang="la"' in Path("out/letter.xml").read_text("utf-8")


def test_render_makes_what_is_asked_for(letter: Path) -> None:
    _tei("encode", letter, "-o", "out")
    result = _tei("render", "out/letter.xml", "--to", "html", "--view", "diplomatic", "-o", "out")
    assert 0 == result.exit_code
    assert Path("out/letter.html").exists()
    assert not Path("out/letter.pdf").exists()


def test_a_folder_stands_for_its_texts(letter: Path) -> None:
    Path("more").mkdir()
    Path("more/second.txt").write_text("Two.\n", encoding="utf-8")
    Path("more/.hidden.txt").write_text("No.\n", encoding="utf-8")
    _tei("encode", ".", "-o", "out")
    made = sorted(p.relative_to("out").as_posix() for p in Path("out").rglob("*.xml"))
    assert ["letter.xml", "more/second.xml"] == made


def test_one_bad_file_does_not_stop_the_others(letter: Path) -> None:
    Path("bad.txt").write_bytes(b"\0\1\2")
    result = _tei("encode", "bad.txt", letter, "-o", "out")
    assert 3 == result.exit_code
    assert "bad.txt: this is a binary file" in result.stderr
    assert Path("out/letter.xml").exists()


def test_results_edited_by_hand_are_not_overwritten(letter: Path) -> None:
    _tei("encode", letter, "-o", "out")
    Path("out/letter.xml").write_text("<TEI/>", encoding="utf-8")
    result = _tei("encode", letter, "-o", "out")
    assert 3 == result.exit_code
    assert "--force" in result.stderr
    assert 0 == _tei("encode", letter, "-o", "out", "--force").exit_code


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["build", "nowhere.txt"], 3, "nowhere.txt: no such file"),
        (["build", "empty"], 3, "no transcriptions here"),
        (["render", "empty"], 3, "no TEI files here"),
        (["build", "letter.txt", "-o", "letter.txt"], 2, "is a file"),
        (["build", "letter.txt", "--to", "docx"], 2, 'unknown output "docx"'),
        (["encode", "letter.txt", "sub/letter.txt"], 3, "results of the same name"),
        (["encode"], 2, "Missing argument"),
        (["nonsense"], 2, "No such command"),
    ],
)
def test_wrong_usage_is_said_in_one_line(
    letter: Path, arguments: list[str], code: int, said: str
) -> None:
    Path("empty").mkdir()
    Path("sub").mkdir()
    Path("sub/letter.txt").write_text("x", encoding="utf-8")
    result = _tei(*arguments)
    assert code == result.exit_code
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_bad_settings_are_named_with_the_remedy(letter: Path) -> None:
    Path("edition.toml").write_text("[edition]\ntitel = 'x'\n", encoding="utf-8")
    result = _tei("build", letter)
    assert 3 == result.exit_code
    assert "did you mean title?" in result.stderr
    assert not Path("build").exists()


def test_findings_end_with_1_when_they_are_bad_enough(letter: Path) -> None:
    letter.write_text(LETTER.replace("bird[1]", "bird"), encoding="utf-8")
    assert 0 == _tei("encode", letter, "-o", "out").exit_code
    result = _tei("encode", letter, "-o", "out", "--fail-on", "warning")
    assert 1 == result.exit_code
    assert "NOT001" in result.stderr


def test_json_is_alone_on_standard_output(letter: Path) -> None:
    letter.write_text(LETTER.replace("bird[1]", "bird"), encoding="utf-8")
    data = json.loads(_tei("encode", letter, "-o", "out", "--json").stdout)
    assert 1 == data["format"]
    assert ["NOT001"] == [finding["code"] for finding in data["findings"]]


def test_new_makes_an_edition_that_builds(letter: Path) -> None:
    assert 0 == _tei("new", "mine", "--title", "Mine").exit_code
    letter.rename("mine/transcriptions/letter.txt")
    assert 0 == _tei("build", "mine", "-o", "out", "--to", "html").exit_code
    assert 3 == _tei("new", "mine").exit_code


def test_hostile_settings_and_texts_are_only_text(letter: Path) -> None:
    letter.write_text('<!ENTITY x "y">&x; #read("/etc/passwd") {$x} <script>1</script>\n', "utf-8")
    assert 0 == _tei("build", letter, "-o", "out").exit_code
    assert "<script>1" not in Path("out/letter.html").read_text("utf-8")


def test_a_folder_becomes_a_corpus_with_unique_ids(letter: Path) -> None:
    Path("second.txt").write_text(LETTER, encoding="utf-8")
    assert 0 == _tei("encode", ".", "-o", "out", "--corpus").exit_code
    root = etree.parse("out/corpus.xml").getroot()
    xml_id = "{http://www.w3.org/XML/1998/namespace}id"
    ids = [e.get(xml_id) for e in root.iter() if e.get(xml_id)]
    assert ["letter", "second"] == [e.get(xml_id) for e in root.findall("{*}TEI")]
    assert len(ids) == len(set(ids))
    assert 0 == _tei("check", "out/corpus.xml").exit_code
