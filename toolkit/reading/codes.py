"""Finding codes of reading."""

from toolkit.findings import Severity, code

ENCODING_DETECTED = code(
    "SRC001",
    Severity.WARNING,
    """A transcription is not UTF-8, so its encoding was guessed.

    Why: a wrong guess corrupts accented letters silently.
    Right: inspect such letters in the result, and save the transcription as UTF-8.
    """,
)
