"""Patterns: a RELAX NG grammar as values, ready to be written or to be validated with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from toolkit.exceptions import SchemaError

MAX_SIZE = 200_000
"""How many nodes a definition may have once its occurrences are written out."""


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
        """The value of an attribute, empty if there is none."""
        return next((value for key, value in self.attributes if key == name), "")


@dataclass(frozen=True, slots=True)
class Grammar:
    """A RELAX NG grammar: where it starts, and its definitions by name."""

    start: Pattern
    definitions: Mapping[str, Pattern]
    namespace: str


EMPTY: Final = Pattern("empty")
TEXT: Final = Pattern("text")
NOT_ALLOWED: Final = Pattern("notAllowed")


def ref(name: str) -> Pattern:
    """A reference to a definition."""
    return Pattern("ref", attributes=(("name", name),))


def choice(items: Iterable[Pattern]) -> Pattern:
    """One of the items; what is not allowed is not offered."""
    offered = tuple(dict.fromkeys(item for item in items if item != NOT_ALLOWED))
    if not offered:
        return NOT_ALLOWED
    return offered[0] if len(offered) == 1 else Pattern("choice", offered)


def group(items: Iterable[Pattern], tag: str = "group") -> Pattern:
    """All the items in order, or interleaved if ``tag`` says so."""
    kept = tuple(item for item in items if item != EMPTY)
    if not kept:
        return EMPTY
    return kept[0] if len(kept) == 1 else Pattern(tag, kept)


def optional(item: Pattern) -> Pattern:
    """The item or nothing."""
    return EMPTY if item in (EMPTY, NOT_ALLOWED) else Pattern("optional", (item,))


def repeated(item: Pattern, minimum: int, maximum: int | None) -> Pattern:
    """The item as often as ``minimum`` and ``maximum`` say; None is without limit.

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
    """A literal value, compared after collapsing space (RELAX NG's own type ``token``)."""
    return Pattern("value", text=text)


def attribute(name: str, content: Pattern, *, namespace: str = "", default: str = "") -> Pattern:
    """An attribute; TEI's attributes are in no namespace, ``xml:id`` and so on excepted."""
    named = [("name", name)]
    if namespace:
        named.append(("ns", namespace))
    if default:
        named.append(("a:defaultValue", default))
    return Pattern("attribute", (content,), tuple(named))


def references(pattern: Pattern) -> Iterator[str]:
    """The names of all definitions that the pattern refers to, in order."""
    if pattern.tag == "ref":
        yield pattern.get("name")
    for item in pattern.items:
        yield from references(item)


def reachable(grammar: Grammar) -> Grammar:
    """The grammar without definitions that nothing refers to."""
    wanted = set(references(grammar.start))
    waiting = list(wanted)
    while waiting:
        for name in references(grammar.definitions[waiting.pop()]):
            if name not in wanted:
                wanted.add(name)
                waiting.append(name)
    kept = {name: pattern for name, pattern in grammar.definitions.items() if name in wanted}
    return Grammar(grammar.start, kept, grammar.namespace)
