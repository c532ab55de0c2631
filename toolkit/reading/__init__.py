"""Read: a source becomes a ``Document``, a base text with what is known about it."""
