"""RELAX NG datatypes and the treatment of white space in values."""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

SPACE: Final = " \t\r\n"
_SPACES = re.compile(r"[ \t\r\n]+")
_SPACES_EACH = re.compile(r"[\t\r\n]")


class Context(Protocol):
    """The context of a value in a document or schema."""

    def namespace(self, prefix: str) -> str | None:
        """Return the namespace bound to a prefix (``""``: the default one); None if unbound."""

    def is_unparsed_entity(self, name: str) -> bool:
        """Whether the document declares an unparsed entity of that name."""


Value = Hashable
Parse = Callable[[str, Context], Value | None]
"""Parses a lexical form, white space already treated; None if it is not of the type."""


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
        """Parse a text; None if it is not a value of this type."""
        lexical = normalise_space(text, self.kind.space)
        found = self.kind.parse(lexical, context)
        if found is None or not all(allows(lexical, found) for allows in self._facets):
            return None
        return found

    def allows(self, text: str, context: Context) -> bool:
        """Whether a text is a value of this type."""
        return self.value(text, context) is not None

    @property
    def patterns(self) -> tuple[str, ...]:
        """Return the regular expressions among the parameters."""
        return tuple(value for name, value in self.params if name == "pattern")


class DatatypeError(Exception):
    """A schema names a type or a parameter that does not exist."""


def normalise_space(text: str, space: str) -> str:
    """Preserve, replace or collapse the white space of a text (XML Schema 4.3.6)."""
    if space == "collapse":
        return _SPACES.sub(" ", text.strip(SPACE))
    return _SPACES_EACH.sub(" ", text) if space == "replace" else text


def split_tokens(text: str) -> list[str]:
    """Split a list into tokens at XML white space, and at no other."""
    return [token for token in _SPACES.split(text) if token]
