"""Content models and values in one line."""

import pytest
from lxml import etree

from toolkit.namespaces import TEI
from toolkit.odd import compact_syntax
from toolkit.odd.read_specs import read_attribute, read_particle


def parsed(xml: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns="{TEI}">{xml}</x>')[0]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<elementRef key="p" minOccurs="0"/>', "p?"),
        ('<elementRef key="p" minOccurs="2" maxOccurs="4"/>', "p{2,4}"),
        ('<classRef key="model.p" maxOccurs="unbounded"/>', "model.p+"),
        ('<sequence><elementRef key="a"/><elementRef key="b"/></sequence>', "a, b"),
        (
            '<alternate minOccurs="0" maxOccurs="unbounded"><textNode/><elementRef key="b"/>'
            "</alternate>",
            "(text | b)*",
        ),
        ('<classRef key="model.p" expand="sequence"/>', "model.p.sequence"),
        ('<dataRef name="token" restriction="a+"/>', "xsd:token {pattern a+}"),
        ("<empty/>", "empty"),
    ],
)
def test_content_models(xml, expected):
    assert expected == compact_syntax.format_content(read_particle(parsed(xml)))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("", "text"),
        ('<datatype maxOccurs="unbounded"><dataRef key="word"/></datatype>', "word+"),
        ('<valList type="closed"><valItem ident="a"/><valItem ident="b"/></valList>', '"a" | "b"'),
        (
            '<datatype maxOccurs="unbounded"><dataRef key="word"/></datatype><valList type="semi">'
            '<valItem ident="a"/></valList>',
            '("a" | word)+',
        ),
        (
            '<datatype><dataRef key="word"/></datatype><valList><valItem ident="a"/></valList>',
            'word, such as "a"',
        ),
    ],
)
def test_values(inside, expected):
    attribute = read_attribute(parsed(f'<attDef ident="x">{inside}</attDef>'))
    assert expected == compact_syntax.format_values(attribute)
