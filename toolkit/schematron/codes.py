"""Finding codes of Schematron validation."""

from toolkit.findings import Severity, code

RULE = code(
    "SCH001",
    Severity.ERROR,
    """The document breaks a Schematron rule of the schema.

    Schematron rules express what a content model cannot: a pointer must point backwards, or two
    attributes exclude each other. The message comes from the schema.
    """,
)
RULE_FAILED = code(
    "SCH002",
    Severity.WARNING,
    """A Schematron rule could not be evaluated here.

    Its XPath expression failed on this node, so the rule was not checked.
    """,
)
