"""Read RELAX NG XML as nodes with their places; annotations are dropped."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn
from xml.parsers import expat

from toolkit.closed_room import ClosedRoomError, read_regular
from toolkit.exceptions import SchemaError
from toolkit.namespaces import RELAXNG, XML
from toolkit.rng.nameclass import SEPARATOR

Fetch = Callable[[str], bytes]
"""Returns the bytes of a schema by its address; raises OSError or SchemaError."""

_PREFIX: Final = RELAXNG + SEPARATOR
_LENGTH: Final = len(_PREFIX)
_PLAIN: Final = frozenset({"name", "type", "combine", "href"})
"""Attributes that do not affect the content of their element."""
_XML_BASE: Final = f"{XML}{SEPARATOR}base"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:")
"""Matches the scheme of an address; one letter and a colon are a Windows drive."""
_TEXTUAL: Final = frozenset({"value", "param", "name"})


@dataclass(frozen=True, slots=True)
class InForce:
    """The inherited properties of a node: file, base, prefixes, ``ns``, ``datatypeLibrary``."""

    file: str
    base: str
    prefixes: Mapping[str, str]
    ns: str | None = None
    library: str = ""


class Node:
    """An element of a schema: local name, attributes without namespace, children, text, place."""

    __slots__ = ("attributes", "children", "column", "inherited", "line", "name", "text")

    def __init__(
        self, name: str, attributes: dict[str, str], inherited: InForce, line: int, column: int
    ) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Node] = []
        self.text = ""
        self.inherited = inherited
        self.line = line
        self.column = column

    def fail(self, message: str) -> NoReturn:
        """Raise SchemaError with the place of this node."""
        raise SchemaError(f"{self.inherited.file}:{self.line}:{self.column}: {message}")

    def get(self, name: str) -> str | None:
        """Return an attribute, stripped of white space (4.2)."""
        found = self.attributes.get(name)
        return None if found is None else found.strip(" \t\r\n")

    @property
    def ns(self) -> str:
        """The namespace of unprefixed names here."""
        return self.inherited.ns or ""


def read_file(address: str) -> bytes:
    """Return the bytes of a schema on this machine; nothing is fetched from the network.

    SchemaError for another address, ClosedRoomError if it is not a regular file of sensible size.
    """
    if not _URL.match(address):
        return read_regular(Path(address))
    from urllib.parse import unquote, urlsplit  # noqa: PLC0415 - slow to load, and seldom needed

    parts = urlsplit(address)
    if parts.scheme != "file":
        raise SchemaError(f"{address}: schemas are not fetched from the network")
    return read_regular(Path(unquote(parts.path)))


def resolve_address(base: str, href: str) -> str:
    """Resolve an ``href`` in a schema at ``base``."""
    from urllib.parse import unquote, urljoin  # noqa: PLC0415 - as above

    if _URL.match(href) or _URL.match(base):
        return urljoin(base, href)
    folder = Path(base) if base.endswith("/") else Path(base).parent
    return str(folder / unquote(href))


def read_schema(address: str, fetch: Fetch, *, data: bytes | None = None) -> Node:
    """Return the root of a schema file. SchemaError if it is unreadable or not well-formed."""
    if data is None:
        try:
            data = fetch(address)
        except OSError as error:
            reason = error.strerror or str(error)
            raise SchemaError(f"{address}: the schema cannot be read: {reason}") from error
        except ClosedRoomError as error:
            raise SchemaError(f"{address}: the schema cannot be read: {error}") from error
    reader = _Reader(address)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        message = expat.ErrorString(error.code)
        place = f"{address}:{error.lineno}:{error.offset + 1}"
        raise SchemaError(f"{place}: the schema is not well-formed XML: {message}") from error
    except (LookupError, ValueError) as error:
        raise SchemaError(f"{address}: the schema is not well-formed XML: {error}") from error
    root = reader.root
    if root is None:
        raise SchemaError(f"{address}: not a RELAX NG schema: the root is {reader.first}")
    return root


class _Reader:
    """Builds nodes from the events of expat."""

    def __init__(self, address: str) -> None:
        self.root: Node | None = None
        self.first = ""
        self._open: list[Node] = []
        self._foreign = 0
        self._declared: list[tuple[str, str]] = []
        self._outside = InForce(address, address, {"xml": XML})
        self._texts: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=SEPARATOR)
        self.parser.buffer_text = True
        self.parser.StartNamespaceDeclHandler = self._declare
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._declared.append((prefix or "", uri or ""))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._foreign or not name.startswith(_PREFIX):
            self._skip(name)
            return
        inherited = self._open[-1].inherited if self._open else self._outside
        if self._declared or (attributes and not _PLAIN.issuperset(attributes)):
            inherited = self._changed(inherited, attributes)
        parser = self.parser
        node = Node(
            name[_LENGTH:],
            attributes,
            inherited,
            parser.CurrentLineNumber,
            parser.CurrentColumnNumber + 1,
        )
        if attributes and SEPARATOR in "".join(attributes):
            _drop_foreign_attributes(node)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def _skip(self, name: str) -> None:
        """Skip an annotation and its content."""
        self.first = self.first or name.rpartition(SEPARATOR)[2]
        if not self._foreign and self._open and self._open[-1].name in _TEXTUAL:
            self._open[-1].fail(f"no element is allowed in {self._open[-1].name}")
        self._foreign += 1
        self._declared.clear()

    def _changed(self, inherited: InForce, attributes: dict[str, str]) -> InForce:
        """Return the inherited properties within an element with these attributes."""
        prefixes = inherited.prefixes
        if self._declared:
            prefixes = {**prefixes, **dict(self._declared)}
            self._declared.clear()
        base = attributes.get(_XML_BASE)
        return InForce(
            inherited.file,
            inherited.base if base is None else resolve_address(inherited.base, base),
            prefixes,
            attributes.get("ns", inherited.ns),
            attributes.get("datatypeLibrary", inherited.library),
        )

    def _end(self, _: str) -> None:
        if self._foreign:
            self._foreign -= 1
            return
        node = self._open.pop()
        if self._texts:
            node.text = "".join(self._texts)
            self._texts.clear()

    def _characters(self, text: str) -> None:
        if self._foreign or not self._open:
            return
        node = self._open[-1]
        if node.name in _TEXTUAL:
            self._texts.append(text)
        elif text.strip(" \t\r\n"):
            node.fail(f"text is not allowed in {node.name}")


def _drop_foreign_attributes(node: Node) -> None:
    """Drop the attributes that have a namespace."""
    if any(key.startswith(_PREFIX) for key in node.attributes):
        node.fail("attributes of RELAX NG have no prefix")
    node.attributes = {k: text for k, text in node.attributes.items() if SEPARATOR not in k}
