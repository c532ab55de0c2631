"""Let the rules of a schema read other files, but only those of a closed room.

The XSLT processor itself can read nothing. Calls of ``doc()``, ``document()``, ``unparsed-text()``
and the like are replaced by functions of the stylesheet that look a file up in a map. A file that
is not in the map yet stops the rule with the file's address; the runner then reads it through the
room and runs the rules again. What a replacement does not catch finds the processor closed.
"""

import re
from pathlib import Path
from typing import Final

from lxml import etree

from toolkit.namespaces import XML, XSLT
from toolkit.trees import parse_bytes

FILES: Final = "tei-toolkit-files"
"""The stylesheet parameter with the files read so far, by kind and address."""

_NAMESPACE: Final = "urn:tei-toolkit:room"
_PREFIX: Final = "tei-toolkit-room"
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

_FUNCTIONS: Final = Path(__file__).with_name("room.xsl")


def close_stylesheet(sheet: etree._Element, base: str) -> etree._Element:
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
    functions = parse_bytes(_FUNCTIONS.read_bytes(), _FUNCTIONS.name).getroot()
    for child in (*sheet, *functions):
        made.append(child)
    for element in made.iter(f"{{{XSLT}}}*"):
        if not str(element.get("name")).startswith(f"{_PREFIX}:"):
            _replace(element)
    return made


def find_needed_files(text: str) -> tuple[tuple[str, str], ...]:
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
