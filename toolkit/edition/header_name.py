"""Names that an editor sets for the header of a text, with identifiers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeaderName:
    """A person, organisation or place in the header; ``ref`` has addresses, space-separated."""

    name: str
    ref: str = ""
