"""Decide whether two content models, as regular expressions, are equivalent.

Derivatives as in Brzozowski, "Derivatives of Regular Expressions", JACM 11 (1964): two
expressions are equal if no sequence of symbols leads to a pair of which one may end and the
other may not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from toolkit.exceptions import SchemaError

MAX_STATES = 20_000
"""The number of state pairs compared before a content model is considered too large."""


class Shape(Enum):
    """The kinds of regular expression."""

    NEVER = "never"
    NOTHING = "nothing"
    SYMBOL = "symbol"
    SEQUENCE = "sequence"
    CHOICE = "choice"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression over the names of children, kept in normal form."""

    shape: Shape
    symbol: str = ""
    parts: tuple["Regex", ...] | frozenset["Regex"] = ()


NEVER = Regex(Shape.NEVER)
NOTHING = Regex(Shape.NOTHING)


def symbol(name: str) -> Regex:
    """Match one child of this name."""
    return Regex(Shape.SYMBOL, name)


def sequence(parts: Iterable[Regex]) -> Regex:
    """Match the parts one after the other."""
    flat: list[Regex] = []
    for part in parts:
        if part.shape is Shape.NEVER:
            return NEVER
        if part.shape is Shape.SEQUENCE:
            flat.extend(part.parts)
        elif part.shape is not Shape.NOTHING:
            flat.append(part)
    if not flat:
        return NOTHING
    return flat[0] if len(flat) == 1 else Regex(Shape.SEQUENCE, "", tuple(flat))


def choice(parts: Iterable[Regex]) -> Regex:
    """Match one of the parts."""
    flat: set[Regex] = set()
    for part in parts:
        if part.shape is Shape.CHOICE:
            flat.update(part.parts)
        elif part.shape is not Shape.NEVER:
            flat.add(part)
    if NOTHING in flat and any(is_nullable(part) for part in flat if part != NOTHING):
        flat.discard(NOTHING)
    if not flat:
        return NEVER
    return next(iter(flat)) if len(flat) == 1 else Regex(Shape.CHOICE, "", frozenset(flat))


def repeated(part: Regex) -> Regex:
    """Match a part any number of times."""
    if part.shape in (Shape.NEVER, Shape.NOTHING):
        return NOTHING
    if part.shape is Shape.REPEATED:
        return part
    if part.shape is Shape.CHOICE:
        part = choice(_once(item) for item in part.parts if item != NOTHING)
    return Regex(Shape.REPEATED, "", (part,))


def find_difference(first: Regex, second: Regex) -> str:
    """Return a shortest sequence of children that only one allows; empty if equivalent.

    SchemaError if the two are too large to compare.
    """
    seen = {(first, second)}
    waiting = [(first, second, "")]
    for one, other, path in waiting:
        if one != other and is_nullable(one) != is_nullable(other):
            return path or "(nothing)"
        for name in sorted(symbols(one) | symbols(other)) if one != other else ():
            pair = derivative(one, name), derivative(other, name)
            if pair[0] != pair[1] and pair not in seen:
                seen.add(pair)
                waiting.append((*pair, f"{path} {name}".strip()))
        if len(seen) > MAX_STATES:
            raise SchemaError(f"the content models are too large to compare, after: {path}")
    return ""


@cache
def is_nullable(regex: Regex) -> bool:
    """Whether the empty sequence matches."""
    if regex.shape is Shape.SEQUENCE:
        return all(is_nullable(part) for part in regex.parts)
    if regex.shape is Shape.CHOICE:
        return any(is_nullable(part) for part in regex.parts)
    return regex.shape in (Shape.NOTHING, Shape.REPEATED)


@cache
def symbols(regex: Regex) -> frozenset[str]:
    """Return all names in the expression; each is reachable, since NEVER never occurs inside."""
    if regex.shape is Shape.SYMBOL:
        return frozenset({regex.symbol})
    return frozenset(name for part in regex.parts for name in symbols(part))


@cache
def derivative(regex: Regex, name: str) -> Regex:
    """Return the derivative by the child ``name``."""
    if name not in symbols(regex):
        return NEVER
    if regex.shape is Shape.SYMBOL:
        return NOTHING
    if regex.shape is Shape.CHOICE:
        return choice(derivative(part, name) for part in regex.parts)
    first, *rest = regex.parts
    if regex.shape is Shape.REPEATED:
        return sequence((derivative(first, name), regex))
    remaining = sequence(rest)
    taken = sequence((derivative(first, name), remaining))
    return choice((taken, derivative(remaining, name))) if is_nullable(first) else taken


def _once(part: Regex) -> Regex:
    return next(iter(part.parts)) if part.shape is Shape.REPEATED else part
