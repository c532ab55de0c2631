"""Read the settings of an edition from its ``edition.toml``, and refuse what does not fit."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Final

from toolkit.edition.authority import Entry, read_authority
from toolkit.edition.edition import Edition, Responsible, inside
from toolkit.edition.setting import ANY_KEY, FILE_NAME, Setting, settings_of
from toolkit.exceptions import SettingsError
from toolkit.text.xml_characters import NOT_XML

__all__ = ["FILE_NAME", "edition_settings", "inside", "read_edition"]


@cache
def edition_settings() -> tuple[Setting, ...]:
    """Return the settings of an edition, in the order of their declaration."""
    return settings_of(Edition)


def read_edition(folder: Path) -> Edition:
    """Read the edition in ``folder``: its ``edition.toml`` and authority lists; defaults without.

    No code of the edition is run. SettingsError for bad TOML, an unknown key (with the nearest
    known one) or a wrong value (with the allowed ones).
    """
    path = folder / FILE_NAME
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Edition()
    except RecursionError as error:
        raise SettingsError(f"{path}: not valid TOML: nested too deeply") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from error
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    values = _read_tables(data, path)
    lists = values.get("authority_lists", ())
    entries = [entry for name in lists for entry in read_authority(inside(folder, name, path))]
    _refuse_duplicates(entries, path)
    return Edition(folder=folder, authority=tuple(entries), **values)


def _read_tables(data: Mapping[str, Any], path: Path) -> dict[str, Any]:
    tables = dict.fromkeys(setting.table for setting in edition_settings())
    values: dict[str, Any] = {}
    for table, content in data.items():
        if table not in tables or not isinstance(content, dict):
            raise SettingsError(_unknown(path, f"table [{table}]", table, tables))
        values |= _read_table(table, content, path)
    return values


def _read_table(table: str, content: Mapping[str, Any], path: Path) -> dict[str, Any]:
    known = {setting.key: setting for setting in edition_settings() if setting.table == table}
    others = known.pop(ANY_KEY, None)
    values: dict[str, Any] = {}
    for key, value in content.items():
        if key in known:
            values[known[key].attribute] = _read_value(known[key], key, value, path)
        elif others is not None:
            switched = (key, _read_value(others, key, value, path))
            values[others.attribute] = (*values.get(others.attribute, ()), switched)
        else:
            raise SettingsError(_unknown(path, f"key {key} in [{table}]", key, known))
    return values


def _read_value(setting: Setting, key: str, value: Any, path: Path) -> Any:
    try:
        if setting.allowed:
            return _read_choice(setting, value)
        return _READERS[str(setting.kind)](value)
    except ValueError as error:
        wanted = str(error) or setting.type
        raise SettingsError(
            f"{path}: [{setting.table}] {key} should be {wanted}, not {value!r}"
        ) from error


def _read_choice(setting: Setting, value: Any) -> Any:
    if value not in setting.allowed:
        raise ValueError
    kind = setting.kind if isinstance(setting.kind, type) else type(setting.example)
    return kind(value)


def _read_text(value: Any) -> str:
    """Read a text that XML can hold; dates of TOML are texts too."""
    if isinstance(value, str):
        return _xml_text(value)
    if not hasattr(value, "isoformat"):
        raise ValueError
    return str(value.isoformat())


def _read_texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError
    return tuple(map(_xml_text, value))


def _xml_text(value: str) -> str:
    """Return a text. ValueError if it has a character that XML cannot hold."""
    if NOT_XML.search(value):
        raise ValueError("a text without control characters")
    return value


def _read_switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError  # noqa: TRY004 - as above
    return value


def _read_editors(value: Any) -> tuple[Responsible, ...]:
    if not isinstance(value, list) or not all(map(_is_responsible, value)):
        raise ValueError
    if not all(re.fullmatch(r"[^\W\d][\w.-]*|", item.get("id", "")) for item in value):
        raise ValueError('a list in which each id is an xml:id: id = "jd"')
    for text in (text for item in value for text in item.values()):
        _xml_text(text)
    return tuple(Responsible(**item) for item in value)


def _is_responsible(item: Any) -> bool:
    known = {field.name for field in fields(Responsible)}
    return (
        isinstance(item, dict)
        and "name" in item
        and set(item) <= known
        and all(isinstance(text, str) for text in item.values())
    )


_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    str(str): _read_text,
    str(tuple[str, ...]): _read_texts,
    str(tuple[tuple[str, bool], ...]): _read_switch,
    str(tuple[Responsible, ...]): _read_editors,
}
"""The reader of each type of setting that has no fixed list of values."""


def _unknown(path: Path, what: str, name: str, known: Collection[str]) -> str:
    everywhere = {setting.key: setting.table for setting in edition_settings()}
    if near := get_close_matches(name, known, n=1):
        return f"{path}: unknown {what}; did you mean {near[0]}?"
    if name in everywhere:
        return f"{path}: unknown {what}; {name} belongs in [{everywhere[name]}]"
    if elsewhere := get_close_matches(name, everywhere, n=1):
        suggested = f"{elsewhere[0]} in [{everywhere[elsewhere[0]]}]"
        return f"{path}: unknown {what}; did you mean {suggested}?"
    return f"{path}: unknown {what}; known are {', '.join(sorted(known))}"


def _refuse_duplicates(entries: Iterable[Entry], path: Path) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise SettingsError(f'{path}: two authority entries have the xml:id "{entry.id}"')
        seen.add(entry.id)
