"""Read a source into a ``Document``: a base text with its metadata."""
