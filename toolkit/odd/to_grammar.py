"""Convert a combined schema to a RELAX NG grammar."""

import re
from collections.abc import Iterator, Mapping

from toolkit.namespaces import XML
from toolkit.odd import attribute_datatypes, rng_patterns
from toolkit.odd.content_models import Contents
from toolkit.odd.rng_patterns import EMPTY, NOT_ALLOWED, Grammar, Pattern
from toolkit.odd.schema import Attributes, Schema
from toolkit.odd.specs import AttDef, AttList, AttRef, Spec

_NO_NAME = re.compile(r"[^\w.\-]")


def grammar_of(schema: Schema) -> Grammar:
    """Convert a schema to the grammar that accepts the documents it allows.

    Elements, macros and model classes become definitions of their own names, attribute classes
    ``att.x.attributes``, their attributes ``att.x.attribute.y``; what nothing refers to is left
    out. Names, where an element's and another's are the same, are numbered.
    """
    return reachable_grammar(schema, Contents(schema), Attributes(schema))


def reachable_grammar(schema: Schema, contents: Contents, attributes: Attributes) -> Grammar:
    """Convert a schema with given tables of contents and attributes."""
    definitions: dict[str, Pattern] = {}
    for element in schema.elements.values():
        definitions[contents.name_of(element)] = _element(element, schema, contents, attributes)
    for ident in schema.classes:
        definitions.update(_class_definitions(ident, schema, attributes))
    definitions.update(contents.definitions)
    for name, body in schema.external.items():
        ours = definitions.get(name)
        definitions[name] = rng_patterns.choice((ours, body)) if ours else body
    roots = (schema.element(name) for name in schema.start)
    start = rng_patterns.choice(rng_patterns.ref(contents.name_of(root)) for root in roots if root)
    return rng_patterns.drop_unreachable(Grammar(start, definitions, schema.namespace))


def _element(element: Spec, schema: Schema, contents: Contents, attributes: Attributes) -> Pattern:
    own = (("name", element.name),)
    namespace = schema.namespace_of(element)
    named = own if namespace == schema.namespace else (*own, ("ns", namespace))
    inside = (contents.of(element), *_attributes(element, schema, attributes))
    return Pattern("element", tuple(p for p in inside if p != EMPTY) or (EMPTY,), named)


def _attributes(element: Spec, schema: Schema, attributes: Attributes) -> Iterator[Pattern]:
    """Yield an element's attributes: references to those of classes, and its own."""
    effective = attributes.of_element(element)
    done: set[str] = set()
    for key in element.keys:
        for reference, idents in _class_references(key, attributes, effective):
            if not done & set(idents):
                done.update(idents)
                yield reference
    for ident, attribute in effective.items():
        if ident not in done and attribute.owner != element.ident:
            done.add(ident)
            yield rng_patterns.ref(f"{attribute.owner}.attribute.{_flat(ident)}")
    if element.attributes:
        yield from _own(element.attributes, schema, effective, done)


def _class_references(
    key: str, attributes: Attributes, effective: Mapping[str, AttDef]
) -> Iterator[tuple[Pattern, tuple[str, ...]]]:
    """Refer to a class as a whole, if all its attributes are as the class declares them."""
    inherited = attributes.of_class(key)
    if inherited and all(
        effective.get(ident) is attribute for ident, attribute in inherited.items()
    ):
        yield rng_patterns.ref(f"{key}.attributes"), tuple(inherited)


def _class_definitions(
    ident: str, schema: Schema, attributes: Attributes
) -> Iterator[tuple[str, Pattern]]:
    """Yield the definitions of an attribute class: one for each attribute, one for all."""
    effective = attributes.of_class(ident)
    if not effective:
        return
    spec = schema.classes[ident]
    done: set[str] = set()
    parts: list[Pattern] = []
    for key in spec.keys:
        for reference, idents in _class_references(key, attributes, effective):
            if not done & set(idents):
                done.update(idents)
                parts.append(reference)
    for name, attribute in effective.items():
        single = f"{attribute.owner}.attribute.{_flat(name)}"
        if attribute.owner == ident:
            yield single, _attribute(attribute, schema)
        elif name not in done:
            parts.append(rng_patterns.ref(single))
    if spec.attributes:
        parts.extend(_class_own(spec.attributes, ident, effective))
    yield f"{ident}.attributes", rng_patterns.group(parts)


def _class_own(
    attributes: AttList, ident: str, effective: Mapping[str, AttDef]
) -> Iterator[Pattern]:
    """Refer to a class's own attributes, as alternatives where the class has a choice."""
    parts: list[Pattern] = []
    for item in attributes.items:
        if isinstance(item, AttList):
            parts.extend(_as_alternative(attributes, _class_own(item, ident, effective)))
        elif (
            isinstance(item, AttDef)
            and item.ident in effective
            and effective[item.ident].owner == ident
        ):
            parts.append(rng_patterns.ref(f"{ident}.attribute.{_flat(item.ident)}"))
    if attributes.choice and parts:
        yield rng_patterns.choice(parts)
    else:
        yield from parts


def _own(
    attributes: AttList, schema: Schema, effective: Mapping[str, AttDef], done: set[str]
) -> Iterator[Pattern]:
    """Yield the attributes in an element's own list, as alternatives where it has a choice."""
    parts: list[Pattern] = []
    for item in attributes.items:
        if isinstance(item, AttList):
            parts.extend(_as_alternative(attributes, _own(item, schema, effective, done)))
        elif not isinstance(item, AttRef) and item.ident in effective and item.ident not in done:
            done.add(item.ident)
            parts.append(_attribute(effective[item.ident], schema))
    if attributes.choice and parts:
        yield rng_patterns.choice(parts)
    else:
        yield from parts


def _as_alternative(outer: AttList, inner: Iterator[Pattern]) -> Iterator[Pattern]:
    """Keep the attributes of an inner list together where the outer one is a choice."""
    if not outer.choice:
        yield from inner
        return
    together = rng_patterns.group(inner)
    if together != EMPTY:
        yield together


def _attribute(attribute: AttDef, schema: Schema) -> Pattern:
    content = attribute_datatypes.attribute_pattern(attribute, schema)
    name, namespace = attribute.name, attribute.namespace or ""
    if namespace == XML:
        name, namespace = f"xml:{name.removeprefix('xml:')}", ""
    found = rng_patterns.attribute(name, content, namespace=namespace, default=attribute.default)
    if content == NOT_ALLOWED:
        return EMPTY if attribute.usage != "req" else NOT_ALLOWED
    return found if attribute.usage == "req" else rng_patterns.optional(found)


def _flat(ident: str) -> str:
    """Convert an attribute's ident to part of a definition's name: ``xml:id`` to ``xmlid``."""
    return _NO_NAME.sub(lambda mark: "" if mark[0] == ":" else "_", ident)
