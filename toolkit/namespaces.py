"""Names: the namespaces and Clark names that the toolkit uses; no other module writes a URI."""

from functools import cache
from typing import Final

TEI: Final = "http://www.tei-c.org/ns/1.0"
XML: Final = "http://www.w3.org/XML/1998/namespace"
XHTML: Final = "http://www.w3.org/1999/xhtml"
XINCLUDE: Final = "http://www.w3.org/2001/XInclude"
RELAXNG: Final = "http://relaxng.org/ns/structure/1.0"
RELAXNG_ANNOTATIONS: Final = "http://relaxng.org/ns/compatibility/annotations/1.0"
SCHEMATRON: Final = "http://purl.oclc.org/dsdl/schematron"
XSD_TYPES: Final = "http://www.w3.org/2001/XMLSchema-datatypes"
XSLT: Final = "http://www.w3.org/1999/XSL/Transform"
SVG: Final = "http://www.w3.org/2000/svg"
MATHML: Final = "http://www.w3.org/1998/Math/MathML"
EGXML: Final = "http://www.tei-c.org/ns/Examples"

XML_ID: Final = f"{{{XML}}}id"
XML_LANG: Final = f"{{{XML}}}lang"
XML_SPACE: Final = f"{{{XML}}}space"
XML_BASE: Final = f"{{{XML}}}base"

TEI_ALL_RNG: Final = "http://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"
GUIDELINES: Final = "https://tei-c.org/release/doc/tei-p5-doc/en/html/"

RELATORS: Final = "http://id.loc.gov/vocabulary/relators/"
"""The Library of Congress's terms for what somebody did: ``trl`` is a translator."""

CREATIVE_COMMONS: Final = "https://creativecommons.org/"
SPDX_LICENCES: Final = "https://spdx.org/licenses/"

ELTEC: Final = "http://distantreading.net/eltec/ns"
"""The namespace of what ELTeC says of a novel in ``textDesc``."""
DRACOR_RNG: Final = "https://dracor.org/schema.rng"

VIAF: Final = "https://viaf.org/viaf/"
GND: Final = "https://d-nb.info/gnd/"
WIKIDATA: Final = "https://www.wikidata.org/entity/"
GEONAMES: Final = "https://www.geonames.org/"


@cache
def tei(name: str) -> str:
    """The Clark name of a TEI element: ``tei("p")`` is ``{http://www.tei-c.org/ns/1.0}p``."""
    return f"{{{TEI}}}{name}"


def local_name(clark: str) -> str:
    """A Clark name without its namespace: ``{http://www.tei-c.org/ns/1.0}p`` gives ``p``."""
    return clark.rpartition("}")[2]
