"""Read a file of specifications as a source, with its release."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from toolkit.exceptions import SchemaError
from toolkit.namespaces import SCHEMATRON, tei
from toolkit.odd.read_specs import SPECS, read_spec
from toolkit.odd.specs import Release, Source, Spec
from toolkit.trees import parse_bytes

_VERSION = re.compile(r"\d+\.\d+(\.\d+)?[a-z]?")


def read_source(path: Path, *, docs: bool = False) -> Source:
    """Read all specifications in an XML file such as ``p5subset.xml`` or a compiled ODD.

    The file may be large: the published P5 is 4 MB. SchemaError if it declares nothing.
    """
    tree = parse_bytes(path.read_bytes(), str(path))
    return read_source_tree(tree, file=str(path), docs=docs)


def read_source_tree(tree: etree._ElementTree, *, file: str = "", docs: bool = False) -> Source:
    """Read all specifications in a tree. SchemaError if there are none."""
    specs = tuple(find_specs(tree, file=file, docs=docs))
    if not specs:
        raise SchemaError(f"{file}: no elementSpec, classSpec, macroSpec or dataSpec in it")
    modules = dict.fromkeys(m.get("ident", "") for m in tree.iter(tei("moduleSpec")))
    named = dict.fromkeys(spec.module for spec in specs if spec.module)
    return Source(
        read_release(tree),
        tuple(modules or named),
        specs,
        read_namespaces(tree),
        read_declarations(tree),
    )


def find_specs(tree: etree._ElementTree, *, file: str, docs: bool) -> Iterator[Spec]:
    """Yield the specifications in a tree in document order, except those in examples."""
    for element in tree.iter(*SPECS):
        yield read_spec(element, file=file, docs=docs)


def read_namespaces(tree: etree._ElementTree) -> tuple[tuple[str, str], ...]:
    """Return the prefixes that the header declares for Schematron rules (``constraintDecl``)."""
    found: dict[str, str] = {}
    for holder in tree.iter(tei("constraintDecl")):
        for declaration in holder.iter(f"{{{SCHEMATRON}}}ns"):
            found[declaration.get("prefix", "")] = declaration.get("uri", "")
    return tuple(found.items())


def read_declarations(tree: etree._ElementTree) -> tuple[str, ...]:
    """Return what all Schematron rules share (``constraintDecl``), without the prefixes, as XML."""
    return tuple(
        etree.tostring(child, encoding="unicode", with_tail=False)
        for holder in tree.iter(tei("constraintDecl"))
        for child in holder.iterchildren(tag=etree.Element)
        if child.tag != f"{{{SCHEMATRON}}}ns" and not str(child.tag).startswith(tei(""))
    )


def read_release(tree: etree._ElementTree) -> Release:
    """Read title, version, date, revision and licence from the header."""
    root = tree.getroot()
    statement = root.find(f".//{tei('fileDesc')}")
    if statement is None:
        return Release()
    edition = statement.find(f"{tei('editionStmt')}/{tei('edition')}")
    words = " ".join("".join(map(str, edition.itertext())).split()) if edition is not None else ""
    version = _VERSION.search(words)
    date = edition.find(tei("date")) if edition is not None else None
    licences = statement.iterfind(f".//{tei('licence')}")
    return Release(
        title=" ".join(statement.findtext(f".//{tei('title')}", "").split()),
        version=version.group() if version else "",
        date=date.get("when", "") if date is not None else "",
        revision=words.rpartition("revision ")[2].strip() if "revision " in words else "",
        licence=tuple(licence.get("target", "") for licence in licences),
    )
