"""Fold the attributes of an element that has hundreds, which no schema allows.

Saxon compares each attribute that a stylesheet copies with those before it, so that the time grows
with the square of their number. Those that no stylesheet reads travel in a few others, as JSON.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Final, cast

from lxml import etree

from toolkit.namespaces import XML, local_name
from toolkit.vocabulary.edition_schema import attributes_of

MANY: Final = 256
"""How many attributes of an element stay as they are; those that the schema knows come first."""
FOLDED: Final = "{urn:tei-toolkit:view}attributes-"
"""The beginning of the names of the attributes that hold the others, a number follows."""
_PIECE: Final = 16_000
"""Characters in one of them."""

_ATTRIBUTES: Final = etree.XPath("@*")


def fold_attributes(root: etree._Element) -> etree._Element | None:
    """Return a copy of a tree with the attributes folded; None if no element has too many."""
    if not _crowded(root):
        return None
    copy = deepcopy(root)
    for element in _crowded(copy):
        _fold(element)
    return copy


def unfold_attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the names and values of the attributes of an element, those that are folded last."""
    pieces: dict[int, str] = {}
    for name, value in element.attrib.items():
        if str(name).startswith(FOLDED):
            pieces[int(str(name).removeprefix(FOLDED))] = str(value)
        else:
            yield str(name), str(value)
    folded = "".join(pieces[number] for number in sorted(pieces))
    yield from json.loads(folded or "{}").items()


def _crowded(root: etree._Element) -> list[etree._Element]:
    return [element for element in root.iter(etree.Element) if len(element.attrib) > MANY]


def _values(element: etree._Element) -> list[etree._ElementUnicodeResult]:
    return cast(list[etree._ElementUnicodeResult], _ATTRIBUTES(element))


def _fold(element: etree._Element) -> None:
    known = attributes_of(local_name(str(element.tag)))
    # attrib.items() looks each value up by its name, in quadratic time.
    pairs = [(str(value.attrname), str(value)) for value in _values(element)]
    pairs.sort(key=lambda pair: not (pair[0] in known or pair[0].startswith(f"{{{XML}}}")))
    element.attrib.clear()
    element.attrib.update(pairs[:MANY])
    folded = json.dumps(dict(pairs[MANY:]))
    for number, start in enumerate(range(0, len(folded), _PIECE)):
        element.set(f"{FOLDED}{number}", folded[start : start + _PIECE])
