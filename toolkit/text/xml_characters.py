"""The characters that XML cannot hold."""

import re
from typing import Final

NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Matches a character that XML 1.0 does not allow (section 2.2)."""


def foreign_to_xml(text: str) -> frozenset[str]:
    """Return the characters that XML cannot hold, except the form feed, which is white space."""
    return frozenset(NOT_XML.findall(text)) - {"\f"}
