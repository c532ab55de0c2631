"""Spans of the base text, to which annotations refer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of the base text: ``start`` is inside, ``end`` is outside.

    Offsets count Unicode code points from 0 in the text as read, without normalisation.
    An empty span is a point: TEI ``lb``, ``pb``, ``anchor``. Guidelines: SASO.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Return True, for a point too; ``len(span)`` is 0 for a point."""
        return True

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def shift(self, offset: int) -> "Span":
        """Return the span moved by ``offset`` code points."""
        return Span(self.start + offset, self.end + offset)

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` is inside this span; a point at either end is."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def crosses(self, other: "Span") -> bool:
        """Whether the two spans overlap and neither contains the other."""
        return self.overlaps(other) and not self.contains(other) and not other.contains(self)
