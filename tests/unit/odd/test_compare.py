"""Comparing schemas."""

import pytest

from toolkit.exceptions import SchemaError
from toolkit.odd.compare_schemas import compare
from toolkit.odd.read_rng import parse_grammar
from toolkit.odd.regex_equivalence import choice, find_difference, repeated, sequence, symbol
from toolkit.odd.to_grammar import grammar_of
from toolkit.odd.to_rng import write_rng

ALL = '<moduleRef key="m"/><moduleRef key="n"/>'
A, B = symbol("a"), symbol("b")


def test_a_grammar_is_equal_to_itself_as_a_file(compile_text):
    schema, _ = compile_text(ALL)
    assert [] == compare(grammar_of(schema), parse_grammar(write_rng(schema)))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ('<content><elementRef key="p" maxOccurs="unbounded"/></content>', "child"),
        (
            '<content><sequence><elementRef key="head"/><elementRef key="p"/></sequence></content>',
            "content",
        ),
        ('<attList><attDef ident="n" mode="delete"/></attList>', "attribute"),
        ('<attList><attDef ident="n" mode="change" usage="req"/></attList>', "use"),
        (
            '<attList><attDef ident="n" mode="change"><datatype><dataRef name="NCName"/></datatype>'
            "</attDef></attList>",
            "values",
        ),
    ],
)
def test_every_kind_of_difference_is_found(compile_text, change, expected):
    plain, _ = compile_text(ALL)
    changed, _ = compile_text(f'{ALL}<elementSpec ident="TEI" mode="change">{change}</elementSpec>')
    found = compare(grammar_of(plain), grammar_of(changed))
    assert {expected} == {d.kind for d in found if d.element == "TEI"}


def test_expressions_that_look_different_are_equal():
    assert "" == find_difference(sequence((A, repeated(A))), sequence((repeated(A), A)))


def test_a_difference_is_shown_by_a_shortest_example():
    assert "a b" == find_difference(repeated(choice((A, B))), choice((repeated(A), repeated(B))))


def test_what_is_no_grammar_is_refused():
    with pytest.raises(SchemaError):
        parse_grammar(b"<x/>")
