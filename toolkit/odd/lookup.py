"""Look up an element, class, macro, datatype or attribute in a schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from toolkit.namespaces import GUIDELINES
from toolkit.odd import compact_syntax
from toolkit.odd.containment import Family
from toolkit.odd.schema import Attributes, Schema
from toolkit.odd.specs import AttDef, Kind, Spec, Text
from toolkit.trees import parse_bytes


@dataclass(frozen=True, slots=True)
class AttributeNote:
    """A summary of an attribute: whether it is required, its values, and its declaring class."""

    name: str
    required: bool
    values: str
    owner: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """An explanation; ``kind`` is element, class, macro, datatype or attribute.

    ``members`` are those of a class, or the declarers of an attribute; ``changes`` is what the
    customisation does to it, in words; ``address`` the page of the Guidelines.
    """

    kind: str
    name: str
    module: str = ""
    description: str = ""
    classes: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    attributes: tuple[AttributeNote, ...] = ()
    parents: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    content: str = ""
    sections: tuple[str, ...] = ()
    address: str = ""
    changes: tuple[str, ...] = ()


_KINDS = {
    Kind.ELEMENT: "element",
    Kind.CLASS: "class",
    Kind.MACRO: "macro",
    Kind.DATA: "datatype",
}


def explain(name: str, schema: Schema, *, base: Schema | None = None) -> tuple[Explanation, ...]:
    """Explain everything in ``schema`` of a name: ``persName``, ``att.datable``, ``@when``.

    A name alone may also be an attribute's. With ``base``, all of TEI, the explanations say what
    the customisation changes, and name what it leaves out. Empty if nothing has the name.
    """
    wanted = name.strip().strip("<>").removeprefix("@")
    found: list[Explanation] = []
    if not name.strip().startswith("@"):
        found = [_explain_spec(spec, schema, base) for spec in _find_named(wanted, schema)]
        if not found and base is not None:
            found = [_explain_left_out(spec) for spec in _find_named(wanted, base)]
    attribute = _explain_attribute(wanted, schema) if not found else None
    return (*found, attribute) if attribute else tuple(found)


def find_similar(name: str, schema: Schema) -> tuple[str, ...]:
    """Return the names in the schema similar to this one, the most similar first."""
    wanted = name.strip().strip("<>")
    names = {spec.ident for spec in schema.specs()}
    if wanted.startswith("@"):
        names = {f"@{attribute.ident}" for attribute in _all_attributes(schema)}
    return tuple(get_close_matches(wanted, sorted(names), n=3, cutoff=0.6))


def format_explanation(explanation: Explanation) -> str:
    """Format an explanation for a terminal."""
    head = f"{explanation.kind} {explanation.name}"
    lines = [f"{head} (module {explanation.module})" if explanation.module else head]
    lines += [f"  {explanation.description}"] if explanation.description else []
    for label, names in (
        ("classes", explanation.classes),
        ("members", explanation.members),
        ("contained by", explanation.parents),
        ("may contain", explanation.children),
        ("Guidelines", (*explanation.sections, explanation.address)),
    ):
        if any(names):
            lines.append(f"  {label}: {', '.join(filter(None, names))}")
    if explanation.content:
        lines.append(f"  content: {explanation.content}")
    if explanation.attributes:
        lines.append("  attributes:")
        lines += [f"    {_attribute_line(note)}" for note in explanation.attributes]
    if explanation.changes:
        lines.append("  changed here:")
        lines += [f"    {change}" for change in explanation.changes]
    return "\n".join(lines)


def _attribute_line(note: AttributeNote) -> str:
    needed = " (required)" if note.required else ""
    said = f": {note.description}" if note.description else ""
    return f"@{note.name}{needed} = {note.values} [{note.owner}]{said}"


def plain_text(texts: tuple[Text, ...], lang: str = "") -> str:
    """Return a description as plain text: in the given language, or else the first."""
    chosen = next((t for t in texts if t.lang == lang), texts[0] if texts else None)
    if chosen is None:
        return ""
    return " ".join(
        "".join(map(str, parse_bytes(chosen.xml.encode(), "").getroot().itertext())).split()
    )


def _find_named(name: str, schema: Schema) -> Iterator[Spec]:
    for spec in schema.specs():
        if name in (spec.ident, spec.alternative):
            yield spec


def _explain_spec(spec: Spec, schema: Schema, base: Schema | None) -> Explanation:
    family = Family(schema)
    attributes = Attributes(schema)
    is_element = spec.kind is Kind.ELEMENT
    unique = next((n for n, s in schema.elements.items() if s is spec), "")
    return Explanation(
        kind=_KINDS[spec.kind],
        name=spec.name,
        module=spec.module,
        description=plain_text(spec.docs.descriptions),
        classes=spec.keys,
        members=tuple(member.ident for member in schema.members.get(spec.ident, ())),
        attributes=tuple(_attribute_notes(spec, attributes)),
        parents=tuple(sorted(family.parents(unique))) if is_element else (),
        children=tuple(sorted(family.children(unique))) if is_element else (),
        content=compact_syntax.format_content(spec.content) if spec.kind is not Kind.CLASS else "",
        sections=spec.sections,
        address=f"{GUIDELINES}ref-{spec.ident}.html",
        changes=tuple(_find_changes(spec, schema, base)) if base else (),
    )


def _attribute_notes(spec: Spec, attributes: Attributes) -> Iterator[AttributeNote]:
    if spec.kind is Kind.ELEMENT:
        found = attributes.of_element(spec)
    else:
        found = attributes.of_class(spec.ident) if spec.type == "atts" else {}
    for attribute in sorted(found.values(), key=lambda a: (a.owner != spec.ident, a.name)):
        yield _attribute_note(attribute)


def _attribute_note(attribute: AttDef) -> AttributeNote:
    return AttributeNote(
        attribute.name,
        attribute.usage == "req",
        compact_syntax.format_values(attribute),
        attribute.owner,
        plain_text(attribute.docs.descriptions),
    )


def _explain_left_out(spec: Spec) -> Explanation:
    address = f"{GUIDELINES}ref-{spec.ident}.html"
    changes = ("the customisation leaves it out",)
    return Explanation(_KINDS[spec.kind], spec.name, spec.module, address=address, changes=changes)


def _find_changes(spec: Spec, schema: Schema, base: Schema) -> Iterator[str]:
    """Yield the differences from all of TEI, in words."""
    old = next((s for s in base.specs() if (s.kind, s.ident) == (spec.kind, spec.ident)), None)
    if old is None:
        yield "new in this customisation"
        return
    if spec.name != old.name:
        yield f"renamed to {spec.name}"
    if spec.content != old.content:
        yield f"content was: {compact_syntax.format_content(old.content)}"
    ours, theirs = Attributes(schema), Attributes(base)
    if spec.kind is Kind.ELEMENT:
        yield from _find_attribute_changes(ours.of_element(spec), theirs.of_element(old))
    elif spec.kind is Kind.CLASS:
        yield from _find_attribute_changes(ours.of_class(spec.ident), theirs.of_class(spec.ident))


def _find_attribute_changes(
    ours: Mapping[str, AttDef], theirs: Mapping[str, AttDef]
) -> Iterator[str]:
    for name in sorted({*ours, *theirs}):
        if name not in ours:
            yield f"@{name} is left out"
        elif name not in theirs:
            yield f"@{name} is added"
        elif compact_syntax.format_values(ours[name]) != compact_syntax.format_values(theirs[name]):
            yield f"@{name} was: {compact_syntax.format_values(theirs[name])}"
        elif (ours[name].usage == "req") != (theirs[name].usage == "req"):
            needed = "required" if ours[name].usage == "req" else "optional"
            yield f"@{name} is {needed} here"


def _explain_attribute(name: str, schema: Schema) -> Explanation | None:
    declared = [a for a in _all_attributes(schema) if name in (a.ident, a.name)]
    if not declared:
        return None
    attributes = Attributes(schema)
    holders = (e.ident for e in schema.elements.values() if name in attributes.of_element(e))
    return Explanation(
        kind="attribute",
        name=f"@{name}",
        members=tuple(dict.fromkeys(a.owner for a in declared)),
        attributes=tuple(_attribute_note(a) for a in declared),
        parents=tuple(sorted(holders)),
        description=plain_text(declared[0].docs.descriptions),
    )


def _all_attributes(schema: Schema) -> Iterator[AttDef]:
    attributes = Attributes(schema)
    for spec in schema.specs():
        if spec.kind in (Kind.ELEMENT, Kind.CLASS):
            for attribute in attributes.of_own(spec):
                if attribute.owner == spec.ident:
                    yield attribute
