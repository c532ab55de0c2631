"""Languages: content models as regular expressions, and whether two of them allow the same.

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
"""How many pairs of states are compared before a content model is called too large."""


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
    """A regular expression over the names of children, in normal form as the functions make it."""

    shape: Shape
    symbol: str = ""
    parts: tuple["Regex", ...] | frozenset["Regex"] = ()


NEVER = Regex(Shape.NEVER)
NOTHING = Regex(Shape.NOTHING)


def symbol(name: str) -> Regex:
    """One child of this name."""
    return Regex(Shape.SYMBOL, name)


def sequence(parts: Iterable[Regex]) -> Regex:
    """One after the other."""
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
    """One of them."""
    flat: set[Regex] = set()
    for part in parts:
        if part.shape is Shape.CHOICE:
            flat.update(part.parts)
        elif part.shape is not Shape.NEVER:
            flat.add(part)
    if NOTHING in flat and any(may_end(part) for part in flat if part != NOTHING):
        flat.discard(NOTHING)
    if not flat:
        return NEVER
    return next(iter(flat)) if len(flat) == 1 else Regex(Shape.CHOICE, "", frozenset(flat))


def repeated(part: Regex) -> Regex:
    """Any number of times."""
    if part.shape in (Shape.NEVER, Shape.NOTHING):
        return NOTHING
    if part.shape is Shape.REPEATED:
        return part
    if part.shape is Shape.CHOICE:
        part = choice(_once(item) for item in part.parts if item != NOTHING)
    return Regex(Shape.REPEATED, "", (part,))


def difference(first: Regex, second: Regex) -> str:
    """A shortest sequence of children that one allows and the other does not; empty if none.

    SchemaError if the two are too large to compare.
    """
    seen = {(first, second)}
    waiting = [(first, second, "")]
    for one, other, path in waiting:
        if one != other and may_end(one) != may_end(other):
            return path or "(nothing)"
        for name in sorted(symbols(one) | symbols(other)) if one != other else ():
            pair = after(one, name), after(other, name)
            if pair[0] != pair[1] and pair not in seen:
                seen.add(pair)
                waiting.append((*pair, f"{path} {name}".strip()))
        if len(seen) > MAX_STATES:
            raise SchemaError(f"the content models are too large to compare, after: {path}")
    return ""


@cache
def may_end(regex: Regex) -> bool:
    """Whether nothing more is needed."""
    if regex.shape is Shape.SEQUENCE:
        return all(may_end(part) for part in regex.parts)
    if regex.shape is Shape.CHOICE:
        return any(may_end(part) for part in regex.parts)
    return regex.shape in (Shape.NOTHING, Shape.REPEATED)


@cache
def symbols(regex: Regex) -> frozenset[str]:
    """All names that occur in it; each can be reached, since NEVER is inside nothing."""
    if regex.shape is Shape.SYMBOL:
        return frozenset({regex.symbol})
    return frozenset(name for part in regex.parts for name in symbols(part))


@cache
def after(regex: Regex, name: str) -> Regex:
    """What may follow once the child ``name`` has been seen."""
    if name not in symbols(regex):
        return NEVER
    if regex.shape is Shape.SYMBOL:
        return NOTHING
    if regex.shape is Shape.CHOICE:
        return choice(after(part, name) for part in regex.parts)
    first, *rest = regex.parts
    if regex.shape is Shape.REPEATED:
        return sequence((after(first, name), regex))
    remaining = sequence(rest)
    taken = sequence((after(first, name), remaining))
    return choice((taken, after(remaining, name))) if may_end(first) else taken


def _once(part: Regex) -> Regex:
    return next(iter(part.parts)) if part.shape is Shape.REPEATED else part
