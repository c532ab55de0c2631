"""What is made of a schema: Schematron, JSON, documentation, RELAX NG text."""

import json

from lxml import etree

from toolkit.odd.to_docs import documentation
from toolkit.odd.to_json import write_json
from toolkit.odd.to_rng import write_rng
from toolkit.odd.to_schematron import write_schematron

ALL = '<moduleRef key="m"/><moduleRef key="n"/>'
S = "{http://purl.oclc.org/dsdl/schematron}"


def rules(schema) -> list[tuple[str, str]]:
    tree = etree.fromstring(write_schematron(schema))
    return [
        (rule.get("context"), assertion.get("test"))
        for rule in tree.iter(f"{S}rule")
        for assertion in rule.iter(f"{S}assert", f"{S}report")
    ]


def test_the_rules_of_an_element_are_taken_over(compile_text):
    schema, _ = compile_text(ALL)
    assert [("tei:p", "node()")] == rules(schema)


def test_the_rules_of_a_deleted_element_are_not(compile_text):
    schema, _ = compile_text(f'{ALL}<elementSpec ident="p" mode="delete"/>')
    assert [] == rules(schema)


def test_an_assertion_without_a_rule_is_about_its_element(compile_text):
    change = (
        '<elementSpec ident="hi" mode="change"><constraintSpec ident="c" scheme="schematron">'
        '<constraint><sch:assert test="@rend">how?</sch:assert></constraint></constraintSpec>'
        "</elementSpec>"
    )
    schema, _ = compile_text(ALL + change)
    assert ("tei:hi", "@rend") in rules(schema)


def test_an_assertion_of_a_class_is_about_all_its_members(compile_text):
    change = (
        '<classSpec ident="model.phrase" type="model" mode="change"><constraintSpec ident="c" '
        'scheme="schematron"><constraint><sch:report test="p">no</sch:report></constraint>'
        "</constraintSpec></classSpec>"
    )
    schema, _ = compile_text(ALL + change)
    assert ("tei:hi | tei:name", "p") in rules(schema)


def test_deprecated_elements_are_warned_of(compile_text):
    old = '<elementSpec ident="old" validUntil="2030-01-01"><content/></elementSpec>'
    schema, _ = compile_text(ALL + old)
    assert ("tei:old", "true()") in rules(schema)


def test_the_same_schema_gives_the_same_bytes(compile_text):
    first, second = (compile_text(ALL)[0] for _ in range(2))
    for make in (write_rng, write_schematron, write_json):
        assert make(first) == make(second)


def test_json_says_what_may_stand_where(compile_text):
    schema, _ = compile_text(ALL)
    element = next(e for e in json.loads(write_json(schema))["elements"] if e["elementSpec"] == "p")
    assert (["TEI"], ["#text", "hi", "name"]) == (element["parents"], element["children"])


def test_documentation_shows_descriptions_and_escapes_them(compile_text, tmp_path):
    change = (
        '<elementSpec ident="p" mode="change"><desc>a &lt;script&gt; and <gi>hi</gi>, '
        '<ref target="javascript:alert(1)">here</ref></desc></elementSpec>'
    )
    schema, _ = compile_text(ALL + change)
    page = documentation(schema, tmp_path / "test.odd").decode()
    assert "a &lt;script&gt; and <code>&lt;hi&gt;</code>, here" in page
    assert "javascript" not in page


def test_comments_in_the_schema_cannot_be_closed_by_a_name(compile_text, tmp_path):
    schema, _ = compile_text(ALL)
    data = write_rng(schema)
    assert b"based on" not in data
    etree.fromstring(data)
