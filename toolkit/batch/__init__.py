"""Corpus: many files at once."""
