"""Name classes: the names that an element or attribute pattern admits (4.8, 4.16, 6.2.2).

Names are written as expat gives them with ``}`` as the separator: ``namespace}local``, and
``local`` alone without a namespace.
"""

from collections.abc import Iterator
from dataclasses import dataclass

SEPARATOR = "}"
_UNUSED = "\x00"
"""A name or namespace that no document can contain."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name."""

    name: str


@dataclass(frozen=True, slots=True)
class AnyName:
    """Every name except those of ``excluded`` (``anyName``)."""

    excluded: "NameClass | None" = None


@dataclass(frozen=True, slots=True)
class NsName:
    """Every name of one namespace except those of ``excluded`` (``nsName``)."""

    namespace: str
    excluded: "NameClass | None" = None


@dataclass(frozen=True, slots=True)
class NameChoice:
    """The names of any of its members (``choice``)."""

    members: tuple["NameClass", ...]


NameClass = Name | AnyName | NsName | NameChoice


def join_name(namespace: str, local: str) -> str:
    """Join namespace and local name: ``namespace}local``, or ``local`` without a namespace."""
    return f"{namespace}{SEPARATOR}{local}" if namespace else local


def namespace_of(name: str) -> str:
    """Return the namespace of a name, empty if it has no namespace."""
    return name.rpartition(SEPARATOR)[0]


def local_of(name: str) -> str:
    """Return the local part of a name."""
    return name.rpartition(SEPARATOR)[2]


def contains(names: NameClass, name: str) -> bool:
    """Whether a name belongs to a name class."""
    match names:
        case Name():
            return names.name == name
        case NameChoice():
            return any(contains(member, name) for member in names.members)
        case NsName() if namespace_of(name) != names.namespace:
            return False
        case _:
            return names.excluded is None or not contains(names.excluded, name)


def single_names(names: NameClass) -> Iterator[str]:
    """Yield the names that a class enumerates; wildcards yield nothing."""
    match names:
        case Name():
            yield names.name
        case NameChoice():
            for member in names.members:
                yield from single_names(member)


def is_open(names: NameClass) -> bool:
    """Whether the class admits an unlimited number of names."""
    match names:
        case Name():
            return False
        case NameChoice():
            return any(is_open(member) for member in names.members)
        case _:
            return True


def overlaps(first: NameClass, second: NameClass) -> bool:
    """Whether some name belongs to both classes (the test of section 7.3).

    It is enough to try every name and namespace that either class mentions, and one of each
    that none does.
    """
    return any(
        contains(first, name) and contains(second, name)
        for name in {*representative_names(first), *representative_names(second)}
    )


def representative_names(names: NameClass) -> Iterator[str]:
    """Yield one name for each case that a class distinguishes."""
    match names:
        case Name():
            yield names.name
        case NameChoice():
            for member in names.members:
                yield from representative_names(member)
        case NsName():
            yield join_name(names.namespace, _UNUSED)
        case AnyName():
            yield join_name(_UNUSED, _UNUSED)
    if isinstance(names, NsName | AnyName) and names.excluded is not None:
        yield from representative_names(names.excluded)
