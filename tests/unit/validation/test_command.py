"""The command: inputs, formats, exit codes."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.cli import group
from toolkit.namespaces import RELAXNG, TEI

from .conftest import Write


def tei(*arguments: object, data: bytes | None = None) -> Result:
    return CliRunner().invoke(group, [str(a) for a in arguments], input=data)


def test_json_has_the_fields_that_scripts_rely_on(write: Write) -> None:
    result = tei("check", "--format", "json", write('<p wrong="1"/>'))
    data = json.loads(result.stdout)
    assert (1, 1) == (result.exit_code, data["format"])
    (file,) = data["files"]
    assert False is file["valid"]
    assert "code severity message line column id path hint".split() == list(file["findings"][0])


def test_a_folder_a_pattern_and_a_file_are_each_checked_once(write: Write, tmp_path: Path) -> None:
    first, second = write("<p/>"), write("<p/>", name="b.xml")
    (tmp_path / "notes.txt").write_text("no XML")
    result = tei("check", "--json", "--only", "rng", second, tmp_path, f"{tmp_path}/*.xml")
    names = [file["file"] for file in json.loads(result.stdout)["files"]]
    assert ([str(second), str(first)], 0) == (names, result.exit_code)


def test_standard_input_is_checked(write: Write) -> None:
    result = tei("check", "--json", "-", data=write("<p><b/></p>").read_bytes())
    assert (1, "-") == (result.exit_code, json.loads(result.stdout)["files"][0]["file"])


def test_people_see_the_source_line_with_a_mark(write: Write) -> None:
    path = write('\n<p wrong="1">x</p>')
    lines = tei("check", "--only", "rng", path).stdout.splitlines()
    assert lines[0].startswith(
        str(write.__name__) and f"{lines[0].split(':')[0]}:3:4: error RNG004"
    )
    assert ['    <p wrong="1">x</p></body></text></TEI>', "       ^"] == lines[1:3]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252", "iso-8859-15"])
def test_the_source_line_is_shown_as_the_document_encodes_it(
    write: Write, encoding: str, tmp_path: Path
) -> None:
    text = write("\n<p>é ä</p>\n<p>Ä <wrongly/>ü</p>").read_text(encoding="utf-8")
    path = tmp_path / "other.xml"
    path.write_text(f'<?xml version="1.0" encoding="{encoding}"?>{text}', encoding=encoding)
    lines = tei("check", "--only", "rng", path).stdout.splitlines()
    assert ["    <p>Ä <wrongly/>ü</p></body></text></TEI>", "         ^"] == lines[1:3]


@pytest.mark.parametrize(
    ("before", "cells"), [("e", 1), ("\t", 1), ("漢字", 4), ("e\u0301", 1), ("עִ", 1)]
)
def test_the_mark_is_below_its_place_in_a_terminal(write: Write, before: str, cells: int) -> None:
    lines = tei("check", "--only", "rng", write(f"\n<p>{before}<wrongly/></p>")).stdout.splitlines()
    assert 4 + len("<p>") + cells == lines[2].index("^")


def test_a_companion_has_the_identifiers_of_the_project(write: Write) -> None:
    persons, path = write('<p xml:id="anna"/>', name="persons.xml"), write('<p corresp="#anna"/>')
    assert "PTR004" in tei("check", path).stdout
    result = tei("check", "--with", persons, path)
    assert ("", 0) == (result.stdout, result.exit_code)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(write: Write, tmp_path: Path) -> None:
    result = tei("check", "--json", tmp_path / "none.xml", write("<p/>"))
    first, second = json.loads(result.stdout)["files"]
    assert (3, True) == (result.exit_code, second["valid"])
    assert "cannot be read" in first["failed"]


def test_an_unknown_schema_ends_with_3(write: Write) -> None:
    assert 3 == tei("check", "--schema", "none", write("<p/>")).exit_code


@pytest.mark.parametrize(("least", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_the_exit_code_depends_on_what_counts(write: Write, least: str, code: int) -> None:
    path = write('<p corresp="none.xml"/>')
    assert code == tei("check", "--fail-on", least, path).exit_code


def test_github_sees_annotations(write: Write) -> None:
    path = write('<p n="1" wrong="1"/>')
    result = tei("check", "--format", "github", "--only", "rng", path)
    assert result.stdout.startswith(f"::error file={path},line=2,col=22,title=RNG004::@wrong")


def test_sarif_has_a_result_with_its_rule_and_region(write: Write) -> None:
    run = json.loads(tei("check", "--format", "sarif", write('<p wrong="1"/>')).stdout)["runs"][0]
    (result,) = run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert {"startLine": 2, "startColumn": 16} == region
    assert "RNG004" == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]


def test_junit_has_a_case_for_each_file(write: Write) -> None:
    paths = write("<p/>"), write("<p>\x01</p>", name="b.xml")
    suite = ET.fromstring(tei("check", "--format", "junit", *paths).stdout)[0]
    assert [0, 1] == [len(case.findall("failure")) for case in suite]


def test_schemas_are_listed_added_and_chosen(write: Write, tmp_path: Path) -> None:
    own = tmp_path / "own.rng"
    own.write_text(
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'
    )
    assert 0 == tei("schema", "add", own).exit_code
    listed = tei("schema", "list").stdout
    assert ["tei_all", "edition", "own"] == [line.split("\t")[0] for line in listed.splitlines()]
    assert "tei_all" in tei("schema", "which", write("<p/>")).stdout


@pytest.mark.parametrize("name", ["RNG006", "sch001", "PTR001", "persName", "@when"])
def test_codes_and_names_are_explained(name: str) -> None:
    result = tei("explain", name)
    assert (0, True) == (result.exit_code, name.strip("@").lower() in result.stdout.lower())


def test_what_is_not_known_cannot_be_explained() -> None:
    result = tei("explain", "persNam")
    assert (3, True) == (result.exit_code, "did you mean persName" in result.stderr)


def test_a_schema_of_the_same_name_is_replaced_only_by_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEI_SCHEMAS", str(tmp_path / "schemas"))
    texts = [f'<element name="{n}" xmlns="{RELAXNG}"><text/></element>' for n in "ab"]
    for name, text in zip("ab", texts, strict=True):
        (tmp_path / f"{name}.rng").write_text(text, encoding="utf-8")
    first, second = ("schema", "add", tmp_path / "a.rng"), ("schema", "add", tmp_path / "b.rng")
    assert 0 == tei(*first, "--name", "own").exit_code
    assert 0 == tei(*first, "--name", "own").exit_code
    refused = tei(*second, "--name", "own")
    assert 3 == refused.exit_code
    assert "--force" in refused.stderr
    assert texts[0] == (tmp_path / "schemas" / "own.rng").read_text(encoding="utf-8")
    assert 0 == tei(*second, "--name", "own", "--force").exit_code


@pytest.mark.parametrize("body", ["&ch1;", "<p>&ch1;</p>", '<p wrong="1">&ch1;</p>'])
def test_a_document_with_an_unread_part_is_neither_valid_nor_invalid(
    tmp_path: Path, body: str
) -> None:
    (tmp_path / "ch1.xml").write_text("<p/>", encoding="utf-8")
    (tmp_path / "inner").mkdir()
    text = tmp_path / "inner" / "a.xml"
    text.write_text(
        f'<!DOCTYPE TEI [<!ENTITY ch1 SYSTEM "../ch1.xml">]><TEI xmlns="{TEI}">{body}</TEI>'
    )
    (file,) = json.loads(tei("check", "--json", text).stdout)["files"]
    assert None is file["valid"]
    assert "XML002" in {finding["code"] for finding in file["findings"]}


def test_a_document_with_its_own_entity_has_a_verdict(write: Write) -> None:
    path = write("<p>&a;</p>")
    text = path.read_text(encoding="utf-8")
    path.write_text(f'<!DOCTYPE TEI [<!ENTITY a "b">]>{text}', encoding="utf-8")
    (file,) = json.loads(tei("check", "--json", path).stdout)["files"]
    assert True is file["valid"]


RULES = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">'
    '<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern><rule context="t:body/t:p">'
    '<assert test="@n">no number</assert></rule></pattern></schema>'
)
ODD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="s" start="TEI">'
    '<moduleRef key="tei"/><moduleRef key="core"/><moduleRef key="header"/>'
    '<moduleRef key="textstructure"/>{}<elementSpec ident="hi" mode="delete"/>'
    '<elementSpec ident="p" mode="change"><constraintSpec ident="c" scheme="schematron">'
    '<constraint><sch:assert xmlns:sch="http://purl.oclc.org/dsdl/schematron" test="not(@rend)">'
    "no look</sch:assert></constraint></constraintSpec></elementSpec></schemaSpec></TEI>"
)


@pytest.mark.parametrize(
    ("body", "schemas", "found"),
    [
        ("<p/>", ["rules.sch"], ["SCH001"]),
        ('<p n="1"/>', ["rules.sch"], []),
        ('<p n="1"><wrong/></p>', ["rules.sch"], ["RNG008"]),
        ("<p><hi/></p>", ["mine.odd"], ["RNG008"]),
        ('<p rend="x"/>', ["mine.odd"], ["SCH001"]),
        ("<p/>", ["mine.odd"], []),
        ("<p><hi/></p>", ["mine.odd", "rules.sch"], ["RNG008", "SCH001"]),
        ("<p><hi/></p>", ["tei_all", "mine.odd"], ["RNG008"]),
    ],
)
def test_a_document_is_checked_against_each_schema_that_is_named(
    write: Write, tmp_path: Path, body: str, schemas: list[str], found: list[str]
) -> None:
    (tmp_path / "rules.sch").write_text(RULES)
    (tmp_path / "mine.odd").write_text(ODD.format(""))
    options = [
        word for name in schemas for word in ("--schema", tmp_path / name if "." in name else name)
    ]
    path = write(body)
    data = json.loads(tei("check", "--json", *options, path).stdout)
    (file,) = data["files"]
    codes = list(dict.fromkeys(finding["code"] for finding in file["findings"]))
    assert found == codes


def test_a_faulty_odd_is_no_schema(write: Write, tmp_path: Path) -> None:
    (tmp_path / "mine.odd").write_text(ODD.format('<elementRef key="nothing"/>'))
    result = tei("check", "--schema", tmp_path / "mine.odd", write("<p/>"))
    assert 3 == result.exit_code
    assert 'no elementSpec "nothing"' in result.stderr
