"""Convert content models of pure ODD to patterns, without the parts the schema leaves out."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from toolkit.odd import attribute_datatypes, rng_content, rng_patterns
from toolkit.odd.rng_patterns import EMPTY, NOT_ALLOWED, TEXT, Pattern
from toolkit.odd.schema import Schema
from toolkit.odd.specs import Kind, Part, Particle, Spec

_REPEATED = {
    "sequence": (1, 1),
    "sequenceOptional": (0, 1),
    "sequenceRepeatable": (1, None),
    "sequenceOptionalRepeatable": (0, None),
}
"""The occurrences of each member when a class reference is expanded as a sequence."""


class Contents:
    """The content models of a schema as patterns, and the definitions that they refer to.

    What a content model refers to and the schema does not have is left out: of a sequence, that
    place; of a choice, that alternative, or if it was optional, all but the right to leave it
    out. A class without members is not allowed (TDCLA).
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._names = {id(spec): name for name, spec in define_names(schema).items()}
        self.definitions: dict[str, Pattern] = {}
        self._any = 0

    def name_of(self, element: Spec) -> str:
        """Return the name of an element's definition."""
        return self._names[id(element)]

    def of(self, spec: Spec) -> Pattern:
        """Return the content of an element or macro."""
        if spec.content is None:
            return EMPTY
        return self._particle(spec.content, spec) or EMPTY

    def class_definition(self, key: str, expand: str = "") -> Pattern:
        """Return the definition of a reference to a model class."""
        members = self._schema.members.get(key, ())
        if expand in _REPEATED:
            occurrence = _REPEATED[expand]
            return rng_patterns.group(
                rng_patterns.repeated(self._member(member, expand), *occurrence)
                for member in members
            )
        return rng_patterns.choice(self._member(member, expand) for member in members)

    def _member(self, member: Spec, expand: str) -> Pattern:
        if member.kind is Kind.ELEMENT:
            return rng_patterns.ref(self.name_of(member))
        return rng_patterns.ref(self._class_name(member.ident, expand))

    def _class_name(self, key: str, expand: str) -> str:
        """Return the name of a class's definition in this expansion, defining it if needed."""
        suffix = f"_{expand}" if expand in _REPEATED else ""
        name = key + suffix
        if name not in self.definitions:
            self.definitions[name] = NOT_ALLOWED
            self.definitions[name] = self.class_definition(key, expand)
        return name

    def _particle(self, particle: Particle, spec: Spec) -> Pattern | None:
        """Return the pattern of a particle; None if the schema has no part of it."""
        single = self._single(particle, spec)
        if single is None:
            return None
        return rng_patterns.repeated(single, particle.minimum, particle.maximum)

    def _single(  # noqa: PLR0911 - one return for each kind of particle
        self, particle: Particle, spec: Spec
    ) -> Pattern | None:
        match particle.part:
            case Part.SEQUENCE | Part.INTERLEAVE | Part.ALTERNATE:
                return self._group(particle, spec)
            case Part.ELEMENT:
                return self._element(particle.key)
            case Part.CLASS:
                return self._class(particle)
            case Part.MACRO:
                return self._macro(particle.key)
            case Part.DATA | Part.VALUES:
                return attribute_datatypes.datatype_pattern(
                    replace(particle, minimum=1, maximum=1), self._schema
                )
            case Part.TEXT:
                return TEXT
            case Part.EMPTY:
                return EMPTY
            case Part.ANY:
                return self._any_element(particle, spec)
            case Part.RELAXNG:
                return self._foreign(particle, spec)

    def _group(self, particle: Particle, spec: Spec) -> Pattern | None:
        found = [(item, self._particle(item, spec)) for item in particle.items]
        items = [pattern_ for _, pattern_ in found if pattern_ is not None]
        if not items:
            return None if particle.items else EMPTY
        if particle.part is Part.ALTERNATE:
            left_out = any(pattern_ is None and item.minimum == 0 for item, pattern_ in found)
            return rng_patterns.choice((*items, EMPTY) if left_out else items)
        return rng_patterns.group(
            items, "interleave" if particle.part is Part.INTERLEAVE else "group"
        )

    def _element(self, key: str) -> Pattern | None:
        element = self._schema.element(key)
        if element is not None:
            return rng_patterns.ref(self.name_of(element))
        return rng_patterns.ref(key) if key in self._schema.external else None

    def _class(self, particle: Particle) -> Pattern | None:
        if particle.key not in self._schema.classes:
            return None
        if particle.include or particle.exclude:
            return self._some_members(particle)
        return rng_patterns.ref(self._class_name(particle.key, particle.expand))

    def _some_members(self, particle: Particle) -> Pattern:
        """Convert a class reference that includes or excludes members by name."""
        members = [
            self._member(member, particle.expand)
            for member in self._schema.members.get(particle.key, ())
            if (not particle.include or member.ident in particle.include)
            and member.ident not in particle.exclude
        ]
        if particle.expand in _REPEATED:
            occurrence = _REPEATED[particle.expand]
            return rng_patterns.group(
                rng_patterns.repeated(member, *occurrence) for member in members
            )
        return rng_patterns.choice(members)

    def _macro(self, key: str) -> Pattern | None:
        macro = self._schema.macros.get(key)
        if macro is None:
            return None
        if key not in self.definitions:
            self.definitions[key] = EMPTY
            self.definitions[key] = self.of(macro)
        return rng_patterns.ref(key)

    def _any_element(self, particle: Particle, spec: Spec) -> Pattern:
        """Return a pattern for any element but the excepted ones, with any content."""
        self._any += 1
        name = f"anyElement_{spec.ident}_{self._any}"
        excepted = tuple(_excepted(particle.exclude or self._schema.exceptions))
        names = Pattern("anyName", (Pattern("except", excepted),) if excepted else ())
        attributes = Pattern("attribute", (Pattern("anyName"), TEXT))
        inside = Pattern("choice", (TEXT, rng_patterns.ref(name)))
        self.definitions[name] = Pattern(
            "element",
            (names, Pattern("zeroOrMore", (attributes,)), Pattern("zeroOrMore", (inside,))),
        )
        return rng_patterns.ref(name)

    def _foreign(self, particle: Particle, spec: Spec) -> Pattern | None:
        """Convert an embedded RELAX NG pattern; references resolve as those of particles."""
        return self._from_xml(etree.fromstring(particle.xml), spec)

    def _from_xml(self, element: etree._Element, spec: Spec) -> Pattern | None:
        name = etree.QName(element).localname
        if name == "ref":
            return self._particle(rng_content.read_reference(element.get("name", "")), spec)
        found = [self._from_xml(child, spec) for child in element.iterchildren(tag=etree.Element)]
        items = tuple(item for item in found if item is not None)
        if found and not items:
            return None
        attributes = tuple((str(key), str(text)) for key, text in element.attrib.items())
        return Pattern(name, items, attributes, (element.text or "").strip())


def define_names(schema: Schema) -> dict[str, Spec]:
    """Name the definition of each element: its ident, numbered if that is taken."""
    names: dict[str, Spec] = {}
    taken = {*schema.classes, *schema.macros, *schema.data}
    for element in schema.elements.values():
        name, number = element.ident, 1
        while name in names or name in taken:
            number += 1
            name = f"{element.ident}_{number}"
        names[name] = element
    return names


def _excepted(names: tuple[str, ...]) -> Iterator[Pattern]:
    """Yield the name classes of namespaces and Clark names."""
    for name in dict.fromkeys(names):
        if name.startswith("{"):
            namespace, _, local = name[1:].partition("}")
            yield Pattern("name", attributes=(("ns", namespace),), text=local)
        else:
            yield Pattern("nsName", attributes=(("ns", name),))
