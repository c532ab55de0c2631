"""Rules that a document brings along: what they can read, and how long they may take."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.exceptions import ToolkitError
from toolkit.limited_process import LimitedProcess, LimitError, Limits, read_limits
from toolkit.schematron.room_functions import replace_calls
from toolkit.validation.run import Part, check

TEI = "http://www.tei-c.org/ns/1.0"
Check = Callable[..., list[str]]


@pytest.fixture
def found(tmp_path: Path) -> Check:
    """Check a document whose own rule always reports the value of an expression."""
    folder = tmp_path / "edition"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("TOP SECRET", encoding="utf-8")
    (tmp_path / "secret.xml").write_text("<a>TOP SECRET</a>", encoding="utf-8")
    (folder / "near.txt").write_text("near by", encoding="utf-8")
    (folder / "near.xml").write_text("<a>near by</a>", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("TOP SECRET", encoding="utf-8")

    def run(expression: str, *, folders: tuple[Path, ...] = ()) -> list[str]:
        (folder / "own.sch").write_text(
            '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">'
            f'<ns prefix="t" uri="{TEI}"/><pattern><rule context="t:TEI"><report test="true()">'
            f'value: <value-of select="{expression}"/></report></rule></pattern></schema>',
            encoding="utf-8",
        )
        document = folder / "doc.xml"
        document.write_text(
            '<?xml-model href="own.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?>\n'
            f'<TEI xmlns="{TEI}"/>',
            encoding="utf-8",
        )
        checked = check(document, only=[Part.SCHEMATRON], open_folders=folders)
        return [finding.message for finding in checked.findings]

    return run


@pytest.mark.parametrize(
    "expression",
    [
        "unparsed-text('near.txt')",
        "fn:unparsed-text( 'near.txt' )",
        "unparsed-text-lines('near.txt')[1]",
        "doc('near.xml')/a",
        "document('near.xml')/a",
        "document('near.xml', /)/a",
        "doc('near.xml#part')/a",
        "if (doc-available('near.xml')) then 'near by' else ()",
        "if (unparsed-text-available('near.txt')) then 'near by' else ()",
        "for $f in ('near.xml') return doc($f)/a",
    ],
)
def test_rules_read_files_beside_the_document(found: Check, expression: str) -> None:
    assert ["value: near by"] == found(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "unparsed-text('../secret.txt')",
        "unparsed-text('file:///etc/passwd')",
        "unparsed-text-lines('/etc/passwd')",
        "unparsed-text('.git/config')",
        "doc('../secret.xml')/a",
        "document('../secret.xml')/a",
        "doc('%2e%2e/secret.xml')/a",
        "json-doc('../secret.xml')",
        "collection('../')",
        "uri-collection('..')",
        "function-lookup(xs:QName('fn:unparsed-text'), 1)('../secret.txt')",
        "unparsed-text#1('../secret.txt')",
        "unparsed-text(: :)('../secret.txt')",
        "load-xquery-module('x')",
        "transform(map { 'stylesheet-location': '../secret.xml', 'source-node': / })",
        "environment-variable('HOME')",
        "parse-xml('&lt;!DOCTYPE a [&lt;!ENTITY e SYSTEM &quot;/etc/passwd&quot;&gt;]&gt;"
        "&lt;a&gt;&amp;amp;e;&lt;/a&gt;')",
    ],
)
def test_rules_read_nothing_else(found: Check, expression: str) -> None:
    try:
        messages = " ".join(found(expression))
    except ToolkitError as error:
        messages = str(error)
    assert "TOP SECRET" not in messages
    assert "root:" not in messages
    assert str(os.environ.get("HOME")) not in messages.replace(str(Path.cwd()), "")


def test_a_folder_that_the_user_opens_is_read(found: Check, tmp_path: Path) -> None:
    assert ["value: TOP SECRET"] == found("unparsed-text('../secret.txt')", folders=(tmp_path,))


@pytest.mark.parametrize("expression", ["doc-available('../secret.xml')", "doc-available('no')"])
def test_a_file_that_is_not_read_is_not_available(found: Check, expression: str) -> None:
    assert ["value: false"] == found(expression)


@pytest.mark.parametrize(
    ("variable", "value", "reason"),
    [("TEI_LIMIT_SECONDS", "1", "took longer"), ("TEI_LIMIT_MEMORY", "60", "needed more than")],
)
def test_rules_that_go_on_and_on_are_stopped(
    found: Check, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, reason: str
) -> None:
    from toolkit.schematron import isolation

    monkeypatch.setenv(variable, value)
    isolation._worker.cache_clear()
    try:
        (message,) = found("sum(for $i in 1 to 100000000 return $i mod 7)")
    finally:
        isolation._worker().close()
        isolation._worker.cache_clear()
    assert "the Schematron rules were stopped" in message
    assert reason in message


def test_after_a_stop_the_next_request_has_a_new_process(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import sys, time\n"
        "for line in sys.stdin:\n"
        "    time.sleep(60 if 'slow' in line else 0)\n"
        "    print(line.strip().upper(), flush=True)\n",
        encoding="utf-8",
    )
    process = LimitedProcess((str(program),), Limits(seconds=2))
    try:
        assert "A" == process.ask("a")
        with pytest.raises(LimitError, match="took longer than 2 s"):
            process.ask("slow")
        assert "B" == process.ask("b")
    finally:
        process.close()


def test_a_program_that_ends_is_reported(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("import sys\nsys.stdin.readline()\n", encoding="utf-8")
    with pytest.raises(LimitError, match="ended unexpectedly"):
        LimitedProcess((str(program),), Limits()).ask("a")


@pytest.mark.parametrize("value", ["0", "-1", "many", "inf", "nan"])
def test_a_limit_must_be_a_number_above_zero(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("TEI_LIMIT_MEMORY", value)
    with pytest.raises(LimitError, match="TEI_LIMIT_MEMORY"):
        read_limits()


@pytest.mark.parametrize(
    ("expression", "replaced"),
    [
        ("doc('x')", "tei-toolkit-room:doc('x')"),
        ("a[doc (@b)]", "a[tei-toolkit-room:doc (@b)]"),
        ("'doc(x)'", "'doc(x)'"),
        ("my:doc('x')", "my:doc('x')"),
        ("xdoc('x')", "xdoc('x')"),
        ("$doc", "$doc"),
        ("doc/x", "doc/x"),
        ("(: doc('x') :) 1", "(: doc('x') :) 1"),
    ],
)
def test_only_calls_of_reading_functions_are_replaced(expression: str, replaced: str) -> None:
    assert replaced == replace_calls(expression)
