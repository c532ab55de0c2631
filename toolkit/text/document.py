"""A document: a base text, its metadata fields, and the layers of annotations on it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from toolkit.memo import remember
from toolkit.text.annotation import Annotation
from toolkit.text.layer import Layer, merge
from toolkit.text.span import Span


@dataclass(frozen=True, slots=True)
class Field:
    """One statement of the metadata block: ``Translated: Yuri Sdobnikov``.

    - ``key``: one of the toolkit's (``translator``; see ``reading/metadata.py``), empty for a line
      that was not understood.
    - ``label``: the words before the colon; ``value``: those after it, white space collapsed.
    - ``span``: the whole statement in the base text.
    - ``dates``: the dates in ``value``, with offsets in ``value``.
    - ``ref``: addresses that identify the person or place, separated by spaces.
    """

    key: str
    label: str
    value: str
    span: Span
    dates: tuple[Annotation, ...] = ()
    ref: str = ""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Document:
    """A base text with its layers. The text never changes; a step adds layers.

    ``text`` is the text as read, code point for code point, without a byte order mark.
    ``file`` names the source for messages, ``language`` is a BCP 47 tag (``und``: unknown).
    ``fields`` are the metadata that the text itself has, ``overrides`` those that an editor set
    outside the text; their spans are empty.
    """

    text: str
    file: str = ""
    language: str = "und"
    fields: tuple[Field, ...] = ()
    layers: tuple[Layer, ...] = ()
    overrides: tuple[Field, ...] = ()

    @property
    def header_fields(self) -> tuple[Field, ...]:
        """The fields of the header: the overrides, and the text's own with other keys."""
        keys = {override.key for override in self.overrides}
        return (*self.overrides, *(field for field in self.fields if field.key not in keys))

    def with_layer(self, layer: Layer) -> "Document":
        """Return the document with one more layer, in the place of one of the same name."""
        others = tuple(known for known in self.layers if known.name != layer.name)
        return replace(self, layers=(*others, layer))

    def layer(self, name: str) -> Layer:
        """Return the layer of that name, an empty one if there is none."""
        return next((layer for layer in self.layers if layer.name == name), Layer(name))

    def annotations(self, *elements: str) -> Iterator[Annotation]:
        """Iterate over the annotations of all layers, of these elements or all, in text order."""
        merged = _merged_layers(self)
        return merged.of(*elements) if elements else iter(merged)

    def field(self, *keys: str) -> str:
        """Return the value of the first header field with one of these keys, tried in order."""
        values = (f.value for key in keys for f in self.header_fields if f.key == key)
        return next(values, "")

    def count_words(self) -> int:
        """Count the words between white space, without those of the metadata."""
        metadata = [block.span.of(self.text) for block in self.annotations("xenoData")]
        return _count_words(self.text) - sum(map(_count_words, metadata))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset, from 1; lines end with a line feed."""
        starts = _line_starts(self)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1


@remember
def _merged_layers(document: Document) -> Layer:
    return merge("", document.layers)


@remember
def _line_starts(document: Document) -> tuple[int, ...]:
    lengths = (len(line) + 1 for line in document.text.split("\n"))
    return tuple(accumulate(lengths, initial=0))[:-1]


def _count_words(text: str) -> int:
    return sum(len(line.split()) for line in text.split("\n"))  # by lines, for the memory
