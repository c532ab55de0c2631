"""Finding codes of RELAX NG validation."""

from toolkit.findings import Severity, code

ELEMENT = code(
    "RNG001",
    Severity.ERROR,
    """An element is not allowed in this place.

    The content model of a TEI element defines which elements it may contain, in which order and
    how often. Move the element, put another around it, or choose an element that is allowed here.
    Wrong: ``<lg><div>...</div></lg>``. Right: ``<div><lg>...</lg></div>``.
    """,
)
MISSING_ELEMENT = code(
    "RNG002",
    Severity.ERROR,
    """A required element is missing.

    The element ends, or continues with later content, before all required content has appeared.
    Wrong: ``<titleStmt><author>...</author></titleStmt>``. Right: a ``title`` first.
    """,
)
TEXT = code(
    "RNG003",
    Severity.ERROR,
    """Text occurs in an element that may contain only other elements.

    Only white space is allowed between the elements there. Put the text into an element that takes
    text, such as ``p``. Wrong: ``<div>Chapter one</div>``. Right: ``<div><head>Chapter
    one</head>...</div>``.
    """,
)
ATTRIBUTE = code(
    "RNG004",
    Severity.ERROR,
    """An element has an attribute that the schema does not allow on it.

    The name may be misspelt (names are case-sensitive), or the attribute may belong to another
    element or exclude another attribute of this one.
    """,
)
MISSING_ATTRIBUTE = code(
    "RNG005",
    Severity.ERROR,
    """A required attribute is missing.

    Wrong: ``<graphic/>``. Right: ``<graphic url="page1.png"/>``.
    """,
)
ATTRIBUTE_VALUE = code(
    "RNG006",
    Severity.ERROR,
    """The value of an attribute is not one that the schema allows.

    The message names the allowed values, or the kind of value, such as a date or a pointer. Wrong:
    ``<date when="18 March 1848">``. Right: ``<date when="1848-03-18">``.
    """,
)
CONTENT_VALUE = code(
    "RNG007",
    Severity.ERROR,
    """The text of an element is not one that the schema allows.

    Some elements contain a value, such as a number or a date, and not free text.
    """,
)
UNKNOWN_ELEMENT = code(
    "RNG008",
    Severity.ERROR,
    """The schema has no element of this name.

    Its name may be misspelt (names are case-sensitive), or it may come from another vocabulary or
    another version of TEI, or from a module the schema leaves out.
    """,
)
NAMESPACE = code(
    "RNG009",
    Severity.ERROR,
    """An element is in the wrong namespace.

    The schema has an element of that name, but in another namespace. TEI elements are in
    ``http://www.tei-c.org/ns/1.0``: write ``<TEI xmlns="http://www.tei-c.org/ns/1.0">``.
    """,
)
DUPLICATE_ID = code(
    "RNG020",
    Severity.ERROR,
    """Two elements have the same ``xml:id``.

    An identifier must be unique in its document; otherwise pointers are ambiguous. The message
    names the place of the first.
    """,
)
UNKNOWN_IDREF = code(
    "RNG021",
    Severity.ERROR,
    """An attribute refers to an identifier (IDREF) that no element of the document has.

    Either the reference is misspelt, or the element it refers to is missing.
    """,
)
NOT_WELL_FORMED = code(
    "XML001",
    Severity.ERROR,
    """The file is not well-formed XML and is not read beyond this place.

    A tag may be unclosed, an ampersand not written as ``&amp;``, or the encoding different from
    the declared one.
    """,
)
ENTITY = code(
    "XML002",
    Severity.WARNING,
    """An entity is not declared in the document itself, or refers to a file that is not read.

    It may be declared in an external DTD, which is never read, or be in a file outside the folder
    of the document. Its content was not checked. Write the character itself, declare the entity in
    the document, or allow the folder of the file with ``--allow-files-in``. The first reference to
    an entity is reported.
    """,
)
REFUSED = code(
    "XML003",
    Severity.ERROR,
    """The file was refused because reading it would take unbounded time or memory.

    Editions do not contain entities that expand to huge amounts of text, or elements nested
    thousands deep; a document that does is usually an attack.
    """,
)
TOO_MANY = code(
    "XML004",
    Severity.INFO,
    """There are more findings in the file than are shown.

    Correct the first ones to see the others, or raise the limit.
    """,
)
INCLUSION = code(
    "XIN001",
    Severity.ERROR,
    """An XInclude cannot be resolved.

    The file it names is missing, not XML, outside this machine, or includes itself, and there is
    no ``xi:fallback``.
    """,
)
