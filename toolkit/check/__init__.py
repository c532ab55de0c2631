"""Checking: what is wrong with a TEI document, and where; nothing is mended.

``check`` is the whole of it for one document, a file or bytes in memory.
"""

from toolkit.check.run import Checked, Part, check

__all__ = ["Checked", "Part", "check"]
