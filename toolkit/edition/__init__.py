"""The edition: its settings and its authority lists, the project around the single texts."""

from toolkit.edition.authority import Entry, Kind
from toolkit.edition.edition_text import EditionText
from toolkit.edition.settings import Edition, Responsible

__all__ = ["Edition", "EditionText", "Entry", "Kind", "Responsible"]
