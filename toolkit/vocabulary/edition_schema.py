"""Look up what our own schema (``tei/edition.odd``) allows: children and attributes of elements.

The data in ``edition.json`` is generated (``python -m toolkit.odd.vocabulary_tables``): for each
element the numbers of its set of children and its set of attributes. Order and number of children
are left to validation.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).with_name("edition.json")


def may_contain(parent: str, child: str) -> bool:
    """Whether an element may be the child of another; False for an element the schema lacks."""
    return child in _set_of(parent, 0)


def attributes_of(element: str) -> frozenset[str]:
    """Return the attributes that an element may have; none for an element the schema lacks.

    Attributes of the XML namespace are written with their prefix: ``xml:lang``.
    """
    return _set_of(element, 1)


@cache
def _set_of(element: str, which: int) -> frozenset[str]:
    numbers = _data()["elements"].get(element)
    return frozenset() if numbers is None else _sets()[numbers[which]]


@cache
def _sets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(names.split()) for names in _data()["sets"])


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return data
