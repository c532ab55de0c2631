"""The built-in types of XML Schema that RELAX NG schemas use.

Sources: XML Schema Part 2 (2004), and the RELAX NG guidelines for using it (2001): ``enumeration``
and ``whiteSpace`` are not parameters, ``pattern`` may be given several times and all must match.
"""

import binascii
import re
import struct
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Final

from toolkit.rng import uri
from toolkit.rng.datatypes import Context, Kind, Parse, Value
from toolkit.rng.temporal import TEMPORAL

_NAME_START = (
    ":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME_CHAR = _NAME_START + r"\-.0-9\xb7\u0300-\u036f\u203f\u2040"


@cache
def builtin_kinds() -> Mapping[str, Kind]:
    """Return the built-in types of XML Schema by name."""
    known = [*_strings(), *_names(), *_lists(), *_numbers(), *_integers(), *_binaries()]
    known.append(Kind("anyURI", _parse_uri, "a URI", length=len))
    known.append(Kind("boolean", _parse_boolean, '"true", "false", "1" or "0"'))
    known.extend(
        Kind(name, parse, says, less=less) for name, (parse, says, less) in TEMPORAL.items()
    )
    return {kind.name: kind for kind in known}


def _parse_text(lexical: str, _: Context) -> Value:
    return lexical


PLAIN: Final = {
    "string": Kind("string", _parse_text, "a text", "preserve", len),
    "token": Kind("token", _parse_text, "a text", "collapse", len),
}


def _strings() -> list[Kind]:
    return [
        *PLAIN.values(),
        Kind("normalizedString", _parse_text, "a text", "replace", len),
        Kind("anyAtomicType", _parse_text, "a text", "preserve", len),
        Kind("untypedAtomic", _parse_text, "a text", "preserve", len),
    ]


@cache
def _make_matcher(expression: str) -> Callable[[str], re.Match[str] | None]:
    """Compile an expression on first use, since those of names are long."""
    return re.compile(expression).fullmatch


def parser_for(expression: str) -> Parse:
    """Return the parser of a type whose values match a regular expression."""

    def parse(lexical: str, _: Context) -> Value | None:
        return lexical if _make_matcher(expression)(lexical) else None

    return parse


_LETTER: Final = r"(?=[^\W\d]|:)"
"""A name begins with a letter, as in the editions of XML before the fifth, not with a mark."""
_NCNAME: Final = rf"(?!:){_LETTER}[{_NAME_START}](?:(?!:)[{_NAME_CHAR}])*"
_ncname = parser_for(_NCNAME)


def is_ncname(text: str) -> bool:
    """Whether a text is an NCName."""
    if text.isascii() and text.replace("-", "_").replace(".", "_").isidentifier():
        return True
    return _make_matcher(_NCNAME)(text) is not None


_NAME: Final = rf"{_LETTER}[{_NAME_START}][{_NAME_CHAR}]*"
_NMTOKEN: Final = rf"[{_NAME_CHAR}]+"


def _names() -> list[Kind]:
    plain = "an XML name without colon"
    return [
        Kind("Name", parser_for(_NAME), "an XML name", length=len),
        Kind("NMTOKEN", parser_for(_NMTOKEN), "a name token without spaces", length=len),
        Kind("NCName", _ncname, plain, length=len),
        Kind("ID", _ncname, plain, length=len, ids="ID"),
        Kind("IDREF", _ncname, plain, length=len, ids="IDREF"),
        Kind("ENTITY", _parse_entity, "an unparsed entity", length=len, contextual=True),
        Kind("QName", _parse_qname, "a name with a declared prefix", length=len, contextual=True),
        Kind(
            "NOTATION", _parse_qname, "a name with a declared prefix", length=len, contextual=True
        ),
        Kind(
            "language",
            parser_for(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*"),
            'a language tag such as "en" or "de-AT"',
            length=len,
        ),
    ]


def _parse_entity(lexical: str, context: Context) -> Value | None:
    return lexical if context.is_unparsed_entity(lexical) else None


def _parse_qname(lexical: str, context: Context) -> Value | None:
    prefix, colon, local = lexical.rpartition(":")
    if (colon and _ncname(prefix, context) is None) or _ncname(local, context) is None:
        return None
    namespace = context.namespace(prefix)
    if namespace is None:
        return None if colon else ("", local)
    return (namespace, local)


def _list_parser(parse: Parse) -> Parse:
    def parse_list(lexical: str, context: Context) -> Value | None:
        values = tuple(parse(token, context) for token in lexical.split(" "))
        return None if None in values or not lexical else values

    return parse_list


def _lists() -> list[Kind]:
    return [
        Kind("NMTOKENS", _list_parser(parser_for(_NMTOKEN)), "name tokens", length=len),
        Kind("IDREFS", _list_parser(_ncname), "XML names without colon", length=len, ids="IDREFS"),
        Kind(
            "ENTITIES",
            _list_parser(_parse_entity),
            "unparsed entities",
            length=len,
            contextual=True,
        ),
    ]


_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_DOUBLE = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN")
_INTEGER = re.compile(r"[+-]?[0-9]+")


def _parse_decimal(lexical: str, _: Context) -> Value | None:
    """Parse an exact Decimal of any length, without trailing zeros."""
    if not _DECIMAL.fullmatch(lexical):
        return None
    try:
        return Decimal(lexical)
    except InvalidOperation:
        return None


def _parse_double(lexical: str, _: Context) -> Value | None:
    if not _DOUBLE.fullmatch(lexical):
        return None
    if lexical == "NaN":
        return "NaN"
    return float(lexical.replace("INF", "inf"))


def _parse_float(lexical: str, context: Context) -> Value | None:
    """Parse a double and round it to single precision."""
    number = _parse_double(lexical, context)
    if not isinstance(number, float):
        return number
    try:
        rounded: float = struct.unpack("f", struct.pack("f", number))[0]
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")
    return rounded


def _is_less_number(first: Any, second: Any) -> bool:
    return first != "NaN" and second != "NaN" and bool(first < second)


def _numbers() -> list[Kind]:
    return [
        Kind("decimal", _parse_decimal, "a decimal number", less=_is_less_number),
        Kind("double", _parse_double, "a number", less=_is_less_number),
        Kind("float", _parse_float, "a number", less=_is_less_number),
    ]


def _integer_parser(low: int | None, high: int | None) -> Parse:
    def parse(lexical: str, _: Context) -> Value | None:
        if not _INTEGER.fullmatch(lexical):
            return None
        number = Decimal(lexical)
        if (low is not None and number < low) or (high is not None and number > high):
            return None
        return number

    return parse


def _integers() -> list[Kind]:
    ranges: dict[str, tuple[str, int | None, int | None]] = {
        "integer": ("a whole number", None, None),
        "nonPositiveInteger": ("a whole number that is 0 or less", None, 0),
        "nonNegativeInteger": ("a whole number that is 0 or more", 0, None),
        "positiveInteger": ("a whole number that is 1 or more", 1, None),
        "negativeInteger": ("a whole number below 0", None, -1),
    }
    for name, bits in (("Long", 64), ("Int", 32), ("Short", 16), ("Byte", 8)):
        low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
        ranges[name.lower()] = (f"a whole number from {low} to {high}", low, high)
        ranges[f"unsigned{name}"] = (f"a whole number from 0 to {2**bits - 1}", 0, 2**bits - 1)
    return [
        Kind(name, _integer_parser(low, high), says, less=_is_less_number)
        for name, (says, low, high) in ranges.items()
    ]


def _parse_boolean(lexical: str, _: Context) -> Value | None:
    return {"true": "true", "1": "true", "false": "false", "0": "false"}.get(lexical)


def _parse_uri(lexical: str, _: Context) -> Value | None:
    return lexical if uri.is_uri_reference(lexical) else None


_BASE64 = re.compile(
    r"(?:(?:[A-Za-z0-9+/] ?){4})*"
    r"(?:(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=|[A-Za-z0-9+/] ?[AQgw] ?= ?=)?"
)


def _parse_base64(lexical: str, _: Context) -> Value | None:
    return binascii.a2b_base64(lexical) if _BASE64.fullmatch(lexical) else None


def _parse_hexadecimal(lexical: str, _: Context) -> Value | None:
    return bytes.fromhex(lexical) if re.fullmatch(r"(?:[0-9a-fA-F]{2})*", lexical) else None


def _binaries() -> list[Kind]:
    return [
        Kind("base64Binary", _parse_base64, "data in base64", length=len),
        Kind("hexBinary", _parse_hexadecimal, "data in hexadecimal digits", length=len),
    ]
