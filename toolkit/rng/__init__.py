"""RELAX NG: grammars, and validation of documents as they are read."""

from toolkit.rng.grammar import Grammar
from toolkit.rng.load import load
from toolkit.rng.validator import validate

__all__ = ["Grammar", "load", "validate"]
