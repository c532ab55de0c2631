"""Content models and datatypes as patterns."""

import pytest
from lxml import etree

from toolkit.odd.to_rng import write_rng

ALL = '<moduleRef key="m"/><moduleRef key="n"/>'
DOCUMENT = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:o="urn:o">{}</TEI>'


@pytest.fixture
def is_valid(compile_text):
    """Whether the inside of a document is valid under a change of the root element."""

    def check(change: str, inside: str) -> bool:
        schema, _ = compile_text(
            f'{ALL}<elementSpec ident="TEI" mode="change">{change}</elementSpec>'
        )
        validator = etree.RelaxNG(etree.fromstring(write_rng(schema)))
        return bool(validator.validate(etree.fromstring(DOCUMENT.format(inside))))

    return check


@pytest.mark.parametrize(
    ("content", "good", "bad"),
    [
        ("<empty/>", "", "<p/>"),
        ("<textNode/>", "text", "<p/>"),
        ('<elementRef key="p" minOccurs="2" maxOccurs="3"/>', "<p/><p/><p/>", "<p/>"),
        ('<elementRef key="p" minOccurs="2" maxOccurs="3"/>', "<p/><p/>", "<p/><p/><p/><p/>"),
        ('<classRef key="model.phrase"/>', "<hi/>", "<hi/><name/>"),
        ('<classRef key="model.phrase" expand="sequence"/>', "<hi/><name/>", "<hi/>"),
        ('<classRef key="model.phrase" expand="sequenceOptional"/>', "<name/>", "<name/><hi/>"),
        (
            '<classRef key="model.phrase" expand="sequenceRepeatable"/>',
            "<hi/><hi/><name/>",
            "<hi/>",
        ),
        (
            '<classRef key="model.phrase" expand="sequenceOptionalRepeatable"/>',
            "<name/><name/>",
            "<p/>",
        ),
        ('<classRef key="model.phrase" except="hi"/>', "<name/>", "<hi/>"),
        ('<classRef key="model.phrase" include="hi"/>', "<hi/>", "<name/>"),
        (
            '<interleave><elementRef key="p"/><elementRef key="head"/></interleave>',
            "<head/><p/>",
            "<p/>",
        ),
        (
            '<sequence preserveOrder="false"><elementRef key="p"/>'
            '<elementRef key="head"/></sequence>',
            "<head/><p/>",
            "<p/>",
        ),
        ('<valList type="closed"><valItem ident="a"/></valList>', "a", "b"),
        ('<dataRef name="integer"/>', "12", "twelve"),
        ('<dataRef name="integer"><dataFacet name="maxInclusive" value="9"/></dataRef>', "9", "10"),
        ("<anyElement/>", "<o:x a='1'><o:y/>text</o:x>", "<p/>"),
        ('<anyElement except="urn:o"/>', "<x xmlns='urn:x'/>", "<o:x/>"),
        ('<elementRef key="missing"/>', "", "<p/>"),
        ('<alternate><elementRef key="missing"/><elementRef key="p"/></alternate>', "<p/>", ""),
        (
            '<alternate><elementRef key="missing" minOccurs="0"/><elementRef key="p"/></alternate>',
            "",
            "<hi/>",
        ),
    ],
)
def test_pure_odd(is_valid, content, good, bad):
    change = f"<content>{content}</content>"
    assert (True, False) == (is_valid(change, good), is_valid(change, bad))


@pytest.mark.parametrize(
    ("content", "good", "bad"),
    [
        ('<oneOrMore><ref name="model.phrase"/></oneOrMore>', "<hi/><name/>", ""),
        (
            '<group><ref name="head"/><optional><ref name="p"/></optional></group>',
            "<head/>",
            "<p/>",
        ),
        ('<ref name="model.phrase_sequence"/>', "<hi/><name/>", "<hi/>"),
        ('<choice><value>a</value><data type="integer"/></choice>', "a", "b"),
        ('<element name="x" ns="urn:o"><text/></element>', "<o:x>y</o:x>", "<o:y/>"),
        ('<zeroOrMore><choice><text/><ref name="hi"/></choice></zeroOrMore>', "a<hi/>b", "<p/>"),
        ('<interleave><ref name="p"/><ref name="head"/></interleave>', "<head/><p/>", "<p/>"),
    ],
)
def test_relax_ng_in_an_odd(is_valid, content, good, bad):
    change = (
        f'<content><group xmlns="http://relaxng.org/ns/structure/1.0">{content}</group></content>'
    )
    assert (True, False) == (is_valid(change, good), is_valid(change, bad))


