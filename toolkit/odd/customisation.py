"""Customisations: what one ODD selects, adds and changes, read from its ``schemaSpec`` (TDSS)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from lxml import etree

from toolkit.closed_room import ClosedRoomError, read_regular
from toolkit.exceptions import SchemaError
from toolkit.namespaces import EGXML, TEI, XML_ID, tei
from toolkit.odd.read_specs import SPECS, expanded_names, read_constraint, read_spec
from toolkit.odd.spec_source import namespaces_of, release_of
from toolkit.odd.specs import NO_DOCS, NO_RELEASE, Constraint, Docs, Kind, Release, Spec, Text
from toolkit.trees import parse_bytes, parse_file

_REFERENCES = {
    tei("elementRef"): Kind.ELEMENT,
    tei("classRef"): Kind.CLASS,
    tei("macroRef"): Kind.MACRO,
    tei("dataRef"): Kind.DATA,
}
DEFAULT_EXCEPTIONS = (TEI, f"{{{EGXML}}}egXML")
"""What ``anyElement`` does not match unless the ODD says otherwise (@defaultExceptions)."""


@dataclass(frozen=True, slots=True)
class ModuleRef:
    """A module to take over, all of it or some of its elements; or a RELAX NG grammar at @url.

    ``xml`` is what it says inside: definitions that are added to those of the grammar.
    ``include`` is None where all elements are taken; an empty one takes classes and macros alone.
    """

    key: str
    url: str = ""
    xml: str = ""
    include: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    source: str = ""
    prefix: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """One specification to take over; a class perhaps without some of its attributes."""

    kind: Kind
    key: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    source: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Missing:
    """A place where the ODD points to something that is not there."""

    message: str
    file: str = ""
    line: int = 0


Item = ModuleRef | Reference | Spec | Missing


@dataclass(frozen=True, slots=True)
class Customisation:
    """An ODD: its name, where it starts, what it is based on, and what it says, in order.

    ``start`` is None if the ODD does not say, and may use ``prefix``; ``source`` is where its
    specifications come from, empty for TEI P5.
    """

    ident: str
    items: tuple[Item, ...]
    start: tuple[str, ...] | None = None
    prefix: str = ""
    namespace: str = TEI
    source: str = ""
    exceptions: tuple[str, ...] = DEFAULT_EXCEPTIONS
    constraints: tuple[Constraint, ...] = ()
    namespaces: tuple[tuple[str, str], ...] = ()
    release: Release = NO_RELEASE
    docs: Docs = NO_DOCS
    file: str = ""


def read_customisation(path: Path, *, schema: str = "") -> Customisation:
    """The ODD in a file; ``schema`` names one of several ``schemaSpec``, else the first is meant.

    SourceError if the file is not XML, SchemaError if it has no such ``schemaSpec``.
    """
    tree = parse_file(path)
    element = _schema_spec(tree, schema)
    if element is None:
        wanted = f' named "{schema}"' if schema else ""
        raise SchemaError(f"{path}: no schemaSpec{wanted}: this is not an ODD")
    return _customisation(element, tree, path)


def is_customisation(tree: etree._ElementTree) -> bool:
    """Whether the tree is an ODD that selects, and not a file of specifications alone."""
    element = _schema_spec(tree, "")
    return element is not None and any(
        isinstance(item, ModuleRef | Reference) for item in _items(element, tree, Path())
    )


def _schema_spec(tree: etree._ElementTree, ident: str) -> etree._Element | None:
    found = tree.iter(tei("schemaSpec"))
    return next((e for e in found if not ident or e.get("ident") == ident), None)


def _customisation(element: etree._Element, tree: etree._ElementTree, path: Path) -> Customisation:
    exceptions = element.get("defaultExceptions")
    start = element.get("start")
    return Customisation(
        ident=element.get("ident", path.stem),
        items=tuple(_items(element, tree, path)),
        start=None if start is None else tuple(start.split()),
        prefix=element.get("prefix", ""),
        namespace=element.get("ns", TEI),
        source=element.get("source", ""),
        exceptions=(
            DEFAULT_EXCEPTIONS if exceptions is None else expanded_names(element, exceptions)
        ),
        constraints=tuple(
            read_constraint(child) for child in element.iterchildren(tei("constraintSpec"))
        ),
        namespaces=namespaces_of(tree),
        release=release_of(tree),
        docs=Docs(descriptions=tuple(_texts(element, "desc"))),
        file=str(path),
    )


def _texts(element: etree._Element, name: str) -> Iterator[Text]:
    for child in element.iterchildren(tei(name)):
        yield Text(etree.tostring(child, encoding="unicode", with_tail=False))


def _items(
    holder: etree._Element,
    tree: etree._ElementTree,
    path: Path,
    followed: tuple[etree._Element, ...] = (),
) -> Iterator[Item]:
    """The children of ``schemaSpec`` or ``specGrp``, with what is referred to in its place."""
    for child in holder.iterchildren(tag=etree.Element):
        if child.tag == tei("moduleRef"):
            yield _module(child, path)
        elif child.tag in _REFERENCES:
            yield _reference(child, path)
        elif child.tag in SPECS:
            yield read_spec(child, file=str(path))
        elif child.tag == tei("specGrp"):
            yield from _items(child, tree, path, followed)
        elif child.tag == tei("specGrpRef"):
            yield from _group(child, tree, path, followed)


def _group(
    element: etree._Element,
    tree: etree._ElementTree,
    path: Path,
    followed: tuple[etree._Element, ...],
) -> Iterator[Item]:
    """What a ``specGrpRef`` points to: in this file, or in one beside it."""
    file, _, ident = element.get("target", "").partition("#")
    if file:
        path = beside(path, file)
        tree = _parse_named(path)
    group = _by_id(tree, ident) if ident else tree.getroot()
    if group is None:
        yield Missing(f'no specGrp "{ident}"', str(path), cast(int, element.sourceline or 0))
        return
    if group in followed:
        raise SchemaError(f"{path}:{element.sourceline}: specGrp #{ident} refers to itself")
    yield from _items(group, tree, path, (*followed, group))


def _parse_named(path: Path) -> etree._ElementTree:
    """Parse a file that an ODD names: a regular one of limited size."""
    try:
        return parse_bytes(read_regular(path), str(path))
    except ClosedRoomError as error:
        raise SchemaError(f"{path}: {error}") from error


def beside(path: Path, file: str) -> Path:
    """A file named relative to another one. Nothing is fetched from the network."""
    if "://" in file and not file.startswith("file://"):
        raise SchemaError(
            f"{path}: {file} is not a local file; nothing is fetched from the network"
        )
    return path.parent / file.removeprefix("file://")


def _by_id(tree: etree._ElementTree, ident: str) -> etree._Element | None:
    return next((e for e in tree.iter(tei("*")) if e.get(XML_ID) == ident), None)


def _module(element: etree._Element, path: Path) -> ModuleRef:
    included = element.get("include")
    return ModuleRef(
        key=element.get("key", "").strip(),
        url=element.get("url", ""),
        xml=etree.tostring(element, encoding="unicode", with_tail=False) if len(element) else "",
        include=None if included is None else tuple(included.split()),
        exclude=tuple(element.get("except", "").split()),
        source=element.get("source", ""),
        prefix=element.get("prefix", ""),
        file=str(path),
        line=cast(int, element.sourceline or 0),
    )


def _reference(element: etree._Element, path: Path) -> Reference:
    return Reference(
        kind=_REFERENCES[element.tag],
        key=element.get("key", "").strip(),
        include=tuple(element.get("include", "").split()),
        exclude=tuple(element.get("except", "").split()),
        source=element.get("source", ""),
        file=str(path),
        line=cast(int, element.sourceline or 0),
    )
