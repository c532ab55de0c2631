"""Write the constraints of a schema as ISO Schematron with XPath 2 (TDTAGCON)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from toolkit.exceptions import SchemaError, SourceError
from toolkit.namespaces import SCHEMATRON, TEI
from toolkit.odd.schema import Attributes, Schema
from toolkit.odd.specs import AttDef, Constraint, Kind, Spec
from toolkit.trees import parse_bytes

_SCHEMES = ("schematron", "isoschematron")
_S = f"{{{SCHEMATRON}}}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A constraint: its rules, and the XPath of the elements it applies to."""

    ident: str
    xml: str
    context: str


def write_schematron(schema: Schema) -> bytes:
    """Write the Schematron schema in UTF-8: one pattern for each constraint, so that all apply.

    Of the rules of one constraint, the first that fits an element is tested on it. SchemaError if
    a constraint is not well-formed.
    """
    prefixes = _Prefixes(schema)
    rules = [*_find_rules(schema, prefixes)]
    parts = [
        part for number, rule in enumerate(rules, 1) for part in _write_rule(rule, number, prefixes)
    ]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<schema xmlns="{SCHEMATRON}" queryBinding="xslt2">',
        f"  <title>Rules of the schema {escape(schema.ident)}</title>",
        *prefixes.declarations(),
        *(f"  {declaration}" for declaration in _shared_declarations(schema)),
        *(f"  {part}" for part in parts if not part.startswith("<pattern")),
        *(f"  {part}" for part in parts if part.startswith("<pattern")),
        *(f"  {pattern}" for pattern in _deprecation_rules(schema, prefixes)),
        *(f"  {pattern}" for pattern in _parameter_rules(schema)),
        "</schema>\n",
    ]
    return "\n".join(lines).encode()


def _shared_declarations(schema: Schema) -> Iterator[str]:
    """Yield what all rules share; of two declarations of one name, the later."""
    latest: dict[tuple[str, str], str] = {}
    for number, xml in enumerate(schema.declarations):
        try:
            element = parse_bytes(xml.encode(), "constraintDecl").getroot()
        except SourceError as error:
            raise SchemaError(f"constraintDecl: {error}") from error
        name = element.get("name") or element.get("id") or str(number)
        latest[str(element.tag), name] = _write_element(element)
    yield from latest.values()


class _Prefixes:
    """The prefixes used in rules, declared or collected on the way."""

    def __init__(self, schema: Schema) -> None:
        self._uris: dict[str, str] = {"tei": TEI}
        self._schema = schema
        for prefix, uri in schema.namespaces:
            self._uris[prefix] = uri

    def add(self, prefix: str, uri: str) -> None:
        self._uris.setdefault(prefix, uri)

    def element(self, spec: Spec) -> str:
        """Return an element's name with the prefix of its namespace."""
        return self._with_prefix(spec.name, self._schema.namespace_of(spec))

    def attribute(self, attribute: AttDef) -> str:
        """Return an attribute's name with the prefix of its namespace, if it has one."""
        own = attribute.ident.startswith("{")
        name = self._with_prefix(attribute.name, attribute.namespace or "") if own else ""
        return f"@{name or attribute.name}"

    def _with_prefix(self, name: str, namespace: str) -> str:
        prefix = next((p for p, uri in self._uris.items() if uri == namespace), "")
        if not prefix and namespace:
            prefix = f"ns{len(self._uris)}"
            self.add(prefix, namespace)
        return f"{prefix}:{name}" if prefix else name

    def declarations(self) -> Iterator[str]:
        for prefix, uri in sorted(self._uris.items()):
            yield f"  <ns prefix={quoteattr(prefix)} uri={quoteattr(uri)}/>"


def _find_rules(schema: Schema, prefixes: _Prefixes) -> Iterator[Rule]:
    attributes = Attributes(schema)
    used = _find_used_classes(schema)
    for constraint in schema.constraints:
        yield from _place_rules((constraint,), "/*")
    for spec in schema.specs():
        if spec.kind is Kind.CLASS and spec.ident not in used:
            continue
        context = _context_of(spec, schema, prefixes)
        yield from _place_rules(spec.constraints, context)
        for attribute in attributes.of_own(spec):
            if attribute.owner == spec.ident:
                name = prefixes.attribute(attribute)
                holder = " | ".join(f"{step}/{name}" for step in context.split(" | "))
                yield from _place_rules(attribute.constraints, holder)


def _place_rules(constraints: Iterable[Constraint], context: str) -> Iterator[Rule]:
    for constraint in constraints:
        if constraint.scheme in _SCHEMES and constraint.xml:
            yield Rule(constraint.ident, constraint.xml, context)


def _find_used_classes(schema: Schema) -> set[str]:
    """Return the classes with members, direct or indirect, or that are referred to."""
    used: set[str] = set()
    waiting = [key for element in schema.elements.values() for key in element.keys]
    while waiting:
        key = waiting.pop()
        if key not in used and key in schema.classes:
            used.add(key)
            waiting.extend(schema.classes[key].keys)
    return used


def _context_of(spec: Spec, schema: Schema, prefixes: _Prefixes) -> str:
    """Return the XPath of the elements that a specification describes."""
    if spec.kind is Kind.ELEMENT:
        return prefixes.element(spec)
    if spec.kind is not Kind.CLASS:
        return "/*"
    members = sorted(_elements_in(spec.ident, schema, set()))
    return " | ".join(prefixes.element(schema.elements[name]) for name in members) or "/*"


