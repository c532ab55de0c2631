"""Import a release of TEI P5 from its published source to ``tei/p5``, without its prose."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from toolkit.exceptions import SchemaError
from toolkit.namespaces import SCHEMATRON
from toolkit.odd.bundled_schemas import data_folder
from toolkit.odd.combine import combine
from toolkit.odd.customisation import read_customisation
from toolkit.odd.spec_json import dump
from toolkit.odd.spec_source import read_source
from toolkit.odd.specs import AttDef, AttList, AttRef, Constraint, Source, Spec
from toolkit.trees import parse_bytes

Messages = Mapping[str, list[str]]
_S = f"{{{SCHEMATRON}}}"
_PLACEHOLDER = re.compile(r"\{([^}]*)\}")
_LANGUAGES = ("", "en", "und", "mul", "zxx")
"""The languages of the imported constraints; the same rule in French would fire twice."""


def import_release(path: Path, *, amend: Path | None = None) -> str:
    """Convert a published ``p5subset.xml`` to the data of ``tei/p5``.

    ``amend`` is an ODD that selects all modules and changes what differs, for a release whose
    own source is not at hand. Descriptions, glosses, remarks and examples are left out, and the
    constraints get messages of our own. SourceError or SchemaError if a file is unfit.
    """
    source = read_source(path)
    if amend is not None:
        source = _amend(source, amend)
    messages = _messages()
    abstract = {name for spec in source.specs for name in _abstract_patterns(spec)}
    specs = tuple(_drop_prose(spec, messages, abstract) for spec in source.specs)
    return dump(replace(source, specs=specs))


def _amend(source: Source, amend: Path) -> Source:
    odd = read_customisation(amend)
    schema, findings = combine(odd, lambda *_: source)
    if findings:
        raise SchemaError(f"{amend}: {findings[0]}")
    changed = {(spec.kind, spec.ident): spec for spec in schema.specs()}
    known = {(spec.kind, spec.ident) for spec in source.specs}
    specs = [changed[spec.kind, spec.ident] for spec in source.specs]
    added = [spec for key, spec in changed.items() if key not in known]
    return replace(source, release=odd.release, specs=(*added, *specs))


def _messages() -> Messages:
    path = data_folder() / "p5" / "messages.toml"
    with path.open("rb") as file:
        return tomllib.load(file)


def _drop_prose(spec: Spec, messages: Messages, abstract: set[str]) -> Spec:
    constraints = _rewrite_constraints(spec.constraints, messages, abstract)
    attributes = spec.attributes and _drop_list_prose(spec.attributes, messages, abstract)
    return replace(spec.without_docs(), constraints=constraints, attributes=attributes)


def _drop_list_prose(attributes: AttList, messages: Messages, abstract: set[str]) -> AttList:
    items: list[AttDef | AttRef | AttList] = []
    for item in attributes.items:
        if isinstance(item, AttList):
            items.append(_drop_list_prose(item, messages, abstract))
        elif isinstance(item, AttDef):
            constraints = _rewrite_constraints(item.constraints, messages, abstract)
            items.append(replace(item, constraints=constraints))
        else:
            items.append(item)
    return replace(attributes, items=tuple(items))


def _rewrite_constraints(
    constraints: tuple[Constraint, ...], messages: Messages, abstract: set[str]
) -> tuple[Constraint, ...]:
    """Replace the messages of constraints; drop instances of missing abstract patterns."""
    kept = []
    for constraint in constraints:
        if constraint.lang in _LANGUAGES and not _is_hollow(constraint, abstract):
            kept.append(replace(constraint, xml=_replace_messages(constraint, messages)))
    return tuple(kept)


def _is_hollow(constraint: Constraint, abstract: set[str]) -> bool:
    patterns = _rules(constraint).iter(f"{_S}pattern")
    return any(pattern.get("is-a", "") not in {"", *abstract} for pattern in patterns)


def _abstract_patterns(spec: Spec) -> Iterator[str]:
    for constraint in spec.constraints:
        for pattern in _rules(constraint).iter(f"{_S}pattern"):
            if pattern.get("abstract") == "true":
                yield pattern.get("id", "")


def _rules(constraint: Constraint) -> etree._Element:
    return parse_bytes(f"<rules>{constraint.xml}</rules>".encode(), constraint.ident).getroot()


def _replace_messages(constraint: Constraint, messages: Messages) -> str:
    """Write the rules of a constraint on one line, with our own messages."""
    given = iter(messages.get(constraint.ident, ()))
    rules = _rules(constraint)
    for assertion in rules.iter(f"{_S}assert", f"{_S}report"):
        message = next(given, f'the rule "{constraint.ident}" of TEI P5 is broken')
        assertion[:] = []
        assertion.text = message
    children = rules.iterchildren(tag=etree.Element)
    return "".join(_write_compact(child, f' xmlns="{SCHEMATRON}"') for child in children)


def _write_compact(element: etree._Element, declaration: str = "") -> str:
    """Write an element of a rule without redundant space and namespaces."""
    name = etree.QName(element).localname
    plain = {str(k): " ".join(str(v).split()) for k, v in element.attrib.items()}
    attributes = "".join(f" {k}={quoteattr(v)}" for k, v in plain.items() if k[0] != "{")
    inside = "".join(_write_compact(child) for child in element.iterchildren(tag=etree.Element))
    if name in ("assert", "report"):
        inside = _PLACEHOLDER.sub(
            lambda found: f"<value-of select={quoteattr(found.group(1))}/>",
            escape(element.text or ""),
        )
    return f"<{name}{declaration}{attributes}>{inside}</{name}>"
