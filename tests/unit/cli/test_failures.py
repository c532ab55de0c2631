"""Every failure is one line with the file and an exit code, and stops no other file."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.batch import build
from toolkit.cli import group
from toolkit.exceptions import SourceError, describe_error, printable

GOOD = b"A Letter\n\nLondon, 3 May 1850\n\nDear Sir,\n\nAll is well.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


def process(*arguments: object, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run ``tei`` as a process of its own, with a real standard output."""
    command = [sys.executable, "-m", "toolkit", *map(os.fspath, arguments)]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, errors="surrogateescape"
    )


def failures(stderr: str) -> list[str]:
    """The lines of failures; findings have lines of their own."""
    return [line for line in stderr.splitlines() if line.startswith("tei: ")]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("a.txt", "z.txt"):
        (folder / name).write_bytes(GOOD)
    return folder


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_name_in_another_encoding_stops_no_other_text(texts: Path, jobs: str) -> None:
    (texts / os.fsdecode(b"caf\xe9.txt")).write_bytes(GOOD)
    made = process("build", "texts", "-o", "o", "--to", "html", "--jobs", jobs, cwd=texts.parent)
    assert 3 == made.returncode
    assert [r"tei: caf\xe9.txt: the file name is not UTF-8; rename the file"] == failures(
        made.stderr
    )
    assert {"a.html", "z.html", "report.json"} <= {p.name for p in (texts.parent / "o").iterdir()}


def test_a_name_with_a_control_character_is_refused(texts: Path) -> None:
    (texts / "a\x01b.txt").write_bytes(GOOD)
    result = run("encode", texts, "-o", texts.parent / "o", "--jobs", "1")
    expected = r"tei: a\x01b.txt: the file name has a control character; rename the file"
    assert (3, [expected]) == (result.exit_code, failures(result.stderr))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_check_says_a_name_in_another_encoding_and_goes_on(tmp_path: Path, jobs: str) -> None:
    for name in (b"a.xml", b"caf\xe9.xml", b"z.xml"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"<TEI/>")
    made = process("check", ".", "--json", "--jobs", jobs, cwd=tmp_path)
    assert made.returncode in (1, 3)
    assert "Traceback" not in made.stderr
    assert 3 == len(json.loads(made.stdout)["files"])


