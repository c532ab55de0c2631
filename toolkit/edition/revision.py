"""A revision: an editor's changes to the encoding of a text on one day (HD6)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    """One ``change`` of the ``revisionDesc``: by an editor (an id), on a day (ISO 8601)."""

    who: str
    when: str
    words: str
