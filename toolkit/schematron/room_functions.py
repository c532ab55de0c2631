"""Let the rules of a schema read other files, but only those of a closed room.

The XSLT processor itself can read nothing. Calls of ``doc()``, ``document()``, ``unparsed-text()``
and the like are replaced by functions of the stylesheet that look a file up in a map. A file that
is not in the map yet stops the rule with the file's address; the runner then reads it through the
room and runs the rules again. What a replacement does not catch finds the processor closed.
"""

import re
from typing import Final

from lxml import etree

from toolkit.namespaces import XML, XSLT
from toolkit.trees import parse_bytes

FILES: Final = "tei-toolkit-files"
"""The stylesheet parameter with the files read so far, by kind and address."""

_NAMESPACE: Final = "urn:tei-toolkit:room"
_PREFIX: Final = "tei-toolkit-room"
_XS: Final = "Q{http://www.w3.org/2001/XMLSchema}"
_MAP: Final = "Q{http://www.w3.org/2005/xpath-functions/map}"
_ERRORS: Final = "http://www.w3.org/2005/xqt-errors"
_NEEDS: Final = "tei-toolkit needs"
_NEEDED = re.compile(rf"{_NEEDS} (document|text) (\S+) ;")
_STRING_OR_COMMENT = re.compile(r"""("(?:[^"]|"")*"|'(?:[^']|'')*'|\(:.*?:\))""", re.DOTALL)
_CALL = re.compile(
    r"(?<![\w:.$@{}-])(?:fn:)?"
    r"(doc|document|doc-available|unparsed-text|unparsed-text-lines|unparsed-text-available)"
    r"(?=\s*\()"
)
_EXPRESSIONS: Final = frozenset({"select", "test", "use", "value", "group-by", "context-item"})
"""Attributes of XSLT instructions that hold an XPath expression; others may have braces."""

_FUNCTIONS: Final = f"""
<xsl:stylesheet version="3.0" xmlns:xsl="{XSLT}" xmlns:{_PREFIX}="{_NAMESPACE}">
  <xsl:param name="{FILES}" as="map({_XS}string, item()?)" select="map {{}}"/>
  <xsl:function name="{_PREFIX}:get" as="item()?">
    <xsl:param name="kind" as="{_XS}string"/>
    <xsl:param name="address" as="{_XS}string"/>
    <xsl:param name="base" as="{_XS}string"/>
    <xsl:variable name="whole" as="{_XS}string"
        select="replace(iri-to-uri(string(resolve-uri($address, $base))), '#.*$', '')"/>
    <xsl:variable name="key" as="{_XS}string" select="$kind || ' ' || $whole"/>
    <xsl:sequence select="if ({_MAP}contains(${FILES}, $key)) then ${FILES}($key)
        else error(QName('{_NAMESPACE}', 'needs'), '{_NEEDS} ' || $key || ' ;')"/>
  </xsl:function>
  <xsl:function name="{_PREFIX}:given" as="item()">
    <xsl:param name="kind" as="{_XS}string"/>
    <xsl:param name="address" as="{_XS}string"/>
    <xsl:param name="base" as="{_XS}string"/>
    <xsl:variable name="found" as="item()?" select="{_PREFIX}:get($kind, $address, $base)"/>
    <xsl:sequence select="if (exists($found)) then $found
        else error(QName('{_ERRORS}', 'FODC0002'),
            'the file ' || $address || ' is not read here')"/>
  </xsl:function>
  <xsl:function name="{_PREFIX}:doc" as="document-node()?">
    <xsl:param name="address" as="{_XS}string?"/>
    <xsl:sequence select="$address ! {_PREFIX}:given('document', ., static-base-uri())"/>
  </xsl:function>
  <xsl:function name="{_PREFIX}:doc-available" as="{_XS}boolean">
    <xsl:param name="address" as="{_XS}string?"/>
    <xsl:sequence select="exists($address ! {_PREFIX}:get('document', ., static-base-uri()))"/>
  </xsl:function>
  <xsl:function name="{_PREFIX}:document" as="node()*">
    <xsl:param name="addresses" as="item()*"/>
    <xsl:sequence select="$addresses ! {_PREFIX}:given('document', string(.),
        string((if (. instance of node()) then base-uri(.) else (), static-base-uri())[1]))"/>
  </xsl:function>
  <xsl:function name="{_PREFIX}:document" as="node()*">
    <xsl:param name="addresses" as="item()*"/>
    <xsl:param name="base" as="node()"/>
    <xsl:sequence select="$addresses ! {_PREFIX}:given('document', string(.),
        string((base-uri($base), static-base-uri())[1]))"/>
  </xsl:function>
  <xsl:function name="{_PREFIX}:unparsed-text" as="{_XS}string?">
    <xsl:param name="address" as="{_XS}string?"/>
    <xsl:sequence select="$address ! {_PREFIX}:given('text', ., static-base-uri())"/>
  </xsl:function>
  <xsl:function name="{_PREFIX}:unparsed-text-lines" as="{_XS}string*">
    <xsl:param name="address" as="{_XS}string?"/>
    <xsl:sequence select="{_PREFIX}:unparsed-text($address) ! tokenize(., '\\r\\n|\\r|\\n')"/>
  </xsl:function>
  <xsl:function name="{_PREFIX}:unparsed-text-available" as="{_XS}boolean">
    <xsl:param name="address" as="{_XS}string?"/>
    <xsl:sequence select="exists($address ! {_PREFIX}:get('text', ., static-base-uri()))"/>
  </xsl:function>
</xsl:stylesheet>
"""


def close(sheet: etree._Element, base: str) -> etree._Element:
    """Return the stylesheet with its reading functions replaced by those of the room.

    ``base`` is the URI of the schema, from which relative addresses start.
    """
    prefixes = {key: uri for key, uri in sheet.nsmap.items() if key is not None}
    made = etree.Element(
        sheet.tag, {str(k): str(v) for k, v in sheet.attrib.items()},
        nsmap={**prefixes, _PREFIX: _NAMESPACE},
    )  # fmt: skip
    if base:
        made.set(f"{{{XML}}}base", base)
    functions = parse_bytes(_FUNCTIONS.encode(), "the functions of the room").getroot()
    for child in (*sheet, *functions):
        made.append(child)
    for element in made.iter(f"{{{XSLT}}}*"):
        if not str(element.get("name")).startswith(f"{_PREFIX}:"):
            _replace(element)
    return made


def needed(text: str) -> tuple[tuple[str, str], ...]:
    """Find the kinds and addresses of the files that stopped rules, in the text of a report."""
    return tuple(dict.fromkeys((kind, address) for kind, address in _NEEDED.findall(text)))


def replace_calls(expression: str) -> str:
    """Replace the calls of reading functions in an XPath expression."""
    parts = _STRING_OR_COMMENT.split(expression)
    return "".join(
        part if number % 2 else _CALL.sub(rf"{_PREFIX}:\1", part)
        for number, part in enumerate(parts)
    )


def _replace(element: etree._Element) -> None:
    for name, value in element.attrib.items():
        if name in _EXPRESSIONS or "{" in str(value):
            element.set(name, replace_calls(str(value)))
