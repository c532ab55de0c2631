"""The topics of language data: which files the folder of a language may have."""

import importlib
from importlib.util import find_spec
from typing import Any, Final

TOPICS: Final = (
    ("language", "Traits"),
    ("metadata", "Metadata"),
    ("structure", "Structure"),
    ("notes", "Notes"),
    ("transcription", "Transcription"),
    ("dates", "Dates"),
    ("names", "Names"),
    ("errors", "Errors"),
    ("words", "Words"),
)
"""A module of this package, which names the file too, and the dataclass of the topic in it."""


def load_topics() -> dict[str, type[Any]]:
    """Import the dataclasses of all topics, by the names of their modules."""
    return {
        name: getattr(importlib.import_module(f"toolkit.languages.{name}"), value)
        for name, value in TOPICS
        if find_spec(f"toolkit.languages.{name}")
    }
