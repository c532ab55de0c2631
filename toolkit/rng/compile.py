"""Compile RELAX NG XML to patterns, each definition on first use.

The steps of section 4 of the standard are applied on the way; comments give their numbers.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from toolkit.rng import nameclass as nc
from toolkit.rng import pattern as p
from toolkit.rng.datatypes import DatatypeError
from toolkit.rng.library import datatype
from toolkit.rng.nameclass import NameClass
from toolkit.rng.pattern import Pattern
from toolkit.rng.schema_xml import Fetch, Node, read_schema, resolve_address
from toolkit.rng.syntax import check_node
from toolkit.rng.xsd import is_ncname

XMLNS: Final = "http://www.w3.org/2000/xmlns"
_PATTERNS_OF_MANY: Final[dict[str, Callable[[list[Pattern]], Pattern]]] = {
    "group": p.group,
    "interleave": p.interleave,
    "choice": p.choice,
    "optional": lambda parts: p.optional(p.group(parts)),
    "zeroOrMore": lambda parts: p.zero_or_more(p.group(parts)),
    "oneOrMore": lambda parts: p.one_or_more(p.group(parts)),
    "list": lambda parts: p.list_of(p.group(parts)),
    "mixed": lambda parts: p.mixed(p.group(parts)),
}


class Scope:
    """One ``grammar``: its definitions by name (``start`` under ``None``)."""

    def __init__(self, parent: "Scope | None") -> None:
        self.parent = parent
        self.definitions: dict[str | None, list[Node]] = {}
        self.compiled: dict[str | None, Pattern | None] = {}

    def find(self, name: str | None, asker: Node) -> list[Node]:
        """Return the definitions of a name. SchemaError if there are none."""
        found = self.definitions.get(name)
        if not found:
            asker.fail("the grammar has no start" if name is None else f'"{name}" is not defined')
        return found


class Compiler:
    """Compiles the nodes of one schema."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self.elements: dict[Node, p.Element] = {}
        """The elements compiled so far, by node."""
        self._external: list[str] = []
        self.reached = True
        """Whether the current definition is reachable from the start; others may recur."""
        self._scopes: list[Scope] = []

    def compile(self, node: Node, scope: Scope | None) -> Pattern:  # noqa: C901, PLR0911 - one case for each element of RELAX NG
        """Compile a node in the scope of its grammar."""
        check_node(node)
        many = _PATTERNS_OF_MANY.get(node.name)
        if many is not None:
            return many([self.compile(child, scope) for child in node.children])
        match node.name:
            case "empty":
                return p.empty
            case "text":
                return p.text
            case "notAllowed":
                return p.not_allowed
            case "element":
                return self.element(node, scope)
            case "attribute":
                return self._attribute(node, scope)
            case "ref":
                return self._reference(node, scope)
            case "parentRef":
                return self._reference(node, scope.parent if scope else None)
            case "data":
                return self._data(node, scope)
            case "value":
                return self._value(node)
            case "grammar":
                inner = self.grammar(node, scope)
                return self.definition(None, inner, node)
            case "externalRef":
                return self._external_pattern(node)
        return node.fail(f'"{node.name}" is not a pattern')

    # 4.5 to 4.8, 4.12: elements and attributes

    def element(self, node: Node, scope: Scope | None) -> p.Element:
        """Compile an element; its content is compiled on first use."""
        known = self.elements.get(node)
        if known is None:
            check_node(node)
            names, parts = self._names_and_parts(node)

            def content() -> Pattern:
                return p.group([self.compile(part, scope) for part in parts])

            known = self.elements[node] = p.element(names, content, place=node)
        return known

    def _attribute(self, node: Node, scope: Scope | None) -> Pattern:
        names, parts = self._names_and_parts(node)
        for name in nc.representative_names(names):
            if name == "xmlns" or nc.namespace_of(name) == XMLNS:
                node.fail("an attribute cannot be a namespace declaration (xmlns)")
        content = self.compile(parts[0], scope) if parts else p.text
        return p.attribute(names, content)

    def _names_and_parts(self, node: Node) -> tuple[NameClass, list[Node]]:
        name = node.get("name")
        if name is None:
            return compile_name_class(node.children[0]), node.children[1:]
        namespace = node.ns
        if node.name == "attribute" and "ns" not in node.attributes:
            namespace = ""
        return nc.Name(_resolve_prefix(node, name, namespace)), node.children

    # 4.17 to 4.19: definitions and references

    def grammar(self, node: Node, parent: Scope | None) -> Scope:
        """Return the scope of a ``grammar`` with its includes merged."""
        check_node(node)
        scope = Scope(parent)
        self._scopes.append(scope)
        self._collect(node, scope.definitions, (node.inherited.file,))
        for name, definitions in scope.definitions.items():
            _check_combine(name, definitions)
        return scope

    def _collect(
        self, node: Node, found: dict[str | None, list[Node]], files: tuple[str, ...]
    ) -> None:
        for child in node.children:
            check_node(child)
            match child.name:
                case "start":
                    found.setdefault(None, []).append(child)
                case "define":
                    found.setdefault(_read_ncname(child), []).append(child)
                case "div":
                    self._collect(child, found, files)
                case "include":
                    self._include(child, found, files)

    def _include(
        self, node: Node, found: dict[str | None, list[Node]], files: tuple[str, ...]
    ) -> None:
        address = _read_address(node)
        if address in files:
            node.fail(f"the schema includes itself: {address}")
        root = read_schema(address, self._fetch)
        check_node(root)
        if root.inherited.ns is None and node.inherited.ns is not None:
            _inherit_namespace(root, node.ns)
        if root.name != "grammar":
            node.fail(f'only a grammar can be included, not "{root.name}"')
        included: dict[str | None, list[Node]] = {}
        self._collect(root, included, (*files, address))
        own: dict[str | None, list[Node]] = {}
        self._collect(node, own, (*files, address))
        for name, definitions in own.items():
            if name not in included:
                what = "start" if name is None else f'definition of "{name}"'
                definitions[0].fail(f"the included grammar has no {what} to replace")
            del included[name]
        for part in (included, own):
            for name, definitions in part.items():
                found.setdefault(name, []).extend(definitions)

    def definition(self, name: str | None, scope: Scope, asker: Node) -> Pattern:
        """Compile a definition with all its parts combined."""
        if name in scope.compiled:
            known = scope.compiled[name]
            if known is None and not self.reached:
                return p.not_allowed
            if known is None:  # 4.19
                asker.fail(f'"{name or "start"}" contains itself without an element between')
            return known
        scope.compiled[name] = None
        parts = [
            p.group([self.compile(child, scope) for child in node.children])
            for node in scope.find(name, asker)
        ]
        combine = next(
            (n.get("combine") for n in scope.find(name, asker) if n.get("combine")), None
        )
        made = p.interleave(parts) if combine == "interleave" else p.choice(parts)
        scope.compiled[name] = made
        return made

    def _reference(self, node: Node, scope: Scope | None) -> Pattern:
        name = _read_ncname(node)
        if scope is None:
            node.fail(f'the reference to "{name}" stands outside the grammar it needs')
        return self.definition(name, scope, node)

    def _external_pattern(self, node: Node) -> Pattern:
        address = _read_address(node)
        if address in self._external:
            node.fail(f"the schema refers to itself: {address}")
        root = read_schema(address, self._fetch)
        if root.inherited.ns is None and node.inherited.ns is not None:
            _inherit_namespace(root, node.ns)
        self._external.append(address)
        made = self.compile(root, None)
        self._external.pop()
        return made

    # 4.3, 4.4: values

    def _data(self, node: Node, scope: Scope | None) -> Pattern:
        params = [child for child in node.children if child.name == "param"]
        for param in params:
            check_node(param)
        facets = tuple((_read_ncname(param), param.text) for param in params)
        try:
            kind = datatype(node.inherited.library, node.get("type") or "", facets)
        except DatatypeError as error:
            node.fail(str(error))
        excluded = None
        if node.children and node.children[-1].name == "except":
            check_node(node.children[-1])
            excluded = p.choice([self.compile(c, scope) for c in node.children[-1].children])
            excluded = None if excluded is p.not_allowed else excluded
        return p.data(kind, excluded)

    def _value(self, node: Node) -> Pattern:
        library = node.inherited.library if "type" in node.attributes else ""
        try:
            kind = datatype(library, node.get("type") or "token")
        except DatatypeError as error:
            node.fail(str(error))
        found = kind.value(node.text, _SchemaContext(node))
        if found is None:
            node.fail(f'"{node.text}" is not {kind.kind.says}')
        return p.value(kind, node.text, found)

    # what recovery and the full check need

    def definitions(self) -> Iterator[tuple[Scope, str | None, Node]]:
        """Yield every definition of every grammar read so far."""
        for scope in self._scopes:
            for name, nodes in scope.definitions.items():
                yield scope, name, nodes[0]

    def named_elements(self) -> dict[str, list[p.Element]]:
        """Return the elements with a single name, by that name, without compiling them."""
        found: dict[str, list[p.Element]] = {}
        for scope in self._scopes:
            for nodes in scope.definitions.values():
                for node in nodes:
                    for inner in _element_nodes(node):
                        made = self.element(inner, scope)
                        for name in nc.single_names(made.names):
                            found.setdefault(name, []).append(made)
        return found


