"""Containment: parents and children of elements, from the content models of a schema."""

from collections.abc import Mapping

from toolkit.odd.schema import Schema
from toolkit.odd.specs import Kind, Part, Particle, Spec

TEXT = "#text"
"""Character data among the children of an element."""
ANY = "#any"
"""Elements of other vocabularies among the children of an element."""


class Family:
    """The parents and children of the elements of a schema, by unique name."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._names = {id(spec): name for name, spec in schema.elements.items()}
        self._members: dict[str, frozenset[str]] = {}
        self._children: dict[str, frozenset[str]] = {}

    def children(self, name: str) -> frozenset[str]:
        """Return the elements that an element may contain, and ``#text`` if it may contain text."""
        if name not in self._children:
            spec = self._schema.elements[name]
            self._children[name] = self._inside(spec.content, ())
        return self._children[name]

    def parents(self, name: str) -> frozenset[str]:
        """Return the elements that may contain an element."""
        return frozenset(p for p in self._schema.elements if name in self.children(p))

    def all_parents(self) -> Mapping[str, frozenset[str]]:
        """Return the parents of every element."""
        found: dict[str, set[str]] = {name: set() for name in self._schema.elements}
        for parent in self._schema.elements:
            for child in self.children(parent):
                if child in found:
                    found[child].add(parent)
        return {name: frozenset(parents) for name, parents in found.items()}

    def members(self, ident: str) -> frozenset[str]:
        """Return the elements of a model class and its subclasses."""
        if ident not in self._members:
            self._members[ident] = frozenset()
            names: set[str] = set()
            for member in self._schema.members.get(ident, ()):
                if member.kind is Kind.ELEMENT:
                    names.add(self._name(member))
                else:
                    names |= self.members(member.ident)
            self._members[ident] = frozenset(names)
        return self._members[ident]

    def _inside(  # noqa: PLR0911 - one return for each kind of particle
        self, particle: Particle | None, macros: tuple[str, ...]
    ) -> frozenset[str]:
        if particle is None or particle.maximum == 0:
            return frozenset()
        match particle.part:
            case Part.ELEMENT:
                spec = self._schema.element(particle.key)
                return frozenset() if spec is None else frozenset({self._name(spec)})
            case Part.CLASS:
                return self._class(particle)
            case Part.MACRO:
                return self._macro(particle.key, macros)
            case Part.TEXT | Part.DATA | Part.VALUES:
                return frozenset({TEXT})
            case Part.ANY:
                return frozenset({ANY})
            case _:
                return frozenset(
                    name for item in particle.items for name in self._inside(item, macros)
                )

    def _class(self, particle: Particle) -> frozenset[str]:
        if not particle.include and not particle.exclude:
            return self.members(particle.key)
        members: set[str] = set()
        for member in self._schema.members.get(particle.key, ()):
            taken = not particle.include or member.ident in particle.include
            if taken and member.ident not in particle.exclude:
                one = member.kind is Kind.ELEMENT
                members |= {self._name(member)} if one else self.members(member.ident)
        return frozenset(members)

    def _macro(self, key: str, macros: tuple[str, ...]) -> frozenset[str]:
        macro = self._schema.macros.get(key)
        if macro is None or key in macros:
            return frozenset()
        return self._inside(macro.content, (*macros, key))

    def _name(self, spec: Spec) -> str:
        return self._names.get(id(spec), spec.ident)
