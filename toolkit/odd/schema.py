"""A combined schema: the specifications of a customisation, with classes resolved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from toolkit.namespaces import TEI
from toolkit.odd.apply_changes import inherit_attribute
from toolkit.odd.customisation import DEFAULT_EXCEPTIONS
from toolkit.odd.rng_patterns import Pattern
from toolkit.odd.specs import (
    NO_DOCS,
    NO_RELEASE,
    AttDef,
    AttList,
    AttRef,
    Constraint,
    Docs,
    Kind,
    Mode,
    Release,
    Source,
    Spec,
)


@dataclass(frozen=True, slots=True)
class Schema:
    """A combined schema. ``elements`` are by unique name: ident, or Clark name outside TEI.

    ``start`` are the idents of possible root elements; ``members`` the elements and classes in
    each class, in order; ``declarations`` what its rules share, as XML; ``external`` definitions
    from other RELAX NG grammars, by name.
    """

    ident: str
    start: tuple[str, ...]
    elements: Mapping[str, Spec]
    classes: Mapping[str, Spec]
    macros: Mapping[str, Spec]
    data: Mapping[str, Spec]
    modules: tuple[str, ...] = ()
    namespace: str = TEI
    exceptions: tuple[str, ...] = DEFAULT_EXCEPTIONS
    constraints: tuple[Constraint, ...] = ()
    namespaces: tuple[tuple[str, str], ...] = ()
    declarations: tuple[str, ...] = ()
    release: Release = NO_RELEASE
    docs: Docs = NO_DOCS
    external: Mapping[str, Pattern] = field(default_factory=dict)
    members: Mapping[str, tuple[Spec, ...]] = field(default_factory=dict)

    def element(self, ident: str) -> Spec | None:
        """Return the element of this ident, in any namespace."""
        found = self.elements.get(ident)
        if found is None:
            found = next((e for e in self.elements.values() if e.ident == ident), None)
        return found

    def specs(self) -> Iterator[Spec]:
        """Yield all specifications: classes, macros, datatypes, elements."""
        for group in (self.classes, self.macros, self.data, self.elements):
            yield from group.values()

    def namespace_of(self, element: Spec) -> str:
        """Return the namespace of an element in documents."""
        return self.namespace if element.namespace is None else element.namespace

    def as_source(self) -> Source:
        """Return the specifications as a source for another ODD."""
        specs = tuple(self.specs())
        return Source(self.release, self.modules, specs, self.namespaces, self.declarations)


def add_members(schema: Schema) -> Schema:
    """Add the members of classes to a schema: elements and classes, in document order."""
    members: dict[str, list[Spec]] = {key: [] for key in schema.classes}
    for spec in (*schema.elements.values(), *schema.classes.values()):
        for key in dict.fromkeys(spec.keys):
            if key in members:
                members[key].append(spec)
    return replace(schema, members={key: tuple(found) for key, found in members.items()})


class Attributes:
    """The attributes of classes and elements: inherited, overridden, deleted (TDATT).

    Each attribute carries its ``owner``: the ident of the class or element that declares it in
    this form. Results are kept, since elements share their classes.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._known: dict[str, dict[str, AttDef]] = {}

    def of_class(self, ident: str, path: tuple[str, ...] = ()) -> Mapping[str, AttDef]:
        """Return the attributes that members inherit from a class, by ident."""
        if ident not in self._known:
            spec = self._schema.classes.get(ident)
            if spec is None or ident in path:
                return {}
            self._known[ident] = self._effective(spec, (*path, ident))
        return self._known[ident]

    def of_element(self, element: Spec) -> Mapping[str, AttDef]:
        """Return all attributes of an element by ident, except deleted ones."""
        return self._effective(element, ())

    def of_own(self, spec: Spec) -> tuple[AttDef, ...]:
        """Return the attributes in the specification's own list, with references resolved."""
        effective = (
            self.of_element(spec) if spec.kind is Kind.ELEMENT else self.of_class(spec.ident)
        )
        names = dict.fromkeys(self._own_idents(spec.attributes))
        return tuple(effective[name] for name in names if name in effective)

    def _own_idents(self, attributes: AttList | None) -> Iterator[str]:
        for item in attributes.items if attributes else ():
            if isinstance(item, AttList):
                yield from self._own_idents(item)
            else:
                yield item.key if isinstance(item, AttRef) else item.ident

    def _effective(self, spec: Spec, path: tuple[str, ...]) -> dict[str, AttDef]:
        found: dict[str, AttDef] = {}
        for key in spec.keys:
            for ident, attribute in self.of_class(key, path).items():
                found.setdefault(ident, attribute)
        if spec.attributes:
            self._apply(spec.attributes, spec.ident, found, path)
        return found

    def _apply(
        self, attributes: AttList, owner: str, found: dict[str, AttDef], path: tuple[str, ...]
    ) -> None:
        for item in attributes.items:
            if isinstance(item, AttList):
                self._apply(item, owner, found, path)
            elif isinstance(item, AttRef):
                referred = self.of_class(item.owner, path).get(item.key)
                if referred:
                    found[item.key] = referred
            elif item.mode is Mode.DELETE:
                found.pop(item.ident, None)
            elif item.mode is not Mode.CHANGE:
                found[item.ident] = replace(item, owner=owner)
            elif item.ident in found:
                own = replace(item, owner=owner)
                found[item.ident] = inherit_attribute(own, found[item.ident])
