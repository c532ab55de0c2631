"""The only module that imports saxonche: processors that can reach only what they need.

By default no file, address, environment variable, Java function or computed expression can be
reached from a stylesheet, and no external entity from a document.
"""

import re
import subprocess
import sys
from functools import cache
from typing import Any, Final

from toolkit.exceptions import SaxonError

_FEATURE: Final = "http://saxon.sf.net/feature/"
_CLOSED: Final = (
    "parserFeature?uri=http%3A//xml.org/sax/features/external-general-entities",
    "parserFeature?uri=http%3A//xml.org/sax/features/external-parameter-entities",
    "parserFeature?uri=http%3A//apache.org/xml/features/nonvalidating/load-external-dtd",
    "allow-external-functions",
)

_DEPTH: Final = "parserProperty?uri=jdk.xml.maxElementDepth"
_ATTRIBUTES: Final = "parserProperty?uri=jdk.xml.elementAttributeLimit"
_ANY_NUMBER: Final = 0
"""No limit on the attributes of an element, where the parser's own is 200."""
_ENTITIES: Final = (
    "parserProperty?uri=jdk.xml.maxGeneralEntitySizeLimit",
    "parserProperty?uri=jdk.xml.totalEntitySizeLimit",
)
_MOST_REFERENCES: Final = 50_000_000
"""Characters of attribute values with references in a document; the parser's limit is 100,000.

The parser counts them with the text of entities, which no document declares that gets here.
"""
_DEEPEST: Final = 256
"""How deep elements may nest: as deep as libxml2, which reads the documents before, lets them."""


def processor(*, evaluate: bool = False) -> Any:
    """Return the processor of this process that may, or may not, use ``xsl:evaluate``.

    Nodes of one processor are unknown to the other. SaxonError if the address space of the
    process is too small.
    """
    return _processor(evaluate)


@cache
def _processor(evaluate: bool) -> Any:
    _require_address_space()
    import saxonche  # noqa: PLC0415 - heavy, only when something is transformed

    made = saxonche.PySaxonProcessor(license=False)
    for feature in _CLOSED:
        made.set_configuration_property(_FEATURE + feature, "false")
    made.set_configuration_property(_FEATURE + _DEPTH, str(_DEEPEST))
    made.set_configuration_property(_FEATURE + _ATTRIBUTES, str(_ANY_NUMBER))
    for name in _ENTITIES:
        made.set_configuration_property(_FEATURE + name, str(_MOST_REFERENCES))
    made.set_configuration_property(_FEATURE + "disableXslEvaluate", str(not evaluate).lower())
    made.set_configuration_property(_FEATURE + "allowedProtocols", "")
    return made


@cache
def _require_address_space() -> None:
    """Try Saxon in a child process where the address space is limited.

    Its library reserves address space in proportion to the machine's memory, and ends the whole
    process, with exit code 2, if it gets none.
    """
    if not _has_address_limit():
        return
    program = "import saxonche; saxonche.PySaxonProcessor(license=False)"
    tried = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, check=False
    )
    if tried.returncode:
        raise SaxonError(
            "the limit on address space is too small for the XSLT processor, which reserves tens "
            "of gigabytes without using them; remove it (ulimit -v unlimited) and limit the "
            "resident memory instead"
        )


def _has_address_limit() -> bool:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return False
    return resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY


@cache
def api_error() -> type[Exception]:
    """Return the class of the exceptions that Saxon raises."""
    import saxonche  # noqa: PLC0415 - heavy, only when something is transformed

    error: type[Exception] = saxonche.PySaxonApiError
    return error


def error_text(error: Exception) -> str:
    """Return the message of an error of Saxon, on one line."""
    return re.sub(r"\s+", " ", str(error)).strip()
