"""Every finding of the ODD processor is seen to fire, and sound ODDs cause none."""

import pytest

from toolkit.exceptions import SchemaError, SourceError
from toolkit.odd.spec_locations import compile_odd

ALL = '<moduleRef key="m"/><moduleRef key="n"/>'
FAULTY = {
    "an unknown module": ("ODD001", '<moduleRef key="x"/>'),
    "an unknown element in a module": ("ODD001", '<moduleRef key="m" include="p x"/>'),
    "an unknown element": ("ODD001", f'{ALL}<elementRef key="x"/>'),
    "a group that is not there": ("ODD001", f'{ALL}<specGrpRef target="#x"/>'),
    "an unknown datatype": (
        "ODD001",
        f'{ALL}<elementSpec ident="p" mode="change"><attList><attDef ident="x"><datatype>'
        '<dataRef key="anyURI"/></datatype></attDef></attList></elementSpec>',
    ),
    "a change of what is not selected": (
        "ODD002",
        '<moduleRef key="m"/><elementSpec ident="hi" mode="change"><content/></elementSpec>',
    ),
    "an addition of what is there": (
        "ODD003",
        f'{ALL}<elementSpec ident="p"><content><textNode/></content></elementSpec>',
    ),
    "a content with what is not there": (
        "ODD004",
        f'{ALL}<elementSpec ident="p" mode="change"><content><elementRef key="x"/></content>'
        "</elementSpec>",
    ),
    "a class without the member that is excepted": (
        "ODD004",
        f'{ALL}<elementSpec ident="p" mode="change"><content><classRef key="model.part" '
        'except="p hi"/></content></elementSpec>',
    ),
    "a class in itself": (
        "ODD005",
        f'{ALL}<classSpec ident="model.part" type="model" mode="change"><classes>'
        '<memberOf key="model.phrase"/></classes></classSpec>',
    ),
    "a macro in itself": (
        "ODD005",
        f'{ALL}<macroSpec ident="macro.text" mode="change"><content><macroRef key="macro.text"/>'
        "</content></macroSpec>",
    ),
    "two elements of one name": (
        "ODD006",
        f'{ALL}<elementSpec ident="hi" mode="change"><altIdent>name</altIdent></elementSpec>',
    ),
    "another release": ("ODD007", '<moduleRef key="tei" source="tei:4.0.0"/>'),
    "a change of an attribute that is not there": (
        "ODD008",
        f'{ALL}<elementSpec ident="p" mode="change"><attList><attDef ident="x" mode="delete"/>'
        "</attList></elementSpec>",
    ),
    "a start that is not there": ("ODD009", '<moduleRef key="n"/>'),
    "a membership in no class": (
        "ODD010",
        f'{ALL}<elementSpec ident="p" mode="change"><classes mode="change">'
        '<memberOf key="model.x"/></classes></elementSpec>',
    ),
    "a content that cannot be": (
        "ODD011",
        f'{ALL}<elementSpec ident="p" mode="change"><content><elementRef key="p"/></content>'
        "</elementSpec>",
    ),
    "a grammar elsewhere": ("ODD013", f'{ALL}<moduleRef url="https://example.org/x.rng"/>'),
    "a grammar that is not there": ("ODD013", f'{ALL}<moduleRef url="x.rng"/>'),
    "a requirement that is left out": ("ODD014", f'{ALL}<elementSpec ident="p" mode="delete"/>'),
    "values without a mode": (
        "ODD012",
        f'{ALL}<elementSpec ident="hi" mode="change"><attList><attDef ident="level" mode="change">'
        '<valList type="closed"><valItem ident="x"/></valList></attDef></attList></elementSpec>',
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_odd_is_reported_with_its_place(compile_text, name):
    code, inside = FAULTY[name]
    _, findings = compile_text(inside)
    found = [f for f in findings if f.code == code]
    assert (True, True) == (bool(found), all(f.place.file.endswith("test.odd") for f in found))


def test_members_that_a_class_has_may_be_excepted(compile_text):
    content = '<content><classRef key="model.part" except="model.phrase"/></content>'
    _, findings = compile_text(f'{ALL}<elementSpec ident="p" mode="change">{content}</elementSpec>')
    assert "ODD004" not in {finding.code for finding in findings}


def test_two_elements_of_one_name_may_be_in_different_elements(compile_text):
    new = "".join(
        f'<elementSpec ident="{ident}" ns="urn:o"><altIdent>part</altIdent><content><textNode/>'
        f'</content></elementSpec><elementSpec ident="{parent}" mode="change"><content>'
        f'<elementRef key="{ident}"/></content></elementSpec>'
        for ident, parent in (("first", "hi"), ("second", "name"))
    )
    _, findings = compile_text(ALL + new)
    assert "ODD006" not in {finding.code for finding in findings}
    _, findings = compile_text(
        ALL
        + new.replace('key="second"', 'key="first"')
        + (
            '<elementSpec ident="p" mode="change"><content><elementRef key="first"/>'
            '<elementRef key="second"/></content></elementSpec>'
        )
    )
    assert "ODD006" in {finding.code for finding in findings}


def test_what_the_odd_mends_is_no_fault_of_its_base(compile_text, tmp_path):
    _, findings = compile_text('<moduleRef key="n"/>')
    assert "ODD009" in {finding.code for finding in findings}
    (tmp_path / "test.odd").rename(tmp_path / "base.odd")
    inside = '<moduleRef key="m"/><moduleRef key="n" source="base.odd"/>'
    assert [] == compile_text(inside)[1]


def test_a_circle_of_classes_ends(compile_text):
    schema, _ = compile_text(FAULTY["a class in itself"][1])
    assert "p" in schema.elements


def test_an_odd_based_on_itself_is_refused(compile_text, tmp_path):
    with pytest.raises(SchemaError, match="based on itself"):
        compile_text(f'<moduleRef key="m" source="test.odd"/>{ALL}')


def test_groups_that_refer_to_each_other_are_refused(compile_text):
    group = '<specGrp xml:id="g"><specGrpRef target="#g"/></specGrp>'
    with pytest.raises(SchemaError, match="refers to itself"):
        compile_text('<specGrpRef target="#g"/>', before=group)


@pytest.mark.parametrize("target", ["https://example.org/x.xml", "http://example.org/x.xml#g"])
def test_nothing_is_fetched(compile_text, target):
    with pytest.raises(SchemaError, match="not a local file"):
        compile_text(f'<specGrpRef target="{target}"/>')


def test_a_source_elsewhere_is_not_fetched(compile_text):
    with pytest.raises(SchemaError, match="not a local file"):
        compile_text('<moduleRef key="m" source="https://example.org/odd.xml"/>')


def test_a_file_without_a_schema_is_no_odd(tmp_path):
    path = tmp_path / "letter.xml"
    path.write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', encoding="utf-8")
    with pytest.raises(SchemaError, match="not an ODD"):
        compile_odd(path)


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"<TEI", b"<!DOCTYPE x SYSTEM 'x'><x>&y;</x>"])
def test_what_is_not_xml_is_refused(tmp_path, data):
    path = tmp_path / "broken.odd"
    path.write_bytes(data)
    with pytest.raises(SourceError):
        compile_odd(path)


def test_entities_do_not_explode(tmp_path):
    path = tmp_path / "bomb.odd"
    entities = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 20}">' for i in range(12))
    path.write_text(
        f'<!DOCTYPE TEI [<!ENTITY e0 "x">{entities}]><TEI>&e12;</TEI>', encoding="utf-8"
    )
    with pytest.raises(SourceError):
        compile_odd(path)


@pytest.mark.parametrize("depth", [1, 4])
def test_contents_too_large_to_write_out_are_refused(compile_text, depth):
    inner = '<elementRef key="p"/>'
    for _ in range(depth):
        inner = f'<sequence maxOccurs="{10 ** (8 // depth)}">{inner}</sequence>'
    change = f'<elementSpec ident="TEI" mode="change"><content>{inner}</content></elementSpec>'
    with pytest.raises(SchemaError, match="too large"):
        compile_text(ALL + change)


def test_a_start_with_the_prefix_of_patterns_is_understood(compile_text):
    schema, findings = compile_text(ALL, attributes='prefix="tei_"', start="tei_TEI")
    assert (("TEI",), []) == (schema.start, findings)
