"""Explaining: from a state that allows something else to a sentence that says what."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.namespaces import GUIDELINES, TEI, XML
from toolkit.rng import pattern as p
from toolkit.rng.automaton import State
from toolkit.rng.nameclass import is_open, local_of, namespace_of, single_names
from toolkit.rng.pattern import Pattern

MOST_ALTERNATIVES: Final = 8
_LONGEST_VALUE: Final = 40
_LONGEST_DESCRIPTION: Final = 110
_LONGEST_NAME: Final = 60
"""Longer names are not compared with others: nobody misspells them by a letter."""
_PLAIN_EXPRESSIONS: Final = {
    r"\S+": "a value without spaces",
    r"[^\p{C}\p{Z}]+": "a word without spaces",
    r"(\p{L}|\p{N}|\p{P}|\p{S})+": "a word without spaces",
}
"""Regular expressions that TEI uses everywhere, in words."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What may come next: names of elements, whether any element, text, or the end may."""

    names: tuple[str, ...]
    wild: bool
    text: bool
    end: bool


def expected(state: State) -> Expected:
    """What may come next in a state."""
    names: dict[str, None] = {}
    wild = False
    for pattern in state.patterns:
        for element in first_elements(pattern):
            names.update(dict.fromkeys(single_names(element.names)))
            wild = wild or is_open(element.names)
    return Expected(tuple(names), wild, state.text != 1, bool(state.accepts))


def first_elements(pattern: Pattern) -> Iterator[p.Element]:
    """The elements that a pattern may start with."""
    match pattern:
        case p.Element():
            yield pattern
        case p.Choice() | p.Interleave():
            for member in pattern.members:
                yield from first_elements(member)
        case p.OneOrMore():
            yield from first_elements(pattern.pattern)
        case p.Group():
            yield from first_elements(pattern.left)
            if pattern.left.nullable:
                yield from first_elements(pattern.right)


def missing_elements(pattern: Pattern) -> tuple[str, ...]:
    """The names of which one must come next before the pattern can end; empty if none must."""
    match pattern:
        case p.Group():
            return missing_elements(pattern.left) or missing_elements(pattern.right)
        case p.Interleave():
            found = map(missing_elements, pattern.members)
            return next((names for names in found if names), ())
    if pattern.nullable:
        return ()
    names = (name for e in first_elements(pattern) for name in single_names(e.names))
    return tuple(dict.fromkeys(names))


def missing_attributes(  # noqa: PLR0911 - one case for each kind of pattern
    pattern: Pattern,
) -> tuple[tuple[str, ...], ...]:
    """The attributes that must still be given: each a choice of names."""
    match pattern:
        case p.Attribute():
            return (tuple(single_names(pattern.names)),)
        case p.Attributes() | p.Interleave():
            return tuple(names for part in pattern.members for names in missing_attributes(part))
        case p.Group():
            return (*missing_attributes(pattern.left), *missing_attributes(pattern.right))
        case p.OneOrMore():
            return missing_attributes(pattern.pattern)
        case p.Choice():
            needed = [missing_attributes(part) for part in pattern.members]
            if not all(needed):
                return ()
            return (tuple(dict.fromkeys(name for many in needed for name in many[0])),)
    return ()


def near_miss(name: str, known: Iterable[str], *, least: float = 0.0) -> str | None:
    """The known name that a name was probably meant to be, if there is one.

    ``least``: how alike they must be at least, from 0 to 1.
    """
    local = local_of(name)
    if len(local) > _LONGEST_NAME:
        return None
    candidates: dict[str, str] = {}
    for other in known:
        candidates.setdefault(local_of(other), other)
    folded = {_folded(other): other for other in candidates}
    if _folded(local) in folded:
        return candidates[folded[_folded(local)]]
    from difflib import get_close_matches  # noqa: PLC0415 - only after an error

    cutoff = max(least, 0.75 if len(local) > 4 else 0.66)
    close = get_close_matches(_folded(local), folded, n=1, cutoff=cutoff)
    return candidates[folded[close[0]]] if close else None


