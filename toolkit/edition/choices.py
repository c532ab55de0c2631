"""Choices: the settings of an edition that have a fixed list of values, each as an enumeration."""

import enum


class ViewName(enum.StrEnum):
    """A view of a text: the reading text of the editor, or the text as the source has it."""

    READING = "reading"
    DIPLOMATIC = "diplomatic"


class Calendar(enum.StrEnum):
    """The calendar of the dates in a text."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"


class NotePlace(enum.StrEnum):
    """Where a note is encoded: at its marker, or in the back matter."""

    ANCHOR = "anchor"
    BACK = "back"


class TitlePlace(enum.StrEnum):
    """Whether a title such as "Dr." is encoded inside the name or before it."""

    INSIDE = "inside"
    OUTSIDE = "outside"


class PageFormat(enum.StrEnum):
    """The page of a PDF; ``book`` is 6 by 9 inches with inner and outer margins."""

    A4 = "a4"
    A5 = "a5"
    US_LETTER = "us-letter"
    BOOK = "book"


class Apparatus(enum.StrEnum):
    """Where a PDF prints the apparatus: at the foot of each page, or in a list at the end."""

    FOOT = "foot"
    END = "end"


class Facsimiles(enum.StrEnum):
    """Where a PDF prints pictures of the pages of the source."""

    END = "end"
    BETWEEN = "between"
    NONE = "none"


class LineNumbers(enum.StrEnum):
    """Whether a PDF numbers lines; ``auto`` does if an apparatus refers to them."""

    AUTO = "auto"
    PAGE = "page"
    NONE = "none"


class TitlePage(enum.StrEnum):
    """Whether a PDF has a title page; ``auto`` makes one for long texts."""

    AUTO = "auto"
    YES = "yes"
    NO = "no"
