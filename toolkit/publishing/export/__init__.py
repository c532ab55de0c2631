"""Export: texts and what is marked in them, in formats that other programs read."""
