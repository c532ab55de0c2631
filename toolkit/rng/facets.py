"""Facets: the parameters that narrow an XML Schema datatype."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from toolkit.rng.datatypes import DatatypeError, Kind
from toolkit.rng.xsd_regex import ExpressionError, compile_expression

Facet = Callable[[str, Any], bool]
"""Tests a value, given its lexical form and the parsed value."""


class _NoContext:
    """The context of a parameter, which holds no prefixed names."""

    def namespace(self, prefix: str) -> str | None:
        return "" if not prefix else None

    def is_unparsed_entity(self, name: str) -> bool:  # noqa: ARG002 - the protocol has it
        return False


def make_facet(kind: Kind, name: str, value: str) -> Facet:
    """Return the test for a parameter. DatatypeError if the type has no such parameter."""
    if name == "pattern":
        return _pattern_facet(value)
    if name in _LENGTHS and kind.length is not None:
        return _length_facet(kind, name, value)
    if name in _BOUNDS and kind.less is not None:
        return _bound_facet(kind, name, value)
    if name in _DIGITS and (kind.name == "decimal" or kind.name.lower().endswith(_WHOLE)):
        return _digits_facet(name, value)
    raise DatatypeError(f'the datatype "{kind.name}" has no parameter "{name}"')


def _pattern_facet(expression: str) -> Facet:
    try:
        allows = compile_expression(expression)
    except ExpressionError as error:
        raise DatatypeError(f'faulty regular expression "{expression}": {error}') from error
    return lambda lexical, _: allows(lexical)


_LENGTHS: dict[str, Callable[[int, int], bool]] = {
    "length": lambda found, asked: found == asked,
    "minLength": lambda found, asked: found >= asked,
    "maxLength": lambda found, asked: found <= asked,
}
_WHOLE = ("integer", "long", "int", "short", "byte")
_BOUNDS = ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")
_DIGITS = ("totalDigits", "fractionDigits")


def _parse_count(name: str, value: str) -> int:
    if not value.strip().isdecimal():
        raise DatatypeError(f'parameter "{name}" needs a whole number, not "{value}"')
    return int(value)


def _length_facet(kind: Kind, name: str, value: str) -> Facet:
    asked, holds, measure = _parse_count(name, value), _LENGTHS[name], kind.length
    if measure is None or kind.name in ("QName", "NOTATION"):
        return lambda _lexical, _found: True
    return lambda _, found: holds(measure(found), asked)


def _bound_facet(kind: Kind, name: str, value: str) -> Facet:
    limit = kind.parse(value.strip(), _NoContext())
    less = kind.less
    if limit is None or less is None:
        raise DatatypeError(f'parameter "{name}": "{value}" is not {kind.says}')
    match name:
        case "minExclusive":
            return lambda _, found: less(limit, found)
        case "maxExclusive":
            return lambda _, found: less(found, limit)
        case "minInclusive":
            return lambda _, found: found == limit or less(limit, found)
    return lambda _, found: found == limit or less(found, limit)


def _digits_facet(name: str, value: str) -> Facet:
    asked = _parse_count(name, value)

    def holds(_: str, found: Decimal) -> bool:
        digits, exponent = _count_digits(found)
        fraction = max(-exponent, 0)
        count = max(digits + max(exponent, 0), fraction) if name == "totalDigits" else fraction
        return count <= asked

    return holds


def _count_digits(number: Decimal) -> tuple[int, int]:
    """Return the number of significant digits of a number, and its exponent."""
    _, digits, exponent = number.as_tuple()
    kept = len(digits)
    while kept > 1 and digits[kept - 1] == 0:
        kept -= 1
    return kept, int(exponent) + len(digits) - kept
