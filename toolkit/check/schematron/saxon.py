"""Saxon: runs the stylesheet of a Schematron schema over documents."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from lxml import etree

from toolkit.check.schematron.merge import merged
from toolkit.errors import SaxonError, SchemaError, SourceError
from toolkit.trees import parse_bytes

_FEATURE: Final = "http://saxon.sf.net/feature/"
_ENTITIES: Final = (
    "parserFeature?uri=http%3A//xml.org/sax/features/external-general-entities",
    "parserFeature?uri=http%3A//xml.org/sax/features/external-parameter-entities",
    "parserFeature?uri=http%3A//apache.org/xml/features/nonvalidating/load-external-dtd",
)


@cache
def _processor() -> Any:
    """The processor of this process: it reads files (``documents``), and nothing else."""
    import saxonche  # noqa: PLC0415 - heavy, only when there are rules to be run

    processor = saxonche.PySaxonProcessor(license=False)
    for feature in _ENTITIES:
        processor.set_configuration_property(_FEATURE + feature, "false")
    processor.set_configuration_property(_FEATURE + "allow-external-functions", "false")
    processor.set_configuration_property(_FEATURE + "allowedProtocols", "file")
    return processor


@lru_cache(maxsize=8)
def compiled(stylesheet: bytes) -> Any:
    """An executable. SchemaError if an expression of the schema is faulty."""
    compiler = _processor().new_xslt30_processor()
    try:
        return compiler.compile_stylesheet(stylesheet_text=stylesheet.decode("utf-8"))
    except Exception as error:
        raise SchemaError(f"the Schematron schema is faulty: {_said(error)}") from error


def run(
    stylesheet: bytes, source: Path | bytes, *, plain: bool, xinclude: bool = False
) -> etree._Element:
    """The SVRL that a stylesheet makes of a document.

    ``plain``: the document has no DOCTYPE, so that it can be left to Saxon to parse;
    ``xinclude``: inclusions are carried out first.
    """
    executable = compiled(stylesheet)
    node = _parsed(source, plain=plain, xinclude=xinclude)
    try:
        executable.set_global_context_item(xdm_item=node)
        made = executable.transform_to_string(xdm_node=node)
    except Exception as error:
        raise SaxonError(f"the Schematron rules stopped: {_said(error)}") from error
    return parse_svrl(made or "")


def parse_svrl(text: str) -> etree._Element:
    """The root of an SVRL document."""
    return parse_bytes(text.encode("utf-8"), "SVRL").getroot()


def _parsed(source: Path | bytes, *, plain: bool, xinclude: bool) -> Any:
    processor = _processor()
    try:
        if plain and not xinclude and isinstance(source, Path):
            return processor.parse_xml(xml_file_name=str(source.resolve()))
        file = str(source) if isinstance(source, Path) else ""
        if xinclude:
            root = merged(source, file)
        else:
            data = source.read_bytes() if isinstance(source, Path) else source
            root = parse_bytes(data, file).getroot()
        text = etree.tostring(root, encoding="unicode")
        return processor.parse_xml(xml_text=text)
    except SourceError:
        raise
    except Exception as error:
        raise SourceError(f"the document cannot be read for its rules: {_said(error)}") from error


def _said(error: Exception) -> str:
    return re.sub(r"\s+", " ", str(error)).strip()[:300]
