"""Finding codes of decisions."""

from toolkit.findings import Severity, code

DECISION_WITHOUT_PLACE = code(
    "DEC001",
    Severity.WARNING,
    """A decision refers to words that are no longer in the text.

    Why: the words, or too much of the text around them, have changed. The decision stays in the
    ledger and has no effect.
    Right: decide again, if there is still something to decide.
    """,
)
DECISION_AMBIGUOUS = code(
    "DEC003",
    Severity.WARNING,
    """A decision could refer to several places in the text.

    Why: the same words occur in the same context more or less often than when the decision was
    made. The decision stays in the ledger and has no effect.
    Right: decide again on each of the places.
    """,
)
PROPOSAL_WAITS = code(
    "DEC002",
    Severity.INFO,
    """A proposed correction waits for an editor's decision.

    Why: it is not certain enough to be applied automatically. The text is encoded as transcribed.
    Right: accept, change or reject it; the ledger of the edition keeps the decision.
    """,
)
NOT_A_DECISION = code(
    "DEC005",
    Severity.WARNING,
    """A change in the edited TEI file cannot be kept as a decision.

    Why: a decision is about words of the transcription. Anything else (a note by the editor, an
    element of another namespace, the header) would be lost at the next encoding.
    Right: record it where the edition keeps it: the transcription, edition.toml, the authority
    lists.
    """,
)
DECISION_ON_NO_TEXT = code(
    "DEC004",
    Severity.WARNING,
    """A decision refers to a text that the edition does not have.

    Why: the transcription was renamed or removed. The decision has no effect.
    Right: restore the name of the transcription, or withdraw the decision.
    """,
)
LEDGER_UNFINISHED = code(
    "DEC006",
    Severity.WARNING,
    """A line of the ledger is unfinished, so its decision has no effect.

    Why: the program was interrupted while saving (power cut, full disk), or the line was edited by
    hand. The next save moves it to a file beside the ledger; it is never deleted.
    Right: complete the line in the ledger, or decide again; then delete the file beside it.
    """,
)
