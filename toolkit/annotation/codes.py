"""Finding codes of annotation."""

from toolkit.findings import Severity, code

NOTE_WITHOUT_MARKER = code(
    "NOT001",
    Severity.WARNING,
    """A note has no marker in the text.

    Why: readers cannot tell which words it belongs to. It is encoded as a paragraph in its place.
    Right: put its marker into the text, or remove the note from the transcription.
    """,
)
MARKER_WITHOUT_NOTE = code(
    "NOT002",
    Severity.WARNING,
    """A marker in the text has no note.

    Why: the note may have been lost in transcription. The marker stays in the text.
    Right: add the note, or remove the marker.
    """,
)
DUPLICATE_NOTE = code(
    "NOT003",
    Severity.WARNING,
    """Two notes share a marker that occurs only once in the text.

    Why: readers cannot tell which note is meant. The second note is encoded as a paragraph in its
    place.
    Right: renumber the notes, or put the second marker into the text.
    """,
)
NOTE_OUT_OF_ORDER = code(
    "NOT004",
    Severity.INFO,
    """The marker of a note precedes the marker of the note before it.

    Why: notes are usually numbered in the order of the text; one of the markers may be misread.
    Right: compare the two markers with the source.
    """,
)
CONVENTION = code(
    "CNV001",
    Severity.INFO,
    """Signs in the text are those of the transcriber.

    Why: words between underscores, or letters in brackets, are used so consistently that they stand
    for italics, supplied letters, gaps. They are encoded as such; readers do not see the signs.
    Right: nothing to do; docs/transcribing.md lists the conventions. If the signs are words of the
    text, set conventions = false under [annotators] in edition.toml.
    """,
)
