"""Find faults of an ODD that show only in the complete schema."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from toolkit.findings import Finding, Place
from toolkit.odd import problems
from toolkit.odd.containment import Family
from toolkit.odd.content_models import define_names
from toolkit.odd.customisation import Customisation
from toolkit.odd.rng_patterns import Grammar, Pattern
from toolkit.odd.schema import Schema
from toolkit.odd.specs import Classes, Mode, Part, Particle, Spec
from toolkit.odd.to_grammar import grammar_of


def verify(odd: Customisation, schema: Schema) -> Iterator[Finding]:
    """Yield the findings on an ODD that need the complete schema."""
    for spec in odd.items:
        if isinstance(spec, Spec) and spec.mode is not Mode.DELETE:
            place = _place(spec, odd)
            yield from _find_dangling(spec, schema, place)
            yield from _check_memberships(spec, schema, place)
            yield from _check_datatypes(spec, schema)
    yield from _find_cycles(schema, odd)
    yield from _find_name_clashes(schema, odd)
    yield from _find_lost_content(schema, odd)
    yield from _find_unsatisfiable(schema, odd)


def _find_lost_content(schema: Schema, odd: Customisation) -> Iterator[Finding]:
    """Report elements from the source whose content requires an element not selected."""
    said = {s.ident for s in odd.items if isinstance(s, Spec) and s.content is not None}
    for spec in schema.elements.values():
        for key in _required_elements(spec.content) if spec.ident not in said else ():
            if schema.element(key) is None:
                message = f'"{spec.ident}" requires "{key}", which the schema leaves out'
                yield problems.LOST.at(_place(spec, odd), message)


def _required_elements(particle: Particle | None) -> Iterator[str]:
    """Yield the elements that a content model requires."""
    if particle is None or particle.minimum == 0:
        return
    if particle.part is Part.ELEMENT:
        yield particle.key
    elif particle.part in (Part.SEQUENCE, Part.INTERLEAVE):
        for item in particle.items:
            yield from _required_elements(item)


def _find_unsatisfiable(schema: Schema, odd: Customisation) -> Iterator[Finding]:
    """Report elements in use that can never be valid."""
    grammar = grammar_of(schema)
    possible = _possible_elements(grammar)
    for name, spec in define_names(schema).items():
        if name in grammar.definitions and name not in possible:
            message = f'no content of "{spec.ident}" is possible: something it requires is left out'
            yield problems.UNSATISFIABLE.at(_place(spec, odd), message)


def _place(spec: Spec, odd: Customisation) -> Place:
    """Return the place of a specification in the ODD, or the ODD if it is selected only."""
    return problems.place_of_spec(odd.file, spec.line if spec.file == odd.file else 0, spec.ident)


def _find_dangling(spec: Spec, schema: Schema, place: Place) -> Iterator[Finding]:
    known: Mapping[Part, Callable[[str], object]] = {
        Part.ELEMENT: lambda key: schema.element(key) or schema.external.get(key),
        Part.CLASS: schema.classes.get,
        Part.MACRO: schema.macros.get,
    }
    for particle in _inner_particles(spec.content):
        if particle.part in known and known[particle.part](particle.key) is None:
            message = (
                f'{particle.part} "{particle.key}" in the content of "{spec.ident}" is not there'
            )
            yield problems.DANGLING.at(place, message)
        elif particle.part is Part.CLASS:
            yield from _find_no_members(particle, spec, schema, place)


def _find_no_members(
    particle: Particle, spec: Spec, schema: Schema, place: Place
) -> Iterator[Finding]:
    """Report names that a class reference includes or excludes and that are no members."""
    members = {member.ident for member in schema.members.get(particle.key, ())}
    for name in (*particle.include, *particle.exclude):
        if name not in members:
            said = f'{particle.part} "{particle.key}" in the content of "{spec.ident}" names'
            yield problems.DANGLING.at(
                place,
                f'{said} "{name}", which is no direct member of the class',
                hint="name the class of which it is a member, or refer to the elements instead",
            )


def _inner_particles(particle: Particle | None) -> Iterator[Particle]:
    if particle is not None:
        yield particle
        for item in particle.items:
            yield from _inner_particles(item)


def _check_memberships(spec: Spec, schema: Schema, place: Place) -> Iterator[Finding]:
    for key in (spec.classes or Classes()).keys:
        if key not in schema.classes:
            message = f'"{spec.ident}" is to be a member of "{key}", which the schema does not have'
            yield problems.NO_CLASS.at(place, message)


def _check_datatypes(spec: Spec, schema: Schema) -> Iterator[Finding]:
    for attribute in spec.attributes.attributes() if spec.attributes else ():
        content = attribute.datatype.content if attribute.datatype else None
        for particle in _inner_particles(content):
            key = particle.data.key if particle.data else ""
            if key and key not in schema.data and key not in schema.macros:
                place = problems.place_of_spec(spec.file, attribute.line, spec.ident)
                message = f'no datatype "{key}" for @{attribute.ident} of "{spec.ident}"'
                hint = "an XSD type is named by @name, not by @key"
                yield problems.UNKNOWN.at(place, message, hint=hint)


def _find_cycles(schema: Schema, odd: Customisation) -> Iterator[Finding]:
    groups: tuple[tuple[Mapping[str, Spec], Callable[[Spec], Iterable[str]]], ...] = (
        (schema.classes, lambda spec: spec.keys),
        (schema.macros, lambda spec: _keys(spec, Part.MACRO)),
        (schema.data, _data_keys),
    )
    for specs, following in groups:
        for circle in _cycles_in(specs, following):
            spec = specs[circle[0]]
            message = f"{spec.kind} refers to itself: {' > '.join(circle)}"
            yield problems.CIRCULAR.at(_place(spec, odd), message)


def _keys(spec: Spec, part: Part) -> Iterator[str]:
    return (p.key for p in _inner_particles(spec.content) if p.part is part)


def _data_keys(spec: Spec) -> Iterator[str]:
    return (p.data.key for p in _inner_particles(spec.content) if p.data)


def _cycles_in(
    specs: Mapping[str, Spec], following: Callable[[Spec], Iterable[str]]
) -> Iterator[tuple[str, ...]]:
    """Yield each cycle once."""
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


def _find_name_clashes(schema: Schema, odd: Customisation) -> Iterator[Finding]:
    names: dict[tuple[str, str], Spec] = {}
    family = Family(schema)
    for element in schema.elements.values():
        key = schema.namespace_of(element), element.name
        if key in names and _meet(names[key], element, schema, family):
            message = f'"{names[key].ident}" and "{element.ident}" are both named "{element.name}"'
            yield problems.AMBIGUOUS.at(_place(element, odd), message)
        names[key] = element
        for others in (schema.classes, schema.macros, schema.data):
            if element.ident in others:
                message = f'"{element.ident}" is an element and a {others[element.ident].kind}'
                yield problems.AMBIGUOUS.at(_place(element, odd), message)


def _meet(first: Spec, second: Spec, schema: Schema, family: Family) -> bool:
    """Whether two elements can both occur in one element, or as the root."""
    pair = {name for name, spec in schema.elements.items() if spec is first or spec is second}
    if {first.ident, second.ident} <= set(schema.start):
        return True
    return any(pair <= family.children(parent) for parent in schema.elements)


def _possible_elements(grammar: Grammar) -> set[str]:
    """Return the definitions that a finite document can satisfy, as a least fixed point."""
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
