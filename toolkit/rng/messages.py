"""Compose the parts of messages that depend on what a state allows."""

from collections.abc import Iterable

from toolkit.namespaces import XINCLUDE
from toolkit.rng import expectations
from toolkit.rng.automaton import State, Tag
from toolkit.rng.nameclass import local_of, namespace_of


def describe_allowed(state: State, name: str, *, root: bool) -> str:
    """List what is allowed instead, as the end of a sentence."""
    possible = expectations.find_expected(state)
    if possible.names:
        names = expectations.join_similar_first(possible.names, name, expectations.format_tag)
        return f"; expected {names}"
    if possible.wild:
        return ""
    if possible.text:
        return "; only text is"
    return "" if root else "; nothing may follow"


def required_elements(state: State) -> tuple[str, ...]:
    """Return the elements of which one is required next; empty if the content may end."""
    return next(filter(None, map(expectations.missing_elements, state.patterns)), ())


def find_same_local(state: State, name: str) -> str:
    """Return the expected element with the same local name in another namespace, if any."""
    names = expectations.find_expected(state).names
    return next((other for other in names if local_of(other) == local_of(name)), "")


def suggest_element(state: State, name: str) -> str:
    """Return the expected element of which an unknown one is probably a misspelling, if any."""
    namespace = namespace_of(name)
    names = (n for n in expectations.find_expected(state).names if namespace_of(n) == namespace)
    return expectations.find_near_miss(name, names) or ""


def suggest_attribute(tag: Tag, key: str, given: Iterable[str]) -> str:
    """Return the allowed attribute of which one is probably a misspelling; empty if none is."""
    possible = [name for name in sorted(tag.names) if name not in given]
    return expectations.find_near_miss(key, possible) or ""


def describe_allowed_attributes(tag: Tag, key: str) -> str:
    """List the attributes that may still occur, as the end of a sentence."""
    possible = tag.names
    options = expectations.join_similar_first(possible, key, expectations.format_attribute)
    return f"; allowed are {options}" if options else ""


def join_required(names: tuple[str, ...], like: str) -> str:
    """Join elements of which one is required."""
    options = expectations.join_similar_first(names, like, expectations.format_tag)
    return f"one of {options}" if len(names) > 1 else options


def describe_namespace(written: str, name: str, right: str) -> str:
    """Describe the namespace of an element and the one it should have."""
    has = f'the namespace "{namespace_of(name)}"' if namespace_of(name) else "no namespace"
    return f'<{written}> is in {has}; the schema wants "{namespace_of(right)}"'


def hint_for_unknown(name: str) -> str:
    """Return advice on an element that no TEI schema has."""
    if namespace_of(name) == XINCLUDE:
        return "with XInclude processing, what it includes is checked in its place"
    return ""
