"""A statement of a transcriber: the signs in the text, and the element they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from toolkit.text import Annotation, Span

SIGN: Final = "sign"
"""The ``@type`` of an ``fw`` that holds a sign of the transcriber."""

EDGE: Final = "edge"
"""The ``@type`` of an ``fw`` that holds a stroke at the edge of a line, outside the text."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What signs of one convention say at one place.

    ``kind`` names the convention for the report; ``signs`` are the characters that are no text.
    """

    kind: str
    annotations: tuple[Annotation, ...]
    signs: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """The stretch from the first to the last character concerned."""
        spans = (*self.signs, *(annotation.span for annotation in self.annotations))
        return Span(min(s.start for s in spans), max(s.end for s in spans))

    def annotate(self) -> Iterator[Annotation]:
        """Yield the elements, and an ``fw`` for each sign."""
        yield from self.annotations
        for sign in self.signs:
            kind = EDGE if self.kind == EDGE else SIGN
            yield Annotation(sign, "fw", (("type", kind),), rule=self.kind)


def is_sign(annotation: Annotation) -> bool:
    """Whether an annotation is the ``fw`` of a transcriber's sign within the running text."""
    return annotation.element == "fw" and annotation.get("type") == SIGN
