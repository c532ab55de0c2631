"""Compute derivatives: the rest of a pattern after an element, an attribute or text.

After James Clark, "An algorithm for RELAX NG validation" (2002), with one change: the derivative
by a start tag is not one pattern that carries its continuation, but a list of pairs, the element
that may start here and what remains of the parent after it. States stay small however deep the
document is. Results are remembered, so that the second time costs a look-up.
"""

from collections.abc import Iterable
from typing import TypeVar

from toolkit.rng import pattern as p
from toolkit.rng.datatypes import Context, split_tokens
from toolkit.rng.nameclass import contains
from toolkit.rng.pattern import Pattern

_P = TypeVar("_P", bound=Pattern)
Starts = tuple[tuple[p.Element, Pattern], ...]
Takes = tuple[tuple[p.Attribute, Pattern], ...]

_MOST_REMEMBERED = 200_000
"""The maximum number of cached results; beyond it the cache is emptied, to bound memory."""


class Derivatives:
    """Derivatives by elements and attributes, cached.

    With ``skipping``, what is required before an element counts as if it were there: that is
    how recovery finds the place of an element that comes too early.
    """

    def __init__(self, *, skipping: bool = False) -> None:
        self._skipping = skipping
        self._starts: dict[tuple[Pattern, str], Starts] = {}
        self._takes: dict[tuple[Pattern, str], Takes] = {}

    def starts(self, pattern: Pattern, name: str) -> Starts:
        """Return the elements of a name that may come next, each with the rest after it."""
        if isinstance(pattern, p.Element):
            return ((pattern, p.empty),) if contains(pattern.names, name) else ()
        key = (pattern, name)
        known = self._starts.get(key)
        if known is None:
            known = _merge(self._find_starts(pattern, name))
            if len(self._starts) > _MOST_REMEMBERED:
                self._starts.clear()
            self._starts[key] = known
        return known

    def _find_starts(  # noqa: C901 - one case for each kind of pattern
        self, pattern: Pattern, name: str
    ) -> Iterable[tuple[p.Element, Pattern]]:
        match pattern:
            case p.Choice():
                for member in pattern.members:
                    yield from self.starts(member, name)
            case p.Group():
                for element, rest in self.starts(pattern.left, name):
                    yield element, p.group((rest, pattern.right))
                if pattern.left.nullable or self._skipping:
                    yield from self.starts(pattern.right, name)
            case p.OneOrMore():
                again = p.optional(pattern)
                for element, rest in self.starts(pattern.pattern, name):
                    yield element, p.group((rest, again))
            case p.Interleave():
                for i, member in enumerate(pattern.members):
                    others = (*pattern.members[:i], *pattern.members[i + 1 :])
                    for element, rest in self.starts(member, name):
                        yield element, p.interleave((rest, *others))

    def takes(self, pattern: Pattern, name: str) -> Takes:
        """Return the attributes of a name that may occur, each with the rest after it."""
        if not pattern.attributes:
            return ()
        if isinstance(pattern, p.Attribute):
            return ((pattern, p.empty),) if contains(pattern.names, name) else ()
        key = (pattern, name)
        known = self._takes.get(key)
        if known is None:
            known = _merge(self._find_takes(pattern, name))
            if len(self._takes) > _MOST_REMEMBERED:
                self._takes.clear()
            self._takes[key] = known
        return known

    def _find_takes(  # noqa: C901 - one case for each kind of pattern
        self, pattern: Pattern, name: str
    ) -> Iterable[tuple[p.Attribute, Pattern]]:
        match pattern:
            case p.Choice():
                for member in pattern.members:
                    yield from self.takes(member, name)
            case p.OneOrMore():
                again = p.optional(pattern)
                for attribute, rest in self.takes(pattern.pattern, name):
                    yield attribute, p.group((rest, again))
            case p.Group():
                for attribute, rest in self.takes(pattern.left, name):
                    yield attribute, p.group((rest, pattern.right))
                for attribute, rest in self.takes(pattern.right, name):
                    yield attribute, p.group((pattern.left, rest))
            case p.Attributes() | p.Interleave():
                join = p.attributes_of if isinstance(pattern, p.Attributes) else p.interleave
                for i, member in enumerate(pattern.members):
                    others = (*pattern.members[:i], *pattern.members[i + 1 :])
                    for attribute, rest in self.takes(member, name):
                        yield attribute, join((rest, *others))


def _merge(pairs: Iterable[tuple[_P, Pattern]]) -> tuple[tuple[_P, Pattern], ...]:
    """Merge pairs: each element or attribute once, with the choice of the rests after it."""
    rests: dict[_P, list[Pattern]] = {}
    for found, rest in pairs:
        rests.setdefault(found, []).append(rest)
    return tuple((found, p.choice(many)) for found, many in rests.items())


def close_start_tag(  # noqa: PLR0911 - one case for each kind of pattern
    pattern: Pattern, *, forgiving: bool = False
) -> Pattern:
    """Return the rest after a start tag; ``notAllowed`` if a required attribute is missing.

    With ``forgiving`` they count as if they were there.
    """
    if not pattern.attributes:
        return pattern

    def close(part: Pattern) -> Pattern:
        return close_start_tag(part, forgiving=forgiving)

    match pattern:
        case p.Attribute():
            return p.empty if forgiving else p.not_allowed
        case p.Choice():
            return p.choice(close(member) for member in pattern.members)
        case p.Group():
            return p.group((close(pattern.left), close(pattern.right)))
        case p.OneOrMore():
            return p.one_or_more(close(pattern.pattern))
        case p.Attributes():
            return p.empty if forgiving or pattern.nullable else p.not_allowed
        case p.Interleave():
            return p.interleave(close(member) for member in pattern.members)
    return pattern


def consume_text(  # noqa: C901, PLR0911 - one case for each kind of pattern
    pattern: Pattern, text: str, context: Context
) -> Pattern:
    """Return the rest after a text node; ``context`` resolves prefixes for QName."""

    def after(part: Pattern) -> Pattern:
        return consume_text(part, text, context)

    match pattern:
        case p.Text():
            return pattern
        case p.Choice():
            return p.choice(after(member) for member in pattern.members)
        case p.Group():
            first = p.group((after(pattern.left), pattern.right))
            return p.choice((first, after(pattern.right))) if pattern.left.nullable else first
        case p.OneOrMore():
            return p.group((after(pattern.pattern), p.optional(pattern)))
        case p.Interleave():
            members = pattern.members
            return p.choice(
                p.interleave((after(member), *members[:i], *members[i + 1 :]))
                for i, member in enumerate(members)
            )
        case p.Value():
            same = pattern.type.value(text, context) == pattern.value
            return p.empty if same else p.not_allowed
        case p.Data():
            excluded = pattern.excluded
            if not pattern.type.allows(text, context):
                return p.not_allowed
            if excluded is not None and after(excluded).nullable:
                return p.not_allowed
            return p.empty
        case p.List():
            return p.empty if _match_tokens(pattern.pattern, text, context) else p.not_allowed
    return p.not_allowed


def _match_tokens(pattern: Pattern, text: str, context: Context) -> bool:
    for token in split_tokens(text):
        pattern = consume_text(pattern, token, context)
        if pattern is p.not_allowed:
            return False
    return pattern.nullable


def matches(pattern: Pattern, text: str, context: Context) -> bool:
    """Whether an attribute value, or the whole text of an element, matches a pattern."""
    if not text.strip(" \t\r\n") and pattern.nullable:
        return True
    return consume_text(pattern, text, context).nullable
