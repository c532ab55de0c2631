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

MOJIBAKE = code(
    "SRC002",
    Severity.WARNING,
    """A transcription has characters that come from reading UTF-8 in another encoding.

    Why: "cafÃ©" is not what the source has, and no rule about words can judge it.
    Right: convert the file back, or open the original as UTF-8 and save it anew.
    """,
)
MARKUP_IN_TEXT = code(
    "SRC003",
    Severity.WARNING,
    """A transcription has tags or entities of HTML or XML, which are taken as text.

    Why: the edition would show "<i>" and "&amp;" to its readers.
    Right: export the source as plain text, and put characters in the place of entities.
    """,
)
MARKDOWN_IN_TEXT = code(
    "SRC004",
    Severity.WARNING,
    """A transcription is written in Markdown, whose signs are taken as text.

    Why: the edition would show signs such as "#" and link targets to its readers.
    Right: convert the file to plain text.
    """,
)
OTHER_SCRIPT = code(
    "SRC005",
    Severity.WARNING,
    """A text is written in another script than its language.

    Why: the words, dates and names of the language cannot be found in it.
    Right: name the language of the text, with its script if it is a transliteration.
    """,
)
