"""RELAX NG patterns as immutable, hash-consed values.

A grammar is built by calling the constructors of this module, from RELAX NG XML (``compile.py``)
or from any other source, such as an ODD:

- ``empty``, ``not_allowed`` and ``text`` are constants; ``choice``, ``group``, ``interleave``,
  ``one_or_more``, ``optional``, ``zero_or_more``, ``mixed``, ``list_of`` combine patterns;
  ``data`` and ``value`` take a datatype (``datatypes.py``); ``attribute`` takes a name class.
- ``element(names, content)`` takes its content as a *function*, called when the first such
  element is met in a document. That is how a large vocabulary loads fast, and how recursion
  (``div`` in ``div``) is written: every cycle passes through an element.
- ``Grammar(start, elements)`` (``grammar.py``) joins the start pattern with a function from an
  element name to the elements of that name, which recovery needs after an error.

Constructors simplify (a ``group`` with ``not_allowed`` is ``not_allowed``), and return the same
object for the same pattern, so that patterns are compared by identity and derivatives
(``derive.py``) can be remembered.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import reduce
from itertools import count
from operator import attrgetter
from weakref import WeakValueDictionary

from toolkit.rng.datatypes import Datatype
from toolkit.rng.nameclass import NameClass

_serial = count()
_by_serial = attrgetter("serial")


class Pattern:
    """The base of all patterns; compare them with ``is``.

    - ``nullable``: matches nothing at all (no attribute, no child, no text).
    - ``attributes``, ``content``: whether there is an attribute in it, or something else.
    - ``values``: whether there is ``data``, ``value`` or ``list`` in it (outside attributes).
    """

    __slots__ = ("__weakref__", "attributes", "content", "nullable", "serial", "values")

    def __init__(
        self,
        *,
        nullable: bool = False,
        attributes: bool = False,
        content: bool = True,
        values: bool = False,
    ) -> None:
        self.serial = next(_serial)
        self.nullable = nullable
        self.attributes = attributes
        self.content = content
        self.values = values


class Empty(Pattern):
    """``empty``."""

    __slots__ = ()


class NotAllowed(Pattern):
    """``notAllowed``."""

    __slots__ = ()


class Text(Pattern):
    """``text``."""

    __slots__ = ()


class Element(Pattern):
    """``element``: names, and a function that makes the content, called once on first use."""

    __slots__ = ("_content", "_make", "names", "place")

    def __init__(self, names: NameClass, make: Callable[[], Pattern], place: Hashable) -> None:
        super().__init__()
        self.names = names
        self.place = place
        self._make = make
        self._content: Pattern | None = None

    @property
    def pattern(self) -> Pattern:
        """The pattern of the attributes and content."""
        if self._content is None:
            self._content = self._make()
        return self._content


class Attribute(Pattern):
    """``attribute``: names and the pattern of the value."""

    __slots__ = ("names", "pattern")

    def __init__(self, names: NameClass, pattern: Pattern) -> None:
        super().__init__(attributes=True, content=False)
        self.names = names
        self.pattern = pattern


class Data(Pattern):
    """``data``: a datatype with its parameters, and a pattern of excepted values."""

    __slots__ = ("excluded", "type")

    def __init__(self, datatype: Datatype, excluded: Pattern | None) -> None:
        super().__init__(values=True)
        self.type = datatype
        self.excluded = excluded


class Value(Pattern):
    """``value``: one value of a datatype; ``literal`` is its form in the schema."""

    __slots__ = ("literal", "type", "value")

    def __init__(self, datatype: Datatype, literal: str, value: Hashable) -> None:
        super().__init__(values=True)
        self.type = datatype
        self.literal = literal
        self.value = value


class List(Pattern):
    """``list``: tokens separated by white space."""

    __slots__ = ("pattern",)

    def __init__(self, pattern: Pattern) -> None:
        super().__init__(values=True)
        self.pattern = pattern


class OneOrMore(Pattern):
    """``oneOrMore``."""

    __slots__ = ("pattern",)

    def __init__(self, pattern: Pattern) -> None:
        super().__init__(
            nullable=pattern.nullable,
            attributes=pattern.attributes,
            content=pattern.content,
            values=pattern.values,
        )
        self.pattern = pattern


class Choice(Pattern):
    """``choice`` of two or more different patterns."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(nullable=any(p.nullable for p in members), **_traits(members))
        self.members = members


class Group(Pattern):
    """``group`` of two, a sequence; its attributes are in the ``Attributes`` on the left."""

    __slots__ = ("left", "right")

    def __init__(self, left: Pattern, right: Pattern) -> None:
        super().__init__(nullable=left.nullable and right.nullable, **_traits((left, right)))
        self.left = left
        self.right = right


class Attributes(Pattern):
    """A ``group`` of patterns with attributes only, whose order is irrelevant."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(nullable=all(p.nullable for p in members), attributes=True, content=False)
        self.members = members


class Interleave(Pattern):
    """``interleave`` of two or more patterns."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(nullable=all(p.nullable for p in members), **_traits(members))
        self.members = members


def _traits(members: Iterable[Pattern]) -> dict[str, bool]:
    attributes = content = values = False
    for member in members:
        attributes = attributes or member.attributes
        content = content or member.content
        values = values or member.values
    return {"attributes": attributes, "content": content, "values": values}


empty: Pattern = Empty(nullable=True, content=False)
not_allowed: Pattern = NotAllowed(content=False)
text: Pattern = Text(nullable=True)

_known: WeakValueDictionary[Hashable, Pattern] = WeakValueDictionary()


def _once(key: Hashable, make: Callable[[], Pattern]) -> Pattern:
    known = _known.get(key)
    if known is None:
        _known[key] = known = make()
    return known


