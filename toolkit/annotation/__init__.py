"""Annotate: proposals about spans of the text, by rules, lists and models."""
