"""Check the syntax of RELAX NG schemas: attributes and children of each element (section 3)."""

import re
from typing import Final

from toolkit.rng.schema_xml import Node

_PATTERNS: Final = frozenset(
    "element attribute group interleave choice optional zeroOrMore oneOrMore list mixed ref "
    "parentRef empty value data notAllowed externalRef grammar text".split()
)
_NAMES: Final = frozenset({"name", "anyName", "nsName", "choice"})
_COMPONENTS: Final = frozenset({"start", "define", "div", "include"})
_COMMON: Final = frozenset({"ns", "datatypeLibrary"})

_ATTRIBUTES: Final[dict[str, set[str]]] = {
    "element": {"name"}, "attribute": {"name"}, "ref": {"name"}, "parentRef": {"name"},
    "value": {"type"}, "data": {"type"}, "param": {"name"}, "externalRef": {"href"},
    "include": {"href"}, "start": {"combine"}, "define": {"name", "combine"},
}  # fmt: skip
_REQUIRED: Final = {
    "ref": "name", "parentRef": "name", "data": "type", "param": "name", "externalRef": "href",
    "include": "href", "define": "name",
}  # fmt: skip
_CHILDREN: Final = {
    "grammar": _COMPONENTS,
    "div": _COMPONENTS,
    "include": _COMPONENTS - {"include"},
    "data": frozenset({"param", "except"}),
    "anyName": frozenset({"except"}),
    "nsName": frozenset({"except"}),
    "except": _PATTERNS | _NAMES,
    "element": _PATTERNS | _NAMES,
    "attribute": _PATTERNS | _NAMES,
    "choice": _PATTERNS | _NAMES,
    **dict.fromkeys(
        "empty text notAllowed ref parentRef value param name externalRef".split(), frozenset()
    ),
}
_ONE_OR_MORE: Final = frozenset(
    "element group interleave choice optional zeroOrMore oneOrMore list mixed start define "
    "except".split()
)
_KNOWN: Final = _PATTERNS | _NAMES | _COMPONENTS | {"param", "except"}
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:(?:[^%#]|%[0-9A-Fa-f]{2})+")


def check_node(node: Node) -> None:
    """Raise SchemaError if a node has an attribute or a child that is not allowed."""
    name = node.name
    if name not in _KNOWN:
        node.fail(f'RELAX NG has no element "{name}"')
    if node.attributes:
        _check_attributes(node)
    if name in _REQUIRED and _REQUIRED[name] not in node.attributes:
        node.fail(f"{name} needs the attribute {_REQUIRED[name]}")
    allowed = _CHILDREN.get(name, _PATTERNS)
    for child in node.children:
        if child.name not in allowed:
            child.fail(f"{child.name} is not allowed in {name}")
    if name in _ONE_OR_MORE and not node.children:
        node.fail(f"{name} is empty")
    if name in _SPECIAL:
        _SPECIAL[name](node)


def _check_attributes(node: Node) -> None:
    allowed = _ATTRIBUTES.get(node.name, set())
    for attribute in node.attributes:
        if attribute not in allowed and attribute not in _COMMON:
            node.fail(f"{node.name} has no attribute {attribute}")
    library = node.attributes.get("datatypeLibrary")
    if library and not _ABSOLUTE.fullmatch(library):
        node.fail(f'datatypeLibrary must be an absolute URI, not "{library}"')
    combine = node.get("combine")
    if combine not in (None, "choice", "interleave"):
        node.fail(f'combine is "choice" or "interleave", not "{combine}"')


def _check_named(node: Node) -> None:
    """Check that an element or attribute has a name or a name class, then patterns."""
    children = [child.name for child in node.children]
    if "name" not in node.attributes:
        if not children or children[0] not in _NAMES:
            node.fail(f"{node.name} needs a name")
        children = children[1:]
    wrong = next((name for name in children if name not in _PATTERNS), None)
    if wrong is not None:
        node.fail(f"{wrong} is not allowed here in {node.name}")
    if node.name == "element" and not children:
        node.fail("element needs a pattern of its content")
    if node.name == "attribute" and len(children) > 1:
        node.fail("attribute takes one pattern")


def _check_data(node: Node) -> None:
    names = [child.name for child in node.children]
    if "except" in names[:-1]:
        node.fail("data takes one except, after its parameters")


def _check_wildcard(node: Node) -> None:
    if len(node.children) > 1:
        node.fail(f"{node.name} takes one except")


def _check_start(node: Node) -> None:
    if len(node.children) > 1:
        node.fail("start takes one pattern")


_SPECIAL: Final = {
    "element": _check_named,
    "attribute": _check_named,
    "data": _check_data,
    "anyName": _check_wildcard,
    "nsName": _check_wildcard,
    "start": _check_start,
}
