"""Compare two grammars element by element."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from toolkit.exceptions import SchemaError
from toolkit.odd import regex_equivalence
from toolkit.odd.regex_equivalence import NEVER, NOTHING, Regex
from toolkit.odd.rng_patterns import TEXT, Grammar, Pattern

_TEXT = "#text"


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of an element: whether it is required, and the language of its values."""

    required: bool
    values: Regex


@dataclass(frozen=True, slots=True)
class ElementModel:
    """An element of a grammar: its attributes by name, and its content."""

    attributes: Mapping[str, Attribute]
    content: Regex

    @property
    def children(self) -> frozenset[str]:
        """The possible children: elements, and ``#text``."""
        return regex_equivalence.symbols(self.content)


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference between two grammars, in words; ``kind`` is one of those below.

    element, attribute, use (required or not), values, child, content.
    """

    element: str
    kind: str
    detail: str

    def __str__(self) -> str:
        return f"{self.element}: {self.detail}"


def compare(first: Grammar, second: Grammar) -> list[Difference]:
    """Return all differences between two grammars, by element; empty if they are equivalent."""
    ours, theirs = element_models(first), element_models(second)
    found: list[Difference] = []
    for name in sorted({*ours, *theirs}):
        if name not in theirs or name not in ours:
            side = "first" if name in ours else "second"
            found.append(Difference(name, "element", f"only in the {side}"))
        else:
            found.extend(_compare_elements(name, ours[name], theirs[name]))
    return found


def _compare_elements(name: str, one: ElementModel, other: ElementModel) -> Iterator[Difference]:
    for attribute in sorted({*one.attributes, *other.attributes}):
        ours, theirs = one.attributes.get(attribute), other.attributes.get(attribute)
        if ours is None or theirs is None:
            side = "first" if ours else "second"
            yield Difference(name, "attribute", f"@{attribute} only in the {side}")
        elif ours.required != theirs.required:
            side = "first" if ours.required else "second"
            yield Difference(name, "use", f"@{attribute} required only in the {side}")
        elif example := regex_equivalence.find_difference(ours.values, theirs.values):
            yield Difference(name, "values", f"@{attribute} differs: {example}")
    for child in sorted(one.children ^ other.children):
        side = "first" if child in one.children else "second"
        yield Difference(name, "child", f"{child} inside only in the {side}")
    if one.children == other.children:
        example = regex_equivalence.find_difference(one.content, other.content)
        if example:
            yield Difference(name, "content", f"only one of the two allows: {example}")


def element_models(grammar: Grammar) -> dict[str, ElementModel]:
    """Return the elements of a grammar by name; any-name elements by their exceptions."""
    return _Models(grammar).elements()


@dataclass(slots=True)
class _Models:
    grammar: Grammar
    content: dict[str, Regex] = field(default_factory=dict)

    def elements(self) -> dict[str, ElementModel]:
        found: dict[str, ElementModel] = {}
        for definition in self.grammar.definitions.values():
            for element in _elements(definition):
                found[_name(element)] = self._model(element)
        return found

    def _model(self, element: Pattern) -> ElementModel:
        attributes: dict[str, Attribute] = {}
        if not element.get("name"):
            return ElementModel(attributes, NOTHING)
        content = self._all(element.items, attributes, needed=True)
        return ElementModel(attributes, content)

    def _all(
        self, items: tuple[Pattern, ...], found: dict[str, Attribute], *, needed: bool
    ) -> Regex:
        return regex_equivalence.sequence(
            [self._regex(item, found, needed=needed) for item in items]
        )

    def _regex(self, item: Pattern, found: dict[str, Attribute], *, needed: bool) -> Regex:
        match item.tag:
            case "attribute":
                return self._attribute(item, found, needed=needed)
            case "ref":
                return self._reference(item.get("name"), found, needed=needed)
            case "choice" | "optional":
                parts = [self._regex(part, found, needed=False) for part in item.items]
                return regex_equivalence.choice(
                    parts if item.tag == "choice" else (NOTHING, *parts)
                )
            case "zeroOrMore":
                return regex_equivalence.repeated(self._all(item.items, found, needed=False))
            case "oneOrMore":
                once = self._all(item.items, found, needed=needed)
                return regex_equivalence.sequence((once, regex_equivalence.repeated(once)))
            case _:
                return self._leaf(item, found, needed=needed)

    def _leaf(self, item: Pattern, found: dict[str, Attribute], *, needed: bool) -> Regex:
        match item.tag:
            case "element":
                return regex_equivalence.symbol(_name(item))
            case "text":
                return regex_equivalence.repeated(regex_equivalence.symbol(_TEXT))
            case "data" | "value":
                return regex_equivalence.symbol(_datum(item))
            case "list":
                inside = self._all(item.items, found, needed=needed)
                return regex_equivalence.sequence((regex_equivalence.symbol("#list"), inside))
            case "notAllowed":
                return NEVER
            case _:
                return self._all(item.items, found, needed=needed)

    def _attribute(self, item: Pattern, found: dict[str, Attribute], *, needed: bool) -> Regex:
        if item.get("name"):
            values = self._all(item.items or (TEXT,), {}, needed=True)
            earlier = found.get(item.get("name"))
            both = regex_equivalence.choice((earlier.values, values)) if earlier else values
            found[item.get("name")] = Attribute(needed, both)
        return NOTHING

    def _reference(self, name: str, found: dict[str, Attribute], *, needed: bool) -> Regex:
        """Resolve a definition; its content is cached, its attributes are collected each time."""
        if name not in self.grammar.definitions:
            raise SchemaError(f"the grammar refers to {name}, which it does not define")
        attributes: dict[str, Attribute] = {}
        if name not in self.content:
            self.content[name] = NEVER
            body = self.grammar.definitions[name]
            content = self._regex(body, attributes, needed=needed)
            if attributes:
                del self.content[name]
                found.update(attributes)
            else:
                self.content[name] = content
            return content
        return self.content[name]


def _elements(item: Pattern) -> Iterator[Pattern]:
    if item.tag == "element":
        yield item
    for part in item.items:
        yield from _elements(part)


def _name(element: Pattern) -> str:
    """Return an element's name, or the names it excludes."""
    if element.get("name"):
        namespace = element.get("ns")
        return f"{{{namespace}}}{element.get('name')}" if namespace else element.get("name")
    parts = [f"{p.get('ns')} {p.text}".strip() for p in _names(element.items[0])]
    return f"any but {', '.join(sorted(parts))}"


def _names(item: Pattern) -> Iterator[Pattern]:
    if item.tag in ("nsName", "name"):
        yield item
    for part in item.items:
        yield from _names(part)


def _datum(item: Pattern) -> str:
    params = ",".join(f"{p.get('name')}={p.text}" for p in item.items)
    return " ".join(part for part in (item.tag, item.get("type"), item.text, params) if part)