@pytest.mark.parametrize(
    ("attribute", "good", "bad"),
    [
        ('<datatype><dataRef name="integer"/></datatype>', "12", "x"),
        ('<datatype maxOccurs="2"><dataRef name="integer"/></datatype>', "1 2", "1 2 3"),
        (
            '<datatype minOccurs="2" maxOccurs="unbounded"><dataRef name="integer"/></datatype>',
            "1 2",
            "1",
        ),
        ('<datatype><dataRef name="token" restriction="[a-z]+"/></datatype>', "abc", "ABC"),
        ('<datatype><dataRef key="teidata.word"/></datatype>', "a", "a b"),
        (
            '<datatype><dataRef name="integer"/></datatype>'
            '<valList type="semi"><valItem ident="a"/>'
            "</valList>",
            "a",
            "b",
        ),
        (
            '<datatype><dataRef name="integer"/></datatype>'
            '<valList type="open"><valItem ident="a"/>'
            "</valList>",
            "1",
            "a",
        ),
        (
            '<datatype maxOccurs="2"><dataRef key="teidata.word"/></datatype>'
            '<valList type="closed">'
            '<valItem ident="a"/><valItem ident="b"/></valList>',
            "b a",
            "c",
        ),
    ],
)
def test_datatypes(is_valid, attribute, good, bad):
    change = (
        '</elementSpec><elementSpec ident="p" mode="change">'
        f'<attList><attDef ident="x">{attribute}</attDef></attList>'
    )
    verdicts = [is_valid(change, f'<p x="{value}"/>') for value in (good, bad)]
    assert [True, False] == verdicts


def test_of_attributes_in_choice_only_one_may_stand(is_valid):
    change = (
        '</elementSpec><elementSpec ident="p" mode="change"><attList org="choice">'
        '<attDef ident="a"/><attDef ident="b"/></attList>'
    )
    verdicts = [is_valid(change, f"<p {given}/>") for given in ("a='1'", "b='1'", "a='1' b='1'")]
    assert [True, True, False] == verdicts


GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:o">
  <start><ref name="x"/></start>
  <define name="x"><element name="x"><optional><ref name="y"/></optional></element></define>
  <define name="y"><element name="y"><value type="string" datatypeLibrary="">a</value></element>
  </define></grammar>"""


def test_a_grammar_of_another_vocabulary_is_taken_in(compile_text, tmp_path):
    (tmp_path / "other.rng").write_text(GRAMMAR, encoding="utf-8")
    module = (
        '<moduleRef url="other.rng" prefix="o_"><content>'
        '<define xmlns="http://relaxng.org/ns/structure/1.0" name="model.phrase" combine="choice">'
        '<ref name="o_x"/></define></content></moduleRef>'
    )
    schema, findings = compile_text(ALL + module)
    validator = etree.RelaxNG(etree.fromstring(write_rng(schema)))
    inside = ("<p><o:x/></p>", "<p><hi/><o:x><o:y>a</o:y></o:x></p>", "<p><o:y>a</o:y></p>")
    verdicts = [validator.validate(etree.fromstring(DOCUMENT.format(text))) for text in inside]
    assert ([], [True, True, False]) == (findings, verdicts)


GROUP = """<attList org="choice"><attDef ident="when" usage="req"/><attList org="group">
  <attDef ident="from" usage="req"/><attDef ident="to" usage="req"/></attList></attList>"""


@pytest.mark.parametrize(
    ("attributes", "valid"),
    [
        ("when='1'", True),
        ("from='1' to='2'", True),
        ("from='1'", False),
        ("when='1' from='1' to='2'", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("kind", ["element", "class"])
def test_a_group_in_a_choice_of_attributes_keeps_together(compile_text, kind, attributes, valid):
    if kind == "element":
        change = f'<elementSpec ident="hi" mode="change">{GROUP}</elementSpec>'
    else:
        change = f'<classSpec ident="att.look" type="atts" mode="change">{GROUP}</classSpec>'
    schema, _ = compile_text(ALL + change, start="hi")
    validator = etree.RelaxNG(etree.fromstring(write_rng(schema)))
    document = f'<hi xmlns="http://www.tei-c.org/ns/1.0" {attributes}/>'
    assert valid is validator.validate(etree.fromstring(document))


@pytest.mark.parametrize(
    ("attributes", "valid"),
    [
        ("n='a' o:n='3'", True),
        ("n='a'", True),
        ("o:n='x'", False),
        ("x:n='3'", False),
    ],
)
def test_an_attribute_in_a_namespace_stands_beside_one_without(compile_text, attributes, valid):
    change = (
        '<elementSpec ident="hi" mode="change"><attList><attDef ident="n" ns="urn:o" mode="add">'
        '<datatype><dataRef name="integer"/></datatype></attDef></attList></elementSpec>'
    )
    schema, _ = compile_text(ALL + change, start="hi")
    validator = etree.RelaxNG(etree.fromstring(write_rng(schema)))
    spaces = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:o="urn:o" xmlns:x="urn:x"'
    assert valid is validator.validate(etree.fromstring(f"<hi {spaces} {attributes}/>"))


@pytest.mark.parametrize(("value", "valid"), [("eins", True), ("one", False), ("two", True)])
def test_a_value_is_written_with_its_alternative_name(compile_text, value, valid):
    change = (
        '<elementSpec ident="hi" mode="change"><attList><attDef ident="level" mode="change">'
        '<valList mode="change"><valItem ident="one" mode="change"><altIdent>eins</altIdent>'
        "</valItem></valList></attDef></attList></elementSpec>"
    )
    schema, _ = compile_text(ALL + change, start="hi")
    validator = etree.RelaxNG(etree.fromstring(write_rng(schema)))
    document = f'<hi xmlns="http://www.tei-c.org/ns/1.0" level="{value}"/>'
    assert valid is validator.validate(etree.fromstring(document))
