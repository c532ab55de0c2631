"""The table of hyphen signs, which the annotators and the stylesheets share (``hyphens.toml``)."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from toolkit.exceptions import SourceError

TABLE: Final = Path(__file__).with_name("hyphens.toml")
ROLES: Final = ("soft", "either", "proof", "hard")


def hyphen_signs(*roles: str) -> str:
    """Return the signs that have one of the roles, or all signs, in the order of the table."""
    return "".join(sign for sign, role in _table().items() if not roles or role in roles)


def hyphen_class(*roles: str, also: str = "") -> str:
    """Return the signs as a character class of a regular expression, in Python and XPath.

    ``also`` are other signs of the class, without those that have a meaning there.
    """
    signs = hyphen_signs(*roles)
    return "[" + "-" * ("-" in signs) + signs.replace("-", "") + also + "]"


def parse_table(source: str) -> Mapping[str, str]:
    """Return the role of each sign. SourceError for a line that does not fit the schema."""
    table = tomllib.loads(source)
    for sign, entry in table.items():
        if problem := _find_problem(sign, entry):
            raise SourceError(f"{TABLE.name}: [{sign!r}]: {problem}")
    return {sign: entry["role"] for sign, entry in table.items()}


def _find_problem(sign: str, entry: Any) -> str:
    if not isinstance(entry, dict) or set(entry) != {"name", "role"}:
        return "expected the keys name and role"
    if len(sign) != 1 or re.match(r"[\w\s\]\\^]", sign):
        return "expected a single sign"
    if entry["name"] != unicodedata.name(sign).lower():
        return f"its name is {unicodedata.name(sign).lower()!r}"
    return "" if entry["role"] in ROLES else f"unknown role {entry['role']!r}"


@cache
def _table() -> Mapping[str, str]:
    return parse_table(TABLE.read_text(encoding="utf-8"))
