"""Looking things up."""

from toolkit.odd.lookup import explain, find_similar, format_explanation
from toolkit.odd.standard_schemas import builtin_schema

ALL = '<moduleRef key="m"/><moduleRef key="n"/>'


def test_an_element_is_explained_with_its_family(compile_text):
    schema, _ = compile_text(ALL)
    (found,) = explain("p", schema)
    assert (("TEI",), ("#text", "hi", "name")) == (found.parents, found.children)


def test_an_attribute_is_found_with_and_without_its_mark(compile_text):
    schema, _ = compile_text(ALL)
    assert ["@level"] * 2 == [explain(name, schema)[0].name for name in ("@level", "level")]


def test_a_class_lists_its_members(compile_text):
    schema, _ = compile_text(ALL)
    assert ("hi", "name") == explain("model.phrase", schema)[0].members


def test_what_the_customisation_changes_is_said(compile_text):
    base, _ = compile_text(ALL)
    change = (
        '<elementSpec ident="hi" mode="change"><attList><attDef ident="rend" mode="delete"/>'
        "</attList></elementSpec>"
    )
    schema, _ = compile_text(ALL + change)
    assert ("@rend is left out",) == explain("hi", schema, base=base)[0].changes


def test_what_the_customisation_leaves_out_is_still_explained(compile_text):
    base, _ = compile_text(ALL)
    schema, _ = compile_text(f'{ALL}<elementSpec ident="hi" mode="delete"/>')
    assert ("the customisation leaves it out",) == explain("hi", schema, base=base)[0].changes


def test_an_unknown_name_has_no_explanation_but_neighbours():
    schema = builtin_schema()
    assert ((), "persName") == (explain("persname", schema), find_similar("persname", schema)[0])


def test_the_text_names_module_and_guidelines():
    text = format_explanation(explain("persName", builtin_schema())[0])
    assert "element persName (module namesdates)" in text
    assert "ref-persName.html" in text
