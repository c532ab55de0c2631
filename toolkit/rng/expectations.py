"""Describe in words what a state of the automaton allows."""

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
"""The maximum length of a name that is compared with others for misspellings."""
_PLAIN_EXPRESSIONS: Final = {
    r"\S+": "a value without spaces",
    r"[^\p{C}\p{Z}]+": "a word without spaces",
    r"(\p{L}|\p{N}|\p{P}|\p{S})+": "a word without spaces",
}
"""Regular expressions that TEI uses everywhere, in words."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The content that may come next: elements by name, any element, text, or the end."""

    names: tuple[str, ...]
    wild: bool
    text: bool
    end: bool


def find_expected(state: State) -> Expected:
    """Return the content that may come next in a state."""
    names: dict[str, None] = {}
    wild = False
    for pattern in state.patterns:
        for element in first_elements(pattern):
            names.update(dict.fromkeys(single_names(element.names)))
            wild = wild or is_open(element.names)
    return Expected(tuple(names), wild, state.text != 1, bool(state.accepts))


def first_elements(pattern: Pattern) -> Iterator[p.Element]:
    """Yield the elements that a pattern may start with."""
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
    """Return the elements of which one is required next; empty if the pattern may end."""
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
    """Return the required attributes that are still missing, each as a choice of names."""
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


def find_near_miss(name: str, known: Iterable[str], *, least: float = 0.0) -> str | None:
    """Return the known name of which a name is probably a misspelling, if any.

    ``least``: how alike they must be at least, from 0 to 1.
    """
    local = local_of(name)
    if len(local) > _LONGEST_NAME:
        return None
    candidates: dict[str, str] = {}
    for other in known:
        candidates.setdefault(local_of(other), other)
    folded = {_fold_case(other): other for other in candidates}
    if _fold_case(local) in folded:
        return candidates[folded[_fold_case(local)]]
    from difflib import get_close_matches  # noqa: PLC0415 - only after an error

    cutoff = max(least, 0.75 if len(local) > 4 else 0.66 if len(local) > 2 else 0.8)
    close = get_close_matches(_fold_case(local), folded, n=1, cutoff=cutoff)
    return candidates[folded[close[0]]] if close else None


def _fold_case(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


def format_tag(name: str) -> str:
    """Format an element for a message: ``<persName>``."""
    return f"<{local_of(name)}>"


def format_attribute(name: str) -> str:
    """Format an attribute for a message: ``@type``, ``@xml:id``."""
    prefix = "xml:" if namespace_of(name) == XML else ""
    return f"@{prefix}{local_of(name)}"


def join_alternatives(items: Sequence[str], *, most: int = MOST_ALTERNATIVES) -> str:
    """Join alternatives with commas and "or"; of many, the first and the number of others."""
    if len(items) > most:
        shown = items[: most - 2]
        return f"{', '.join(shown)} or {len(items) - len(shown)} more"
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} or {items[-1]}"


def join_similar_first(names: Iterable[str], like: str, write: Callable[[str], str]) -> str:
    """Join names as alternatives, those similar to ``like`` first, the rest alphabetically."""
    ordered = sorted(names, key=lambda name: (local_of(name).lower(), name))
    close = find_near_miss(like, ordered)
    if close is not None:
        ordered.remove(close)
        ordered.insert(0, close)
    return join_alternatives([write(name) for name in ordered])


def quote_value(value: str) -> str:
    """Quote a value on one line, shortened if it is long."""
    flat = " ".join(value[: 10 * _LONGEST_VALUE].split())
    if len(flat) > _LONGEST_VALUE:
        flat = flat[: _LONGEST_VALUE - 1].rstrip() + "…"
    return f'"{flat}"'


def describe_values(patterns: Iterable[Pattern]) -> str:
    """Describe the allowed values in words."""
    literals: dict[str, None] = {}
    others: dict[str, None] = {}
    for pattern in patterns:
        for leaf in _alternatives(pattern):
            if isinstance(leaf, p.Value):
                literals[leaf.literal] = None
            else:
                others[_describe(leaf)] = None
    found = [text for text in others if text]
    if literals:
        found.insert(0, join_alternatives([f'"{literal}"' for literal in literals]))
    text = " or ".join(found[:3]) if len(found) < 4 else f"{' or '.join(found[:3])} or similar"
    if len(text) > _LONGEST_DESCRIPTION:
        text = text[: _LONGEST_DESCRIPTION - 1].rstrip() + "…"
    return text


def enumerated_values(patterns: Iterable[Pattern]) -> tuple[str, ...]:
    """Return the enumerated values of the patterns."""
    leaves = (leaf for pattern in patterns for leaf in _alternatives(pattern))
    return tuple(leaf.literal for leaf in leaves if isinstance(leaf, p.Value))


def _alternatives(pattern: Pattern) -> Iterator[Pattern]:
    match pattern:
        case p.Choice():
            for member in pattern.members:
                yield from _alternatives(member)
        case _:
            yield pattern


def _describe(pattern: Pattern) -> str:
    match pattern:
        case p.Data():
            return _describe_data(pattern)
        case p.List():
            inside = describe_values(_token_patterns(pattern.pattern))
            return f"{inside} (or several, separated by spaces)" if inside else "a list"
        case p.Text():
            return "any text"
        case p.Empty():
            return "nothing"
    return ""


def _token_patterns(pattern: Pattern) -> Iterator[Pattern]:
    """Yield the patterns of the tokens in a list."""
    match pattern:
        case p.OneOrMore():
            yield from _token_patterns(pattern.pattern)
        case p.Choice() | p.Interleave():
            for member in pattern.members:
                yield from _token_patterns(member)
        case p.Group():
            yield from _token_patterns(pattern.left)
            yield from _token_patterns(pattern.right)
        case p.Data() | p.Value():
            yield pattern


def _describe_data(pattern: p.Data) -> str:
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


def guidelines_page(name: str) -> str:
    """Return the address of an element's page in the Guidelines; empty for other vocabularies."""
    if namespace_of(name) != TEI:
        return ""
    return f"{GUIDELINES}ref-{local_of(name)}.html"
