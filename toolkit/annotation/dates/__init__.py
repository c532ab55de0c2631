"""Dates and times of a text, with their values in att.datable (Guidelines: CONADA, NDDATE)."""

from toolkit.annotation.dates.annotator import annotator, dates
from toolkit.annotation.dates.conventions import Conventions

__all__ = ["Conventions", "annotator", "dates"]
