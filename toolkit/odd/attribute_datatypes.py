"""Datatypes: what the value of an attribute may be, as patterns (TDTATT)."""

from dataclasses import replace

from toolkit.odd import rng_patterns
from toolkit.odd.rng_patterns import EMPTY, NOT_ALLOWED, TEXT, Pattern
from toolkit.odd.schema import Schema
from toolkit.odd.specs import AttDef, DataRef, Part, Particle, ValList


def of_attribute(attribute: AttDef, schema: Schema) -> Pattern:
    """The values of an attribute: its datatype, narrowed or widened by its list of values.

    A closed list replaces the datatype, a semi-open one is an alternative to it, an open one
    is advice. Several values are separated by space.
    """
    datatype = attribute.datatype
    content = of_particle(datatype.content, schema) if datatype else TEXT
    values = attribute.values
    if values and values.items and values.type == "closed":
        content = _enumeration(values)
    elif values and values.items and values.type == "semi":
        content = rng_patterns.choice((_enumeration(values), content))
    if datatype is None:
        return content
    repeated = rng_patterns.repeated(content, datatype.minimum, datatype.maximum)
    return repeated if datatype.maximum == 1 else Pattern("list", (repeated,))


def of_particle(particle: Particle, schema: Schema, path: tuple[str, ...] = ()) -> Pattern:
    """The pattern of a datatype's content; a datatype that contains itself is not allowed."""
    single = _single(particle, schema, path)
    return rng_patterns.repeated(single, particle.minimum, particle.maximum)


def _single(  # noqa: PLR0911 - one return for each kind of particle
    particle: Particle, schema: Schema, path: tuple[str, ...]
) -> Pattern:
    match particle.part:
        case Part.DATA:
            return _data(particle.data or DataRef(), schema, path)
        case Part.VALUES:
            return _enumeration(particle.values or ValList())
        case Part.ALTERNATE:
            return rng_patterns.choice(of_particle(item, schema, path) for item in particle.items)
        case Part.SEQUENCE:
            return rng_patterns.group(of_particle(item, schema, path) for item in particle.items)
        case Part.EMPTY:
            return EMPTY
        case Part.MACRO:
            return _data(DataRef(key=particle.key), schema, path)
        case _:
            return TEXT


def _data(data: DataRef, schema: Schema, path: tuple[str, ...]) -> Pattern:
    if data.name:
        params = tuple(Pattern("param", (), (("name", n),), text) for n, text in data.facets)
        return Pattern("data", params, (("type", data.name),))
    spec = schema.data.get(data.key) or schema.macros.get(data.key)
    if spec is None or spec.content is None:
        return TEXT
    if data.key in path:
        return NOT_ALLOWED
    content = _restricted(spec.content, data.facets) if data.facets else spec.content
    return of_particle(content, schema, (*path, data.key))


def _restricted(content: Particle, facets: tuple[tuple[str, str], ...]) -> Particle:
    """A datatype's content with further facets: every XSD type in it is narrowed by them."""
    items = tuple(_restricted(item, facets) for item in content.items)
    data = content.data and replace(content.data, facets=content.data.facets + facets)
    return replace(content, items=items, data=data)


def _enumeration(values: ValList) -> Pattern:
    return rng_patterns.choice(rng_patterns.value(ident) for ident in values.idents)
