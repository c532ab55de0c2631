"""Saxon: the only import of saxonche; gives processors that are closed to what they need not reach.

By default no file, address, environment variable, Java function or computed expression can be
reached from a stylesheet, and no external entity from a document.
"""

import re
from functools import cache
from typing import Any, Final

_FEATURE: Final = "http://saxon.sf.net/feature/"
_CLOSED: Final = (
    "parserFeature?uri=http%3A//xml.org/sax/features/external-general-entities",
    "parserFeature?uri=http%3A//xml.org/sax/features/external-parameter-entities",
    "parserFeature?uri=http%3A//apache.org/xml/features/nonvalidating/load-external-dtd",
    "allow-external-functions",
)

_DEPTH: Final = "parserProperty?uri=jdk.xml.maxElementDepth"
_DEEPEST: Final = 256
"""How deep elements may nest: as deep as libxml2, which reads the documents before, lets them."""


def processor(*, evaluate: bool = False) -> Any:
    """Return the processor of this process that may, or may not, use ``xsl:evaluate``.

    Nodes of one processor are unknown to the other.
    """
    return _processor(evaluate)


@cache
def _processor(evaluate: bool) -> Any:
    import saxonche  # noqa: PLC0415 - heavy, only when something is transformed

    made = saxonche.PySaxonProcessor(license=False)
    for feature in _CLOSED:
        made.set_configuration_property(_FEATURE + feature, "false")
    made.set_configuration_property(_FEATURE + _DEPTH, str(_DEEPEST))
    made.set_configuration_property(_FEATURE + "disableXslEvaluate", str(not evaluate).lower())
    made.set_configuration_property(_FEATURE + "allowedProtocols", "")
    return made


@cache
def api_error() -> type[Exception]:
    """The exception that Saxon raises for whatever went wrong."""
    import saxonche  # noqa: PLC0415 - heavy, only when something is transformed

    error: type[Exception] = saxonche.PySaxonApiError
    return error


def said(error: Exception) -> str:
    """What an error of Saxon says, on one line."""
    return re.sub(r"\s+", " ", str(error)).strip()
