"""Values: the datatypes and regular expressions of XML Schema."""

import pytest

from toolkit.namespaces import XSD_TYPES
from toolkit.rng.library import datatype
from toolkit.rng.xsd_regex import ExpressionError, compile_expression


class NoContext:
    def namespace(self, prefix: str) -> str | None:
        return None if prefix else ""

    def is_unparsed_entity(self, name: str) -> bool:
        return name == "declared"


def allows(name: str, text: str, *params: tuple[str, str]) -> bool:
    return datatype(XSD_TYPES, name, params).allows(text, NoContext())


@pytest.mark.parametrize(
    ("expression", "right", "wrong"),
    [
        (r"\S+", "a#b", "a b"),
        (r"[^\p{C}\p{Z}]+", "Straße", "a\u00a0b"),
        (r"[a-z-[aeiou]]+", "xyz", "xaz"),
        (r"a.c", "abc", "a\nc"),
        (r"\i\c*", "_x-1", "1x"),
        (r"[\-+]?\d{2,3}(%|cm)", "-12cm", "1cm"),
        (r"^a$", "^a$", "a"),
        (r"\p{IsGreek}+", "λόγος".replace("ό", "ο"), "logos"),
        (r"(a|b)*", "abba", "abc"),
        (r"[\]\\]+", "]\\", "a"),
        (r"[^a]", "b", "a"),
    ],
)
def test_an_expression_matches_the_whole_value(expression: str, right: str, wrong: str) -> None:
    matches = compile_expression(expression)
    assert (True, False) == (matches(right), matches(wrong))


@pytest.mark.parametrize(
    "faulty", ["(", "a)", "[z-a]", r"\q", r"\p{Xy}", "*a", "[a", r"\p{IsNo}", "a**"]
)
def test_a_faulty_expression_is_refused(faulty: str) -> None:
    with pytest.raises(ExpressionError):
        compile_expression(faulty)


def test_an_expression_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.rng.xsd_regex._PATIENCE", 0.2)
    assert not compile_expression("(a|a|aa)*(b|bb)*c{0}d")("a" * 60 + "b")


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("date", "1848-02-29", "1847-02-29"),
        ("date", "-0044-03-15", "0000-01-01"),
        ("gYear", "0999", "999"),
        ("gMonthDay", "--02-29", "--02-30"),
        ("dateTime", "1848-03-18T24:00:00", "1848-03-18T25:00:00"),
        ("time", "14:05:00+01:00", "14:05"),
        ("duration", "P1Y2M3DT4H5M6.7S", "P1S"),
        ("anyURI", "http://a.org/%20", "b/%zz"),
        ("anyURI", "ü ä#x", "a#b#c"),
        ("anyURI", "?[a]", "[a]"),
        ("anyURI", "#[a]", "img[1].png"),
        ("anyURI", "mailto:[a]", "mailto:"),
        ("anyURI", "file:///a", "http://"),
        ("anyURI", "//a", "//"),
        ("anyURI", "http://[::1]:80/", "http://[::1"),
        ("anyURI", "http://me@[1::2]", "http://[1::2::3]"),
        ("anyURI", "http://[::1]", "http://[::1]x"),
        ("anyURI", "a:b:c", ":b"),
        ("anyURI", "./1:b", "1:b"),
        ("anyURI", "http://a/(b)'<|>", "http://a/%2"),
        ("language", "de-AT", "english language"),
        ("NCName", "Ä-1", "a:b"),
        ("boolean", "true", "yes"),
        ("unsignedByte", "255", "256"),
        ("double", "-1.5E3", "1,5"),
        ("base64Binary", "TWFu", "TWF"),
        ("hexBinary", "0aFF", "0aF"),
    ],
)
def test_a_datatype_knows_its_values(name: str, right: str, wrong: str) -> None:
    assert (True, False) == (allows(name, right), allows(name, wrong))


@pytest.mark.parametrize(
    ("name", "param", "right", "wrong"),
    [
        ("decimal", ("totalDigits", "3"), "12.30", "12.34"),
        ("decimal", ("fractionDigits", "1"), "2.50", "2.55"),
        ("string", ("maxLength", "2"), "𝔄𝔅", "abc"),
        ("integer", ("minInclusive", "-5"), "-5", "-6"),
        ("date", ("maxExclusive", "1900-01-01"), "1899-12-31", "1900-01-01"),
        ("IDREFS", ("length", "2"), "a b", "a b c"),
    ],
)
def test_a_parameter_narrows_a_datatype(
    name: str, param: tuple[str, str], right: str, wrong: str
) -> None:
    assert (True, False) == (allows(name, right, param), allows(name, wrong, param))
