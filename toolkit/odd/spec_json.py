"""Read and write specifications as JSON lines, the format of ``tei/p5``.

The first line is a header, each further line one specification. The words are TEI's own:

- header: ``{"format": 1, "title", "version", "date", "revision", "licence": [...],
  "modules": [...], "namespaces": {prefix: URI}, "declarations": [...]}``
- specification: ``{"elementSpec" | "classSpec" | "macroSpec" | "dataSpec": ident, "module",
  "type", "ns", "classes": [...], "content": particle, "attList": [...], "constraints": [...],
  "altIdent", "validUntil", "sections": [...]}``; what is absent is not given
- particle: ``{"sequence" | "alternate" | "interleave": [particles]}``,
  ``{"elementRef" | "classRef" | "macroRef": key}``, ``{"dataRef": key or {"name", "facets"}}``,
  ``{"valList": [...], "type"}``, ``{"textNode": true}``, ``{"empty": true}``,
  ``{"anyElement": true, "require", "except"}``, ``{"rng": source}``; all with ``"min"`` and
  ``"max"`` (null is unbounded) if they are not 1
- attribute: ``{"attDef": ident, "mode", "usage", "datatype": particle, "values": list,
  "default", "min", "max"}``, where list is ``{"items": [...], "type", "mode", "parameters",
  "altIdents"}``;
  ``{"attRef": [class, attribute]}``; ``{"attList": [...],
  "org": "choice"}``
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from toolkit.exceptions import SchemaError
from toolkit.odd.specs import (
    AttDef,
    AttList,
    AttRef,
    Classes,
    Constraint,
    DataRef,
    Datatype,
    Kind,
    MemberOf,
    Mode,
    Part,
    Particle,
    Release,
    Source,
    Spec,
    ValItem,
    ValList,
)

FORMAT = 1
Json = dict[str, Any]
_KINDS = {kind.value: kind for kind in Kind}
_GROUPS = (Part.SEQUENCE, Part.ALTERNATE, Part.INTERLEAVE)
_REFERENCES = (Part.ELEMENT, Part.CLASS, Part.MACRO)
_PARTS = {part.value: part for part in Part}


def dump(source: Source) -> str:
    """Write a source as JSON lines, without documentation."""
    lines = (json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in _lines(source))
    return "\n".join(lines) + "\n"


def load(text: str, file: str = "") -> Source:
    """Read a source that ``dump`` wrote. SchemaError if the text is something else."""
    try:
        header, *lines = (json.loads(line) for line in text.splitlines())
        if header["format"] != FORMAT:
            raise SchemaError(f"{file}: format {header['format']}, expected {FORMAT}")
        return _source(header, lines)
    except (ValueError, KeyError, TypeError) as error:
        raise SchemaError(f"{file}: not schema data as tei/p5 has them: {error}") from error


def spec_to_json(spec: Spec) -> Json:
    """Convert a specification to JSON."""
    return _given(
        {
            spec.kind.value: spec.ident,
            "module": spec.module,
            "type": spec.type,
            "ns": spec.namespace,
            "altIdent": spec.alternative,
            "validUntil": spec.valid_until,
            "classes": list(spec.keys),
            "content": spec.content and particle_to_json(spec.content),
            "attList": _list_to_json(spec.attributes) if spec.attributes else None,
            "org": "choice" if spec.attributes and spec.attributes.choice else None,
            "constraints": [_constraint_to_json(c) for c in spec.constraints],
            "sections": list(spec.sections),
        }
    )


def particle_to_json(particle: Particle) -> Json:
    """Convert a content model to JSON."""
    part = particle.part
    value: object = True
    if part in _GROUPS:
        value = [particle_to_json(item) for item in particle.items]
    elif part in _REFERENCES:
        value = particle.key
    elif part is Part.DATA and particle.data:
        value = _data_to_json(particle.data)
    elif part is Part.VALUES and particle.values:
        value = list(particle.values.idents)
    elif part is Part.RELAXNG:
        value = particle.xml
    rest = {
        "type": particle.values.type if particle.values else None,
        "expand": particle.expand,
        "include": list(particle.include),
        "except": list(particle.exclude),
        "require": list(particle.require),
    }
    return {part.value: value, **_given(rest), **_occurrence(particle.minimum, particle.maximum)}


def _lines(source: Source) -> Iterator[Json]:
    release = source.release
    yield {
        "format": FORMAT,
        "title": release.title,
        "version": release.version,
        "date": release.date,
        "revision": release.revision,
        "licence": list(release.licence),
        "modules": list(source.modules),
        "namespaces": dict(source.namespaces),
        **_given({"declarations": list(source.declarations)}),
    }
    for spec in source.specs:
        yield spec_to_json(spec)


def _given(values: Json) -> Json:
    """Drop values that are None or empty."""
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _occurrence(minimum: int, maximum: int | None) -> Json:
    least = {} if minimum == 1 else {"min": minimum}
    return least if maximum == 1 else {**least, "max": maximum}


def _list_to_json(attributes: AttList) -> list[Json]:
    return [_attribute_to_json(item) for item in attributes.items]


def _attribute_to_json(item: AttDef | AttRef | AttList) -> Json:
    if isinstance(item, AttRef):
        return {"attRef": [item.owner, item.key]}
    if isinstance(item, AttList):
        return _given({"attList": _list_to_json(item), "org": "choice" if item.choice else None})
    datatype = item.datatype
    occurrence = _occurrence(datatype.minimum, datatype.maximum) if datatype else {}
    return {
        **_given(
            {
                "attDef": item.ident,
                "mode": None if item.mode is Mode.ADD else item.mode.value,
                "usage": item.usage,
                "ns": item.namespace,
                "altIdent": item.alternative,
                "validUntil": item.valid_until,
                "datatype": datatype and particle_to_json(datatype.content),
                "values": _values_to_json(item.values) if item.values else None,
                "default": item.default,
                "constraints": [_constraint_to_json(c) for c in item.constraints],
            }
        ),
        **occurrence,
    }


def _values_to_json(values: ValList) -> Json:
    mode = None if values.mode is Mode.ADD else values.mode.value
    parameters = {item.ident: list(item.parameters) for item in values.items if item.parameters}
    names = {item.ident: item.alternative for item in values.items if item.alternative}
    rest = {
        "type": values.type,
        "mode": mode,
        "parameters": parameters or None,
        "altIdents": names or None,
    }
    return {"items": list(values.idents), **_given(rest)}


def _data_to_json(data: DataRef) -> object:
    if data.key and not data.facets:
        return data.key
    return _given({"key": data.key, "name": data.name, "facets": [list(f) for f in data.facets]})


def _constraint_to_json(constraint: Constraint) -> Json:
    scheme = None if constraint.scheme == "schematron" else constraint.scheme
    return _given({"ident": constraint.ident, "scheme": scheme, "xml": constraint.xml})


def _source(header: Json, lines: Iterable[Json]) -> Source:
    release = Release(
        header["title"],
        header["version"],
        header["date"],
        header["revision"],
        tuple(header["licence"]),
    )
    specs = tuple(_spec(line) for line in lines)
    namespaces = tuple(header["namespaces"].items())
    declarations = tuple(header.get("declarations", ()))
    return Source(release, tuple(header["modules"]), specs, namespaces, declarations)


def _spec(line: Json) -> Spec:
    name = next(iter(line))
    content = line.get("content")
    attributes = line.get("attList")
    return Spec(
        kind=_KINDS[name],
        ident=line[name],
        module=line.get("module", ""),
        namespace=line.get("ns"),
        type=line.get("type", ""),
        classes=Classes(tuple(MemberOf(key) for key in line.get("classes", ()))),
        content=_particle(content) if content else None,
        attributes=_list(attributes, line.get("org")) if attributes else None,
        constraints=tuple(_constraint(c) for c in line.get("constraints", ())),
        alternative=line.get("altIdent", ""),
        valid_until=line.get("validUntil", ""),
        sections=tuple(line.get("sections", ())),
    )


def _particle(line: Json) -> Particle:
    name = next(iter(line))
    part = _PARTS[name]
    value = line[name]
    minimum, maximum = line.get("min", 1), line.get("max", 1)
    if part in _REFERENCES:
        return Particle(
            part,
            (),
            minimum,
            maximum,
            value,
            line.get("expand", ""),
            tuple(line.get("include", ())),
            tuple(line.get("except", ())),
        )
    if part in _GROUPS:
        return Particle(part, tuple(_particle(item) for item in value), minimum, maximum)
    if part is Part.DATA:
        return Particle(part, (), minimum, maximum, data=_data(value))
    if part is Part.VALUES:
        values = ValList(tuple(ValItem(ident) for ident in value), line.get("type", ""))
        return Particle(part, values=values)
    if part is Part.ANY:
        exclude, require = tuple(line.get("except", ())), tuple(line.get("require", ()))
        return Particle(part, (), minimum, maximum, exclude=exclude, require=require)
    return Particle(part, xml=value if part is Part.RELAXNG else "")


def _list(items: Iterable[Json], org: str | None) -> AttList:
    return AttList(tuple(_attribute(item) for item in items), org == "choice")


def _attribute(line: Json) -> AttDef | AttRef | AttList:
    if "attRef" in line:
        return AttRef(*line["attRef"])
    if "attList" in line:
        return _list(line["attList"], line.get("org"))
    content, values = line.get("datatype"), line.get("values")
    return AttDef(
        ident=line["attDef"],
        mode=Mode(line.get("mode", "add")),
        usage=line.get("usage", ""),
        namespace=line.get("ns"),
        datatype=_datatype(content, line) if content else None,
        values=_values(values) if values else None,
        default=line.get("default", ""),
        constraints=tuple(_constraint(c) for c in line.get("constraints", ())),
        alternative=line.get("altIdent", ""),
        valid_until=line.get("validUntil", ""),
    )


def _datatype(content: Json, line: Json) -> Datatype:
    return Datatype(_particle(content), line.get("min", 1), line.get("max", 1))


def _values(line: Json) -> ValList:
    parameters, names = line.get("parameters", {}), line.get("altIdents", {})
    items = tuple(
        ValItem(
            ident,
            parameters=tuple(parameters.get(ident, ())),
            alternative=names.get(ident, ""),
        )
        for ident in line["items"]
    )
    return ValList(items, line.get("type", ""), Mode(line.get("mode", "add")))


def _data(value: str | Json) -> DataRef:
    if isinstance(value, str):
        return DataRef(key=value)
    facets = tuple((name, text) for name, text in value.get("facets", ()))
    return DataRef(value.get("key", ""), value.get("name", ""), facets)


def _constraint(line: Json) -> Constraint:
    return Constraint(line["ident"], line["xml"], line.get("scheme", "schematron"))
