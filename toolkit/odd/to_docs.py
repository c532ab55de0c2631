"""Document a schema: one HTML page with the chapters of an ODD and a reference of its schema."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from toolkit.html_page import Content, element, link, page
from toolkit.namespaces import GUIDELINES, SCHEMATRON, XML_LANG, tei
from toolkit.odd import compact_syntax, documentation_html
from toolkit.odd.containment import ANY, TEXT, Family
from toolkit.odd.schema import Attributes, Schema
from toolkit.odd.spec_source import read_release
from toolkit.odd.specs import AttDef, Constraint, Docs, Kind, Spec
from toolkit.trees import parse_bytes, parse_file

MANY: Final = 20
"""Names shown at once; longer lists open on demand."""

_NOT_NAMES: Final = {TEXT: "text", ANY: "elements of other vocabularies"}
_STYLE: Final = """
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
    """Build the page for the ODD in ``odd``, whose schema is ``schema``."""
    tree = parse_file(odd)
    title = read_release(tree).title or schema.ident
    language = _language_of(tree, schema)
    elements = sorted(schema.elements.values(), key=lambda spec: spec.name.lower())
    classes = sorted(schema.classes.values(), key=lambda spec: spec.ident)
    reference = _Reference(schema, language)
    return page(
        title,
        element("h1", title),
        element("p", documentation_html.description(schema.docs.descriptions, language)),
        documentation_html.body(tree),
        _index("Elements", elements),
        map(reference.section, elements),
        _index("Classes", classes),
        map(reference.section, classes),
        map(reference.section, (*schema.macros.values(), *schema.data.values())),
        language=language,
        style=_STYLE,
        kind="reference",
    ).encode()


def _language_of(tree: etree._ElementTree, schema: Schema) -> str:
    """Return the first language that the ODD asks for (@docLang), or that of the file."""
    specs = tree.iter(tei("schemaSpec"))
    wanted = next((s.get("docLang", "") for s in specs if s.get("ident") == schema.ident), "")
    return next(iter(wanted.split()), tree.getroot().get(XML_LANG, "en"))


def _index(title: str, specs: Iterable[Spec]) -> etree._Element:
    items = (element("li", _link(spec.ident, spec.name)) for spec in specs)
    return element("nav", element("h2", title), element("ul", items), aria_label=title)


