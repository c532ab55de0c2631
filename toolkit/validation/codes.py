"""Finding codes of validation, apart from RELAX NG and Schematron."""

from toolkit.findings import Severity, code

SCHEMA_UNKNOWN = code(
    "SCM001",
    Severity.INFO,
    """The schema that the document names is not available on this machine.

    The document was checked against TEI P5 as a whole instead. Download the schema and add it with
    ``tei schema add FILE --address URL``; checking never downloads anything.
    """,
)
NO_ELEMENT = code(
    "PTR001",
    Severity.ERROR,
    """A pointer into the document has no target: no element has that ``xml:id``.

    Wrong: ``<rdg wit="#K">`` without ``<witness xml:id="K">``. Right: correct the pointer, or add
    the element it points to. Guidelines: SAXP.
    """,
)
NO_ELEMENTS = code(
    "PTR004",
    Severity.WARNING,
    """None of the identifiers that an attribute points to is in the document.

    They are probably those of another file of the project, such as its list of witnesses or of
    persons. Check the document with that file: ``tei check --with persons.xml letter.xml``. As
    soon as one of them is found, each of the others is an error (PTR001). Guidelines: SAXP.
    """,
)
NO_FILE = code(
    "PTR002",
    Severity.WARNING,
    """A pointer names a file that does not exist beside the document.

    A relative address is resolved from the folder of the document (or from ``xml:base``). A
    pointer to an element of the same document begins with ``#``. Guidelines: SAXP.
    """,
)
NO_ELEMENT_ELSEWHERE = code(
    "PTR003",
    Severity.WARNING,
    """A pointer into another file has no target there: no element has that ``xml:id``.

    Correct the pointer, or add the element to the file it names. Guidelines: SAXP.
    """,
)
TEXT_DIFFERS = code(
    "FID001",
    Severity.ERROR,
    """The TEI file does not have the characters of its transcription.

    Why: text was lost, added or altered outside ``choice``, where nobody would notice.
    Right: encode again, or mark the change as ``choice`` with the reading of the transcription.
    """,
)
