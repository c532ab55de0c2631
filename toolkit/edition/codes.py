"""Finding codes of editions."""

from toolkit.findings import Severity, code

NO_EDITOR = code(
    "EDI001",
    Severity.INFO,
    """The settings of an edition name no editor.

    Why: without a publisher or an editor, the header of each text has "unpublished" as the
    authority that is responsible for it.
    Right: editors = [{ name = "...", role = "editor" }] in the table [edition] of edition.toml.
    """,
)

NO_LICENCE = code(
    "EDI002",
    Severity.INFO,
    """The settings of an edition name no licence.

    Why: nobody may reuse a text without a licence, and archives refuse it.
    Right: licence = "CC-BY-4.0", or another, in the table [edition] of edition.toml.
    """,
)
