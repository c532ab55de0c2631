"""Schematron rules: embedded or in a file, with place, severity and message."""

from pathlib import Path

import pytest

from toolkit.exceptions import SchemaError
from toolkit.findings import Finding, Severity
from toolkit.schematron import check_rules

from .conftest import Write

SCH = 'xmlns="http://purl.oclc.org/dsdl/schematron"'
NS = '<ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>'


def schema(inside: str, attributes: str = "") -> bytes:
    return f'<schema {SCH} queryBinding="xslt3" {attributes}>{NS}{inside}</schema>'.encode()


def run(path: Path, rules: bytes, *, phase: str = "") -> list[Finding]:
    return list(check_rules(path, str(path), (rules,), phase=phase))


def test_a_finding_has_the_place_of_the_node_in_the_file(write: Write) -> None:
    rules = schema(
        '<pattern><rule context="tei:body/tei:p/@n"><report test=". = \'2\'">'
        "no <value-of select='.'/> on <name path='name(..)'/></report></rule></pattern>"
    )
    (finding,) = run(write('\n<p xml:id="a" n="2"/>'), rules)
    assert ("no 2 on p", 3, 15, "a") == (
        finding.message,
        finding.place.line,
        finding.place.column,
        finding.place.id,
    )
    assert "/TEI/text[1]/body[1]/p[1]" == finding.place.path


@pytest.mark.parametrize(
    ("role", "severity"),
    [
        ("", Severity.ERROR),
        ("warning", Severity.WARNING),
        ("nonfatal", Severity.WARNING),
        ("information", Severity.INFO),
    ],
)
def test_the_role_says_how_bad_it_is(write: Write, role: str, severity: Severity) -> None:
    attribute = f'role="{role}"' if role else ""
    rules = schema(
        f'<pattern><rule context="tei:body/tei:p"><assert test="@n" {attribute}>x</assert>'
        "</rule></pattern>"
    )
    assert [severity] == [finding.severity for finding in run(write("<p/>"), rules)]


def test_the_first_rule_of_a_pattern_that_fits_is_the_only_one(write: Write) -> None:
    rules = schema(
        '<pattern><rule context="tei:body/tei:p[@n]"><assert test="true()"/></rule>'
        '<rule context="tei:body/tei:p"><assert test="false()">plain</assert></rule></pattern>'
        '<pattern><rule context="tei:body/tei:p"><assert test="false()">other</assert>'
        "</rule></pattern>"
    )
    found = [finding.message for finding in run(write('<p n="1"/>'), rules)]
    assert ["other"] == found


def test_a_phase_chooses_the_patterns(write: Write) -> None:
    rules = schema(
        '<phase id="first"><active pattern="a"/></phase>'
        '<pattern id="a"><rule context="/"><assert test="false()">a</assert></rule></pattern>'
        '<pattern id="b"><rule context="/"><assert test="false()">b</assert></rule></pattern>'
    )
    path = write("<p/>")
    assert ["a", "b"] == sorted(finding.message for finding in run(path, rules))
    assert ["a"] == [finding.message for finding in run(path, rules, phase="first")]


def test_a_diagnostic_becomes_the_hint(write: Write) -> None:
    rules = schema(
        '<pattern><rule context="tei:body/tei:p"><assert test="@n" diagnostics="d">x</assert>'
        "</rule></pattern>"
        '<diagnostics><diagnostic id="d">number it</diagnostic></diagnostics>'
    )
    assert ["number it"] == [finding.hint for finding in run(write("<p/>"), rules)]


def test_a_rule_that_stops_is_said_to_be_unanswered(write: Write) -> None:
    rules = schema(
        '<pattern><rule context="tei:body/tei:p"><assert test="xs:integer(@n) > 1"/>'
        "</rule></pattern>"
    )
    assert ["SCH002"] == [finding.code for finding in run(write('<p n="x"/>'), rules)]


@pytest.mark.parametrize(
    "rules",
    [
        schema('<pattern><rule context="tei:body/tei:p"><assert test="1 +"/></rule></pattern>'),
        schema('<pattern is-a="none"/>'),
        schema('<include href="none.sch"/>'),
        schema('<include href="http://example.org/x.sch"/>'),
        schema('<pattern/>', 'defaultPhase="none"'),
        b"<schema xmlns='urn:other'/>",
        b"<schema",
        f'<schema {SCH} queryBinding="stx"><pattern/></schema>'.encode(),
    ],
)  # fmt: skip
def test_a_faulty_schema_is_an_error(write: Write, rules: bytes) -> None:
    with pytest.raises(SchemaError):
        run(write("<p/>"), rules)


def test_a_rule_cannot_fetch_or_read_what_is_outside(write: Write, tmp_path: Path) -> None:
    rules = schema(
        '<pattern><rule context="/"><report test="unparsed-text-available('
        "'https://example.org/x')\">read</report></rule></pattern>"
    )
    assert "read" not in [finding.message for finding in run(write("<p/>"), rules)]


def test_external_entities_do_not_reach_the_rules(write: Write, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    before = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{tmp_path / "secret.txt"}">]>'
    rules = schema(
        '<pattern><rule context="tei:body/tei:p"><report test="true()">'
        "[<value-of select='.'/>]</report></rule></pattern>"
    )
    path = write("<p>&x;</p>", before=before)
    found = list(check_rules(path, str(path), (rules,), plain=False))
    assert "secret" not in "".join(finding.message for finding in found)


@pytest.mark.parametrize(("n", "count"), [("one", 0), ("two", 0), ("three", 1)])
def test_the_content_of_a_variable_is_a_document(write: Write, n: str, count: int) -> None:
    rules = schema(
        '<let name="known"><n xmlns="urn:n">one</n><n xmlns="urn:n">two</n></let>'
        '<ns prefix="n" uri="urn:n"/><pattern><rule context="tei:p[@n]">'
        '<assert test="@n = $known/n:n">unknown</assert></rule></pattern>'
    )
    assert count == len(run(write(f'<p n="{n}"/>'), rules))
