"""Publish: results are written, whole or not at all, and never over somebody's own work."""
