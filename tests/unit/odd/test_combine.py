"""What a customisation selects and changes."""

import pytest

from toolkit.findings import Finding
from toolkit.odd.compare_schemas import Attribute, element_models
from toolkit.odd.schema import Attributes, Schema
from toolkit.odd.to_grammar import grammar_of

ALL = '<moduleRef key="m"/><moduleRef key="n"/>'
Compiled = tuple[Schema, list[Finding]]


def attributes(schema: Schema, element: str) -> dict[str, Attribute]:
    return dict(element_models(grammar_of(schema))[element].attributes)


def children(schema: Schema, element: str) -> set[str]:
    return set(element_models(grammar_of(schema))[element].children)


def values(schema: Schema, element: str, attribute: str) -> tuple[str, ...]:
    found = Attributes(schema).of_element(schema.elements[element])[attribute].values
    return found.idents if found else ()


def test_modules_bring_all_their_elements(compile_text):
    schema, findings = compile_text(ALL)
    assert (["TEI", "head", "p", "hi", "name"], []) == (list(schema.elements), findings)


@pytest.mark.parametrize("inside", ['include="hi"', 'except="name"'])
def test_include_and_except_choose_elements(compile_text, inside):
    schema, _ = compile_text(f'<moduleRef key="m"/><moduleRef key="n" {inside}/>')
    assert {"#text", "hi"} == children(schema, "p")


def test_an_empty_include_takes_classes_and_no_elements(compile_text):
    schema, findings = compile_text('<moduleRef key="m"/><moduleRef key="n" include=""/>')
    assert (["TEI", "head", "p"], []) == (list(schema.elements), findings)


def test_an_element_can_be_selected_alone(compile_text):
    schema, _ = compile_text('<moduleRef key="m"/><elementRef key="name"/>')
    assert {"#text", "name"} == children(schema, "p")


def test_specification_groups_are_followed_where_they_are_referred_to(compile_text):
    group = '<specGrp xml:id="g"><moduleRef key="n"/></specGrp>'
    schema, _ = compile_text('<moduleRef key="m"/><specGrpRef target="#g"/>', before=group)
    assert {"#text", "hi", "name"} == children(schema, "p")


def test_a_deleted_element_is_left_out_of_contents(compile_text):
    schema, _ = compile_text(f'{ALL}<elementSpec ident="head" mode="delete"/>')
    assert {"p"} == children(schema, "TEI")


def test_a_change_inherits_what_it_does_not_give(compile_text):
    change = '<elementSpec ident="p" mode="change"><content><textNode/></content></elementSpec>'
    schema, _ = compile_text(ALL + change)
    assert ({"#text"}, {"n", "type", "rend"}) == (children(schema, "p"), {*attributes(schema, "p")})


def test_a_replacement_inherits_nothing(compile_text):
    new = '<elementSpec ident="p" mode="replace"><content><textNode/></content></elementSpec>'
    schema, _ = compile_text(ALL + new)
    assert ({"#text"}, set()) == (children(schema, "p"), set(attributes(schema, "p")))


def test_two_changes_of_one_element_are_joined(compile_text):
    first = '<elementSpec ident="p" mode="change"><content><textNode/></content></elementSpec>'
    second = (
        '<elementSpec ident="p" mode="change"><attList><attDef ident="n" mode="delete"/></attList>'
        "</elementSpec>"
    )
    schema, _ = compile_text(ALL + first + second)
    assert ({"#text"}, {"type", "rend"}) == (children(schema, "p"), {*attributes(schema, "p")})


def test_an_added_element_joins_its_classes(compile_text):
    new = (
        '<elementSpec ident="emph"><classes><memberOf key="model.phrase"/></classes>'
        "<content><textNode/></content></elementSpec>"
    )
    schema, findings = compile_text(ALL + new)
    assert ({"#text", "hi", "name", "emph"}, []) == (children(schema, "p"), findings)


def test_a_membership_is_taken_away_and_another_added(compile_text):
    change = (
        '<elementSpec ident="hi" mode="change"><classes mode="change">'
        '<memberOf key="model.phrase" mode="delete"/><memberOf key="model.part"/></classes>'
        "</elementSpec>"
    )
    schema, _ = compile_text(ALL + change)
    assert ("att.all", "model.part") == schema.elements["hi"].keys


def test_memberships_in_mode_replace_are_the_only_ones(compile_text):
    change = (
        '<elementSpec ident="hi" mode="change"><classes mode="replace">'
        '<memberOf key="model.phrase"/></classes></elementSpec>'
    )
    schema, _ = compile_text(ALL + change)
    assert {"level"} == set(attributes(schema, "hi"))


