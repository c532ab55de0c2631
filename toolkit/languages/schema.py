"""The schema of language data: dataclasses whose fields are documented keys."""

import dataclasses
from dataclasses import dataclass
from typing import Any

_METADATA = "toolkit.languages.key"


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the element that the key makes in it; it runs as a test of the key.

    ``element`` is an element name with the text it must have, ``"salute=Dear Sir,"``; an attribute
    is written ``"date@when=1917-11-09"``. Without the key, the text must not give this element.
    """

    language: str
    text: str
    element: str


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a language file: its meaning, an example, and the cost of leaving it out."""

    name: str
    meaning: str
    cost: str
    example: Example | None
    required: bool


def key(
    meaning: str,
    *,
    cost: str = "",
    example: Example | None = None,
    default: Any = dataclasses.MISSING,
    default_factory: Any = dataclasses.MISSING,
) -> Any:
    """Declare a field of a topic as a key of its TOML file.

    ``meaning`` is one sentence for the author of a new language; ``cost`` says what is not done
    without the key. A key with neither default is required where the file exists.
    """
    described = {_METADATA: (meaning, cost, example)}
    if default_factory is not dataclasses.MISSING:
        return dataclasses.field(default_factory=default_factory, metadata=described)
    if default is not dataclasses.MISSING:
        return dataclasses.field(default=default, metadata=described)
    return dataclasses.field(metadata=described)


def keys_of(topic: type) -> tuple[Key, ...]:
    """List the keys of a topic in the order of their declaration."""
    return tuple(
        _key_of(field) for field in dataclasses.fields(topic) if _METADATA in field.metadata
    )


def _key_of(field: "dataclasses.Field[Any]") -> Key:
    meaning, cost, example = field.metadata[_METADATA]
    missing = dataclasses.MISSING
    required = field.default is missing and field.default_factory is missing
    return Key(field.name, meaning, cost, example, required)
