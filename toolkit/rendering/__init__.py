"""Render: from a TEI tree to a view, and from the view to HTML and PDF."""
