"""The vocabulary of TEI P5: which elements play which role, and which attributes are pointers.

Everything here is read from ``p5.json``, which ``python -m toolkit.odd.vocabulary_tables`` computes
from ``tei/p5`` and the role definitions in ``roles.toml``. The stylesheets use the same roles
(``xslt/shared/roles.xsl``, generated with it).
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).with_name("p5.json")


def elements(*roles: str) -> frozenset[str]:
    """Return the local names of the elements that have at least one of the roles.

    KeyError for a role that ``roles.toml`` does not define.
    """
    return frozenset().union(*(_roles()[role] for role in roles))


def role_names() -> tuple[str, ...]:
    """Return the names of all roles, in alphabetical order."""
    return tuple(sorted(_roles()))


@cache
def pointer_attributes() -> Mapping[str, frozenset[str]]:
    """Return the attributes that hold pointers (teidata.pointer), by name.

    The value names the elements on which the attribute is a pointer, where it holds something else
    on others; it is empty for an attribute that is a pointer wherever it occurs.
    """
    return {name: frozenset(places.split()) for name, places in _data()["pointers"].items()}


@cache
def _roles() -> Mapping[str, frozenset[str]]:
    return {role: frozenset(names.split()) for role, names in _data()["roles"].items()}


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return data
