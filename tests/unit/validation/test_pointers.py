"""Pointers: what is pointed to must exist, in the document or in a file beside it."""

from pathlib import Path

import pytest

from toolkit.findings import Finding
from toolkit.validation.run import Part, check

from .conftest import HEADER, Write


def findings(path: Path) -> tuple[Finding, ...]:
    return check(path, only=[Part.POINTERS]).findings


@pytest.mark.parametrize(
    "body",
    [
        '<p xml:id="a"/><p corresp="#a"/>',
        '<p corresp="#later other.xml#b"/><p xml:id="later"/>',
        '<p><ref target="https://example.org/x#y">x</ref></p>',
        '<p><ref target="#xpath(//p[1])">x</ref></p>',
        '<p><date from="1848" to="1849">x</date></p>',
        '<p><egXML xmlns="http://www.tei-c.org/ns/Examples"><p corresp="#no"/></egXML></p>',
        '<p ana="lem:abc">x</p>',
    ],
)
def test_a_pointer_with_a_target_is_right(write: Write, body: str) -> None:
    write('<p xml:id="b"/>', name="other.xml")
    assert () == findings(write(body))


def test_a_pointer_to_nothing_names_the_attribute_and_its_place(write: Write) -> None:
    (finding,) = findings(write('\n<p xml:id="p" corresp="#x #p">y</p>'))
    assert '@corresp on <p> points to "#x", but no element has the xml:id "x"' == finding.message
    assert (3, 15, "p") == (finding.place.line, finding.place.column, finding.place.id)


def test_a_pointer_that_differs_in_capitals_gets_a_hint(write: Write) -> None:
    (finding,) = findings(write('<p xml:id="Anna"/><p corresp="#anna"/>'))
    assert 'did you mean "#Anna"?' == finding.hint


def test_a_pointer_without_hash_is_recognised(write: Write) -> None:
    (finding,) = findings(write('<p xml:id="A"/><p resp="A"/>'))
    assert ("PTR002", 'did you mean "#A"?') == (finding.code, finding.hint)


def test_an_identifier_is_sought_in_the_other_file(write: Write) -> None:
    write('<p xml:id="b"/>', name="other.xml")
    (finding,) = findings(write('<p corresp="other.xml#c"/>'))
    assert "PTR003" == finding.code


def test_private_addresses_are_resolved(write: Write) -> None:
    prefix = (
        "<encodingDesc><listPrefixDef><prefixDef ident='psn' matchPattern='([a-z]+)' "
        "replacementPattern='#$1'><p/></prefixDef></listPrefixDef></encodingDesc></teiHeader>"
    )
    header = HEADER.replace("</teiHeader>", prefix)
    path = write('<p xml:id="anna"/><p corresp="psn:anna psn:berta"/>', header=header)
    assert ["PTR001"] == [finding.code for finding in findings(path)]


def test_without_a_folder_only_the_document_itself_is_searched(write: Write) -> None:
    data = write('<p xml:id="p" corresp="other.xml#c #x #p"/>').read_bytes()
    found = check(data, only=[Part.POINTERS]).findings
    assert ["PTR001"] == [finding.code for finding in found]


def test_an_attribute_without_any_target_is_one_warning(write: Write) -> None:
    (finding,) = findings(write('<p who="#anna">a</p><p who="#berta">b</p>'))
    assert ("PTR004", "warning", 2) == (finding.code, finding.severity, finding.place.line)
    assert 'no identifier in @who exists in this document: "#anna", "#berta"' == finding.message
    assert "--with" in finding.hint


def test_many_identifiers_of_another_file_are_counted(write: Write) -> None:
    (finding,) = findings(write("".join(f'<p who="#p{n}"/>' for n in range(1, 9))))
    assert finding.message.endswith('"#p5" and 3 more')


def test_one_target_in_the_document_makes_errors_of_the_others(write: Write) -> None:
    body = '<p xml:id="anna" who="#anna"/><p who="#berta"/><p ana="#x"/>'
    assert ["PTR001", "PTR004"] == [finding.code for finding in findings(write(body))]


def test_identifiers_of_companions_count_as_those_of_the_document(write: Write) -> None:
    persons = write('<p xml:id="anna"/>', name="persons.xml")
    path = write('<p who="#anna"/>')
    assert ["PTR004"] == [finding.code for finding in findings(path)]
    assert () == check(path, only=[Part.POINTERS], companions=[persons]).findings
    path = write('<p who="#anna #berta"/>')
    found = check(path, only=[Part.POINTERS], companions=[persons]).findings
    assert ["PTR001"] == [finding.code for finding in found]


def test_identifiers_of_included_files_count_unless_they_are_outside_the_folder(
    write: Write, tmp_path: Path
) -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{}"/><p who="#anna"/>'
    write('<p xml:id="anna"/>', name="persons.xml")
    assert () == findings(write(include.format("persons.xml")))
    (tmp_path / "inner").mkdir()
    outside = write(include.format("../persons.xml"), name="inner/a.xml")
    assert ["PTR004"] == [finding.code for finding in findings(outside)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<pb facs="#f0001"/><pb facs="#f0002"/>', []),
        ('<pb facs="#f0001"/><pb facs="#page2"/>', ["PTR004"]),
        ('<pb facs="#f0001"/><pb facs="#f0002"/><p xml:id="f0001"/>', ["PTR001"]),
        ('<p corresp="#f0001"/>', ["PTR004"]),
    ],
)
def test_numbers_of_images_are_no_pointers_while_none_has_a_target(
    write: Write, body: str, expected: list[str]
) -> None:
    assert expected == [finding.code for finding in findings(write(body))]