class _Reference:
    """The sections on the specifications of one schema."""

    def __init__(self, schema: Schema, language: str) -> None:
        self._schema = schema
        self._language = language
        self._attributes = Attributes(schema)
        self._family = Family(schema)
        self._parents = self._family.all_parents()

    def section(self, spec: Spec) -> etree._Element:
        """Document one specification."""
        name = f"<{spec.name}>" if spec.kind is Kind.ELEMENT else spec.name
        text = documentation_html.description(spec.docs.descriptions, self._language)
        return element(
            "section",
            element("h3", element("code", name), self._gloss(spec.docs)),
            element("p", text) if text else None,
            documentation_html.description(spec.docs.remarks, self._language),
            element("dl", self._facts(spec)),
            self._table(spec),
            map(documentation_html.example, spec.docs.examples),
            class_="spec",
            id=spec.ident,
        )

    def _gloss(self, docs: Docs) -> Content:
        """Return the gloss of a specification, in brackets."""
        gloss = documentation_html.description(docs.glosses, self._language)
        return (" (", gloss, ")") if gloss else None

    def _facts(self, spec: Spec) -> Iterator[Content]:
        yield _fact("Module", spec.module)
        yield _fact("Classes", _links(spec.keys))
        if spec.kind is Kind.ELEMENT:
            unique = next(n for n, s in self._schema.elements.items() if s is spec)
            yield _fact("Parents", _links(sorted(self._parents[unique])))
            yield _fact("Children", _links(sorted(self._family.children(unique))))
        if spec.kind is Kind.CLASS:
            members = self._schema.members.get(spec.ident, ())
            yield _fact("Members", _links(member.ident for member in members))
        elif spec.content is not None:
            yield _fact("Content", element("code", compact_syntax.format_content(spec.content)))
        yield _fact("Attributes from classes", self._inherited(spec))
        yield _fact("Rules", _separated(_messages(spec.constraints), lambda: element("br")))
        if spec.module and not spec.module.startswith("derived"):
            yield _fact("TEI Guidelines", link(f"{GUIDELINES}ref-{spec.ident}.html", spec.ident))

    def _effective(self, spec: Spec) -> tuple[AttDef, ...]:
        if spec.kind is Kind.ELEMENT:
            return tuple(self._attributes.of_element(spec).values())
        if spec.kind is Kind.CLASS and spec.type == "atts":
            return tuple(self._attributes.of_class(spec.ident).values())
        return ()

    def _inherited(self, spec: Spec) -> list[Content]:
        """List the attributes from classes, by class."""
        owners: dict[str, list[str]] = {}
        for attribute in self._effective(spec):
            if attribute.owner != spec.ident:
                owners.setdefault(attribute.owner, []).append(f"@{attribute.name}")
        lines = ((_link(o, o), f": {', '.join(sorted(names))}") for o, names in owners.items())
        return _separated(lines, lambda: "; ")

    def _table(self, spec: Spec) -> etree._Element | None:
        attributes = [a for a in self._effective(spec) if a.owner == spec.ident]
        if not attributes:
            return None
        headings = (element("th", text, scope="col") for text in ("Attribute", "Values"))
        rows = map(self._row, sorted(attributes, key=lambda attribute: attribute.name))
        return element("table", element("thead", element("tr", headings)), element("tbody", rows))

    def _row(self, attribute: AttDef) -> etree._Element:
        name = element("code", f"@{attribute.name}")
        required = " (required)" if attribute.usage == "req" else None
        text = documentation_html.description(attribute.docs.descriptions, self._language)
        values = element("code", compact_syntax.format_values(attribute))
        return element(
            "tr",
            element("th", name, required, scope="row"),
            element("td", text, " ", values, self._values(attribute)),
        )

    def _values(self, attribute: AttDef) -> etree._Element | None:
        """List the values that have a description."""
        described = [
            (
                element("dt", element("code", item.name), self._gloss(item.docs)),
                element(
                    "dd", documentation_html.description(item.docs.descriptions, self._language)
                ),
            )
            for item in (attribute.values.items if attribute.values else ())
            if item.docs.descriptions or item.docs.glosses
        ]
        return element("dl", described) if described else None


def _fact(label: str, value: Content) -> Content:
    is_empty = value is None or (isinstance(value, str | list) and not value)
    return None if is_empty else (element("dt", label), element("dd", value))


def _messages(constraints: Iterable[Constraint]) -> Iterator[str]:
    """Yield the messages of the rules of a specification; computed parts are dots."""
    for constraint in constraints:
        rules = parse_bytes(f"<rules>{constraint.xml}</rules>".encode(), constraint.ident)
        for assertion in rules.iter(f"{{{SCHEMATRON}}}assert", f"{{{SCHEMATRON}}}report"):
            parts = [assertion.text or "", *(f"…{child.tail or ''}" for child in assertion)]
            yield " ".join("".join(parts).split())


def _links(names: Iterable[str]) -> list[Content]:
    """Link to other sections; many links are folded away."""
    links = [_link(name, name) for name in names]
    text = _separated(links, lambda: ", ")
    if len(links) <= MANY:
        return text
    return [element("details", element("summary", str(len(links))), text)]


def _separated(parts: Iterable[Content], separator: Callable[[], Content]) -> list[Content]:
    """Put a separator, created anew each time, between parts."""
    listed: list[Content] = []
    for part in parts:
        listed += [separator(), part] if listed else [part]
    return listed


def _link(ident: str, text: str) -> Content:
    return _NOT_NAMES[ident] if ident in _NOT_NAMES else link(f"#{ident}", text)
