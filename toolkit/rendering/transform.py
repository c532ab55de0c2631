"""Saxon: compiles each stylesheet once and reports its messages.

A stylesheet is compiled from text, with what it includes already in it, so that the processor can
be closed to all files.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any, Final

from lxml import etree

from toolkit.exceptions import SaxonError
from toolkit.findings import Finding, Place
from toolkit.namespaces import XSLT
from toolkit.rendering.codes import DANGLING, LANGUAGE, MESSAGE, UNHANDLED, UNSAFE
from toolkit.rendering.stylesheets import compiled_from
from toolkit.saxon import api_error, error_text, processor

_CODES: Final = {c.code: c for c in (UNHANDLED, UNSAFE, DANGLING, LANGUAGE)}

Parameter = str | bool | int | Mapping[str, str]
"""What a stylesheet parameter can be: text, a truth value, a number, or a map of texts."""

_lock: Final = RLock()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a stylesheet made: ``value`` is a string, or a Saxon node to be rendered further."""

    value: Any
    findings: tuple[Finding, ...]


def parse(xml: str) -> Any:
    """A Saxon document node from the text of an XML file."""
    try:
        return processor().parse_xml(xml_text=xml)
    except api_error() as error:
        raise SaxonError(f"Saxon cannot parse the document: {error_text(error)}") from error


def serialised(node: Any) -> str:
    """The XML of a node, with the white space it has: ``str(node)`` would indent it."""
    with _lock:
        executable = _identity()
        executable.set_global_context_item(xdm_item=node)
        return str(executable.apply_templates_returning_string(xdm_value=node))


def run(
    stylesheet: Path,
    node: Any,
    *,
    mode: str,
    parameters: Mapping[str, Parameter] | None = None,
    own: Path | None = None,
    file: str = "",
) -> Outcome:
    """The text that the templates of ``mode`` (a Clark name) make of ``node``.

    ``own`` is an edition's own stylesheet, ``file`` names the edition in the findings. SaxonError
    if the stylesheet does not compile, or stops.
    """
    with _lock:
        executable = _ready(stylesheet, own, node, mode, parameters or {})
        value = _applied(executable.apply_templates_returning_string, stylesheet, node)
        return Outcome(value, _findings(executable, file))


def run_to_node(
    stylesheet: Path,
    node: Any,
    *,
    mode: str,
    parameters: Mapping[str, Parameter] | None = None,
    file: str = "",
) -> Outcome:
    """Run a stylesheet as ``run`` does, but return a Saxon node, to be rendered further."""
    with _lock:
        executable = _ready(stylesheet, None, node, mode, parameters or {})
        value = _applied(executable.apply_templates_returning_value, stylesheet, node)
        return Outcome(value.head, _findings(executable, file))


def _ready(
    stylesheet: Path, own: Path | None, node: Any, mode: str, parameters: Mapping[str, Parameter]
) -> Any:
    executable = _compiled(stylesheet, own)
    executable.clear_parameters()
    executable.clear_xsl_messages()
    executable.set_save_xsl_message(True)
    for name, value in parameters.items():
        executable.set_parameter(name, _xdm(value))
    executable.set_initial_mode(mode)
    executable.set_global_context_item(xdm_item=node)
    return executable


def _applied(apply: Callable[..., Any], stylesheet: Path, node: Any) -> Any:
    try:
        return apply(xdm_value=node)
    except api_error() as error:
        raise SaxonError(f"{stylesheet.name}: {error_text(error)}") from error


def _findings(executable: Any, file: str) -> tuple[Finding, ...]:
    return tuple(_finding(str(m), file) for m in executable.get_xsl_messages() or ())


@cache
def _compiled(stylesheet: Path, own: Path | None) -> Any:
    text = compiled_from(stylesheet, own=own)
    compiler = processor().new_xslt30_processor()
    try:
        return compiler.compile_stylesheet(stylesheet_text=text)
    except api_error() as error:
        raise SaxonError(f"{own or stylesheet}: does not compile: {error_text(error)}") from error


@cache
def _identity() -> Any:
    text = (
        f'<xsl:stylesheet xmlns:xsl="{XSLT}" version="3.0"><xsl:mode on-no-match="shallow-copy"/>'
        '<xsl:output method="xml" indent="no" omit-xml-declaration="yes"/></xsl:stylesheet>'
    )
    return processor().new_xslt30_processor().compile_stylesheet(stylesheet_text=text)


def _xdm(value: Parameter) -> Any:
    saxon = processor()
    if isinstance(value, bool):
        return saxon.make_boolean_value(value)
    if isinstance(value, int):
        return saxon.make_integer_value(value)
    if isinstance(value, str):
        return saxon.make_string_value(value)
    text = saxon.make_string_value
    return saxon.make_map({text(key): text(entry) for key, entry in value.items()})


def _finding(message: str, file: str) -> Finding:
    """A finding from ``<finding code="XSL001" at="#id/p">message</finding>``."""
    try:
        element = etree.fromstring(message)
    except etree.XMLSyntaxError:
        return MESSAGE.at(Place(file), message.strip())
    kind = _CODES.get(element.get("code", ""), MESSAGE)
    identifier, _, path = element.get("at", "").partition("/")
    place = Place(file, id=identifier.removeprefix("#"), path=path)
    return kind.at(place, element.text or "", hint=element.get("hint", ""))
