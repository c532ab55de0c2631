"""To documentation: one HTML page with the chapters of an ODD and the reference of its schema."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from toolkit.namespaces import GUIDELINES, SCHEMATRON, XML_LANG
from toolkit.odd import compact_syntax, documentation_html
from toolkit.odd.containment import ANY, TEXT, Family
from toolkit.odd.schema import Attributes, Schema
from toolkit.odd.spec_source import release_of
from toolkit.odd.specs import AttDef, Constraint, Kind, Spec
from toolkit.trees import parse_bytes, parse_file

MANY = 20
"""So many names are shown at once; longer lists open on demand."""

_NOT_NAMES = {TEXT: "text", ANY: "elements of other vocabularies"}
_STYLE = """
body { font: 1rem/1.5 Georgia, serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
code, pre { font: 0.9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { background: #f5f5f0; padding: 0.6rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-top: 1px solid #ccc; padding: 0.2rem 0.5rem; text-align: left; }
th, td { vertical-align: top; }
nav ul { columns: 8rem; list-style: none; padding: 0; }
section.spec { border-top: 2px solid #888; margin-top: 2rem; }
dt { font-weight: bold; }
"""


def documentation(schema: Schema, odd: Path) -> bytes:
    """The page for the ODD in ``odd``, whose schema is ``schema``; UTF-8, complete in itself."""
    tree = parse_file(odd)
    title = release_of(tree).title or schema.ident
    language = tree.getroot().get(XML_LANG, "en")
    elements = sorted(schema.elements.values(), key=lambda spec: spec.name.lower())
    classes = sorted(schema.classes.values(), key=lambda spec: spec.ident)
    page = _Page(schema, language)
    lines = [
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
        f"<h1>{escape(title)}</h1>",
        f"<p>{documentation_html.description(schema.docs.descriptions, language)}</p>",
        documentation_html.body(tree),
        *_index("Elements", elements),
        *(page.spec(spec) for spec in elements),
        *_index("Classes", classes),
        *(page.spec(spec) for spec in classes),
        *(page.spec(spec) for spec in (*schema.macros.values(), *schema.data.values())),
        "</body>\n</html>\n",
    ]
    return "\n".join(line for line in lines if line).encode()


def _index(title: str, specs: Iterable[Spec]) -> Iterator[str]:
    yield f'<nav aria-label="{title}"><h2>{title}</h2><ul>'
    for spec in specs:
        yield f"<li>{_link(spec.ident, spec.name)}</li>"
    yield "</ul></nav>"


class _Page:
    """What the sections of one page share: attributes and families of its schema."""

    def __init__(self, schema: Schema, language: str) -> None:
        self._schema = schema
        self._language = language
        self._attributes = Attributes(schema)
        self._family = Family(schema)
        self._parents = self._family.all_parents()

    def spec(self, spec: Spec) -> str:
        """One specification as a section."""
        name = f"<{spec.name}>" if spec.kind is Kind.ELEMENT else spec.name
        parts = [
            f'<section class="spec" id="{escape(spec.ident)}">',
            f"<h3><code>{escape(name)}</code></h3>",
            self._description(spec),
            "<dl>",
            *self._facts(spec),
            "</dl>",
            *self._table(spec),
            *self._examples(spec),
            "</section>",
        ]
        return "\n".join(part for part in parts if part)

    def _description(self, spec: Spec) -> str:
        text = documentation_html.description(spec.docs.descriptions, self._language)
        remarks = documentation_html.description(spec.docs.remarks, self._language)
        return (f"<p>{text}</p>" if text else "") + remarks

    def _facts(self, spec: Spec) -> Iterator[str]:
        yield _fact("Module", escape(spec.module))
        yield _fact("Classes", _links(spec.keys))
        if spec.kind is Kind.ELEMENT:
            unique = next(n for n, s in self._schema.elements.items() if s is spec)
            yield _fact("May stand in", _links(sorted(self._parents[unique])))
            yield _fact("May contain", _links(sorted(self._family.children(unique))))
        if spec.kind is Kind.CLASS:
            members = self._schema.members.get(spec.ident, ())
            yield _fact("Members", _links(member.ident for member in members))
        elif spec.content is not None:
            yield _fact("Content", f"<code>{escape(compact_syntax.content(spec.content))}</code>")
        yield _fact("Attributes from classes", self._inherited(spec))
        yield _fact("Rules", "<br>".join(escape(m) for m in _messages(spec.constraints)))
        if spec.module and not spec.module.startswith("derived"):
            address = f"{GUIDELINES}ref-{spec.ident}.html"
            yield _fact("TEI Guidelines", f'<a href="{escape(address)}">{escape(spec.ident)}</a>')

    def _effective(self, spec: Spec) -> tuple[AttDef, ...]:
        if spec.kind is Kind.ELEMENT:
            return tuple(self._attributes.of_element(spec).values())
        if spec.kind is Kind.CLASS and spec.type == "atts":
            return tuple(self._attributes.of_class(spec.ident).values())
        return ()

    def _inherited(self, spec: Spec) -> str:
        """The attributes from classes, by class."""
        owners: dict[str, list[str]] = {}
        for attribute in self._effective(spec):
            if attribute.owner != spec.ident:
                owners.setdefault(attribute.owner, []).append(f"@{escape(attribute.name)}")
        return "; ".join(f"{_link(o, o)}: {', '.join(sorted(n))}" for o, n in owners.items())

    def _table(self, spec: Spec) -> Iterator[str]:
        attributes = [a for a in self._effective(spec) if a.owner == spec.ident]
        if not attributes:
            return
        yield "<table><thead><tr>"
        yield from (f'<th scope="col">{h}</th>' for h in ("Attribute", "Values"))
        yield "</tr></thead><tbody>"
        for attribute in sorted(attributes, key=lambda a: a.name):
            yield self._row(attribute)
        yield "</tbody></table>"

    def _row(self, attribute: AttDef) -> str:
        required = " (required)" if attribute.usage == "req" else ""
        said = documentation_html.description(attribute.docs.descriptions, self._language)
        values = f"<code>{escape(compact_syntax.values(attribute))}</code>"
        return (
            f'<tr><th scope="row"><code>@{escape(attribute.name)}</code>{required}</th>'
            f"<td>{said} {values}{self._values(attribute)}</td></tr>"
        )

    def _values(self, attribute: AttDef) -> str:
        """The values that have a description, as a list."""
        items = [
            f"<dt><code>{escape(item.ident)}</code></dt>"
            f"<dd>{documentation_html.description(item.docs.descriptions, self._language)}</dd>"
            for item in (attribute.values.items if attribute.values else ())
            if item.docs.descriptions
        ]
        return f"<dl>{''.join(items)}</dl>" if items else ""

    def _examples(self, spec: Spec) -> Iterator[str]:
        for text in spec.docs.examples:
            yield documentation_html.example(text)


def _fact(label: str, value: str) -> str:
    return f"<dt>{label}</dt><dd>{value}</dd>" if value else ""


def _messages(constraints: Iterable[Constraint]) -> Iterator[str]:
    """What the rules of a specification say when they are broken; computed parts are dots."""
    for constraint in constraints:
        rules = parse_bytes(f"<rules>{constraint.xml}</rules>".encode(), constraint.ident)
        for assertion in rules.iter(f"{{{SCHEMATRON}}}assert", f"{{{SCHEMATRON}}}report"):
            parts = [assertion.text or "", *(f"…{child.tail or ''}" for child in assertion)]
            yield " ".join("".join(parts).split())


def _links(names: Iterable[str]) -> str:
    """Links to other sections, folded away if there are many."""
    found = list(names)
    text = ", ".join(_link(name, name) for name in found)
    if len(found) <= MANY:
        return text
    return f"<details><summary>{len(found)}</summary>{text}</details>"


def _link(ident: str, text: str) -> str:
    if ident in _NOT_NAMES:
        return _NOT_NAMES[ident]
    return f'<a href="#{escape(ident)}">{escape(text)}</a>'
