"""Space: which characters are white space between words, and which are text."""

from typing import Final

SPACE: Final = " \t\n\r\f"
"""The white space that may be exchanged: that of XML, and the form feed, which breaks a page.

Every other space of Unicode (a no-break space, say) was typed on purpose and is a character.
"""
