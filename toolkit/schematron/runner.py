"""Saxon: runs the stylesheet of a Schematron schema over documents."""

from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from lxml import etree

from toolkit.closed_room import ClosedRoom
from toolkit.exceptions import SaxonError, SchemaError, SourceError
from toolkit.saxon import api_error, processor, said
from toolkit.schematron.document_tree import merged
from toolkit.trees import parse_bytes

_LONGEST: Final = 300
"""So many characters of what Saxon says about an error are passed on."""


@lru_cache(maxsize=8)
def compiled(stylesheet: bytes) -> Any:
    """An executable. SchemaError if an expression of the schema is faulty."""
    compiler = _reading_files().new_xslt30_processor()
    try:
        return compiler.compile_stylesheet(stylesheet_text=stylesheet.decode("utf-8"))
    except api_error() as error:
        raise SchemaError(f"the Schematron schema is faulty: {_said(error)}") from error


def run(
    stylesheet: bytes, source: Path | bytes, *, plain: bool, inclusions: ClosedRoom | None = None
) -> etree._Element:
    """The SVRL that a stylesheet makes of a document.

    ``plain``: the document has no DOCTYPE, so that it can be left to Saxon to parse;
    ``inclusions``: where included files may be read from, None to leave inclusions alone.
    """
    executable = compiled(stylesheet)
    node = _parsed(source, plain=plain, inclusions=inclusions)
    try:
        executable.set_global_context_item(xdm_item=node)
        made = executable.transform_to_string(xdm_node=node)
    except api_error() as error:
        raise SaxonError(f"the Schematron rules stopped: {_said(error)}") from error
    return parse_svrl(made or "")


def parse_svrl(text: str) -> etree._Element:
    """The root of an SVRL document."""
    return parse_bytes(text.encode("utf-8"), "SVRL").getroot()


def _parsed(source: Path | bytes, *, plain: bool, inclusions: ClosedRoom | None) -> Any:
    saxon = _reading_files()
    try:
        if plain and inclusions is None and isinstance(source, Path):
            return saxon.parse_xml(xml_file_name=str(source.resolve()))
        file = str(source) if isinstance(source, Path) else ""
        if inclusions is not None:
            root = merged(source, file, inclusions)
        else:
            data = source.read_bytes() if isinstance(source, Path) else source
            root = parse_bytes(data, file).getroot()
        text = etree.tostring(root, encoding="unicode")
        return saxon.parse_xml(xml_text=text)
    except api_error() as error:
        raise SourceError(f"the document cannot be read for its rules: {_said(error)}") from error


def _reading_files() -> Any:
    """The processor: it reads files, since patterns may look at other ``documents``."""
    return processor(protocols="file", evaluate=True)


def _said(error: Exception) -> str:
    return said(error)[:_LONGEST]
