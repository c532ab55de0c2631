"""Annotations: one statement about one span, by whom, and how sure."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from toolkit.text.span import Span

ALTERNATIVES: Mapping[str, str] = MappingProxyType({"sic": "corr", "orig": "reg", "abbr": "expan"})
"""The elements with the source's reading in a ``choice``, and the editor's counterparts (COED)."""

Attributes = tuple[tuple[str, str], ...]


class Cert(enum.StrEnum):
    """The certainty of a statement; the values of TEI's ``@cert`` (teidata.certainty)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNKNOWN = "unknown"

    @property
    def rank(self) -> int:
        """3 for high, 2 for medium, 1 for low, 0 for unknown."""
        return 3 - list(Cert).index(self)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A statement that a stretch of the text is an instance of a TEI element.

    - ``element``: local name of the TEI element; ``sic`` for an error, ``orig`` for what is
      normalised, ``abbr`` for an abbreviation.
    - ``attributes``: its attributes as pairs, by TEI name (``xml:id``, ``xml:lang`` with prefix).
    - ``alternative``: the editor's text beside the source in a ``choice`` (``corr`` beside
      ``sic``); ``""`` deletes, ``None`` proposes nothing. Guidelines: COED.
    - ``anchor``: where the element stands, if elsewhere than its text: the marker of a note.
    - ``origin``: who or what says so, the name of an annotator or of an editor; ``rule``: which of
      its rules; ``reason``: why, in words for an editor.
    - ``cert``: how sure.
    """

    span: Span
    element: str
    attributes: Attributes = ()
    alternative: str | None = None
    anchor: Span | None = None
    origin: str = ""
    rule: str = ""
    reason: str = ""
    cert: Cert = Cert.HIGH

    def __post_init__(self) -> None:
        if not self.element or ":" in self.element or "{" in self.element:
            raise ValueError(f"an annotation needs the local name of an element: {self.element!r}")
        if self.alternative is not None and self.element not in ALTERNATIVES:
            raise ValueError(f"only {', '.join(ALTERNATIVES)} have an alternative: {self.element}")
        names = [name for name, _ in self.attributes]
        if len(names) != len(set(names)):
            raise ValueError(f"an attribute is given twice: {names}")

    @property
    def place(self) -> Span:
        """The place of the element in the running text: for a note, its marker."""
        return self.anchor or self.span

    def get(self, name: str, default: str = "") -> str:
        """The value of one attribute."""
        return next((value for key, value in self.attributes if key == name), default)

    def with_attributes(self, **changes: str) -> "Annotation":
        """The same statement with attributes added or changed; ``xml_id`` means ``xml:id``."""
        merged = dict(self.attributes)
        for name, value in changes.items():
            merged[name.replace("xml_", "xml:", 1)] = value
        return replace(self, attributes=tuple(merged.items()))
