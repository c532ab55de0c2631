"""Datatypes: what a type of values is to RELAX NG, and how white space in values is treated."""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

SPACE: Final = " \t\r\n"
_SPACES = re.compile(r"[ \t\r\n]+")
_SPACES_EACH = re.compile(r"[\t\r\n]")


class Context(Protocol):
    """What a value may depend on besides itself."""

    def namespace(self, prefix: str) -> str | None:
        """The namespace bound to a prefix (``""``: the default one); None if it is not bound."""

    def is_unparsed_entity(self, name: str) -> bool:
        """Whether the document declares an unparsed entity of that name."""


Value = Hashable
Parse = Callable[[str, Context], Value | None]
"""From the lexical form, its white space treated, to a value; None if it is not of the type."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A built-in type without parameters.

    ``space`` is what happens to white space; ``says`` describes a value for messages;
    ``length`` measures a value; ``less`` compares two; ``ids`` is ID, IDREF or IDREFS.
    """

    name: str
    parse: Parse
    says: str
    space: str = "collapse"
    length: Callable[[Any], int] | None = None
    less: Callable[[Any, Any], bool] | None = None
    ids: str = ""
    contextual: bool = False


@dataclass(frozen=True, slots=True)
class Datatype:
    """A built-in type with its parameters (``param``)."""

    kind: Kind
    params: tuple[tuple[str, str], ...] = ()
    _facets: tuple[Callable[[str, Any], bool], ...] = field(default=(), compare=False)

    def value(self, text: str, context: Context) -> Value | None:
        """The value that a text stands for; None if it is not a value of this type."""
        lexical = normalised(text, self.kind.space)
        found = self.kind.parse(lexical, context)
        if found is None or not all(allows(lexical, found) for allows in self._facets):
            return None
        return found

    def allows(self, text: str, context: Context) -> bool:
        """Whether a text is a value of this type."""
        return self.value(text, context) is not None

    @property
    def patterns(self) -> tuple[str, ...]:
        """The regular expressions among its parameters."""
        return tuple(value for name, value in self.params if name == "pattern")


class DatatypeError(Exception):
    """A schema asks for a type or a parameter that does not exist."""


def normalised(text: str, space: str) -> str:
    """A text with its white space preserved, replaced or collapsed (XML Schema 4.3.6)."""
    if space == "collapse":
        return _SPACES.sub(" ", text.strip(SPACE))
    return _SPACES_EACH.sub(" ", text) if space == "replace" else text


def tokens(text: str) -> list[str]:
    """The tokens of a list, separated by XML white space (and by no other)."""
    return [token for token in _SPACES.split(text) if token]
