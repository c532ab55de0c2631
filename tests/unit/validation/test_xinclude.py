"""XInclude: what is put in is checked in its place, and placed in the file it comes from."""

from pathlib import Path

import pytest

from toolkit.validation.run import Part, check

from .conftest import Write

P = 'xmlns="http://www.tei-c.org/ns/1.0"'


def test_a_fault_is_placed_in_the_included_file(write: Write, tmp_path: Path) -> None:
    (tmp_path / "part.xml").write_text(f"<div {P}>\n<p><b/></p><p corresp='#x'/></div>")
    result = check(write('<xi:include href="part.xml"/>'), xinclude=True)
    part = str((tmp_path / "part.xml").resolve())
    assert [("RNG008", part, 2, 4), ("PTR004", part, 2, 15)] == [
        (f.code, f.place.file, f.place.line, f.place.column) for f in result.findings
    ]


def test_one_element_of_a_file_can_be_included(write: Write, tmp_path: Path) -> None:
    (tmp_path / "part.xml").write_text(f"<x {P}><p xml:id='a'/><p xml:id='b'><b/></p></x>")
    path = write('<xi:include href="part.xml" xpointer="a"/>')
    assert check(path, xinclude=True).valid


def test_the_fallback_stands_in(write: Write) -> None:
    path = write('<xi:include href="none.xml"><xi:fallback><p/></xi:fallback></xi:include>')
    assert () == check(path, xinclude=True).findings


def test_text_can_be_included(write: Write, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("5 < 6 & more")
    assert check(write('<p><xi:include href="note.txt" parse="text"/></p>'), xinclude=True).valid


@pytest.mark.parametrize(
    "href", ["none.xml", "a.xml", "https://example.org/x.xml", "/etc/hostname", "bad.xml"]
)
def test_an_inclusion_that_fails_is_reported(write: Write, tmp_path: Path, href: str) -> None:
    (tmp_path / "bad.xml").write_text("<a>")
    path = write(f'<p/><xi:include href="{href}"/>')
    found = check(path, xinclude=True, only=[Part.RNG]).findings
    assert "XIN001" in [finding.code for finding in found]
