"""Validation: the findings in a TEI document, with their places. Nothing is corrected.

``toolkit.validation.run.check`` runs all parts of it over one document, a file or bytes.
"""
