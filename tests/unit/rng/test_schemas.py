"""Schemas: faults are reported with their place, and what schemas can say is understood."""

from pathlib import Path

import pytest

from toolkit.exceptions import SchemaError
from toolkit.rng import Grammar, load, validate
from toolkit.rng import pattern as p
from toolkit.rng.nameclass import Name

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
XSD = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'


def schema(inside: str) -> bytes:
    return f"<element name='a' {RNG} {XSD}>{inside}</element>".encode()


def is_valid(grammar: Grammar, document: str) -> bool:
    return not list(validate(grammar, document.encode()))


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<nothing/>", "s.rng:1:"),
        ("<ref name='b'/>", 'the reference to "b" stands outside the grammar it needs'),
        ("<data type='numero'/>", 'XML Schema has no datatype "numero"'),
        ("<data type='int'><param name='pattern'>(</param></data>", "faulty regular expression"),
        ("<data type='int'><param name='length'>3</param></data>", 'has no parameter "length"'),
        ("<value type='integer'>x</value>", '"x" is not a whole number'),
        ("<externalRef href='http://example.org/x.rng'/>", "not fetched from the network"),
        ("<externalRef href='missing.rng'/>", "cannot be read"),
        ("<attribute name='b'/><attribute name='b'/>", 'the attribute "b" may stand twice'),
        ("<data type='string'/><element name='b'><empty/></element>", "cannot stand beside"),
    ],
)  # fmt: skip
def test_a_faulty_schema_is_reported_with_its_place(inside: str, message: str) -> None:
    with pytest.raises(SchemaError, match=r"^(s|http|missing)") as caught:
        load(schema(inside), name="s.rng")
    assert message in str(caught.value)


def test_a_schema_that_is_not_xml_is_reported() -> None:
    with pytest.raises(SchemaError, match=r"s\.rng:1:10: the schema is not well-formed"):
        load(b"<element>&", name="s.rng")


def test_a_schema_may_not_include_itself(tmp_path: Path) -> None:
    file = tmp_path / "loop.rng"
    file.write_text(f"<grammar {RNG}><include href='loop.rng'/></grammar>")
    with pytest.raises(SchemaError, match="includes itself"):
        load(file)


def test_a_definition_may_not_contain_itself_without_an_element_between() -> None:
    text = (
        f"<grammar {RNG}><start><ref name='a'/></start>"
        "<define name='a'><ref name='a'/></define></grammar>"
    )
    with pytest.raises(SchemaError, match="contains itself"):
        load(text.encode())


def test_nesting_without_end_is_refused() -> None:
    text = f"<element name='a' {RNG}>" + "<group>" * 50_000 + "</group>" * 50_000 + "</element>"
    with pytest.raises(SchemaError, match="nested too deeply"):
        load(text.encode())


def test_an_included_definition_can_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "base.rng").write_text(
        f"<grammar {RNG}><start><ref name='a'/></start>"
        "<define name='a'><element name='a'><empty/></element></define></grammar>"
    )
    main = tmp_path / "main.rng"
    main.write_text(
        f"<grammar {RNG}><include href='base.rng'>"
        "<define name='a'><element name='b'><empty/></element></define></include></grammar>"
    )
    assert [True, False] == [is_valid(load(main), text) for text in ("<b/>", "<a/>")]


@pytest.mark.parametrize(("text", "valid"), [("<a>1 2</a>", True), ("<a>1 x</a>", False)])
def test_interleaved_elements_stand_in_any_order(text: str, valid: bool) -> None:
    assert valid == is_valid(
        load(schema("<list><oneOrMore><data type='int'/></oneOrMore></list>")), text
    )


def test_interleave_allows_any_order() -> None:
    parts = "".join(f"<element name='{n}'><empty/></element>" for n in "bcd")
    grammar = load(schema(f"<interleave>{parts}</interleave>"))
    found = [is_valid(grammar, f"<a>{inside}</a>") for inside in ("<d/><b/><c/>", "<d/><b/>")]
    assert [True, False] == found


def test_a_grammar_can_be_built_without_xml() -> None:
    made: list[str] = []

    def content() -> p.Pattern:
        made.append("div")
        return p.zero_or_more(div)

    div = p.element(Name("div"), content)
    grammar = Grammar(div)
    assert [] == made
    assert is_valid(grammar, "<div><div/></div>")
    assert ["div"] == made


def test_equal_patterns_are_one_object() -> None:
    one, other = p.element(Name("b"), lambda: p.empty), p.element(Name("c"), lambda: p.empty)
    assert p.choice((one, other)) is p.choice((other, one))
    assert p.group((one, p.empty)) is one
    assert p.choice((one, p.not_allowed)) is one
