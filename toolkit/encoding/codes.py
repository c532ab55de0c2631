"""Finding codes of encoding."""

from toolkit.findings import Severity, code

NO_TITLE = code(
    "ENC001",
    Severity.INFO,
    """A text has no title.

    Why: pages, citations and catalogues call a text by its title. The first words of the text take
    its place.
    Right: put a line "Title: ..." at the head of the transcription, or a heading above the text, or
    title = "..." into NAME.toml beside it.
    """,
)
