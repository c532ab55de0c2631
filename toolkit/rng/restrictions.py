"""Check the restrictions of section 7 of the RELAX NG specification."""

from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from typing import Final

from toolkit.rng import pattern as p
from toolkit.rng.nameclass import Name, NameClass, is_open, overlaps, single_names
from toolkit.rng.pattern import Pattern

Report = Callable[[str], None]
"""Called with the description of a fault; expected to raise."""


class ContentType(IntEnum):
    """The content types of 7.2; simple content cannot be grouped."""

    EMPTY = 0
    COMPLEX = 1
    SIMPLE = 2


_NAMES: Final[dict[type[Pattern], str]] = {
    p.Element: "element",
    p.Attribute: "attribute",
    p.Attributes: "group",
    p.Data: "data",
    p.Value: "value",
    p.List: "list",
    p.Text: "text",
    p.Group: "group",
    p.Interleave: "interleave",
    p.OneOrMore: "oneOrMore",
    p.Empty: "empty",
}
_IN_LIST: Final = (p.List, p.Element, p.Attribute, p.Text, p.Interleave)
_IN_EXCEPT: Final = (
    p.Attribute, p.Element, p.List, p.Text, p.Group, p.Attributes, p.Interleave, p.OneOrMore,
    p.Empty,
)  # fmt: skip
_IN_START: Final = (
    p.Attribute, p.Data, p.Value, p.Text, p.List, p.Group, p.Attributes, p.Interleave,
    p.OneOrMore, p.Empty,
)  # fmt: skip


def check_start(pattern: Pattern, report: Report) -> None:
    """Check 7.1.5: the start pattern is a choice of elements."""
    _check_forbidden(pattern, _IN_START, "start", report)


def check_contents(contents: Iterable[tuple[Pattern, Report]]) -> None:
    """Check 7.1 to 7.4 for the contents of elements, each with its own ``Report``."""
    checker = _Checker()
    for content, report in contents:
        checker.report = report
        checker.check(content)


