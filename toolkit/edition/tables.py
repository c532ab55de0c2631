"""Read the tables of a settings file as their declarations ask, and refuse unknown keys."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePath
from typing import Any

from toolkit.edition.setting import ANY_KEY, Setting
from toolkit.edition.values import read_value
from toolkit.exceptions import SettingsError


@dataclass(frozen=True, slots=True)
class Scope:
    """The settings that a part of a file may have.

    ``file`` names the file in messages; ``above`` is the table that contains those of the
    settings (``texts."NAME"``); ``others`` are tables that other functions read.
    """

    file: str
    settings: tuple[Setting, ...]
    above: str = ""
    others: tuple[str, ...] = ()

    def heading(self, table: str) -> str:
        """Return the heading of a table: ``[outputs]``; empty above all tables."""
        name = ".".join(filter(None, (self.above, table)))
        return f"[{name}]" if name else ""


def parse_toml(data: bytes, file: Path | PurePath | str) -> dict[str, Any]:
    """Parse a settings file. SettingsError if it is not valid TOML."""
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except RecursionError as error:
        raise SettingsError(f"{file}: not valid TOML: nested too deeply") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: not valid TOML: {error}") from error


def read_tables(data: Mapping[str, Any], scope: Scope) -> dict[str, Any]:
    """Return the values by the attributes that they set. SettingsError for what does not fit."""
    tables = dict.fromkeys(setting.table for setting in scope.settings)
    top = {setting.key for setting in scope.settings if not setting.table}
    values: dict[str, Any] = {}
    for name, content in data.items():
        if name in tables and isinstance(content, dict):
            values |= _read_table(name, content, scope)
        elif name in top:
            values |= _read_table("", {name: content}, scope)
        elif name in tables:
            raise SettingsError(_not_a_table(name, content, scope))
        else:
            known = [*filter(None, tables), *sorted(top), *scope.others]
            heading = scope.heading("") if top else ""
            what = f"key {name}" if top else f"table [{name}]"
            raise SettingsError(
                _unknown(scope, " in ".join(filter(None, (what, heading))), name, known)
            )
    return values


def _not_a_table(name: str, content: Any, scope: Scope) -> str:
    keys = ", ".join(setting.key for setting in scope.settings if setting.table == name)
    return f"{scope.file}: {scope.heading(name)} should be a table with {keys}, not {content!r}"


def _read_table(table: str, content: Mapping[str, Any], scope: Scope) -> dict[str, Any]:
    known = {setting.key: setting for setting in scope.settings if setting.table == table}
    others = known.pop(ANY_KEY, None)
    values: dict[str, Any] = {}
    for key, value in content.items():
        if key in known:
            values[known[key].attribute] = _read_value(known[key], key, value, scope)
        elif others is not None:
            switched = (key, _read_value(others, key, value, scope))
            values[others.attribute] = (*values.get(others.attribute, ()), switched)
        else:
            raise SettingsError(_unknown(scope, f"key {key} in {scope.heading(table)}", key, known))
    return values


def _read_value(setting: Setting, key: str, value: Any, scope: Scope) -> Any:
    try:
        return read_value(setting, value)
    except ValueError as error:
        wanted = str(error) or setting.type
        where = " ".join(filter(None, (scope.heading(setting.table), key)))
        raise SettingsError(f"{scope.file}: {where} should be {wanted}, not {value!r}") from error


def _unknown(scope: Scope, what: str, name: str, known: Collection[str]) -> str:
    everywhere = {setting.key: setting.table for setting in scope.settings if setting.table}
    if near := get_close_matches(name, known, n=1):
        return f"{scope.file}: unknown {what}; did you mean {near[0]}?"
    if name in everywhere:
        belongs = scope.heading(everywhere[name])
        return f"{scope.file}: unknown {what}; {name} belongs in {belongs}"
    if elsewhere := get_close_matches(name, everywhere, n=1):
        suggested = f"{elsewhere[0]} in {scope.heading(everywhere[elsewhere[0]])}"
        return f"{scope.file}: unknown {what}; did you mean {suggested}?"
    return f"{scope.file}: unknown {what}; known are {', '.join(sorted(known))}"
