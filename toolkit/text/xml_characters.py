"""Characters: which of them XML cannot hold."""

import re
from typing import Final

NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that is none in XML 1.0 (section 2.2)."""


def foreign_to_xml(text: str) -> frozenset[str]:
    """The characters of a text that XML cannot hold; the form feed, white space to us, left out."""
    return frozenset(NOT_XML.findall(text)) - {"\f"}