class _SchemaContext:
    """The prefixes in scope at a ``value``."""

    def __init__(self, node: Node) -> None:
        self._node = node

    def namespace(self, prefix: str) -> str | None:
        return self._node.inherited.prefixes.get(prefix) if prefix else self._node.ns

    def is_unparsed_entity(self, name: str) -> bool:  # noqa: ARG002 - the protocol has it
        return True


def _element_nodes(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.name == "element":
            yield child
        if child.name != "grammar":
            yield from _element_nodes(child)


def _inherit_namespace(node: Node, namespace: str) -> None:
    """Pass a namespace to the root of a schema and the nodes that inherit from it (4.6, 4.7)."""
    node.inherited = replace(node.inherited, ns=namespace)
    for child in node.children:
        if child.inherited.ns is None:
            _inherit_namespace(child, namespace)


def _check_combine(name: str | None, definitions: list[Node]) -> None:
    """Check 4.17: at most one definition without ``combine``, the others with the same value."""
    ways = {node.get("combine") for node in definitions if node.get("combine")}
    plain = [node for node in definitions if not node.get("combine")]
    what = "start" if name is None else f'"{name}"'
    if len(plain) > 1:
        plain[1].fail(f"{what} is defined twice without combine (first in line {plain[0].line})")
    if len(ways) > 1:
        definitions[-1].fail(f"{what} is combined both as choice and as interleave")


def _read_address(node: Node) -> str:
    href = node.get("href") or ""
    if "#" in href:
        node.fail(f'href cannot have a fragment: "{href}"')
    return resolve_address(node.inherited.base, href)


def _read_ncname(node: Node) -> str:
    name = node.get("name") or ""
    if not is_ncname(name):
        node.fail(f'"{name}" is not a name without colon')
    return name


def _resolve_prefix(node: Node, name: str, namespace: str) -> str:
    """Resolve the prefix of a name (4.10)."""
    prefix, colon, local = name.rpartition(":")
    if not is_ncname(local) or (colon and not is_ncname(prefix)):
        node.fail(f'"{name}" is not a name')
    if colon:
        found = node.inherited.prefixes.get(prefix)
        if found is None:
            node.fail(f'the prefix of "{name}" is not declared')
        namespace = found
    return nc.join_name(namespace, local)


def compile_name_class(node: Node, inside: tuple[str, ...] = ()) -> NameClass:
    """Compile a name class; ``inside`` are the wildcards of whose exceptions it is part."""
    check_node(node)
    match node.name:
        case "name":
            return nc.Name(_resolve_prefix(node, node.text.strip(" \t\r\n"), node.ns))
        case "choice":
            return nc.NameChoice(
                tuple(compile_name_class(child, inside) for child in node.children)
            )
        case "anyName" | "nsName":
            if "anyName" in inside and node.name == "anyName":  # 4.16
                node.fail("anyName cannot be an exception of anyName")
            if "nsName" in inside:
                node.fail(f"{node.name} cannot be an exception of nsName")
            excluded = None
            if node.children:
                check_node(node.children[0])
                parts = node.children[0].children
                members = tuple(compile_name_class(part, (*inside, node.name)) for part in parts)
                excluded = members[0] if len(members) == 1 else nc.NameChoice(members)
            if node.name == "anyName":
                return nc.AnyName(excluded)
            return nc.NsName(node.ns, excluded)
    return node.fail(f'"{node.name}" is not a name class')
