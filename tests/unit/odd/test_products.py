"""What is made of a schema: Schematron, JSON, documentation, RELAX NG text."""

import json

from lxml import etree

from toolkit.odd.read_rng import parse_grammar
from toolkit.odd.to_docs import documentation
from toolkit.odd.to_grammar import grammar_of
from toolkit.odd.to_json import write_json
from toolkit.odd.to_rng import write_rng, write_rng_with_rules
from toolkit.odd.to_schematron import write_schematron
from toolkit.schematron import check_rules

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


RULE = (
    '<elementSpec ident="hi" mode="change"><constraintSpec ident="c" scheme="schematron">'
    '<constraint><sch:assert test="@rend = $known">how?</sch:assert></constraint>'
    "</constraintSpec></elementSpec>"
)
DECLARED = (
    '<constraintDecl scheme="schematron"><sch:ns prefix="x" uri="urn:x"/>'
    '<sch:let name="known" value="{}"/></constraintDecl>'
)


def findings(rules: bytes, rend: str) -> list[str]:
    document = f'<hi xmlns="http://www.tei-c.org/ns/1.0" rend="{rend}"/>'.encode()
    return [finding.message for finding in check_rules(document, "a.xml", [rules])]


def test_declarations_for_all_rules_are_taken_over_the_last_of_a_name(compile_text, tmp_path):
    compile_text(ALL + RULE, before=DECLARED.format("'bold'"))
    (tmp_path / "test.odd").rename(tmp_path / "base.odd")
    based = ALL.replace("/>", ' source="base.odd"/>')
    schema, _ = compile_text(based, before=DECLARED.format("'large'"))
    made = write_schematron(schema)
    assert (["how?"], []) == (findings(made, "bold"), findings(made, "large"))
    made = write_schematron(compile_text(based)[0])
    assert ([], ["how?"]) == (findings(made, "bold"), findings(made, "large"))


def test_rules_are_embedded_in_the_grammar(compile_text):
    schema, _ = compile_text(ALL + RULE, before=DECLARED.format("'bold'"))
    data = write_rng_with_rules(schema)
    assert ([], ["how?"]) == (findings(data, "bold"), findings(data, "x"))
    assert etree.RelaxNG(etree.fromstring(data))
    assert grammar_of(schema).definitions == parse_grammar(data).definitions


def test_the_rules_of_an_attribute_in_a_namespace_are_about_that_one(compile_text):
    change = (
        '<elementSpec ident="hi" mode="change"><attList><attDef ident="n" ns="urn:o" mode="add">'
        '<constraintSpec ident="c" scheme="schematron"><constraint><sch:assert test=". = 1">no'
        "</sch:assert></constraint></constraintSpec></attDef></attList></elementSpec>"
    )
    made = write_schematron(compile_text(ALL + change)[0])
    document = '<hi xmlns="http://www.tei-c.org/ns/1.0" xmlns:o="urn:o" n="2" o:n="{}"/>'
    for value, count in (("1", 0), ("2", 1)):
        found = check_rules(document.format(value).encode(), "a.xml", [made])
        assert count == len(list(found))


def test_documentation_is_in_the_language_that_is_asked_for(compile_text, tmp_path):
    docs = (
        '<gloss xml:lang="fr">ligne</gloss><gloss xml:lang="en">line</gloss>'
        '<desc xml:lang="en">A line.</desc><desc xml:lang="fr">Une ligne.</desc>'
    )
    change = f'<elementSpec ident="p" mode="change">{docs}</elementSpec>'
    for attributes, shown, hidden, lang in (
        ('docLang="fr"', "Une ligne.", "A line.", "fr"),
        ("", "A line.", "Une ligne.", "en"),
    ):
        schema, _ = compile_text(ALL + change, attributes)
        page = documentation(schema, tmp_path / "test.odd").decode()
        assert (True, False) == (shown in page, hidden in page)
        assert f'<html lang="{lang}"' in page
        assert f" ({'ligne' if lang == 'fr' else 'line'})" in page