def _folded(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


def tag(name: str) -> str:
    """An element as messages write it: ``<persName>``."""
    return f"<{local_of(name)}>"


def attribute(name: str) -> str:
    """An attribute as messages write it: ``@type``, ``@xml:id``."""
    prefix = "xml:" if namespace_of(name) == XML else ""
    return f"@{prefix}{local_of(name)}"


def listed(items: Sequence[str], *, most: int = MOST_ALTERNATIVES) -> str:
    """Alternatives in words; of many only the first, and how many more there are."""
    if len(items) > most:
        shown = items[: most - 2]
        return f"{', '.join(shown)} or {len(items) - len(shown)} more"
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} or {items[-1]}"


def alternatives(names: Iterable[str], like: str, write: Callable[[str], str]) -> str:
    """Names as alternatives, those that resemble ``like`` first, the rest by the alphabet."""
    ordered = sorted(names, key=lambda name: (local_of(name).lower(), name))
    close = near_miss(like, ordered)
    if close is not None:
        ordered.remove(close)
        ordered.insert(0, close)
    return listed([write(name) for name in ordered])


def quoted(value: str) -> str:
    """A value in quotation marks, shortened if it is long, on one line."""
    flat = " ".join(value[: 10 * _LONGEST_VALUE].split())
    if len(flat) > _LONGEST_VALUE:
        flat = flat[: _LONGEST_VALUE - 1].rstrip() + "…"
    return f'"{flat}"'


def described(patterns: Iterable[Pattern]) -> str:
    """What a value must be, in words."""
    literals: dict[str, None] = {}
    others: dict[str, None] = {}
    for pattern in patterns:
        for leaf in _alternatives(pattern):
            if isinstance(leaf, p.Value):
                literals[leaf.literal] = None
            else:
                others[_described(leaf)] = None
    found = [text for text in others if text]
    if literals:
        found.insert(0, listed([f'"{literal}"' for literal in literals]))
    text = " or ".join(found[:3]) if len(found) < 4 else f"{' or '.join(found[:3])} or similar"
    if len(text) > _LONGEST_DESCRIPTION:
        text = text[: _LONGEST_DESCRIPTION - 1].rstrip() + "…"
    return text


def literals(patterns: Iterable[Pattern]) -> tuple[str, ...]:
    """The single values that the patterns allow."""
    leaves = (leaf for pattern in patterns for leaf in _alternatives(pattern))
    return tuple(leaf.literal for leaf in leaves if isinstance(leaf, p.Value))


def _alternatives(pattern: Pattern) -> Iterator[Pattern]:
    match pattern:
        case p.Choice():
            for member in pattern.members:
                yield from _alternatives(member)
        case _:
            yield pattern


def _described(pattern: Pattern) -> str:
    match pattern:
        case p.Data():
            return _data(pattern)
        case p.List():
            inside = described(_items(pattern.pattern))
            return f"{inside} (or several, separated by spaces)" if inside else "a list"
        case p.Text():
            return "any text"
        case p.Empty():
            return "nothing"
    return ""


def _items(pattern: Pattern) -> Iterator[Pattern]:
    """The patterns of the single tokens in a list."""
    match pattern:
        case p.OneOrMore():
            yield from _items(pattern.pattern)
        case p.Choice() | p.Interleave():
            for member in pattern.members:
                yield from _items(member)
        case p.Group():
            yield from _items(pattern.left)
            yield from _items(pattern.right)
        case p.Data() | p.Value():
            yield pattern


def _data(pattern: p.Data) -> str:
    kind = pattern.type.kind
    expressions = pattern.type.patterns
    plain = kind.says
    for expression in expressions:
        words = _PLAIN_EXPRESSIONS.get(expression)
        if words and kind.name in ("token", "string"):
            return words
        if not words:
            return f"{plain} of the form {expression}"
    bounds = [f"{_BOUNDS[name]} {value}" for name, value in pattern.type.params if name in _BOUNDS]
    return " ".join([plain, *bounds])


_BOUNDS: Final = {
    "minInclusive": "from",
    "maxInclusive": "up to",
    "minExclusive": "above",
    "maxExclusive": "below",
    "length": "of length",
    "minLength": "of length at least",
    "maxLength": "of length at most",
}


def guidelines(name: str) -> str:
    """Where the Guidelines describe an element; empty for elements that are not TEI."""
    if namespace_of(name) != TEI:
        return ""
    return f"{GUIDELINES}ref-{local_of(name)}.html"
