"""Read customisations: the selections, additions and changes of a ``schemaSpec`` (TDSS)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from lxml import etree

from toolkit.closed_room import ClosedRoomError, read_regular
from toolkit.exceptions import SchemaError
from toolkit.namespaces import EGXML, TEI, XML_ID, tei
from toolkit.odd.read_specs import SPECS, expand_names, read_constraint, read_spec
from toolkit.odd.spec_source import read_declarations, read_namespaces, read_release
from toolkit.odd.specs import NO_DOCS, NO_RELEASE, Constraint, Docs, Kind, Release, Spec, Text
from toolkit.trees import parse_bytes, parse_file

_REFERENCES = {
    tei("elementRef"): Kind.ELEMENT,
    tei("classRef"): Kind.CLASS,
    tei("macroRef"): Kind.MACRO,
    tei("dataRef"): Kind.DATA,
}
DEFAULT_EXCEPTIONS = (TEI, f"{{{EGXML}}}egXML")
"""The default of @defaultExceptions: the names that ``anyElement`` does not match."""


@dataclass(frozen=True, slots=True)
class ModuleRef:
    """A selected module, whole or in part; or a RELAX NG grammar at @url.

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
    """A selected specification; of a class, perhaps only some attributes."""

    kind: Kind
    key: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    source: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Missing:
    """A reference of the ODD without a target."""

    message: str
    file: str = ""
    line: int = 0


Item = ModuleRef | Reference | Spec | Missing


@dataclass(frozen=True, slots=True)
class Customisation:
    """An ODD: its name, its start elements, its source, and its items in order.

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
    declarations: tuple[str, ...] = ()
    release: Release = NO_RELEASE
    docs: Docs = NO_DOCS
    file: str = ""


def read_customisation(path: Path, *, schema: str = "") -> Customisation:
    """Read the ODD in a file; ``schema`` names a ``schemaSpec``, by default the first.

    SourceError if the file is not XML, SchemaError if it has no such ``schemaSpec``.
    """
    tree = parse_file(path)
    element = _schema_spec(tree, schema)
    if element is None:
        wanted = f' named "{schema}"' if schema else ""
        raise SchemaError(f"{path}: no schemaSpec{wanted}: this is not an ODD")
    return _customisation(element, tree, path)


def is_customisation(tree: etree._ElementTree) -> bool:
    """Whether the tree is an ODD with a ``schemaSpec``, not only a file of specifications."""
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
            DEFAULT_EXCEPTIONS if exceptions is None else expand_names(element, exceptions)
        ),
        constraints=tuple(
            read_constraint(child) for child in element.iterchildren(tei("constraintSpec"))
        ),
        namespaces=read_namespaces(tree),
        declarations=read_declarations(tree),
        release=read_release(tree),
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
    """Yield the children of ``schemaSpec`` or ``specGrp``, with references replaced."""
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
    """Yield the items that a ``specGrpRef`` points to, in this file or another."""
    file, _, ident = element.get("target", "").partition("#")
    if file:
        path = resolve_file(path, file)
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


def resolve_file(path: Path, file: str) -> Path:
    """Resolve a file name relative to another file. Nothing is fetched from the network."""
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
