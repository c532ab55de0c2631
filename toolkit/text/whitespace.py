"""Space: which characters are white space between words, and which are text."""

import re
from typing import Final

SPACE: Final = " \t\n\r\f"
"""The white space that may be exchanged: that of XML, and the form feed, which breaks a page.

Every other space of Unicode (a no-break space, say) was typed on purpose and is a character.
"""

_SEVERAL: Final = re.compile(" {2,}")


def collapsed(text: str) -> str:
    """The text with every run of white space as one space, those at its ends too."""
    for char in SPACE[1:]:
        text = text.replace(char, " ")
    return _SEVERAL.sub(" ", text)
