"""Read a RELAX NG grammar in XML syntax as patterns, with explicit names."""

from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from toolkit.closed_room import ClosedRoomError, read_regular
from toolkit.exceptions import SchemaError
from toolkit.namespaces import RELAXNG, XSD_TYPES
from toolkit.odd import rng_patterns
from toolkit.odd.rng_patterns import EMPTY, Grammar, Pattern
from toolkit.trees import parse_bytes

_R = f"{{{RELAXNG}}}"
_NAMED = ("element", "attribute")
_TYPED = ("data", "value")


def read_grammar(path: Path, namespace: str | None = None) -> Grammar:
    """Read a self-contained grammar. SourceError or SchemaError if it is not one."""
    try:
        data = read_regular(path)
    except ClosedRoomError as error:
        raise SchemaError(f"{path}: {error}") from error
    return parse_grammar(data, str(path), namespace)


def parse_grammar(data: bytes, file: str = "", namespace: str | None = None) -> Grammar:
    """Parse a grammar in RELAX NG's XML syntax; definitions of one name become alternatives.

    Elements outside ``namespace``, by default the grammar's own, carry theirs. SchemaError if
    the data are no grammar, or one that includes others.
    """
    root = parse_bytes(data, file).getroot()
    if root.tag != f"{_R}grammar" or root.find(f".//{_R}include") is not None:
        raise SchemaError(f"{file}: expected a RELAX NG grammar that is complete in itself")
    target = root.get("ns", "") if namespace is None else namespace
    reader = _Reader(target)
    start = root.find(f".//{_R}start")
    begin = rng_patterns.choice(reader.patterns(start)) if start is not None else EMPTY
    return Grammar(begin, reader.definitions(root), target)


def parse_definitions(xml: str, namespace: str) -> dict[str, Pattern]:
    """Parse the definitions in a part of an ODD, such as the content of a ``moduleRef``."""
    return _Reader(namespace).definitions(parse_bytes(xml.encode(), "moduleRef").getroot())


def add_prefix(grammar: Grammar, prefix: str) -> dict[str, Pattern]:
    """Return the definitions of a grammar with ``prefix`` added to their names."""
    if not prefix:
        return dict(grammar.definitions)
    names = set(grammar.definitions)
    return {
        prefix + name: _rename_references(body, names, prefix)
        for name, body in grammar.definitions.items()
    }


def _rename_references(body: Pattern, names: set[str], prefix: str) -> Pattern:
    if body.tag == "ref" and body.get("name") in names:
        return rng_patterns.ref(prefix + body.get("name"))
    items = tuple(_rename_references(item, names, prefix) for item in body.items)
    return Pattern(body.tag, items, body.attributes, body.text)


@dataclass(slots=True)
class _Reader:
    """Reads a grammar whose elements are in ``namespace`` by default."""

    namespace: str
    found: dict[str, Pattern] = field(default_factory=dict)

    def definitions(self, root: etree._Element) -> dict[str, Pattern]:
        for define in root.iter(f"{_R}define"):
            name = define.get("name", "")
            body = rng_patterns.group(self.patterns(define))
            earlier = self.found.get(name)
            self.found[name] = rng_patterns.choice((earlier, body)) if earlier else body
        return self.found

    def patterns(self, holder: etree._Element) -> list[Pattern]:
        return [self._pattern(child) for child in holder.iterchildren(f"{_R}*")]

    def _pattern(self, element: etree._Element) -> Pattern:
        tag = etree.QName(element).localname
        attributes = {str(key): str(text) for key, text in element.attrib.items()}
        text = (element.text or "").strip()
        if tag in _NAMED and "name" in attributes:
            attributes.update(self._named(element, tag))
        elif tag in ("name", "nsName"):
            prefix, _, local = text.rpartition(":")
            attributes["ns"] = (
                _namespace(element, prefix) if prefix else _inherited_attribute(element, "ns")
            )
            text = local
        elif tag in _TYPED and _inherited_attribute(element, "datatypeLibrary") != XSD_TYPES:
            attributes.setdefault(
                "datatypeLibrary", _inherited_attribute(element, "datatypeLibrary")
            )
        attributes.pop("combine", None)
        items = tuple(self.patterns(element))
        return Pattern(tag, items, tuple(attributes.items()), text)

    def _named(self, element: etree._Element, tag: str) -> dict[str, str]:
        """Return the name of an element or attribute, with a namespace if not the default."""
        prefix, _, local = element.get("name", "").strip().rpartition(":")
        if prefix and prefix != "xml":
            return {"name": local, "ns": _namespace(element, prefix)}
        name = element.get("name", "").strip()
        if tag == "attribute" or _inherited_attribute(element, "ns") == self.namespace:
            return {"name": name}
        return {"name": name, "ns": _inherited_attribute(element, "ns")}


def _namespace(element: etree._Element, prefix: str) -> str:
    if prefix not in element.nsmap:
        raise SchemaError(f"line {element.sourceline}: the prefix {prefix} is not declared")
    return element.nsmap[prefix]


def _inherited_attribute(element: etree._Element, name: str) -> str:
    """Return an attribute of the element or of its nearest ancestor that has it."""
    holders = (element, *element.iterancestors())
    return next((e.get(name, "") for e in holders if name in e.attrib), "")
