"""A toolkit for scholarly editions in TEI: from a transcription to TEI, HTML and PDF."""

__version__ = "0.1.0"
