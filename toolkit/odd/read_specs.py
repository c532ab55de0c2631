"""Read specifications from XML: the source of P5 and every ODD share one format (TD)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar, cast

from lxml import etree

from toolkit.namespaces import RELAXNG, TEI, XML, XML_LANG, tei
from toolkit.odd import rng_content
from toolkit.odd.specs import (
    NO_DOCS,
    AttDef,
    AttList,
    AttRef,
    Classes,
    Constraint,
    DataRef,
    Datatype,
    Docs,
    Kind,
    MemberOf,
    Mode,
    Part,
    Particle,
    Spec,
    Text,
    ValItem,
    ValList,
)

T = TypeVar("T")

SPECS = tuple(tei(kind.value) for kind in Kind)
_KINDS = {tei(kind.value): kind for kind in Kind}


def read_spec(element: etree._Element, *, file: str = "", docs: bool = True) -> Spec:
    """Read a specification, without its documentation if ``docs`` is false."""
    own = _children(element)
    return Spec(
        kind=_KINDS[element.tag],
        ident=element.get("ident", "").strip(),
        mode=_mode(element),
        module=element.get("module", ""),
        namespace=element.get("ns"),
        type=element.get("type", ""),
        classes=_first(own, "classes", read_classes),
        content=_content(own),
        attributes=_first(own, "attList", lambda e: read_attributes(e, docs=docs)),
        constraints=tuple(read_constraint(e, docs=docs) for e in own.get("constraintSpec", ())),
        alternative=_alternative(own),
        valid_until=element.get("validUntil", ""),
        sections=_sections(own),
        docs=_docs(own) if docs else NO_DOCS,
        file=file,
        line=cast(int, element.sourceline or 0),
    )


def read_classes(element: etree._Element) -> Classes:
    """Read the memberships in ``classes``; the default mode is replace."""
    mode = Mode.CHANGE if element.get("mode") == "change" else Mode.REPLACE
    members = element.iterchildren(tei("memberOf"))
    return Classes(tuple(MemberOf(e.get("key", ""), _mode(e)) for e in members), mode)


def read_attributes(element: etree._Element, *, docs: bool = True) -> AttList:
    """Read an ``attList`` with its inner lists."""
    items: list[AttDef | AttRef | AttList] = []
    for child in element.iterchildren(tei("attDef"), tei("attRef"), tei("attList")):
        if child.tag == tei("attDef"):
            items.append(read_attribute(child, docs=docs))
        elif child.tag == tei("attRef"):
            items.append(_attribute_reference(child))
        else:
            items.append(read_attributes(child, docs=docs))
    return AttList(tuple(items), element.get("org") == "choice")


def read_attribute(element: etree._Element, *, docs: bool = True) -> AttDef:
    """Read an ``attDef``."""
    own = _children(element)
    return AttDef(
        ident=_attribute_ident(element),
        mode=_mode(element),
        usage=element.get("usage", ""),
        namespace=element.get("ns"),
        datatype=_first(own, "datatype", read_datatype),
        values=_first(own, "valList", lambda e: read_values(e, docs=docs)),
        default=_first(own, "defaultVal", _text) or "",
        constraints=tuple(read_constraint(e, docs=docs) for e in own.get("constraintSpec", ())),
        alternative=_alternative(own),
        valid_until=element.get("validUntil", ""),
        docs=_docs(own) if docs else NO_DOCS,
        line=cast(int, element.sourceline or 0),
    )


def _attribute_ident(element: etree._Element) -> str:
    """Return the ident of an attribute; of one in a namespace, its Clark name."""
    ident, namespace = element.get("ident", "").strip(), element.get("ns", "")
    return f"{{{namespace}}}{ident}" if namespace not in ("", XML, TEI) else ident


def read_datatype(element: etree._Element) -> Datatype:
    """Read a ``datatype``: a reference, or a RELAX NG pattern as in older ODDs."""
    content = next(_particles(element), Particle(Part.TEXT))
    return Datatype(content, *_occurrence(element))


def read_values(element: etree._Element, *, docs: bool = True) -> ValList:
    """Read a ``valList``."""
    items = []
    for child in element.iterchildren(tei("valItem")):
        notes = _docs(_children(child)) if docs and len(child) else NO_DOCS
        parameters = tuple(p.get("ident", "") for p in child.iter(tei("paramSpec")))
        name = _alternative(_children(child)) if len(child) else ""
        items.append(ValItem(child.get("ident", "").strip(), _mode(child), notes, parameters, name))
    return ValList(tuple(items), element.get("type", ""), _mode(element), "mode" in element.attrib)


def read_constraint(element: etree._Element, *, docs: bool = True) -> Constraint:
    """Read a ``constraintSpec``; its rules are kept as XML."""
    own = _children(element)
    rules = "".join(
        etree.tostring(child, encoding="unicode", with_tail=False)
        for constraint in own.get("constraint", ())
        for child in constraint.iterchildren(tag=etree.Element)
    )
    return Constraint(
        ident=element.get("ident", ""),
        xml=rules,
        scheme=element.get("scheme", "schematron"),
        mode=_mode(element),
        lang=element.get(XML_LANG, ""),
        docs=_docs(own) if docs else NO_DOCS,
    )


def read_particle(element: etree._Element) -> Particle | None:
    """Read a node of a content model in pure ODD or RELAX NG; None if it is neither."""
    name = etree.QName(element)
    if name.namespace == RELAXNG:
        return rng_content.read_pattern(element)
    if name.namespace != TEI or name.localname not in _READERS:
        return None
    particle = _READERS[name.localname](element)
    minimum, maximum = _occurrence(element)
    return replace(particle, minimum=minimum, maximum=maximum)


def _content(own: dict[str, list[etree._Element]]) -> Particle | None:
    """Read the content of a specification: several children are a sequence, no child is empty."""
    holders = own.get("content")
    if holders is None:
        return _old_content(own)
    particles = tuple(p for holder in holders for p in _particles(holder))
    if len(particles) == 1:
        return particles[0]
    return Particle(Part.SEQUENCE, particles) if particles else Particle(Part.EMPTY)


def _old_content(own: dict[str, list[etree._Element]]) -> Particle | None:
    """Read a ``valList`` or ``dataRef`` directly in a specification, as in older ODDs."""
    for name in ("valList", "dataRef"):
        for element in own.get(name, ()):
            return read_particle(element)
    return None


def _particles(element: etree._Element) -> Iterator[Particle]:
    for child in element.iterchildren(tag=etree.Element):
        particle = read_particle(child)
        if particle is not None:
            yield particle


def _group(element: etree._Element) -> Particle:
    part = Part(etree.QName(element).localname)
    if element.get("preserveOrder") == "false":
        part = Part.INTERLEAVE
    return Particle(part, tuple(_particles(element)))


def _reference(element: etree._Element) -> Particle:
    return Particle(
        Part(etree.QName(element).localname),
        key=element.get("key", ""),
        expand=element.get("expand", ""),
        include=tuple(element.get("include", "").split()),
        exclude=tuple(element.get("except", "").split()),
    )


def _any_element(element: etree._Element) -> Particle:
    return Particle(
        Part.ANY,
        require=tuple(element.get("require", "").split()),
        exclude=expand_names(element, element.get("except", "")),
    )


def expand_names(element: etree._Element, names: str) -> tuple[str, ...]:
    """Expand prefixed names to Clark names and keep namespaces, as in ``anyElement/@except``."""
    return tuple(_expand_name(element, name) for name in names.split())


def _expand_name(element: etree._Element, name: str) -> str:
    prefix, colon, local = name.partition(":")
    if colon and prefix in element.nsmap and not local.startswith("//"):
        return f"{{{element.nsmap[prefix]}}}{local}"
    return name


def _values_particle(element: etree._Element) -> Particle:
    return Particle(Part.VALUES, values=read_values(element, docs=False))


def _data(element: etree._Element) -> Particle:
    return Particle(Part.DATA, data=_data_reference(element))


def _data_reference(element: etree._Element) -> DataRef:
    facets = [
        (facet.get("name", ""), facet.get("value", ""))
        for facet in element.iterchildren(tei("dataFacet"))
    ]
    if element.get("restriction"):
        facets.append(("pattern", element.get("restriction", "")))
    return DataRef(element.get("key", ""), element.get("name", ""), tuple(facets))


def _attribute_reference(element: etree._Element) -> AttRef:
    """Read an ``attRef`` with @class and @key, or with @name as before release 2.9."""
    owner, _, key = element.get("name", "").partition(".attribute.")
    return AttRef(element.get("class", owner), element.get("key", key))


def _children(element: etree._Element) -> dict[str, list[etree._Element]]:
    """Return the TEI children by name, in their order."""
    children: dict[str, list[etree._Element]] = {}
    prefix = f"{{{TEI}}}"
    for child in element.iterchildren(tag=etree.Element):
        tag = str(child.tag)
        if tag.startswith(prefix):
            children.setdefault(tag.removeprefix(prefix), []).append(child)
    return children


def _first(
    own: dict[str, list[etree._Element]], name: str, read: Callable[[etree._Element], T]
) -> T | None:
    found = own.get(name)
    return read(found[0]) if found else None


def _docs(own: dict[str, list[etree._Element]]) -> Docs:
    texts = (
        tuple(_source(element) for element in own.get(name, ()))
        for name in ("gloss", "desc", "remarks", "exemplum")
    )
    return Docs(*texts)


def _source(element: etree._Element) -> Text:
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    return Text(xml, element.get(XML_LANG, ""))


def _sections(own: dict[str, list[etree._Element]]) -> tuple[str, ...]:
    pointers = (p for holder in own.get("listRef", ()) for p in holder.iter(tei("ptr")))
    targets = (pointer.get("target", "") for pointer in pointers)
    return tuple(target[1:] for target in targets if target.startswith("#"))


def _alternative(own: dict[str, list[etree._Element]]) -> str:
    """Return the ``altIdent`` in the language that the schema is made for (@targetLang)."""
    names = own.get("altIdent", [])
    target = _target_language(names[0]) if names else ""
    if target:
        by_language = {name.get(XML_LANG, ""): name for name in reversed(names)}
        names = [by_language[key] for key in (target, "") if key in by_language]
    return _text(names[0]).strip() if names else ""


def _target_language(element: etree._Element) -> str:
    """Return @targetLang of the ``schemaSpec`` around an element, or the first in its file."""
    around = element.iterancestors(tei("schemaSpec"))
    schema = next(around, None)
    if schema is None:
        schema = next(element.getroottree().iter(tei("schemaSpec")), None)
    return "" if schema is None else schema.get("targetLang", "")


def _text(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _mode(element: etree._Element) -> Mode:
    mode = element.get("mode", "add").strip()
    return Mode(mode) if mode in Mode.__members__.values() else Mode.ADD


def _occurrence(element: etree._Element) -> tuple[int, int | None]:
    minimum = _number(element.get("minOccurs"), 1)
    if (element.get("maxOccurs") or "").strip() == "unbounded":
        return minimum, None
    return minimum, max(minimum, _number(element.get("maxOccurs"), 1))


def _number(value: str | None, default: int) -> int:
    return int(value) if value and value.strip().isdigit() else default


_READERS: dict[str, Callable[[etree._Element], Particle]] = {
    Part.SEQUENCE: _group,
    Part.ALTERNATE: _group,
    Part.INTERLEAVE: _group,
    Part.ELEMENT: _reference,
    Part.CLASS: _reference,
    Part.MACRO: _reference,
    Part.DATA: _data,
    Part.VALUES: _values_particle,
    Part.TEXT: lambda _: Particle(Part.TEXT),
    Part.EMPTY: lambda _: Particle(Part.EMPTY),
    Part.ANY: _any_element,
}
