"""Read the prolog of a document: the schemas named in its ``xml-model`` instructions."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.parsers import expat

from lxml import etree

from toolkit.namespaces import RELAXNG, SCHEMATRON
from toolkit.rng.byte_chunks import open_source
from toolkit.rng.nameclass import SEPARATOR

_PSEUDO = re.compile(r"""([\w:.\-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_COMPACT: Final = "application/relax-ng-compact-syntax"
_MOST: Final = 200_000
"""How many bytes are searched for the root element."""


@dataclass(frozen=True, slots=True)
class Prolog:
    """The schemas named before the root element, and the root's name (``namespace}local``)."""

    rng: tuple[str, ...] = ()
    schematron: tuple[str, ...] = ()
    root: str = ""
    has_doctype: bool = False


def prolog_of_tree(tree: etree._ElementTree) -> Prolog:
    """Return the prolog of a parsed document."""
    root = tree.getroot()
    instructions = (
        node
        for node in reversed(list(root.itersiblings(preceding=True)))
        if isinstance(node, etree._ProcessingInstruction) and node.target == "xml-model"
    )
    models = [model for node in instructions for model in _parse_model(node.text or "")]
    name = etree.QName(root)
    clark = f"{name.namespace}{SEPARATOR}{name.localname}" if name.namespace else name.localname
    return _make_prolog(models, clark, has_doctype=tree.docinfo.internalDTD is not None)


def read_prolog(source: Path | bytes) -> Prolog:
    """Read the prolog of a document, or as much of it as is well-formed.

    SourceError if the file cannot be read.
    """
    with open_source(source, str(source) if isinstance(source, Path) else "") as stream:
        start = stream.read(_MOST)
    reader = _Reader()
    with suppress(expat.ExpatError, LookupError, ValueError, _RootReached):
        reader.parser.Parse(start, False)
    return _make_prolog(reader.models, reader.root, has_doctype=reader.doctype)


def _make_prolog(models: list[tuple[str, str]], root: str, *, has_doctype: bool) -> Prolog:
    return Prolog(
        rng=tuple(address for address, kind in models if kind == RELAXNG),
        schematron=tuple(address for address, kind in models if kind == SCHEMATRON),
        root=root,
        has_doctype=has_doctype,
    )


class _RootReached(Exception):  # noqa: N818 - it stops the parser, and is no error
    pass


class _Reader:
    def __init__(self) -> None:
        self.models: list[tuple[str, str]] = []
        self.root = ""
        self.doctype = False
        self.parser = expat.ParserCreate(namespace_separator=SEPARATOR)
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._element

    def _instruction(self, target: str, data: str) -> None:
        if target == "xml-model":
            self.models.extend(_parse_model(data))

    def _doctype(self, *_: object) -> None:
        self.doctype = True

    def _element(self, name: str, _attributes: dict[str, str]) -> None:
        self.root = name
        raise _RootReached


def _parse_model(data: str) -> Iterator[tuple[str, str]]:
    """Yield the address and the kind of schema of an ``xml-model`` instruction."""
    pairs = {name: first or second for name, first, second in _PSEUDO.findall(data)}
    address = pairs.get("href", "")
    kind = pairs.get("schematypens", "")
    if not address:
        return
    if kind in (RELAXNG, SCHEMATRON):
        yield address, kind
    elif not kind and (pairs.get("type") == _COMPACT or address.endswith((".rng", ".rnc"))):
        yield address, RELAXNG
    elif not kind and address.endswith((".sch", ".isosch")):
        yield address, SCHEMATRON
