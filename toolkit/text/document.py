"""Documents: a base text, what is known about it, and the layers that speak about it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

from toolkit.text.annotation import Annotation
from toolkit.text.layer import Layer, merge
from toolkit.text.span import Span


@dataclass(frozen=True, slots=True)
class Field:
    """One statement of the metadata block: ``Translated: Yuri Sdobnikov``.

    ``key`` is one of ours (``translator``; see ``read/metadata.py``), or empty when the line was
    not understood; ``label`` is what stood before the colon; ``value`` what followed, with white
    space collapsed; ``span`` covers the whole statement in the base text; ``dates`` are the dates
    in ``value``, with offsets in it.
    """

    key: str
    label: str
    value: str
    span: Span
    dates: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A base text with its layers. The text never changes; a step adds layers.

    ``text`` is what was read, code point for code point, without a byte order mark.
    ``file`` names the source for messages, ``language`` is a BCP 47 tag (``und``: unknown).
    """

    text: str
    file: str = ""
    language: str = "und"
    fields: tuple[Field, ...] = ()
    layers: tuple[Layer, ...] = ()
    _lines: list[int] = field(default_factory=list, init=False, repr=False, compare=False)
    _merged: list[Layer] = field(default_factory=list, init=False, repr=False, compare=False)

    def with_layer(self, layer: Layer) -> "Document":
        """The document with one more layer; a layer of the same name is replaced."""
        others = tuple(known for known in self.layers if known.name != layer.name)
        return replace(self, layers=(*others, layer))

    def layer(self, name: str) -> Layer:
        """The layer of that name; an empty one if there is none."""
        return next((layer for layer in self.layers if layer.name == name), Layer(name))

    def annotations(self, *elements: str) -> Iterator[Annotation]:
        """The annotations of all layers in document order, of these elements or of all."""
        if not self._merged:
            self._merged.append(merge("", self.layers))
        (merged,) = self._merged
        return merged.of(*elements) if elements else iter(merged)

    def field(self, *keys: str) -> str:
        """The value of the first metadata field with one of these keys, in the order asked."""
        values = (f.value for key in keys for f in self.fields if f.key == key)
        return next(values, "")

    def count_words(self) -> int:
        """How many words the text has, as white space parts them, without its metadata."""
        metadata = [block.span.of(self.text) for block in self.annotations("xenoData")]
        return _count_words(self.text) - sum(map(_count_words, metadata))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, counted from 1; lines end with a line feed."""
        if not self._lines:
            lengths = (len(line) + 1 for line in self.text.split("\n"))
            self._lines.extend(accumulate(lengths, initial=0))
            del self._lines[-1]
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def _count_words(text: str) -> int:
    return sum(len(line.split()) for line in text.split("\n"))  # by lines, for the memory
