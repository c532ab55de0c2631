"""The datatypes of attribute values as patterns (TDTATT)."""

from dataclasses import replace

from toolkit.odd import rng_patterns
from toolkit.odd.rng_patterns import EMPTY, NOT_ALLOWED, TEXT, Pattern
from toolkit.odd.schema import Schema
from toolkit.odd.specs import AttDef, DataRef, Part, Particle, ValList


def attribute_pattern(attribute: AttDef, schema: Schema) -> Pattern:
    """Return the pattern of an attribute's values: its datatype and its list of values.

    A closed list replaces the datatype, a semi-open one is an alternative to it, an open one
    is advice. Several values are separated by space.
    """
    datatype = attribute.datatype
    content = datatype_pattern(datatype.content, schema) if datatype else TEXT
    values = attribute.values
    if values and values.items and values.type == "closed":
        content = _enumeration_pattern(values)
    elif values and values.items and values.type == "semi":
        content = rng_patterns.choice((_enumeration_pattern(values), content))
    if datatype is None:
        return content
    repeated = rng_patterns.repeated(content, datatype.minimum, datatype.maximum)
    return repeated if datatype.maximum == 1 else Pattern("list", (repeated,))


def datatype_pattern(particle: Particle, schema: Schema, path: tuple[str, ...] = ()) -> Pattern:
    """Return the pattern of a datatype's content; a recursive datatype is not allowed."""
    single = _single_pattern(particle, schema, path)
    return rng_patterns.repeated(single, particle.minimum, particle.maximum)


def _single_pattern(  # noqa: PLR0911 - one return for each kind of particle
    particle: Particle, schema: Schema, path: tuple[str, ...]
) -> Pattern:
    match particle.part:
        case Part.DATA:
            return _data_pattern(particle.data or DataRef(), schema, path)
        case Part.VALUES:
            return _enumeration_pattern(particle.values or ValList())
        case Part.ALTERNATE:
            return rng_patterns.choice(
                datatype_pattern(item, schema, path) for item in particle.items
            )
        case Part.SEQUENCE:
            return rng_patterns.group(
                datatype_pattern(item, schema, path) for item in particle.items
            )
        case Part.EMPTY:
            return EMPTY
        case Part.MACRO:
            return _data_pattern(DataRef(key=particle.key), schema, path)
        case _:
            return TEXT


def _data_pattern(data: DataRef, schema: Schema, path: tuple[str, ...]) -> Pattern:
    if data.name:
        params = tuple(Pattern("param", (), (("name", n),), text) for n, text in data.facets)
        return Pattern("data", params, (("type", data.name),))
    spec = schema.data.get(data.key) or schema.macros.get(data.key)
    if spec is None or spec.content is None:
        return TEXT
    if data.key in path:
        return NOT_ALLOWED
    content = _add_facets(spec.content, data.facets) if data.facets else spec.content
    return datatype_pattern(content, schema, (*path, data.key))


def _add_facets(content: Particle, facets: tuple[tuple[str, str], ...]) -> Particle:
    """Add facets to a datatype's content: they restrict every XSD type in it."""
    items = tuple(_add_facets(item, facets) for item in content.items)
    data = content.data and replace(content.data, facets=content.data.facets + facets)
    return replace(content, items=items, data=data)


def _enumeration_pattern(values: ValList) -> Pattern:
    return rng_patterns.choice(rng_patterns.value(name) for name in values.names)
