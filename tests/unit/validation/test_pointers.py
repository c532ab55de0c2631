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
    (finding,) = findings(write('\n<p xml:id="p" corresp="#x">y</p>'))
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
    data = write('<p corresp="other.xml#c #x"/>').read_bytes()
    found = check(data, only=[Part.POINTERS]).findings
    assert ["PTR001"] == [finding.code for finding in found]
