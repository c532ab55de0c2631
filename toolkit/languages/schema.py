"""The schema of language data: dataclasses whose fields are documented keys."""

import dataclasses
from dataclasses import dataclass
from functools import cache
from typing import Any

_METADATA = "toolkit.languages.key"


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the element that the key makes in it; it runs as a test of the key.

    ``text`` is encoded as a whole transcription, and ``element`` describes an element that has to
    occur in its TEI, or among the proposals that wait for a decision, as long as the key has its
    words, and not when the key is emptied. It is written as the name of the element, its
    attributes, and its text: ``"salute=Dear Sir,"``, ``"date@when=1917-11-09"``,
    ``"date@when=1917-11@cert=medium=November 1917"``. White space counts as a single space.

    - ``language``: code of the language whose data the key belongs to.
    - ``prevents``: the key stops this element: it must occur only when the key is emptied.
    - ``within``: code of the language of the text where that is not ``language``.
    """

    language: str
    text: str
    element: str
    prevents: bool = False
    within: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a language file: its meaning, an example, and the cost of leaving it out.

    ``no_example`` is the reason why a key has no example that can run.
    """

    name: str
    meaning: str
    cost: str
    example: Example | None
    no_example: str
    required: bool


def key(
    meaning: str,
    *,
    cost: str = "",
    example: Example | None = None,
    no_example: str = "",
    default: Any = dataclasses.MISSING,
    default_factory: Any = dataclasses.MISSING,
) -> Any:
    """Declare a field of a topic as a key of its TOML file.

    ``meaning`` is one sentence for the author of a new language; ``cost`` says what is not done
    without the key. ``no_example`` is the reason why a key has none: its effect cannot be seen in
    the TEI of one text. A key with neither default is required where the file exists.
    """
    described = {_METADATA: (meaning, cost, example, no_example)}
    if default_factory is not dataclasses.MISSING:
        return dataclasses.field(default_factory=default_factory, metadata=described)
    if default is not dataclasses.MISSING:
        return dataclasses.field(default=default, metadata=described)
    return dataclasses.field(metadata=described)


def keys_of(topic: type) -> tuple[Key, ...]:
    """List the keys of a topic in the order of their declaration."""
    declared: Any = topic  # a type is hashable, but mypy does not know it
    return _list_keys(declared)


@cache
def _list_keys(topic: Any) -> tuple[Key, ...]:
    return tuple(
        _key_of(field) for field in dataclasses.fields(topic) if _METADATA in field.metadata
    )


def _key_of(field: "dataclasses.Field[Any]") -> Key:
    meaning, cost, example, no_example = field.metadata[_METADATA]
    missing = dataclasses.MISSING
    required = field.default is missing and field.default_factory is missing
    return Key(field.name, meaning, cost, example, no_example, required)
