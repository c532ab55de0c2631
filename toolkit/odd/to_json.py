"""To JSON: a combined schema for programs, with inheritance and families worked out.

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
from toolkit.odd.lookup import plain
from toolkit.odd.schema import Attributes, Schema
from toolkit.odd.spec_json import spec_to_json
from toolkit.odd.specs import AttDef, Spec

FORMAT = 1


def schema_json(schema: Schema) -> bytes:
    """The schema as one JSON object, UTF-8, always the same for the same schema."""
    members = (f"{json.dumps(key)}: {_written(value)}" for key, value in as_json(schema).items())
    return ("{" + ",\n".join(members) + "}\n").encode()


def _written(value: object) -> str:
    """A value on one line; a list of objects with one of them a line."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in value)
        return f"[\n{rows}\n]"
    return json.dumps(value, ensure_ascii=False)


def as_json(schema: Schema) -> dict[str, Any]:
    """The schema as plain values."""
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
    description = plain(spec.docs.descriptions)
    said = {"description": description} if description else {}
    return {**spec_to_json(spec), **said}


def _attributes(attributes: Iterable[AttDef]) -> list[dict[str, Any]]:
    return [
        {
            "name": attribute.name,
            "required": attribute.usage == "req",
            "values": compact_syntax.values(attribute),
            "owner": attribute.owner,
            "description": plain(attribute.docs.descriptions),
        }
        for attribute in sorted(attributes, key=lambda a: a.name)
    ]
