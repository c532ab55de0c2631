"""Compute the vocabulary tables from TEI P5: ``python -m toolkit.odd.vocabulary_tables [--check]``.

Writes ``p5.json`` and ``edition.json`` for Python and ``xslt/shared/roles.xsl`` for the
stylesheets, which also need the hyphen signs. With ``--check`` nothing is written; the exit code
is 1 if a file differs from what would be written.
"""

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from toolkit.exceptions import SchemaError
from toolkit.odd.bundled_schemas import EDITION
from toolkit.odd.containment import TEXT, Family
from toolkit.odd.p5 import p5
from toolkit.odd.schema import Attributes, Schema
from toolkit.odd.standard_schemas import builtin_schema
from toolkit.vocabulary import DATA
from toolkit.vocabulary.edition_schema import DATA as EDITION_DATA
from toolkit.vocabulary.hyphens import hyphen_class

ROLES: Final = DATA.with_name("roles.toml")
XSLT: Final = Path(__file__).parents[2] / "xslt" / "shared" / "roles.xsl"
_KEYS: Final = frozenset(("meaning", "classes", "roles", "parents", "content", "also", "without"))
_POINTER: Final = "teidata.pointer"
_WIDTH: Final = 110


def compute_roles(definitions: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Return the elements of each role. SchemaError for a definition that P5 does not bear out."""
    schema = builtin_schema()
    family = Family(schema)
    known: dict[str, frozenset[str]] = {}
    for role, definition in definitions.items():
        try:
            known[role] = _compute_role(definition, known, schema, family)
        except (KeyError, ValueError) as error:
            raise SchemaError(f"{ROLES.name}: [{role}]: {error}") from error
    return known


def _compute_role(
    definition: Mapping[str, Any],
    known: Mapping[str, frozenset[str]],
    schema: Schema,
    family: Family,
) -> frozenset[str]:
    if unknown := sorted(set(definition) - _KEYS):
        raise ValueError(f"unknown key {unknown[0]}")
    names: set[str] = set()
    for ident in definition.get("classes", ()):
        if ident not in schema.classes:
            raise ValueError(f"no class {ident} in P5")
        names |= family.members(ident)
    for role in definition.get("roles", ()):
        names |= known[role]
    if "parents" in definition:
        names |= family.parents(definition["parents"])
    if "content" in definition:
        wanted = definition["content"] == "text"
        names = set(_with_text(names or schema.elements, family, wanted=wanted))
    names |= _exceptions(definition, "also", schema)
    names -= _exceptions(definition, "without", schema)
    return frozenset(name.rpartition("}")[2] for name in names)


def _with_text(names: Iterable[str], family: Family, *, wanted: bool) -> Iterator[str]:
    for name in names:
        inside = family.children(name)
        if inside and (TEXT in inside) == wanted:
            yield name


def _exceptions(definition: Mapping[str, Any], key: str, schema: Schema) -> set[str]:
    names: set[str] = set()
    for listed, reason in definition.get(key, ()):
        if not reason:
            raise ValueError(f"{key}: no reason for {listed}")
        names.update(listed.split())
    if foreign := sorted(names - set(schema.elements)):
        raise ValueError(f"{key}: not an element of P5: {' '.join(foreign)}")
    return names


def compute_pointers() -> dict[str, frozenset[str]]:
    """Return the pointer attributes of P5, as ``pointer_attributes`` describes them."""
    schema = builtin_schema()
    attributes = Attributes(schema)
    pointing: dict[str, set[str]] = {}
    other: set[str] = set()
    for name, spec in schema.elements.items():
        for ident, definition in attributes.of_element(spec).items():
            content = definition.datatype.content if definition.datatype else None
            if content and content.data and content.data.key == _POINTER:
                pointing.setdefault(ident, set()).add(name)
            else:
                other.add(ident)
    return {
        ident: frozenset(places if ident in other else ())
        for ident, places in pointing.items()
        if not ident.startswith("xml:")
    }


def to_json(roles: Mapping[str, frozenset[str]], pointers: Mapping[str, frozenset[str]]) -> str:
    """Return the data file for Python."""
    data = {
        "source": f"TEI P5 {p5().release.version}",
        "roles": {role: " ".join(sorted(names)) for role, names in sorted(roles.items())},
        "pointers": {name: " ".join(sorted(at)) for name, at in sorted(pointers.items())},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def to_xslt(roles: Mapping[str, frozenset[str]]) -> str:
    """Return the stylesheet module: a map for functions, static variables for match patterns."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<!-- The roles of TEI elements. Generated: python -m toolkit.odd.vocabulary_tables -->",
        '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"',
        '    xmlns:xs="http://www.w3.org/2001/XMLSchema"',
        '    xmlns:map="http://www.w3.org/2005/xpath-functions/map"',
        '    xmlns:fp="urn:tei-toolkit:functions:private"',
        '    version="3.0" exclude-result-prefixes="#all">',
        "",
        '  <!-- For match patterns and steps, as in _match="{$fp:division}". -->',
    ]
    for role, names in sorted(roles.items()):
        lines.append(f'  <xsl:variable name="fp:{role}" static="yes" as="xs:string" select="\'')
        lines += _folded(" | ".join(sorted(names)))
        lines[-1] += "'\"/>"
    lines += ["", "  <!-- A hyphen at the end of a line, as a regular expression. -->"]
    signs = hyphen_class().encode("ascii", "xmlcharrefreplace").decode()
    lines.append(f'  <xsl:variable name="fp:hyphen" as="xs:string" select="\'{signs}\'"/>')
    lines += ["", "  <!-- For functions: the roles that an element has, by its local name. -->"]
    by_name: dict[str, list[str]] = {}
    for role, names in sorted(roles.items()):
        for name in names:
            by_name.setdefault(name, []).append(role)
    lines += [
        '  <xsl:variable name="fp:roles" as="map(xs:string, xs:string*)" select="map{',
        *(
            f"    '{name}': ({', '.join(map(repr, found))}),"
            for name, found in sorted(by_name.items())
        ),
    ]
    lines[-1] = lines[-1].removesuffix(",") + '}"/>'
    return "\n".join((*lines, "</xsl:stylesheet>", ""))


