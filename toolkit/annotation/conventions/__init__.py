"""The signs of transcribers: emphasis, gaps, doubtful readings, pictures, notes in the margin.

``emphasis`` knows the signs that come in pairs (``_italic_``), ``readings`` what brackets say
about a word (``[illegible]``, ``yo[u]``), ``inserts`` the brackets on lines of their own
(``[Illustration: a ship]``). A sign counts only if the text proves that it is one. It stays in the
text as ``fw`` of the type ``sign``, which reading views leave out.
"""

from toolkit.annotation.conventions.annotator import annotate
from toolkit.annotation.protocol import Annotator

conventions = Annotator("conventions", annotate, after=("notes",))

__all__ = ["annotate", "conventions"]
