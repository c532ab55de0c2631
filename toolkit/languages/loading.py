"""Read a TOML file of language data into its dataclass, and refuse what does not fit."""

import dataclasses
import tomllib
import types
import typing
from collections.abc import Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from toolkit.exceptions import SourceError
from toolkit.languages.schema import keys_of

Topic = TypeVar("Topic")


def read_topic(topic: type[Topic], file: Traversable) -> Topic:
    """Read a file of language data.

    Words may be written as a list of strings or as one string with white space between them.
    SourceError names the file and the key if a key is unknown, missing or of the wrong type.
    """
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"{file}: {error}") from error
    return build_topic(topic, data, str(file))


def build_topic(topic: type[Topic], data: Mapping[str, Any], name: str) -> Topic:
    """Make the value of a topic from parsed TOML; ``name`` is the file in messages."""
    keys = {key.name: key for key in keys_of(topic)}
    if unknown := sorted(set(data) - set(keys)):
        raise SourceError(f"{name}: unknown key {unknown[0]!r}; known: {', '.join(keys)}")
    if missing := [key.name for key in keys.values() if key.required and key.name not in data]:
        raise SourceError(f"{name}: the key {missing[0]!r} is missing: {keys[missing[0]].meaning}")
    hints = hints_of(topic)
    return topic(
        **{key: convert(value, hints[key], f"{name}: {key}") for key, value in data.items()}
    )


def hints_of(topic: type) -> Mapping[str, Any]:
    """Return the types of the fields of a topic."""
    declared: Any = topic  # a type is hashable, but mypy does not know it
    return _evaluate_hints(declared)


@cache
def _evaluate_hints(topic: Any) -> Mapping[str, Any]:
    return types.MappingProxyType(typing.get_type_hints(topic))


def build_empty(topic: type[Topic]) -> Topic:
    """Make the value of a topic for a language that lacks it: required keys are empty."""
    hints = hints_of(topic)
    return topic(**{key.name: empty_of(hints[key.name]) for key in keys_of(topic) if key.required})


def empty_key(value: Topic, name: str) -> Topic:
    """Return the value of a topic without what one key contains."""
    changed: Any = value
    emptied: Topic = dataclasses.replace(changed, **{name: empty_of(hints_of(type(value))[name])})
    return emptied


def empty_of(hint: Any) -> Any:
    """Return the empty value of a field type."""
    if hint in (bool, int, float, str):
        return hint()
    if dataclasses.is_dataclass(hint):
        return build_empty(typing.cast(type, hint))
    return _CONTAINERS[typing.get_origin(hint)](())


def convert(value: Any, hint: Any, place: str) -> Any:
    """Convert a TOML value to a field type; SourceError, with ``place``, if it does not fit.

    A table may also be the value of a dataclass whose fields are keys in their turn.
    """
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (tuple, frozenset):
        return origin(_items(value, arguments[0], place))
    if origin is Mapping:
        if not isinstance(value, dict):
            raise SourceError(f"{place} must be a table")
        return types.MappingProxyType(
            {
                _map_key(name, arguments[0], place): convert(inner, arguments[1], f"{place}.{name}")
                for name, inner in value.items()
            }
        )
    if dataclasses.is_dataclass(hint):
        if not isinstance(value, dict):
            raise SourceError(f"{place} must be a table")
        return build_topic(typing.cast(type, hint), value, place)
    return _scalar(value, hint, place)


def _items(value: Any, hint: Any, place: str) -> list[Any]:
    if isinstance(value, str) and hint is str:
        return value.split()
    if not isinstance(value, list):
        raise SourceError(f"{place} must be a list")
    return [convert(item, hint, place) for item in value]


def _scalar(value: Any, hint: Any, place: str) -> Any:
    number = hint is float and type(value) is int
    if not number and type(value) is not hint:
        raise SourceError(f"{place} must be {_NAMES[hint]}, not {value!r}")
    return hint(value)


def _map_key(name: str, hint: Any, place: str) -> Any:
    if hint is str:
        return name
    try:
        return hint(name)
    except ValueError as error:
        raise SourceError(f"{place}: {name!r} must be {_NAMES[hint]}") from error


_NAMES = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a string",
}
_CONTAINERS: Mapping[Any, Any] = {tuple: tuple, frozenset: frozenset, Mapping: dict}