def _folded(text: str) -> list[str]:
    lines, line = [], "   "
    for word in text.split():
        if len(line) + len(word) >= _WIDTH:
            lines.append(line)
            line = "   "
        line += f" {word}"
    return [*lines, line]


def edition_to_json() -> str:
    """Return the data file on our own schema: children and attributes of each element."""
    schema = builtin_schema(EDITION)
    family, attributes = Family(schema), Attributes(schema)
    sets: dict[str, int] = {"": 0}
    elements = {}
    for name, spec in sorted(schema.elements.items()):
        children = " ".join(sorted(c for c in family.children(name) if c in schema.elements))
        allowed = " ".join(sorted(attributes.of_element(spec)))
        elements[name] = [sets.setdefault(names, len(sets)) for names in (children, allowed)]
    data = {"elements": elements, "sets": list(sets)}
    return json.dumps(data, ensure_ascii=False, indent=0) + "\n"


def generated_files() -> Iterator[tuple[Path, str]]:
    """Yield each generated file with the text that it should have."""
    roles = compute_roles(tomllib.loads(ROLES.read_text(encoding="utf-8")))
    yield DATA, to_json(roles, compute_pointers())
    yield EDITION_DATA, edition_to_json()
    yield XSLT, to_xslt(roles)


def main(arguments: list[str]) -> int:
    """Write the generated files, or compare them with ``--check``."""
    stale = False
    for path, text in generated_files():
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale = True
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{path.name}: {'differs' if '--check' in arguments else 'written'}\n")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