def test_a_class_loses_an_attribute_for_all_its_members(compile_text):
    change = (
        '<classSpec ident="att.look" type="atts" mode="change"><attList>'
        '<attDef ident="rend" mode="delete"/></attList></classSpec>'
    )
    schema, _ = compile_text(ALL + change)
    assert [{"n", "type"}, {"n", "type", "level"}] == [
        set(attributes(schema, name)) for name in ("p", "hi")
    ]


def test_a_deleted_class_takes_its_attributes_along(compile_text):
    schema, _ = compile_text(f'{ALL}<classSpec ident="att.look" type="atts" mode="delete"/>')
    assert {"n", "type"} == set(attributes(schema, "p"))


def test_a_class_reference_takes_some_attributes(compile_text):
    schema, _ = compile_text(f'{ALL}<classRef key="att.all" include="n"/>')
    assert {"n", "rend"} == set(attributes(schema, "p"))


def test_an_element_refuses_an_attribute_that_its_class_gives(compile_text):
    change = (
        '<elementSpec ident="p" mode="change"><attList><attDef ident="rend" mode="delete"/>'
        "</attList></elementSpec>"
    )
    schema, _ = compile_text(ALL + change)
    assert ({"n", "type"}, {"n", "type", "rend"}) == (
        set(attributes(schema, "p")),
        set(attributes(schema, "head")),
    )


def test_an_element_changes_an_attribute_that_its_class_gives(compile_text):
    change = (
        '<elementSpec ident="p" mode="change"><attList><attDef ident="type" mode="change" '
        'usage="req"><valList type="closed"><valItem ident="a"/></valList></attDef></attList>'
        "</elementSpec>"
    )
    schema, _ = compile_text(ALL + change)
    assert (True, ("a",)) == (attributes(schema, "p")["type"].required, values(schema, "p", "type"))


def test_values_are_changed_one_by_one(compile_text):
    change = (
        '<elementSpec ident="hi" mode="change"><attList><attDef ident="level" mode="change">'
        '<valList mode="change"><valItem ident="one" mode="delete"/><valItem ident="three"/>'
        "</valList></attDef></attList></elementSpec>"
    )
    schema, _ = compile_text(ALL + change)
    assert ("two", "three") == values(schema, "hi", "level")


def test_constraints_are_deleted_by_name(compile_text):
    change = (
        '<elementSpec ident="p" mode="change"><constraintSpec ident="p-full" mode="delete"/>'
        "</elementSpec>"
    )
    schema, _ = compile_text(ALL + change)
    assert () == schema.elements["p"].constraints


def test_a_macro_and_a_datatype_can_be_changed(compile_text):
    change = (
        '<macroSpec ident="macro.text" mode="change"><content><textNode/></content></macroSpec>'
        '<dataSpec ident="teidata.word" mode="change"><content><dataRef name="NCName"/></content>'
        "</dataSpec>"
    )
    schema, _ = compile_text(ALL + change)
    assert {"#text"} == children(schema, "p")
    assert "data NCName" in str(attributes(schema, "p")["type"].values)


def test_an_odd_can_be_based_on_another(compile_text, tmp_path):
    compile_text(f'{ALL}<elementSpec ident="hi" mode="delete"/>')
    (tmp_path / "test.odd").rename(tmp_path / "first.odd")
    schema, _ = compile_text(ALL.replace("/>", ' source="first.odd"/>'))
    assert {"#text", "name"} == children(schema, "p")


def test_alternative_names_are_the_names_in_documents(compile_text):
    change = '<elementSpec ident="hi" mode="change"><altIdent>bold</altIdent></elementSpec>'
    schema, _ = compile_text(ALL + change)
    assert {"#text", "bold", "name"} == children(schema, "p")


@pytest.mark.parametrize(
    ("language", "name"), [("de", "fett"), ("fr", "gras"), ("la", "hi"), ("", "gras")]
)
def test_names_are_those_of_the_language_of_the_schema(compile_text, language, name):
    names = '<altIdent xml:lang="fr">gras</altIdent><altIdent xml:lang="de">fett</altIdent>'
    change = f'<elementSpec ident="hi" mode="change">{names}</elementSpec>'
    schema, _ = compile_text(ALL + change, f'targetLang="{language}"' if language else "")
    assert name in children(schema, "p")


def test_an_element_in_another_namespace_stands_beside_one_of_the_same_name(compile_text):
    new = (
        '<elementSpec ident="hi" ns="urn:other" mode="add"><classes><memberOf key="model.phrase"/>'
        "</classes><content><textNode/></content></elementSpec>"
    )
    schema, findings = compile_text(ALL + new)
    assert ({"#text", "hi", "{urn:other}hi", "name"}, []) == (children(schema, "p"), findings)
