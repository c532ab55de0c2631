"""Run the stylesheet of a Schematron schema over documents, with Saxon."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from lxml import etree

from toolkit.closed_room import ClosedRoom
from toolkit.edition import EditionText
from toolkit.exceptions import SaxonError, SchemaError, SourceError
from toolkit.saxon import api_error, processor, said
from toolkit.schematron.document_tree import merged
from toolkit.trees import parse_bytes

_OPEN: Final = re.compile(
    rb"\b(doc|doc-available|document|collection|uri-collection|unparsed-text[a-z-]*|json-doc|"
    rb"stream-available|transform|load-xquery-module|function-lookup)\s*\(|"
    rb"\bevaluate\b|\b(import|include|source-document)\b[^>]*\bhref\b"
)
"""Matches whatever reads other files or computes expressions, and sometimes more."""
_LONGEST: Final = 300
"""So many characters of what Saxon says about an error are passed on."""


@lru_cache(maxsize=8)
def compile_rules(stylesheet: bytes, *, closed: bool = False) -> Any:
    """Compile a stylesheet for the closed processor, or for the one that reads files.

    SchemaError if an expression of the schema is faulty.
    """
    compiler = _processor(closed=closed).new_xslt30_processor()
    try:
        return compiler.compile_stylesheet(stylesheet_text=stylesheet.decode("utf-8"))
    except api_error() as error:
        raise SchemaError(f"the Schematron schema is faulty: {_said(error)}") from error


def run(
    stylesheet: bytes,
    source: Path | bytes | EditionText,
    *,
    plain: bool,
    inclusions: ClosedRoom | None = None,
) -> etree._Element:
    """Run the stylesheet of a schema over a document and return the SVRL.

    ``plain``: the document has no DOCTYPE, so that it can be left to Saxon to parse;
    ``inclusions``: where included files may be read from, None to leave inclusions alone.
    """
    if isinstance(source, EditionText) and not _OPEN.search(stylesheet):
        executable = compile_rules(stylesheet, closed=True)
        node = _shared_node(source)
    else:
        executable = compile_rules(stylesheet)
        source = source.data if isinstance(source, EditionText) else source
        node = _parsed(source, plain=plain, inclusions=inclusions)
    try:
        executable.set_global_context_item(xdm_item=node)
        made = executable.transform_to_string(xdm_node=node)
    except api_error() as error:
        raise SaxonError(f"the Schematron rules stopped: {_said(error)}") from error
    return parse_svrl(made or "")


def parse_svrl(text: str) -> etree._Element:
    """Parse an SVRL document and return its root."""
    return parse_bytes(text.encode("utf-8"), "SVRL").getroot()


def _shared_node(text: EditionText) -> Any:
    try:
        return text.saxon_node
    except SaxonError as error:
        raise SourceError(f"the document cannot be read for its rules: {error}") from error


def _parsed(source: Path | bytes, *, plain: bool, inclusions: ClosedRoom | None) -> Any:
    saxon = _processor(closed=False)
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


def _processor(*, closed: bool) -> Any:
    """The processor of the views, which is closed, or one that reads files.

    Nodes of one are unknown to the other. Rules that look at no other documents and compute no
    expressions run in the closed one, so that a text is parsed once for its rules and its views.
    """
    return processor() if closed else processor(protocols="file", evaluate=True)


def _said(error: Exception) -> str:
    return said(error)[:_LONGEST]
