"""Layers: the annotations of one origin, in the order of the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.text.annotation import Annotation


@dataclass(frozen=True, slots=True)
class Layer:
    """The annotations that one annotator (or one editor) made, in document order.

    Annotations that start together are ordered longest first, so that what may contain
    comes before what may be contained.
    """

    name: str
    annotations: tuple[Annotation, ...] = ()

    def __post_init__(self) -> None:
        ordered = sorted(self.annotations, key=lambda a: (a.span.start, -a.span.end))
        object.__setattr__(self, "annotations", tuple(ordered))

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self.annotations)

    def __len__(self) -> int:
        return len(self.annotations)

    def of(self, *elements: str) -> Iterator[Annotation]:
        """The annotations with one of these element names."""
        return (a for a in self.annotations if a.element in elements)


def merge(name: str, layers: Iterable[Layer]) -> Layer:
    """One layer with the annotations of all."""
    return Layer(name, tuple(a for layer in layers for a in layer))
