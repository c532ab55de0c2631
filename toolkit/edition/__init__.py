"""The edition: its settings and its authority lists, the project around the single texts."""

from toolkit.edition.authority import Entry, Kind
from toolkit.edition.settings import Edition, Responsible

__all__ = ["Edition", "Entry", "Kind", "Responsible"]