def element(names: NameClass, content: Callable[[], Pattern], *, place: Hashable = None) -> Element:
    """Make an element; ``content`` makes its pattern on first use. Elements are never shared.

    ``place`` is whatever the provider wants to remember of its origin (a line of the schema).
    """
    return Element(names, content, place)


def attribute(names: NameClass, pattern: Pattern) -> Pattern:
    """Make an attribute with a pattern for its value; ``text`` admits every value."""
    if pattern is not_allowed:
        return not_allowed
    return _once(("attribute", names, pattern), lambda: Attribute(names, pattern))


def data(datatype: Datatype, excluded: Pattern | None = None) -> Pattern:
    """Make a pattern for the values of a datatype, except those matching ``excluded``."""
    return _once(("data", datatype, excluded), lambda: Data(datatype, excluded))


def value(datatype: Datatype, literal: str, compared: Hashable) -> Pattern:
    """Make a pattern for one value; ``compared`` is ``datatype.value`` of ``literal``."""
    key = ("value", datatype, literal, compared)
    return _once(key, lambda: Value(datatype, literal, compared))


def list_of(pattern: Pattern) -> Pattern:
    """Make a pattern for tokens separated by white space."""
    if pattern is not_allowed:
        return not_allowed
    return _once(("list", pattern), lambda: List(pattern))


def one_or_more(pattern: Pattern) -> Pattern:
    """Repeat a pattern one or more times."""
    if pattern is empty or pattern is not_allowed or isinstance(pattern, OneOrMore | Text):
        return pattern
    return _once(("oneOrMore", pattern), lambda: OneOrMore(pattern))


def optional(pattern: Pattern) -> Pattern:
    """Make a pattern optional."""
    return choice((pattern, empty))


def zero_or_more(pattern: Pattern) -> Pattern:
    """Repeat a pattern any number of times."""
    return optional(one_or_more(pattern))


def mixed(pattern: Pattern) -> Pattern:
    """Interleave a pattern with text."""
    return interleave((pattern, text))


def choice(patterns: Iterable[Pattern]) -> Pattern:
    """Make a choice; ``empty`` is dropped if another member matches the empty sequence."""
    members: dict[Pattern, None] = {}
    for pattern in patterns:
        if isinstance(pattern, Choice):
            members.update(dict.fromkeys(pattern.members))
        elif pattern is not not_allowed:
            members[pattern] = None
    if empty in members and any(p.nullable for p in members if p is not empty):
        del members[empty]
    if len(members) < 2:
        return next(iter(members), not_allowed)
    return _once(("choice", frozenset(members)), lambda: Choice(tuple(members)))


def group(patterns: Iterable[Pattern]) -> Pattern:
    """Make a sequence of patterns."""
    return reduce(_pair, reversed(tuple(patterns)), empty)


def _pair(right: Pattern, left: Pattern) -> Pattern:
    if left is not_allowed or right is not_allowed:
        return not_allowed
    if left is empty:
        return right
    if right is empty:
        return left
    if not left.attributes and not right.attributes:
        return _sequence(left, right)
    (left_attributes, left), (right_attributes, right) = _parted(left), _parted(right)
    attributes = attributes_of((left_attributes, right_attributes))
    content = _sequence(left, right)
    return content if attributes is empty else _sequence(attributes, content)


def _sequence(left: Pattern, right: Pattern) -> Pattern:
    if left is empty:
        return right
    if right is empty or (left is text and _absorbs_text(right)):
        return right if left is text and right is not empty else left
    if isinstance(left, Group) and not left.left.attributes:
        return _sequence(left.left, _sequence(left.right, right))
    return _once(("group", left, right), lambda: Group(left, right))


def _parted(pattern: Pattern) -> tuple[Pattern, Pattern]:
    """Split a pattern into the part with attributes only, and the rest."""
    if pattern.attributes and not pattern.content:
        return pattern, empty
    if isinstance(pattern, Group) and isinstance(pattern.left, Attributes):
        return pattern.left, pattern.right
    if isinstance(pattern, Group) and pattern.left.attributes and not pattern.left.content:
        return pattern.left, pattern.right
    return empty, pattern


def _absorbs_text(pattern: Pattern) -> bool:
    """Whether text before the pattern is redundant, as before mixed content."""
    if isinstance(pattern, OneOrMore) and isinstance(pattern.pattern, Choice):
        return text in pattern.pattern.members
    return pattern is text


def attributes_of(patterns: Iterable[Pattern]) -> Pattern:
    """Combine patterns that hold only attributes, in any order."""
    members: list[Pattern] = []
    for pattern in patterns:
        if isinstance(pattern, Attributes):
            members.extend(pattern.members)
        elif pattern is not_allowed:
            return not_allowed
        elif pattern is not empty:
            members.append(pattern)
    if len(members) < 2:
        return members[0] if members else empty
    ordered = tuple(sorted(members, key=_by_serial))
    return _once(("attributes", ordered), lambda: Attributes(ordered))


def interleave(patterns: Iterable[Pattern]) -> Pattern:
    """Interleave patterns."""
    members: list[Pattern] = []
    attributes: Pattern = empty
    for pattern in patterns:
        if pattern is not_allowed:
            return not_allowed
        part, rest = _parted(pattern)
        attributes = attributes_of((attributes, part))
        members.extend(rest.members if isinstance(rest, Interleave) else (rest,))
    members = sorted((p for p in members if p is not empty), key=_by_serial)
    content = members[0] if members else empty
    if len(members) > 1:
        ordered = tuple(members)
        content = _once(("interleave", ordered), lambda: Interleave(ordered))
    return group((attributes, content))
