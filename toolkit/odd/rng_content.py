"""Read RELAX NG content models of older ODDs as particles."""

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from toolkit.namespaces import RELAXNG
from toolkit.odd.specs import DataRef, Part, Particle, ValItem, ValList

_OCCURRENCES: dict[str, tuple[int, int | None]] = {
    "optional": (0, 1),
    "zeroOrMore": (0, None),
    "oneOrMore": (1, None),
}
_GROUPS = {
    "choice": Part.ALTERNATE,
    "group": Part.SEQUENCE,
    "interleave": Part.INTERLEAVE,
}
EXPANSIONS = {
    "_alternation": "alternate",
    "_sequence": "sequence",
    "_sequenceOptional": "sequenceOptional",
    "_sequenceOptionalRepeatable": "sequenceOptionalRepeatable",
    "_sequenceRepeatable": "sequenceRepeatable",
}
"""Suffixes of pattern names for the expansion of a class (convention of the TEI Stylesheets)."""


def read_pattern(element: etree._Element) -> Particle | None:
    """Read a RELAX NG pattern as a particle; patterns without an equivalent are kept as XML."""
    name = etree.QName(element).localname
    if name in _OCCURRENCES:
        return _repeated(element, *_OCCURRENCES[name])
    if name in _GROUPS:
        return Particle(_GROUPS[name], _items(element))
    simple = _SIMPLE.get(name)
    if simple is not None:
        return simple(element)
    return Particle(Part.RELAXNG, xml=etree.tostring(element, encoding="unicode", with_tail=False))


def read_reference(name: str) -> Particle:
    """Read a reference by pattern name, which encodes its kind: ``model.x_sequence``."""
    base, underscore, suffix = name.rpartition("_")
    expand = EXPANSIONS.get(underscore + suffix)
    if expand:
        return Particle(Part.CLASS, key=base, expand=expand)
    if name.startswith("model."):
        return Particle(Part.CLASS, key=name)
    if name.startswith("macro."):
        return Particle(Part.MACRO, key=name)
    if name.startswith(("data.", "teidata.")):
        return Particle(Part.DATA, data=DataRef(key=name))
    return Particle(Part.ELEMENT, key=name)


def _repeated(element: etree._Element, minimum: int, maximum: int | None) -> Particle:
    items = _items(element)
    if len(items) == 1 and (items[0].minimum, items[0].maximum) == (1, 1):
        return replace(items[0], minimum=minimum, maximum=maximum)
    return Particle(Part.SEQUENCE, items, minimum, maximum)


def _items(element: etree._Element) -> tuple[Particle, ...]:
    patterns = element.iterchildren(f"{{{RELAXNG}}}*")
    particles = (read_pattern(pattern) for pattern in patterns)
    return tuple(particle for particle in particles if particle is not None)


def _data(element: etree._Element) -> Particle:
    params = element.iterchildren(f"{{{RELAXNG}}}param")
    facets = tuple((param.get("name", ""), param.text or "") for param in params)
    return Particle(Part.DATA, data=DataRef(name=element.get("type", "string"), facets=facets))


def _value(element: etree._Element) -> Particle:
    value = (element.text or "").strip()
    return Particle(Part.VALUES, values=ValList((ValItem(value),), "closed"))


_SIMPLE: dict[str, Callable[[etree._Element], Particle]] = {
    "ref": lambda element: read_reference(element.get("name", "")),
    "text": lambda _: Particle(Part.TEXT),
    "empty": lambda _: Particle(Part.EMPTY),
    "data": _data,
    "value": _value,
}
