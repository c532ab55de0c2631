"""Scholarly editions in TEI: from a transcription to TEI, HTML and PDF.

``encode``, ``check`` and ``render`` are the whole interface that most programs need. Importing
this package is cheap: each function loads what it needs when it is called.
"""

__version__ = "0.1.0"

from toolkit.api import check, encode, render

__all__ = ["__version__", "check", "encode", "render"]
