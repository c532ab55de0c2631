"""Encode: a document and what was accepted about it become a TEI tree."""