def members_of(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return the direct members of a pattern; the content of an element is no member."""
    match pattern:
        case p.Choice() | p.Attributes() | p.Interleave():
            return pattern.members
        case p.Group():
            return (pattern.left, pattern.right)
        case p.OneOrMore() | p.List() | p.Attribute():
            return (pattern.pattern,)
        case p.Data() if pattern.excluded is not None:
            return (pattern.excluded,)
    return ()


def elements_in(pattern: Pattern) -> Iterator[p.Element]:
    """Yield the elements in a pattern, without entering their content."""
    return (inner for inner in _inside(pattern) if isinstance(inner, p.Element))


def _inside(pattern: Pattern) -> Iterator[Pattern]:
    yield pattern
    for part in members_of(pattern):
        yield from _inside(part)


def _check_forbidden(
    pattern: Pattern, kinds: tuple[type[Pattern], ...], where: str, report: Report
) -> None:
    for inner in _inside(pattern):
        if isinstance(inner, kinds):
            report(f"{_NAMES[type(inner)]} is not allowed in {where}")


def _ignore(_: str) -> None:
    pass


class _Checker:
    """Checks each pattern once, since contents share most of their parts."""

    def __init__(self) -> None:
        self.report: Report = _ignore
        self._done: dict[tuple[Pattern, bool], ContentType] = {}

    def check(self, pattern: Pattern, *, repeated: bool = False) -> ContentType:
        """Return the content type of a pattern; ``repeated`` if it is within oneOrMore."""
        key = (pattern, repeated)
        known = self._done.get(key)
        if known is None:
            known = self._done[key] = self._check(pattern, repeated=repeated)
        return known

    def _check(  # noqa: PLR0911 - one case for each kind of pattern
        self, pattern: Pattern, *, repeated: bool
    ) -> ContentType:
        match pattern:
            case p.Attribute():
                self._attribute(pattern, repeated=repeated)
                return ContentType.EMPTY
            case p.Text() | p.Element():
                return ContentType.COMPLEX
            case p.List():
                _check_forbidden(pattern.pattern, _IN_LIST, "list", self.report)
                return ContentType.SIMPLE
            case p.Data() | p.Value():
                if isinstance(pattern, p.Data) and pattern.excluded is not None:
                    _check_forbidden(
                        pattern.excluded, _IN_EXCEPT, "the except of data", self.report
                    )
                return ContentType.SIMPLE
            case p.Choice():
                return max(self.check(member, repeated=repeated) for member in pattern.members)
            case p.OneOrMore():
                inner = self.check(pattern.pattern, repeated=True)
                return self._grouped(inner, inner)
            case p.Group() | p.Attributes() | p.Interleave():
                return self._several(pattern, repeated=repeated)
        return ContentType.EMPTY

    def _several(self, pattern: Pattern, *, repeated: bool) -> ContentType:
        if repeated and pattern.attributes:
            self.report("a repeated group cannot hold attributes")
        members = members_of(pattern)
        self._unlike(members, attribute_names, "the attribute {} may stand twice")
        if isinstance(pattern, p.Interleave):
            self._unlike(members, element_names, "interleaved patterns both allow the element {}")
            if sum(_allows_text(member) for member in members) > 1:
                self.report("interleaved patterns both allow text")
        types = [self.check(member, repeated=repeated) for member in members]
        found = types[0]
        for following in types[1:]:
            found = self._grouped(found, following)
        return found

    def _grouped(self, first: ContentType, second: ContentType) -> ContentType:
        """Return the type of two grouped contents (7.2)."""
        if ContentType.SIMPLE in (first, second) and ContentType.EMPTY not in (first, second):
            self.report("data, value or list cannot stand beside other content")
        return max(first, second)

    def _attribute(self, pattern: p.Attribute, *, repeated: bool) -> None:
        _check_forbidden(pattern.pattern, (p.Element, p.Attribute), "attribute", self.report)
        if is_open(pattern.names) and not repeated:
            self.report("an attribute with anyName or nsName must be repeated (oneOrMore)")
        self.check(pattern.pattern)

    def _unlike(
        self,
        members: tuple[Pattern, ...],
        names_of: Callable[[Pattern], frozenset[NameClass]],
        message: str,
    ) -> None:
        """Check 7.3 and 7.4: no name belongs to two of the members."""
        seen: set[str] = set()
        wide: list[NameClass] = []
        for member in members:
            own = names_of(member)
            single = {name for names in own for name in single_names(names)}
            for name in sorted(single & seen):
                self.report(message.format(f'"{name.rpartition("}")[2]}"'))
            mine = [names for names in own if is_open(names)]
            if any(overlaps(first, second) for first in mine for second in wide) or (
                mine and any(overlaps(first, _name_class(name)) for first in mine for name in seen)
            ):
                self.report(message.format("of a wildcard"))
            if any(overlaps(first, _name_class(name)) for first in wide for name in single):
                self.report(message.format("of a wildcard"))
            seen |= single
            wide.extend(mine)


def _name_class(name: str) -> NameClass:
    return Name(name)


def attribute_names(pattern: Pattern) -> frozenset[NameClass]:
    """Return the name classes of the attributes in a pattern."""
    return _attribute_names(pattern) if pattern.attributes else frozenset()


@lru_cache(maxsize=10_000)
def _attribute_names(pattern: Pattern) -> frozenset[NameClass]:
    if isinstance(pattern, p.Attribute):
        return frozenset({pattern.names})
    return frozenset().union(*(attribute_names(part) for part in members_of(pattern)))


def element_names(pattern: Pattern) -> frozenset[NameClass]:
    """Return the name classes of the elements in a pattern."""
    return frozenset(element.names for element in elements_in(pattern))


def _allows_text(pattern: Pattern) -> bool:
    if isinstance(pattern, p.Attribute):
        return False
    return isinstance(pattern, p.Text) or any(_allows_text(part) for part in members_of(pattern))
