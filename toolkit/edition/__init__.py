"""The edition: its settings and its authority lists, the project around the single texts."""

from toolkit.edition.authority import Entry, Kind
from toolkit.edition.edition import Edition, Responsible
from toolkit.edition.edition_text import EditionText

__all__ = ["Edition", "EditionText", "Entry", "Kind", "Responsible"]
