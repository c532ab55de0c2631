"""Checking a document: its schema, its rules, its pointers, in one result."""

from pathlib import Path

import pytest

from toolkit.exceptions import SchemaError, SourceError
from toolkit.validation import schema_registry
from toolkit.validation.run import Part, check

from .conftest import Write

MODEL = '<?xml-model href="{}" type="application/xml" schematypens="{}"?>'
RNG = "http://relaxng.org/ns/structure/1.0"
SMALL = (
    f'<element name="TEI" ns="http://www.tei-c.org/ns/1.0" xmlns="{RNG}">'
    '<zeroOrMore><element><anyName/><ref name="none"/></element></zeroOrMore></element>'
)
NOTHING = f'<element name="nothing" xmlns="{RNG}"><empty/></element>'


def codes(path: Path, *parts: Part) -> list[str]:
    return [finding.code for finding in check(path, only=parts).findings]


def test_a_right_document_is_valid_and_has_no_findings(write: Write) -> None:
    result = check(write("<p>a</p>"))
    assert (True, (), "tei_all") == (result.valid, result.findings, result.schema)


def test_bytes_in_memory_are_checked_like_a_file(write: Write) -> None:
    path = write("<p><b/></p>")
    in_memory = check(path.read_bytes(), file=str(path))
    assert check(path) == in_memory


def test_only_the_parts_asked_for_are_checked(write: Write) -> None:
    path = write('<p xml:id="p" next="#p"/><p next="#none"><b/><subst><add/></subst></p>')
    assert ["RNG008", "SCH001", "PTR001"] == codes(path)
    assert ["PTR001"] == codes(path, Part.POINTERS)
    assert check(path, only=[Part.POINTERS]).valid is None


def test_pointers_do_not_make_a_document_invalid(write: Write) -> None:
    assert check(write('<p corresp="#none"/>')).valid is True


def test_the_schema_that_the_document_names_is_taken(write: Write, tmp_path: Path) -> None:
    (tmp_path / "own.rng").write_text(NOTHING)
    path = write("<p/>", before=MODEL.format("own.rng", RNG))
    result = check(path, only=[Part.RNG])
    assert (str(tmp_path / "own.rng"), False) == (result.schema, result.valid)


@pytest.mark.parametrize(
    "host", ["http://www.tei-c.org/release", "https://vault.tei-c.de/P5/current"]
)
def test_addresses_of_tei_all_mean_the_one_of_the_toolkit(write: Write, host: str) -> None:
    address = f"{host}/xml/tei/custom/schema/relaxng/tei_all.rng"
    assert [] == codes(write("<p/>", before=MODEL.format(address, RNG)))


def test_a_schema_that_is_not_here_is_said_to_be_missing(write: Write) -> None:
    path = write("<p/>", before=MODEL.format("https://example.org/x.rng", RNG))
    assert ["SCM001"] == codes(path)


def test_a_stored_schema_is_found_by_name_and_address(write: Write, tmp_path: Path) -> None:
    (tmp_path / "own.rng").write_text(NOTHING)
    schema_registry.add_schema(tmp_path / "own.rng", addresses=("https://example.org/x.rng",))
    path = write("<p/>", before=MODEL.format("https://example.org/x.rng", RNG))
    assert "own" == check(path, only=[Part.RNG]).schema
    assert not check(path, schema="own", only=[Part.RNG]).valid


@pytest.mark.parametrize("name", ["tei_all", "../x", ""])
def test_a_schema_needs_a_name_of_its_own(tmp_path: Path, name: str) -> None:
    file = tmp_path / "tei_all.rng"
    file.write_text(NOTHING)
    with pytest.raises(SchemaError, match="cannot be the name"):
        schema_registry.add_schema(file, name=name)


def test_an_unknown_schema_is_an_error_that_lists_the_known(write: Write) -> None:
    with pytest.raises(SchemaError, match=r"no such schema .* tei_all, edition"):
        check(write("<p/>"), schema="tei_some")


def test_a_schema_is_checked_again_when_it_changes(write: Write, tmp_path: Path) -> None:
    file = tmp_path / "own.rng"
    file.write_text(NOTHING)
    check(write("<p/>"), schema=file, only=[Part.RNG])
    file.write_text(SMALL)
    with pytest.raises(SchemaError, match=r"own\.rng"):
        check(write("<p/>"), schema=file, only=[Part.RNG])


def test_a_file_that_is_not_xml_is_not_checked_further(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<TEI><p corresp='#a'></TEI>")
    assert "XML001" == codes(path)[-1]


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        check(tmp_path / "none.xml")


def test_findings_have_the_line_of_the_transcription(write: Write) -> None:
    path = write("<p>The first line.</p><p><b>Then comes</b> the second line.</p>")
    text = "The first line.\n\nThen comes the second line.\n"
    found = [f for f in check(path, transcription=text).findings if f.code == "RNG008"]
    assert [3] == [finding.place.transcription for finding in found]


def test_a_lost_word_breaks_fidelity(write: Write) -> None:
    result = check(write("<p>one three</p>"), transcription="one two three", only=[Part.FIDELITY])
    assert ["FID001"] == [finding.code for finding in result.findings]
