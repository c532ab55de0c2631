"""White space between words, as opposed to spaces that are characters of the text."""

import re
from typing import Final

SPACE: Final = " \t\n\r\f"
"""Interchangeable white space: that of XML, and the form feed, which breaks a page.

Every other space of Unicode (such as a no-break space) was typed on purpose and is a character.
"""

BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n")
"""Matches the end of a paragraph: line feeds with at most white space between them."""

_SEVERAL: Final = re.compile(" {2,}")


def collapsed(text: str) -> str:
    """Replace every run of white space with one space, at the ends of the text too."""
    for char in SPACE[1:]:
        text = text.replace(char, " ")
    return _SEVERAL.sub(" ", text)
