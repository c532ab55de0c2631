"""Finding codes of publishing."""

from toolkit.findings import Severity, code

NO_LETTER = code(
    "PRF451",
    Severity.WARNING,
    """A file has no ``correspDesc`` and is not listed in the index.

    Sender, addressee, place and date are read from ``profileDesc/correspDesc``. Guidelines: HD4.
    """,
)
UNKNOWN = code(
    "PRF452",
    Severity.WARNING,
    """A sender or addressee could not be copied to the index and is listed as Unknown.

    An index names persons and organisations. Other senders and addressees are described in words
    (a letter to "all soldiers") or not named at all. CMIF documentation, names.
    """,
)
NOT_IDENTIFIED = code(
    "PRF453",
    Severity.WARNING,
    """A person or place has no authority identifier, so no search will find the letter.

    Add the identifier to the entry of the authority list, as ``idno`` with the type gnd, viaf,
    wikidata or geonames. CMIF documentation, names.
    """,
)
DATE_LEFT_OUT = code(
    "PRF454",
    Severity.WARNING,
    """A date was left out because an index cannot express it.

    A date has when, from, to, notBefore or notAfter, as a year, a month or a day. CMIF
    documentation, dates.
    """,
)
MISSING = code(
    "PRF455",
    Severity.ERROR,
    """A required statement about the index is missing.

    An index has a title, an editor with an e-mail address, a publisher with a link, an address, a
    date and a reference to the edition. CMIF documentation, ``fileDesc``.
    """,
)
LICENCE = code(
    "PRF456",
    Severity.ERROR,
    """correspSearch does not accept the licence of the index.

    An index is published under CC BY 4.0 or CC0, whatever the licence of the edition. CMIF
    documentation, licence.
    """,
)
