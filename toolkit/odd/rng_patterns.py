"""A RELAX NG grammar as values, to write or to validate with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from toolkit.exceptions import SchemaError

MAX_SIZE = 200_000
"""The maximum number of nodes of a definition with its occurrences expanded."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A node of RELAX NG's XML syntax: its name, its attributes, its children, its text.

    ``size`` counts the nodes in it, itself too.
    """

    tag: str
    items: tuple["Pattern", ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""
    size: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", 1 + sum(item.size for item in self.items))

    def get(self, name: str) -> str:
        """Return the value of an attribute, empty if it is missing."""
        return next((value for key, value in self.attributes if key == name), "")


@dataclass(frozen=True, slots=True)
class Grammar:
    """A RELAX NG grammar: its start, and its definitions by name."""

    start: Pattern
    definitions: Mapping[str, Pattern]
    namespace: str


EMPTY: Final = Pattern("empty")
TEXT: Final = Pattern("text")
NOT_ALLOWED: Final = Pattern("notAllowed")


def ref(name: str) -> Pattern:
    """Make a reference to a definition."""
    return Pattern("ref", attributes=(("name", name),))


def choice(items: Iterable[Pattern]) -> Pattern:
    """Make a choice of the items, without those that are notAllowed."""
    offered = tuple(dict.fromkeys(item for item in items if item != NOT_ALLOWED))
    if not offered:
        return NOT_ALLOWED
    return offered[0] if len(offered) == 1 else Pattern("choice", offered)


def group(items: Iterable[Pattern], tag: str = "group") -> Pattern:
    """Make a sequence of the items, or with ``tag`` an interleave."""
    kept = tuple(item for item in items if item != EMPTY)
    if not kept:
        return EMPTY
    return kept[0] if len(kept) == 1 else Pattern(tag, kept)


def optional(item: Pattern) -> Pattern:
    """Make an item optional."""
    return EMPTY if item in (EMPTY, NOT_ALLOWED) else Pattern("optional", (item,))


def repeated(item: Pattern, minimum: int, maximum: int | None) -> Pattern:
    """Repeat an item ``minimum`` to ``maximum`` times; None is without limit.

    SchemaError if that is too often to be written out, as RELAX NG has to.
    """
    if (minimum, maximum) == (1, 1) or item == EMPTY:
        return item
    often = minimum if maximum is None else maximum
    if often * item.size > MAX_SIZE:
        raise SchemaError(f"a content model asks for {often} occurrences, which is too large")
    if maximum is None:
        return _unlimited(item, minimum)
    return group((*([item] * minimum), *([optional(item)] * (maximum - minimum))))


def _unlimited(item: Pattern, minimum: int) -> Pattern:
    if minimum == 0:
        return EMPTY if item == NOT_ALLOWED else Pattern("zeroOrMore", (item,))
    return group((*([item] * (minimum - 1)), Pattern("oneOrMore", (item,))))


def value(text: str) -> Pattern:
    """Make a literal value of RELAX NG's own type ``token``."""
    return Pattern("value", text=text)


def attribute(name: str, content: Pattern, *, namespace: str = "", default: str = "") -> Pattern:
    """Make an attribute; TEI's attributes have no namespace, except ``xml:id`` and the like."""
    named = [("name", name)]
    if namespace:
        named.append(("ns", namespace))
    if default:
        named.append(("a:defaultValue", default))
    return Pattern("attribute", (content,), tuple(named))


def find_references(pattern: Pattern) -> Iterator[str]:
    """Yield the names of all definitions that the pattern refers to, in order."""
    if pattern.tag == "ref":
        yield pattern.get("name")
    for item in pattern.items:
        yield from find_references(item)


def drop_unreachable(grammar: Grammar) -> Grammar:
    """Drop the definitions that are not referred to."""
    wanted = set(find_references(grammar.start))
    waiting = list(wanted)
    while waiting:
        for name in find_references(grammar.definitions[waiting.pop()]):
            if name not in wanted:
                wanted.add(name)
                waiting.append(name)
    kept = {name: pattern for name, pattern in grammar.definitions.items() if name in wanted}
    return Grammar(grammar.start, kept, grammar.namespace)
