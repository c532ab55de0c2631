"""Verifying a schema: what is wrong with it that only shows when everything is together."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from toolkit.findings import Finding, Place
from toolkit.odd import problems
from toolkit.odd.content_models import define_names
from toolkit.odd.customisation import Customisation
from toolkit.odd.rng_patterns import Grammar, Pattern
from toolkit.odd.schema import Schema
from toolkit.odd.specs import Classes, Mode, Part, Particle, Spec
from toolkit.odd.to_grammar import grammar_of


def verify(odd: Customisation, schema: Schema) -> Iterator[Finding]:
    """Findings about what the ODD itself says, seen in the light of the whole schema."""
    for spec in odd.items:
        if isinstance(spec, Spec) and spec.mode is not Mode.DELETE:
            place = _place(spec, odd)
            yield from _dangling(spec, schema, place)
            yield from _memberships(spec, schema, place)
            yield from _datatypes(spec, schema)
    yield from _circles(schema, odd)
    yield from _same_names(schema, odd)
    yield from _lost(schema, odd)
    yield from _unsatisfiable(schema, odd)


def _lost(schema: Schema, odd: Customisation) -> Iterator[Finding]:
    """Elements whose content, taken over from the source, requires what is not selected."""
    said = {s.ident for s in odd.items if isinstance(s, Spec) and s.content is not None}
    for spec in schema.elements.values():
        for key in _required(spec.content) if spec.ident not in said else ():
            if schema.element(key) is None:
                message = f'"{spec.ident}" requires "{key}", which the schema leaves out'
                yield problems.LOST.at(_place(spec, odd), message)


def _required(particle: Particle | None) -> Iterator[str]:
    """The elements without which a content cannot be."""
    if particle is None or particle.minimum == 0:
        return
    if particle.part is Part.ELEMENT:
        yield particle.key
    elif particle.part in (Part.SEQUENCE, Part.INTERLEAVE):
        for item in particle.items:
            yield from _required(item)


def _unsatisfiable(schema: Schema, odd: Customisation) -> Iterator[Finding]:
    """The elements in use that no content can satisfy."""
    grammar = grammar_of(schema)
    possible = _possible_elements(grammar)
    for name, spec in define_names(schema).items():
        if name in grammar.definitions and name not in possible:
            message = f'no content of "{spec.ident}" is possible: something it requires is left out'
            yield problems.UNSATISFIABLE.at(_place(spec, odd), message)


def _place(spec: Spec, odd: Customisation) -> Place:
    """Where the ODD has the specification; the ODD as a whole for one that it takes over."""
    return problems.place(odd.file, spec.line if spec.file == odd.file else 0, spec.ident)


def _dangling(spec: Spec, schema: Schema, place: Place) -> Iterator[Finding]:
    known: Mapping[Part, Callable[[str], object]] = {
        Part.ELEMENT: lambda key: schema.element(key) or schema.external.get(key),
        Part.CLASS: schema.classes.get,
        Part.MACRO: schema.macros.get,
    }
    for particle in _inside(spec.content):
        if particle.part in known and known[particle.part](particle.key) is None:
            message = (
                f'{particle.part} "{particle.key}" in the content of "{spec.ident}" is not there'
            )
            yield problems.DANGLING.at(place, message)


def _inside(particle: Particle | None) -> Iterator[Particle]:
    if particle is not None:
        yield particle
        for item in particle.items:
            yield from _inside(item)


def _memberships(spec: Spec, schema: Schema, place: Place) -> Iterator[Finding]:
    for key in (spec.classes or Classes()).keys:
        if key not in schema.classes:
            message = f'"{spec.ident}" is to be a member of "{key}", which the schema does not have'
            yield problems.NO_CLASS.at(place, message)


def _datatypes(spec: Spec, schema: Schema) -> Iterator[Finding]:
    for attribute in spec.attributes.attributes() if spec.attributes else ():
        content = attribute.datatype.content if attribute.datatype else None
        for particle in _inside(content):
            key = particle.data.key if particle.data else ""
            if key and key not in schema.data and key not in schema.macros:
                place = problems.place(spec.file, attribute.line, spec.ident)
                message = f'no datatype "{key}" for @{attribute.ident} of "{spec.ident}"'
                hint = "an XSD type is named by @name, not by @key"
                yield problems.UNKNOWN.at(place, message, hint=hint)


def _circles(schema: Schema, odd: Customisation) -> Iterator[Finding]:
    groups: tuple[tuple[Mapping[str, Spec], Callable[[Spec], Iterable[str]]], ...] = (
        (schema.classes, lambda spec: spec.keys),
        (schema.macros, lambda spec: _keys(spec, Part.MACRO)),
        (schema.data, _data_keys),
    )
    for specs, following in groups:
        for circle in _circles_in(specs, following):
            spec = specs[circle[0]]
            message = f"{spec.kind} refers to itself: {' > '.join(circle)}"
            yield problems.CIRCULAR.at(_place(spec, odd), message)


def _keys(spec: Spec, part: Part) -> Iterator[str]:
    return (p.key for p in _inside(spec.content) if p.part is part)


def _data_keys(spec: Spec) -> Iterator[str]:
    return (p.data.key for p in _inside(spec.content) if p.data)


def _circles_in(
    specs: Mapping[str, Spec], following: Callable[[Spec], Iterable[str]]
) -> Iterator[tuple[str, ...]]:
    """Each circle once, found by walking on from every specification."""
    done: set[str] = set()
    for start in specs:
        stack: list[tuple[str, ...]] = [(start,)]
        while stack:
            path = stack.pop()
            for key in following(specs[path[-1]]):
                if key in path:
                    circle = path[path.index(key) :]
                    if not done & set(circle):
                        yield (*circle, key)
                    done.update(circle)
                elif key in specs and key not in done:
                    stack.append((*path, key))
        done.add(start)


def _same_names(schema: Schema, odd: Customisation) -> Iterator[Finding]:
    names: dict[tuple[str, str], Spec] = {}
    for element in schema.elements.values():
        key = schema.namespace_of(element), element.name
        if key in names:
            message = f'"{names[key].ident}" and "{element.ident}" are both named "{element.name}"'
            yield problems.AMBIGUOUS.at(_place(element, odd), message)
        names[key] = element
        for others in (schema.classes, schema.macros, schema.data):
            if element.ident in others:
                message = f'"{element.ident}" is an element and a {others[element.ident].kind}'
                yield problems.AMBIGUOUS.at(_place(element, odd), message)


def _possible_elements(grammar: Grammar) -> set[str]:
    """The definitions that something finite satisfies, as a least fixed point."""
    possible: set[str] = set()
    waiting = dict(grammar.definitions)
    while True:
        found = [name for name, body in waiting.items() if _is_possible(body, possible)]
        if not found:
            return possible
        possible.update(found)
        for name in found:
            del waiting[name]


def _is_possible(body: Pattern, possible: set[str]) -> bool:
    match body.tag:
        case "notAllowed":
            return False
        case "ref":
            return body.get("name") in possible
        case "choice":
            return any(_is_possible(item, possible) for item in body.items)
        case "optional" | "zeroOrMore" | "anyName" | "except":
            return True
        case _:
            return all(_is_possible(item, possible) for item in body.items)
