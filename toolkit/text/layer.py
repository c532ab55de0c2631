"""Layers of annotations, each of one origin and in the order of the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.text.annotation import Annotation


@dataclass(frozen=True, slots=True)
class Layer:
    """The annotations of one annotator or one editor, in document order.

    Of annotations that start together the longest comes first, so that an element comes before
    those inside it.
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
        """Yield the annotations with one of these element names."""
        return (a for a in self.annotations if a.element in elements)


def merge(name: str, layers: Iterable[Layer]) -> Layer:
    """Merge the annotations of several layers into one."""
    return Layer(name, tuple(a for layer in layers for a in layer))
