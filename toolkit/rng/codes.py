"""The finding codes of RELAX NG validation, with what each means."""

from toolkit.findings import Severity, code

ELEMENT = code(
    "RNG001",
    Severity.ERROR,
    """An element stands where the schema does not allow it.

    Each element of TEI has a content model: which elements may stand in it, in which order and how
    often. Move the element, put another around it, or choose an element that is allowed here.
    Wrong: ``<lg><div>...</div></lg>``. Right: ``<div><lg>...</lg></div>``.
    """,
)
MISSING_ELEMENT = code(
    "RNG002",
    Severity.ERROR,
    """A required element is missing.

    The element ends, or goes on with what comes later, before everything that it must contain was
    there. Wrong: ``<titleStmt><author>...</author></titleStmt>``. Right: a ``title`` first.
    """,
)
TEXT = code(
    "RNG003",
    Severity.ERROR,
    """Text stands in an element that holds only other elements.

    Only white space is allowed between the elements there. Put the text into an element that
    takes text, such as ``p``. Wrong: ``<div>Chapter one</div>``. Right:
    ``<div><head>Chapter one</head>...</div>``.
    """,
)
ATTRIBUTE = code(
    "RNG004",
    Severity.ERROR,
    """An element has an attribute that the schema does not allow on it.

    The name may be misspelt (names distinguish capitals from small letters), or the attribute may
    belong to another element, or exclude another one that is given.
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

    The message says what is allowed: one of a list of values, or a kind of value such as a date or
    a pointer. Wrong: ``<date when="18 March 1848">``. Right: ``<date when="1848-03-18">``.
    """,
)
CONTENT_VALUE = code(
    "RNG007",
    Severity.ERROR,
    """The text of an element is not one that the schema allows.

    Some elements hold a value, such as a number or a date, and not free text.
    """,
)
UNKNOWN_ELEMENT = code(
    "RNG008",
    Severity.ERROR,
    """An element is not one of the schema.

    Its name may be misspelt (names distinguish capitals from small letters), or it may come from
    another vocabulary or another version of TEI, or from a module the schema leaves out.
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

    An identifier must be unique in its document, since pointers would not know which one is meant.
    The message names the place of the first.
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
    """The file is not well-formed XML, and is not read beyond this place.

    A tag may not be closed, an ampersand not be written as ``&amp;``, or the encoding not be the
    one that is declared.
    """,
)
ENTITY = code(
    "XML002",
    Severity.WARNING,
    """An entity is not declared in the document itself, or stands for another file.

    It may be declared in an external DTD. Neither that nor other files are read through an entity,
    so that what they hold is not checked. Write the character itself, declare the entity in the
    document, or include the other file by ``xi:include``.
    """,
)
REFUSED = code(
    "XML003",
    Severity.ERROR,
    """The file is refused because reading it would take unbounded time or memory.

    Entities that expand to very much text, or elements nested thousands deep, are not found in
    editions; they are how a document attacks the machine that reads it.
    """,
)
TOO_MANY = code(
    "XML004",
    Severity.INFO,
    """There are more findings in the file than are shown.

    The others show up as soon as the first ones are mended, or with a higher limit.
    """,
)
INCLUSION = code(
    "XIN001",
    Severity.ERROR,
    """An XInclude cannot be carried out.

    The file it names is missing, not XML, outside this machine, or includes itself, and there is
    no ``xi:fallback``.
    """,
)
