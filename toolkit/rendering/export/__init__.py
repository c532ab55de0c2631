"""Text and annotations in formats that other programs read."""
