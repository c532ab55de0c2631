"""Entities of a DTD elsewhere, and chapters in files of their own."""

from pathlib import Path

import pytest

from toolkit.findings import Finding
from toolkit.validation.run import Checked, Part, check

from .conftest import Write

CHAPTERS = '<!DOCTYPE TEI [<!ENTITY one SYSTEM "one.xml"><!ENTITY two SYSTEM "{}">]>\n'
DTD = '<!DOCTYPE TEI SYSTEM "letters.dtd">\n'


def found(result: Checked) -> list[tuple[str, str, int | None]]:
    return [(f.code, Path(f.place.file).name, f.place.line) for f in result.findings]


def chapter(path: Path, content: str, encoding: str = "utf-8") -> None:
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>\n'
    path.write_text(declaration + content, encoding=encoding)


def test_a_chapter_in_a_file_is_checked_with_its_own_lines(write: Write, tmp_path: Path) -> None:
    chapter(tmp_path / "one.xml", '<p xml:id="a">é</p>\n\n<p>é <wrong/></p>', "iso-8859-1")
    path = write('&one;<p><ref target="#a">a</ref></p><p wrong="1"/>', before=CHAPTERS.format("x"))
    result = check(path)
    assert [("RNG008", "one.xml", 4), ("RNG004", "a.xml", 3)] == found(result)
    assert (False, 6) == (result.valid, result.findings[0].place.column)


def test_a_valid_chapter_leaves_the_edition_valid(write: Write, tmp_path: Path) -> None:
    chapter(tmp_path / "one.xml", "<p>a</p>")
    result = check(write("&one;&one;", before=CHAPTERS.format("x")))
    assert (True, ()) == (result.valid, result.findings)


def test_identifiers_are_unique_across_chapters(write: Write, tmp_path: Path) -> None:
    chapter(tmp_path / "one.xml", '<p xml:id="a"/>')
    result = check(write('<p xml:id="a"/>&one;', before=CHAPTERS.format("x")))
    assert [("RNG020", "one.xml", 2)] == found(result)


def test_an_ill_formed_chapter_is_reported_where_it_is(write: Write, tmp_path: Path) -> None:
    chapter(tmp_path / "one.xml", "<p>\n<hi></p>")
    result = check(write("&one;", before=CHAPTERS.format("x")))
    assert (False, [("XML001", "one.xml", 3)]) == (result.valid, found(result))


@pytest.mark.parametrize(
    "address", ["../two.xml", "/etc/passwd", "file:///etc/passwd", "https://example.org/x", ".x"]
)
def test_a_chapter_that_may_not_be_read_is_named_once(
    write: Write, tmp_path: Path, address: str
) -> None:
    (tmp_path.parent / "two.xml").write_text("<wrong/>")
    (tmp_path / ".x").write_text("<wrong/>")
    result = check(write("<p>&two; &two;</p>", before=CHAPTERS.format(address)))
    assert (None, ["XML002"]) == (result.valid, [f.code for f in result.findings])
    assert result.findings[0].message.endswith(f"which is not read: {address}")


def test_a_chapter_in_an_open_folder_is_read(write: Write, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    chapter(tmp_path / "two.xml", "<p><wrong/></p>")
    path = write("&two;", before=CHAPTERS.format("../two.xml"), name="inner/a.xml")
    assert check(path).valid is None
    assert not check(path, open_folders=[tmp_path]).valid


def test_a_chapter_that_contains_itself_ends(write: Write, tmp_path: Path) -> None:
    chapter(tmp_path / "one.xml", "<p>&one;</p>")
    result = check(write("&one;", before=CHAPTERS.format("x")))
    assert [("XML001", "one.xml", 2)] == found(result)


def test_an_undeclared_entity_is_one_warning_and_the_rules_are_run(write: Write) -> None:
    body = "<p>&longs;e &longs;e &eacute;</p><p><subst><add/></subst></p>"
    findings: tuple[Finding, ...] = check(write(body, before=DTD)).findings
    assert ["XML002", "XML002", "SCH001"] == [f.code for f in findings]
    assert ["&longs;", "&eacute;"] == [f.message.split()[2] for f in findings[:2]]


def test_an_undeclared_entity_without_a_dtd_is_an_error(write: Write) -> None:
    result = check(write("<p>&longs;</p>"))
    assert (False, ["XML001"]) == (result.valid, [f.code for f in result.findings])


def test_rules_see_the_name_of_an_entity_without_text(write: Write, tmp_path: Path) -> None:
    (tmp_path / "rules.sch").write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">'
        '<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern><rule context="t:body/t:p">'
        '<report test="true()"><value-of select="."/></report></rule></pattern></schema>'
    )
    doctype = '<!DOCTYPE TEI SYSTEM "x.dtd" [<!ENTITY own "mine">]>\n'
    path = write("<p>a&longs;b &own; &amp;</p>", before=doctype)
    (finding,) = check(path, schema=tmp_path / "rules.sch", only=[Part.SCHEMATRON]).findings
    assert "a&longs;b mine &" == finding.message