def _break(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Have the encoding of one text fail."""
    encode = build.encode_bytes

    def encode_or_fail(data: bytes, file: str, *rest: object, **options: object) -> object:
        if file.endswith("bad.txt"):
            raise error
        return encode(data, file, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(build, "encode_bytes", encode_or_fail)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RecursionError("deep"), "nested too deeply"),
        (MemoryError(), "not enough memory"),
        (OverflowError("int too large"), "unexpected OverflowError"),
        (ValueError("two\nlines"), r"two\nlines"),
        (UnicodeEncodeError("utf-8", "\udce9", 0, 1, "surrogates"), "cannot be converted"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (SourceError("bad.txt: is empty"), "is empty"),
    ],
)
def test_whatever_goes_wrong_with_a_text_stops_no_other(
    texts: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, words: str
) -> None:
    (texts / "bad.txt").write_bytes(GOOD)
    _break(monkeypatch, error)
    result = run("encode", texts, "-o", texts.parent / "o", "--jobs", "1")
    assert 3 == result.exit_code
    (line,) = failures(result.stderr)
    assert line.startswith("tei: bad.txt: ")
    assert words in line
    assert {"a.xml", "z.xml"} <= {path.name for path in (texts.parent / "o").iterdir()}


def test_what_nobody_foresaw_is_one_line(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("unforeseen")

    monkeypatch.setattr("toolkit.batch.inputs.transcriptions", fail)
    result = run("encode", texts)
    assert 3 == result.exit_code
    expected = "tei: unexpected KeyError: 'unforeseen' (a defect of the toolkit; see tei -v)"
    assert [expected] == result.stderr.splitlines()


def test_the_traceback_is_shown_on_demand(tmp_path: Path) -> None:
    program = (
        "import toolkit.batch.inputs as i, toolkit.cli as c\n"
        "def fail(*_): raise KeyError('x')\n"
        "i.transcriptions = fail\n"
        "c.main(['-v', 'encode', 'a.txt'])"
    )
    command = [sys.executable, "-c", program]
    made = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert 3 == made.returncode
    assert "Traceback" in made.stderr
    assert made.stderr.splitlines()[-1].startswith("tei: unexpected KeyError")


Prepare = Callable[[Path], list[object]]


def _latin_transcription(folder: Path) -> list[object]:
    (folder / "a.txt").write_bytes("A Café, long closed.\n".encode("latin-1"))
    assert 0 == run("encode", folder / "a.txt", "-o", folder).exit_code
    return ["check", folder / "a.xml", "--transcription", folder / "a.txt"]


def _edition(folder: Path, settings: str, name: str = "", data: bytes = b"") -> list[object]:
    (folder / "edition.toml").write_text(settings, encoding="utf-8")
    (folder / "transcriptions").mkdir()
    (folder / "transcriptions" / "a.txt").write_bytes(GOOD)
    if name:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return ["build", folder, "-o", folder / "o", "--to", "html", "--jobs", "1"]


CSS = '[outputs]\nstyle = "s.css"\n'
XSL = (
    b'<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
    b'<xsl:include href="own.xsl"/></xsl:stylesheet>'
)
OVERFLOW = (
    b'{"verdict": "accept", "by": "j", "target": {"element": "p", "quote": "x", "number": 1e999}}\n'
)
CASES: dict[str, tuple[Prepare, int, str]] = {
    "a transcription in Latin-1": (_latin_transcription, 0, ""),
    "a style in Latin-1": (
        lambda f: _edition(f, CSS, "s.css", "/* é */".encode("latin-1")), 3, "s.css: not UTF-8"
    ),
    "a style in UTF-16": (
        lambda f: _edition(f, CSS, "s.css", "/* é */".encode("utf-16")), 3, "s.css: not UTF-8"
    ),
    "a date with a control character": (
        lambda f: _edition(f, '[edition]\ndate = "18\\u000150"\n'), 3, "edition.toml: [edition]"
    ),
    "a language with a control character": (
        lambda f: _edition(f, '[edition]\nlanguage = "e\\u0001n"\n'), 3, "edition.toml: [edition]"
    ),
    "an editor with a control character": (
        lambda f: _edition(f, '[edition]\neditors = [{ name = "J\\u0001" }]\n'), 3, "edition.toml"
    ),
    "a language of the command": (
        lambda f: [*_edition(f, ""), "--language", "e\x01n"], 2, "is not a language tag"
    ),
    "a deep title": (
        lambda f: _edition(f, f"[edition]\ntitle = {'[' * 20_000}"), 3, "not valid TOML"
    ),
    "a stylesheet that includes itself": (
        lambda f: _edition(f, '[outputs]\nstylesheet = "own.xsl"\n', "own.xsl", XSL),
        3, "own.xsl: a stylesheet must not include itself",
    ),
    "a number beyond all bounds": (
        lambda f: _edition(f, "", "decisions/decisions.jsonl", OVERFLOW), 3, "decisions.jsonl:1: "
    ),
    "no name": (lambda _: ["check", ""], 2, "needs a name"),
    "no name of a corpus": (lambda _: ["corpus", "check", "", "--profile", "dtabf"], 2, "a name"),
    "no name of a text": (lambda _: ["build", ""], 2, "needs a name"),
    "a text and no edition": (lambda f: ["decide", f / "x.txt"], 2, "is a file"),
    "a text and no edition to review": (lambda f: ["review", f / "x.txt"], 2, "is a file"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_no_input_gives_a_traceback(tmp_path: Path, case: str) -> None:
    prepare, code, words = CASES[case]
    (tmp_path / "x.txt").write_bytes(GOOD)
    result = run(*prepare(tmp_path))
    assert code == result.exit_code, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert words in result.stderr
    if code == 3:
        assert 1 == len(failures(result.stderr))


def test_a_review_leaves_out_a_text_that_cannot_be_read(tmp_path: Path) -> None:
    _edition(tmp_path, '[edition]\neditors = [{ name = "J", id = "j" }]\n')
    (tmp_path / "transcriptions" / "b.txt").write_bytes(b"\0\1\2")
    result = run("decide", tmp_path)
    assert "a.txt:" in result.stdout
    assert 1 == len(failures(result.stderr))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\nb", r"a\nb"), ("\x1b[31m", r"\x1b[31m"), ("\udce9", r"\xe9"), ("\ud800", r"\ud800")],
)
def test_messages_are_one_printable_line(text: str, expected: str) -> None:
    assert expected == printable(text)
    assert describe_error(SourceError(text)) == expected