def _elements_in(ident: str, schema: Schema, seen: set[str]) -> set[str]:
    if ident in seen:
        return set()
    seen.add(ident)
    names = {name for name, element in schema.elements.items() if ident in element.keys}
    for member in schema.members.get(ident, ()):
        if member.kind is Kind.CLASS:
            names |= _elements_in(member.ident, schema, seen)
    return names


def _write_rule(rule: Rule, number: int, prefixes: _Prefixes) -> Iterator[str]:
    """Yield the parts of the schema for a constraint: patterns and their declarations."""
    try:
        root = parse_bytes(f"<rules>{rule.xml}</rules>".encode(), rule.ident).getroot()
    except SourceError as error:
        raise SchemaError(f"constraintSpec {rule.ident}: {error}") from error
    rules: list[str] = []
    loose: list[str] = []
    for child in root.iterchildren(tag=etree.Element):
        name = etree.QName(child).localname
        if child.tag == f"{_S}ns":
            prefixes.add(child.get("prefix", ""), child.get("uri", ""))
        elif child.tag == f"{_S}rule":
            rules.append(_write_element(child))
        elif child.tag in (f"{_S}assert", f"{_S}report"):
            loose.append(_write_element(child))
        elif name in ("pattern", "let", "diagnostics", "properties", "phase", "function", "key"):
            yield _write_element(child)
    if loose:
        rules.append(f"<rule context={quoteattr(rule.context)}>{''.join(loose)}</rule>")
    if rules:
        yield f'<pattern id="{_make_id(rule.ident)}-{number}">{"".join(rules)}</pattern>'


def _deprecation_rules(schema: Schema, prefixes: _Prefixes) -> Iterator[str]:
    """Yield rules that warn of elements and attributes that TEI will drop (@validUntil)."""
    attributes = Attributes(schema)
    for element in schema.elements.values():
        context = prefixes.element(element)
        if element.valid_until:
            message = f"the element {element.name} leaves TEI on {element.valid_until}"
            yield _write_warning(context, "true()", message)
        for attribute in attributes.of_element(element).values():
            if attribute.valid_until:
                yield _write_warning(
                    context, prefixes.attribute(attribute), _deprecation_message(attribute, element)
                )


def _deprecation_message(attribute: AttDef, element: Spec) -> str:
    return f"the attribute {attribute.name} of {element.name} leaves TEI on {attribute.valid_until}"


def _write_warning(context: str, test: str, message: str) -> str:
    return (
        f"<pattern><rule context={quoteattr(context)}>"
        f'<report test={quoteattr(test)} role="nonfatal">{escape(message)}</report>'
        "</rule></pattern>"
    )


def _parameter_rules(schema: Schema) -> Iterator[str]:
    """Yield rules for parameters of behaviours in processing models (``paramList``, TDPMPM)."""
    attributes = Attributes(schema)
    for element in schema.elements.values():
        for attribute in attributes.of_own(element):
            for item in attribute.values.items if attribute.values else ():
                if item.parameters:
                    context = (
                        f"tei:param[parent::tei:{element.ident}/@{attribute.name}='{item.name}']"
                    )
                    test = " or ".join(f"@name='{name}'" for name in item.parameters)
                    message = f"a parameter of {item.ident} is: {', '.join(item.parameters)}"
                    yield (
                        f"<pattern><rule context={quoteattr(context)}>"
                        f'<assert test={quoteattr(test)} role="error">{escape(message)}</assert>'
                        "</rule></pattern>"
                    )


def _write_element(element: etree._Element) -> str:
    """Write an element on one line, with Schematron as its default namespace."""
    return _written(element, lambda text: " ".join(text.split()))


def _written(element: etree._Element, squeeze: Callable[[str], str]) -> str:
    name = etree.QName(element)
    foreign = name.namespace != SCHEMATRON
    plain = {str(key): squeeze(str(text)) for key, text in element.attrib.items()}
    attributes = "".join(f" {k}={quoteattr(text)}" for k, text in plain.items() if k[0] != "{")
    declaration = f" xmlns={quoteattr(name.namespace or '')}" if foreign else ""
    inside = _collapse_message(element.text, element)
    for child in element:
        if isinstance(child.tag, str):
            inside += _written(child, squeeze)
        inside += _collapse_message(child.tail, element)
    start = f"<{name.localname}{declaration}{attributes}"
    return f"{start}>{inside}</{name.localname}>" if inside else f"{start}/>"


def _collapse_message(text: str | None, element: etree._Element) -> str:
    """Collapse the space in messages and drop it between rules."""
    if text is None or (not text.strip() and etree.QName(element).localname in _STRUCTURE):
        return ""
    words = " ".join(text.split())
    start = " " if text[:1].isspace() else ""
    end = " " if text[-1:].isspace() and words else ""
    return escape(f"{start}{words}{end}")


_STRUCTURE = ("schema", "pattern", "rule", "diagnostics", "properties", "phase")


def _make_id(ident: str) -> str:
    """Convert an ident to an xml:id."""
    kept = "".join(c if c.isalnum() or c in "-_." else "_" for c in ident)
    return kept if kept[:1].isalpha() else f"rule_{kept}"
