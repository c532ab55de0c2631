"""Write a combined schema as JSON, with inheritance and containment resolved.

``{"format": 1, "ident", "start", "namespace", "release", "modules", "namespaces", "elements",
"classes", "macros", "datatypes"}``. Each specification is as in ``toolkit.odd.spec_json``; besides,
``description`` is its documentation as plain text, elements and attribute classes have
``attributes`` (all of them, inherited ones too), elements ``parents`` and ``children``, classes
``members``.
"""

import json
from collections.abc import Iterable
from typing import Any

from toolkit.odd import compact_syntax
from toolkit.odd.containment import Family
from toolkit.odd.lookup import plain_text
from toolkit.odd.schema import Attributes, Schema
from toolkit.odd.spec_json import spec_to_json
from toolkit.odd.specs import AttDef, Spec

FORMAT = 1


def write_json(schema: Schema) -> bytes:
    """Write a schema as one JSON object in UTF-8; the output is deterministic."""
    members = (
        f"{json.dumps(key)}: {_write_value(value)}"
        for key, value in to_plain_values(schema).items()
    )
    return ("{" + ",\n".join(members) + "}\n").encode()


def _write_value(value: object) -> str:
    """Write a value on one line, and a list of objects with one a line."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in value)
        return f"[\n{rows}\n]"
    return json.dumps(value, ensure_ascii=False)


def to_plain_values(schema: Schema) -> dict[str, Any]:
    """Convert a schema to plain values."""
    family, attributes = Family(schema), Attributes(schema)
    parents = family.all_parents()
    return {
        "format": FORMAT,
        "ident": schema.ident,
        "start": list(schema.start),
        "namespace": schema.namespace,
        "release": {"title": schema.release.title, "version": schema.release.version},
        "modules": list(schema.modules),
        "namespaces": dict(schema.namespaces),
        "elements": [
            {
                **_spec(spec),
                "attributes": _attributes(attributes.of_element(spec).values()),
                "parents": sorted(parents[name]),
                "children": sorted(family.children(name)),
            }
            for name, spec in schema.elements.items()
        ],
        "classes": [
            {
                **_spec(spec),
                "attributes": _attributes(attributes.of_class(ident).values()),
                "members": [member.ident for member in schema.members.get(ident, ())],
            }
            for ident, spec in schema.classes.items()
        ],
        "macros": [_spec(spec) for spec in schema.macros.values()],
        "datatypes": [_spec(spec) for spec in schema.data.values()],
    }


def _spec(spec: Spec) -> dict[str, Any]:
    description = plain_text(spec.docs.descriptions)
    said = {"description": description} if description else {}
    return {**spec_to_json(spec), **said}


def _attributes(attributes: Iterable[AttDef]) -> list[dict[str, Any]]:
    return [
        {
            "name": attribute.name,
            "required": attribute.usage == "req",
            "values": compact_syntax.format_values(attribute),
            "owner": attribute.owner,
            "description": plain_text(attribute.docs.descriptions),
        }
        for attribute in sorted(attributes, key=lambda a: a.name)
    ]
