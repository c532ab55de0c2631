"""Sentences: the parts of messages that depend on what a state allows."""

from collections.abc import Iterable

from toolkit.namespaces import XINCLUDE
from toolkit.rng import expectations
from toolkit.rng.automaton import State, Tag
from toolkit.rng.nameclass import local_of, namespace_of


def instead(state: State, name: str, *, root: bool) -> str:
    """What is allowed instead, as the end of a sentence."""
    possible = expectations.expected(state)
    if possible.names:
        return f"; expected {expectations.alternatives(possible.names, name, expectations.tag)}"
    if possible.wild:
        return ""
    if possible.text:
        return "; only text is"
    return "" if root else "; nothing may follow"


def missing(state: State) -> tuple[str, ...]:
    """The elements of which one must come next; empty if none must."""
    return next(filter(None, map(expectations.missing_elements, state.patterns)), ())


def same_local(state: State, name: str) -> str:
    """The expected element that has the same local name in another namespace, if any."""
    names = expectations.expected(state).names
    return next((other for other in names if local_of(other) == local_of(name)), "")


def meant_element(state: State, name: str) -> str:
    """The expected element that an unknown one was probably meant to be, if any."""
    namespace = namespace_of(name)
    names = (n for n in expectations.expected(state).names if namespace_of(n) == namespace)
    return expectations.near_miss(name, names) or ""


def meant_attribute(tag: Tag, key: str, given: Iterable[str]) -> str:
    """The attribute that was probably meant by one that is not allowed; empty if none was."""
    possible = [name for name in sorted(tag.names) if name not in given]
    return expectations.near_miss(key, possible) or ""


def allowed_attributes(tag: Tag, key: str) -> str:
    """Which attributes may still be given, as the end of a sentence."""
    possible = tag.names
    options = expectations.alternatives(possible, key, expectations.attribute)
    return f"; allowed are {options}" if options else ""


def one_of(names: tuple[str, ...], like: str) -> str:
    """Elements as alternatives of which one is needed."""
    options = expectations.alternatives(names, like, expectations.tag)
    return f"one of {options}" if len(names) > 1 else options


def wrong_namespace(written: str, name: str, right: str) -> str:
    """That an element has one namespace and should have another."""
    has = f'the namespace "{namespace_of(name)}"' if namespace_of(name) else "no namespace"
    return f'<{written}> is in {has}; the schema wants "{namespace_of(right)}"'


def unknown_hint(name: str) -> str:
    """What to do about an element that no TEI schema has."""
    if namespace_of(name) == XINCLUDE:
        return "with XInclude processing, what it includes is checked in its place"
    return ""
