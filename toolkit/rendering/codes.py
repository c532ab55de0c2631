"""Finding codes of rendering."""

from toolkit.findings import Severity, code

NO_GLYPH = code(
    "PDF001",
    Severity.WARNING,
    """No available font has a glyph for a character of the text.

    The PDF shows the code point in a box; it is still text that can be searched and copied.
    Install ``tei-toolkit[fonts]`` or a font for the script, or put a font file into the folder
    that ``fonts`` in ``edition.toml`` names.
    """,
)
UNHANDLED = code(
    "XSL001",
    Severity.WARNING,
    """An element has no rendering of its own.

    Its text is shown and highlighted. An edition can add a rule in its own stylesheet.
    """,
)
UNSAFE = code(
    "XSL002",
    Severity.WARNING,
    """A link or image has an address that a page must not follow, such as ``javascript:``.

    The text is shown without the link. Use an ``https:`` address or a path within the edition.
    """,
)
DANGLING = code(
    "XSL003",
    Severity.INFO,
    """A pointer in the text has no target in this file, so the rendering has no link for it.

    Why: readers would have a link that does nothing. Correct the pointer or add the ``xml:id``.
    """,
)
LANGUAGE = code(
    "XSL004",
    Severity.INFO,
    """A value of ``xml:lang`` is not a BCP 47 language tag, so the page declares no language.

    Why: screen readers choose their voice by it. Use a registered code, such as ``grc``.
    """,
)
MESSAGE = code(
    "XSL900",
    Severity.INFO,
    """A stylesheet of the edition issued a message.""",
)
NOT_ARCHIVAL = code(
    "PDF002",
    Severity.WARNING,
    """The PDF does not conform to both PDF/UA-1 and PDF/A-3a.

    Why: archives and screen readers require them. The message names the obstacle in the text.
    """,
)
PLAIN = code(
    "PDF003",
    Severity.WARNING,
    """The layout failed, so the PDF is a plain one: all words in order, without formatting.

    The message comes from the typesetter. The cause may be the edition's own layout, or elements
    nested too deeply for a page.
    """,
)
PICTURE = code(
    "PDF004",
    Severity.WARNING,
    """A picture is missing from the PDF.

    Pictures are PNG, JPEG, GIF, WebP or SVG files in the edition's folder, of 100 million pixels
    at most; nothing is downloaded. A picture that cannot be read is left out, the rest stays.
    """,
)
LEFT_OUT = code(
    "PDF005",
    Severity.ERROR,
    """The layout left out a part of the text.

    Why: the PDF is incomplete. A function of the edition's own layout that makes a paragraph
    (``par``) received a block, such as a list; use ``run`` instead.
    """,
)
