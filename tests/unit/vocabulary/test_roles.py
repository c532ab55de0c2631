"""The tables of roles and pointers are those that TEI P5 gives."""

import pytest

from toolkit.exceptions import SchemaError
from toolkit.odd import vocabulary_tables
from toolkit.vocabulary import elements, pointer_attributes, role_names


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_generated_files_are_what_p5_gives(number: int) -> None:
    path, text = list(vocabulary_tables.generated_files())[number]
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("role", "element"),
    [
        ("division", "div7"),
        ("block", "p"),
        ("block", "egXML"),
        ("line", "l"),
        ("block-or-phrase", "quote"),
        ("milestone", "gb"),
        ("name", "settlement"),
        ("metadata", "interp"),
        ("running-text", "p"),
        ("elements-only", "sp"),
    ],
)
def test_an_element_has_its_role(role: str, element: str) -> None:
    assert element in elements(role)


@pytest.mark.parametrize(
    ("role", "element"),
    [
        ("block", "hi"),
        ("line", "p"),
        ("milestone", "fw"),
        ("metadata", "span"),
        ("name-part", "persPronouns"),
        ("running-text", "div"),
        ("elements-only", "lb"),
        ("elements-only", "note"),
    ],
)
def test_an_element_has_no_role_that_an_exception_or_p5_denies(role: str, element: str) -> None:
    assert element not in elements(role)


def test_no_element_is_both_a_block_and_a_line() -> None:
    assert frozenset() == elements("block") & elements("line")


def test_several_roles_are_united() -> None:
    assert elements("name") | elements("dated") == elements("name", "dated")


def test_a_role_that_nobody_defined_is_refused() -> None:
    with pytest.raises(KeyError):
        elements("blocks")


def test_every_role_has_elements() -> None:
    assert [] == [role for role in role_names() if not elements(role)]


def test_a_pointer_is_known_with_the_elements_on_which_it_is_one() -> None:
    pointers = pointer_attributes()
    assert frozenset() == pointers["corresp"]
    assert {"relation"} == pointers["active"]
    assert "n" not in pointers


@pytest.mark.parametrize(
    ("definition", "message"),
    [
        ({"classes": ["model.noSuch"]}, r"\[odd\]: no class model.noSuch in P5"),
        ({"also": [["para", "a reason"]]}, r"\[odd\]: also: not an element of P5: para"),
        ({"also": [["p", ""]]}, r"\[odd\]: also: no reason for p"),
        ({"roles": ["unknown"]}, r"\[odd\]: 'unknown'"),
        ({"elements": ["p"]}, r"\[odd\]: unknown key elements"),
    ],
)
def test_a_definition_that_p5_does_not_bear_out_is_refused(
    definition: dict[str, object], message: str
) -> None:
    with pytest.raises(SchemaError, match=message):
        vocabulary_tables.compute_roles({"odd": definition})
