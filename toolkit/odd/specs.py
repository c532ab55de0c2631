"""Specifications of elements, classes, macros, datatypes and attributes, as values."""

import enum
from dataclasses import dataclass, field, replace

UNBOUNDED = None
"""The value of ``maximum`` for ``maxOccurs="unbounded"``."""


class Kind(enum.StrEnum):
    """The kind of a specification; the value is the name of the TEI element."""

    ELEMENT = "elementSpec"
    CLASS = "classSpec"
    MACRO = "macroSpec"
    DATA = "dataSpec"


class Mode(enum.StrEnum):
    """The effect of a specification on the one in its source (``att.combinable``)."""

    ADD = "add"
    DELETE = "delete"
    REPLACE = "replace"
    CHANGE = "change"


class Part(enum.StrEnum):
    """The kinds of particle in a content model; the value is the name of the TEI element."""

    SEQUENCE = "sequence"
    ALTERNATE = "alternate"
    INTERLEAVE = "interleave"
    ELEMENT = "elementRef"
    CLASS = "classRef"
    MACRO = "macroRef"
    DATA = "dataRef"
    TEXT = "textNode"
    EMPTY = "empty"
    VALUES = "valList"
    ANY = "anyElement"
    RELAXNG = "rng"


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of documentation: its language and its TEI source, such as a ``desc``."""

    xml: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Docs:
    """The documentation of a specification: ``gloss``, ``desc``, ``remarks``, ``exemplum``."""

    glosses: tuple[Text, ...] = ()
    descriptions: tuple[Text, ...] = ()
    remarks: tuple[Text, ...] = ()
    examples: tuple[Text, ...] = ()

    def over(self, older: "Docs") -> "Docs":
        """Fill in missing parts from an older documentation."""
        return Docs(
            self.glosses or older.glosses,
            self.descriptions or older.descriptions,
            self.remarks or older.remarks,
            self.examples or older.examples,
        )


NO_DOCS = Docs()


@dataclass(frozen=True, slots=True)
class ValItem:
    """One value of a list, ``valItem``; ``parameters`` are those of a behaviour (``paramSpec``)."""

    ident: str
    mode: Mode = Mode.ADD
    docs: Docs = NO_DOCS
    parameters: tuple[str, ...] = ()
    alternative: str = ""

    @property
    def name(self) -> str:
        """The value in documents: ``altIdent`` or the ident."""
        return self.alternative or self.ident


@dataclass(frozen=True, slots=True)
class ValList:
    """A list of values, ``valList``: ``type`` is closed, semi or open; empty if not given.

    ``moded`` tells whether the source gave a @mode.
    """

    items: tuple[ValItem, ...] = ()
    type: str = ""
    mode: Mode = Mode.ADD
    moded: bool = field(default=True, compare=False)

    @property
    def idents(self) -> tuple[str, ...]:
        """The idents of the values, without duplicates."""
        return tuple(dict.fromkeys(item.ident for item in self.items))

    @property
    def names(self) -> tuple[str, ...]:
        """The values in documents, without duplicates."""
        return tuple(dict.fromkeys(item.name for item in self.items))


@dataclass(frozen=True, slots=True)
class DataRef:
    """A reference to a datatype: by ``key`` to a ``dataSpec``, by ``name`` to an XSD type.

    ``facets`` are pairs of the facet's name and its value (``dataFacet``, ``@restriction``).
    """

    key: str = ""
    name: str = ""
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Particle:
    """A node of a content model, with its number of occurrences.

    ``key`` is what an element, class or macro reference points to, ``expand``, ``include`` and
    ``exclude`` belong to class references, ``require`` and ``exclude`` (namespaces, or Clark
    names) to ``anyElement``; ``xml`` is the source of a RELAX NG pattern that pure ODD cannot say.
    """

    part: Part
    items: tuple["Particle", ...] = ()
    minimum: int = 1
    maximum: int | None = 1
    key: str = ""
    expand: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    data: DataRef | None = None
    values: ValList | None = None
    xml: str = ""


@dataclass(frozen=True, slots=True)
class Datatype:
    """The datatype of an attribute, and the number of its values, separated by space."""

    content: Particle
    minimum: int = 1
    maximum: int | None = 1


@dataclass(frozen=True, slots=True)
class Constraint:
    """A ``constraintSpec``: its ident, its scheme, and the source of its rules."""

    ident: str
    xml: str = ""
    scheme: str = "schematron"
    mode: Mode = Mode.ADD
    lang: str = ""
    docs: Docs = NO_DOCS


@dataclass(frozen=True, slots=True)
class AttDef:
    """An attribute; parts that are None or empty are missing, and a change inherits them.

    The ident of an attribute in a namespace of its own is a Clark name, except in that of ``xml:``.
    ``owner`` is the class or element that declares it, filled in when the schema is combined.
    """

    ident: str
    mode: Mode = Mode.ADD
    usage: str = ""
    namespace: str | None = None
    datatype: Datatype | None = None
    values: ValList | None = None
    default: str = ""
    constraints: tuple[Constraint, ...] = ()
    alternative: str = ""
    valid_until: str = ""
    docs: Docs = NO_DOCS
    owner: str = ""
    line: int = field(default=0, compare=False)

    @property
    def name(self) -> str:
        """The local name in documents: ``altIdent`` or that of the ident."""
        return self.alternative or self.ident.rpartition("}")[2]


@dataclass(frozen=True, slots=True)
class AttRef:
    """A reference to one attribute of a class, ``attRef``."""

    owner: str
    key: str


@dataclass(frozen=True, slots=True)
class AttList:
    """A group of attributes; with ``choice`` only one of them may occur."""

    items: tuple["AttDef | AttRef | AttList", ...] = ()
    choice: bool = False

    def attributes(self) -> tuple[AttDef, ...]:
        """All attributes declared here, including those of inner lists."""
        found: list[AttDef] = []
        for item in self.items:
            if isinstance(item, AttDef):
                found.append(item)
            elif isinstance(item, AttList):
                found.extend(item.attributes())
        return tuple(found)


@dataclass(frozen=True, slots=True)
class MemberOf:
    """A membership in a class, ``memberOf``."""

    key: str
    mode: Mode = Mode.ADD


@dataclass(frozen=True, slots=True)
class Classes:
    """The memberships of an element or class; ``mode`` is replace or change."""

    members: tuple[MemberOf, ...] = ()
    mode: Mode = Mode.REPLACE

    @property
    def keys(self) -> tuple[str, ...]:
        """The classes that are not deleted."""
        return tuple(m.key for m in self.members if m.mode is not Mode.DELETE)


@dataclass(frozen=True, slots=True)
class Spec:
    """A specification; parts that are None are missing, and a change inherits them.

    ``namespace`` is None for the schema's own one. ``type`` is model or atts, for classes.
    ``sections`` are identifiers of sections of the Guidelines.
    """

    kind: Kind
    ident: str
    mode: Mode = Mode.ADD
    module: str = ""
    namespace: str | None = None
    type: str = ""
    classes: Classes | None = None
    content: Particle | None = None
    attributes: AttList | None = None
    constraints: tuple[Constraint, ...] = ()
    alternative: str = ""
    valid_until: str = ""
    sections: tuple[str, ...] = ()
    docs: Docs = NO_DOCS
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    @property
    def name(self) -> str:
        """The name in documents: ``altIdent`` or the ident."""
        return self.alternative or self.ident

    @property
    def keys(self) -> tuple[str, ...]:
        """The classes it is a member of."""
        return self.classes.keys if self.classes else ()

    def without_docs(self) -> "Spec":
        """Return the specification without its documentation."""
        return replace(self, docs=NO_DOCS)


@dataclass(frozen=True, slots=True)
class Release:
    """The origin of specifications: name, version, date (ISO 8601), revision, licence."""

    title: str = ""
    version: str = ""
    date: str = ""
    revision: str = ""
    licence: tuple[str, ...] = ()


NO_RELEASE = Release()


@dataclass(frozen=True, slots=True)
class Source:
    """A set of specifications to select from, such as TEI P5, in its order.

    ``declarations`` are what its rules share, as XML (``constraintDecl``).
    """

    release: Release
    modules: tuple[str, ...]
    specs: tuple[Spec, ...]
    namespaces: tuple[tuple[str, str], ...] = ()
    declarations: tuple[str, ...] = ()
