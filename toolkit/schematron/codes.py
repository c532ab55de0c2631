"""Finding codes of Schematron validation."""

from toolkit.findings import Severity, code

RULE = code(
    "SCH001",
    Severity.ERROR,
    """A Schematron rule of the schema is broken.

    Schematron rules say what a content model cannot: that a pointer must point backwards, or that
    two attributes exclude each other. The message is the one that the schema gives.
    """,
)
RULE_FAILED = code(
    "SCH002",
    Severity.WARNING,
    """A Schematron rule could not be evaluated here.

    Its XPath expression stopped with an error on this node, so nothing is known of what it asks.
    """,
)
