"""Dates and times of a text, with their values in att.datable (Guidelines: CONADA, NDDATE)."""

from toolkit.annotate.dates.annotator import annotator, dates
from toolkit.annotate.dates.conventions import Conventions

__all__ = ["Conventions", "annotator", "dates"]
