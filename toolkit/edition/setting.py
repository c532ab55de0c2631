"""Declare a setting once: its table, key, type, default and meaning.

A setting is a field of ``Edition`` or ``TextSettings`` declared with ``setting(...)``. What reads
the file, the file that ``tei new`` writes, and the page of documentation are all derived from that
declaration.
"""

import dataclasses
import enum
import types
import typing
from dataclasses import dataclass
from typing import Any, Final

from toolkit.edition.forms import IDENTIFIER, Form
from toolkit.edition.header_name import HeaderName
from toolkit.text import Cert

FILE_NAME: Final = "edition.toml"
_METADATA: Final = "toolkit.edition.setting"
ANY_KEY: Final = "NAME"
"""The key of a setting that takes all keys of its table that are no other setting's."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of ``edition.toml``, or of the settings of a text.

    - ``attribute``: the field of the dataclass that it sets; ``key``: its name in the file.
    - ``table``: the table of the key; empty for a key above all tables.
    - ``kind``: the type of the field, which says what values are allowed.
    - ``meaning``: one or two sentences for an editor.
    - ``example``: the value that ``tei new`` shows; the default if there is none.
    - ``active``: whether ``tei new`` sets it, or leaves it commented out.
    - ``form``: the form of a text that not every text fits.
    """

    attribute: str
    table: str
    key: str
    kind: Any
    default: Any
    meaning: str
    example: Any
    active: bool
    form: Form | None = None

    @property
    def allowed(self) -> tuple[str, ...]:
        """The allowed values, if they are a fixed list."""
        kind = _without_none(self.kind)
        if not (isinstance(kind, type) and issubclass(kind, enum.StrEnum)):
            return ()
        return tuple(member.value for member in kind if member is not Cert.UNKNOWN)

    @property
    def type(self) -> str:
        """The type in words: ``one of a4, a5``, ``a text in quotation marks``."""
        if self.allowed:
            return f"one of {', '.join(self.allowed)}"
        if self.form:
            return self.form.words
        return _TYPES.get(str(self.kind), "") or _OTHER


def setting(  # noqa: PLR0913 - the parts of a declaration are independent of each other
    table: str,
    meaning: str,
    *,
    default: Any = "",
    key: str = "",
    example: Any = None,
    active: bool = False,
    form: Form | None = None,
) -> Any:
    """Declare a field of a dataclass as a setting; its key is its name with hyphens by default."""
    described = {_METADATA: (table, key, meaning, example, active, form)}
    return dataclasses.field(default=default, metadata=described)


def settings_of(declaring: type) -> tuple[Setting, ...]:
    """List the settings in the order of their declaration."""
    kinds = typing.get_type_hints(declaring)
    return tuple(
        _setting_of(field, kinds[field.name])
        for field in dataclasses.fields(declaring)
        if _METADATA in field.metadata
    )


def format_value(value: Any) -> str:
    """Write a value as TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(format_value, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{k} = {format_value(v)}' for k, v in value.items())} }}"
    return f'"{value}"'


def _setting_of(field: "dataclasses.Field[Any]", kind: Any) -> Setting:
    table, key, meaning, example, active, form = field.metadata[_METADATA]
    key = key or field.name.replace("_", "-")
    shown = field.default if example is None else example
    return Setting(field.name, table, key, kind, field.default, meaning, shown, active, form)


def _without_none(kind: Any) -> Any:
    if isinstance(kind, types.UnionType):
        return next(part for part in typing.get_args(kind) if part is not type(None))
    return kind


_TYPES: Final = {
    str(str): "a text in quotation marks",
    str(tuple[str, ...]): "a list of texts",
    str(tuple[tuple[str, bool], ...]): "true or false",
    str(tuple[HeaderName, ...]): (
        'a name, { name = "...", ref = "..." }, or a list of these; ref is ' + IDENTIFIER
    ),
}
_OTHER: Final = 'a list of { name = "...", role = "...", ref = "...", id = "..." }'
