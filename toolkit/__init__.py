"""A toolkit for scholarly editions in TEI: from a transcription to TEI, HTML and PDF.

``encode``, ``check`` and ``render`` are both functions of this package and names of its parts.
The parts are imported first, so that the functions are what ``from toolkit import encode`` gives
whatever else was imported before; what they need is loaded when they are called.
"""

__version__ = "0.1.0"

import toolkit.check
import toolkit.encode
import toolkit.render  # noqa: F401
from toolkit.api import Rendered, check, encode, render

__all__ = ["Rendered", "__version__", "check", "encode", "render"]
