"""Finding codes of the ODD processor."""

from toolkit.findings import Finding, Place, Severity, code

UNKNOWN = code(
    "ODD001",
    Severity.ERROR,
    """An ODD refers to a module, element, class, macro or datatype that its source does not have.

    The reference is ignored. Usually the name is misspelt or belongs to another release of TEI.
    """,
)
NOT_SELECTED = code(
    "ODD002",
    Severity.WARNING,
    """An ODD changes, replaces or deletes something that it does not select.

    The specification has no effect. Select the module or the element, or drop the specification.
    """,
)
DUPLICATE = code(
    "ODD003",
    Severity.ERROR,
    """An ODD adds something that already exists, or declares it twice.

    The later specification is used. To modify an existing one, use mode="change" or
    mode="replace".
    """,
)
DANGLING = code(
    "ODD004",
    Severity.WARNING,
    """A content model of the ODD refers to something that the schema does not have.

    The reference is left out of the content model, which may then allow less, or require less.
    """,
)
CIRCULAR = code(
    "ODD005",
    Severity.ERROR,
    """Classes, macros or datatypes refer to themselves, directly or through others.

    Such a definition never ends; the reference that closes the circle is left out.
    """,
)
AMBIGUOUS = code(
    "ODD006",
    Severity.ERROR,
    """Two things in the schema have the same name, so a reference is ambiguous.

    They are two elements of one name in one namespace that can occur in the same element, or an
    element and a class with the same ident.
    """,
)
OTHER_RELEASE = code(
    "ODD007",
    Severity.WARNING,
    """The ODD asks for another release of TEI P5 than the one that is built in.

    The built-in release is used; nothing is downloaded. To use the other one, name its
    ``p5subset.xml``, or the output of ``tei odd import``, as the source.
    """,
)
NO_ATTRIBUTE = code(
    "ODD008",
    Severity.WARNING,
    """An ODD changes, replaces or deletes an attribute that the element or class does not have.

    A change or deletion has no effect; a replacement adds the attribute. The attribute may have
    moved to another class, or may have been renamed.
    """,
)
NO_START = code(
    "ODD009",
    Severity.ERROR,
    """The schema starts with an element that it does not have.

    No document can be valid against it. Select the element, or name another one in @start.
    """,
)
NO_CLASS = code(
    "ODD010",
    Severity.WARNING,
    """An element or class of the ODD is a member of a class that the schema does not have.

    The membership is left out.
    """,
)
UNSATISFIABLE = code(
    "ODD011",
    Severity.WARNING,
    """An element can never be valid: its content requires something that the schema leaves out.

    Usually a required element or the last member of a required class was deleted.
    """,
)
NO_MODE = code(
    "ODD012",
    Severity.WARNING,
    """A list of values in a changed attribute has no @mode and therefore no effect.

    The TEI Stylesheets ignore such a list. This processor does the same, so both produce the same
    schema. Set mode="add" or mode="replace" on valList.
    """,
)
NO_GRAMMAR = code(
    "ODD013",
    Severity.ERROR,
    """An ODD includes a RELAX NG grammar that cannot be used.

    It is left out. A grammar must be a complete local file; nothing is downloaded.
    """,
)
LOST = code(
    "ODD014",
    Severity.WARNING,
    """An element requires another one that the schema leaves out.

    The requirement is dropped with the reference, so the element allows content that TEI forbids.
    Select the required element, delete the one that needs it, or give it another content model.
    """,
)


def place_of_spec(file: str, line: int, ident: str = "") -> Place:
    """Return the place of a specification; ``ident`` is its name."""
    return Place(file, line or None, path=ident)


__all__ = [
    "AMBIGUOUS",
    "CIRCULAR",
    "DANGLING",
    "DUPLICATE",
    "LOST",
    "NOT_SELECTED",
    "NO_ATTRIBUTE",
    "NO_CLASS",
    "NO_GRAMMAR",
    "NO_MODE",
    "NO_START",
    "OTHER_RELEASE",
    "UNKNOWN",
    "UNSATISFIABLE",
    "Finding",
    "place_of_spec",
]
