"""Adapters for other name taggers (spaCy, GLiNER, any function) instead of the statistical model.

How to use one (docs/models/names.md has a complete example):

1. Write a function from a text to ``(start, end, label)`` triples, offsets in code points:
   ``lambda text: [(e.start_char, e.end_char, e.label_) for e in nlp(text).ents]`` for spaCy.
2. ``names = make_annotator(make_tagger(function))`` is an annotator for your entry point.

Rules, authority lists and the passes over the document apply to its names too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from toolkit.annotation.names.recognise import AFTER, find_names
from toolkit.annotation.names.tagger_protocol import Tagged, Tagger
from toolkit.annotation.names.tokenisation import Words, blocks_of
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.annotation.protocol import Annotator, annotations_of
from toolkit.edition import Edition, Kind
from toolkit.exceptions import ToolkitError
from toolkit.text import Annotation, Document, Span

Spans = Callable[[str], Iterable[tuple[int, int, str]]]

LABELS: Mapping[str, Kind] = MappingProxyType(
    {
        **dict.fromkeys(("PER", "PERSON", "person", "persName"), Kind.PERSON),
        **dict.fromkeys(
            ("LOC", "GPE", "FAC", "location", "place", "placeName", "city", "country"), Kind.PLACE
        ),
        **dict.fromkeys(("ORG", "organization", "organisation", "orgName"), Kind.ORGANISATION),
    }
)
"""Usual labels of taggers; spans with other labels are ignored."""


def make_tagger(function: Spans, *, labels: Mapping[str, Kind] = LABELS) -> Tagger:
    """Make a tagger from a function that marks spans in a text.

    The function gets one block of the text at a time, never the metadata block. Its spans are
    extended to whole words. ToolkitError if a span lies outside of the text it was given.
    """

    def tag(doc: Document, words: Words, vocabulary: Vocabulary) -> Iterator[Tagged]:  # noqa: ARG001  # as Tagger
        for block in blocks_of(doc):
            for start, end, label in sorted(function(block.of(doc.text))):
                if not 0 <= start < end <= len(block):
                    raise ToolkitError(f"a tagger gave the span {start}..{end} of {len(block)}")
                inside = words.within(Span(start, end).shift(block.start))
                if label in labels and inside:
                    yield Tagged(inside[0], inside[-1], labels[label], 1.0)

    return tag


def make_annotator(tagger: Tagger, *, name: str = "names") -> Annotator:
    """Make an annotator of names that uses another tagger."""

    def annotate(doc: Document, edition: Edition) -> Iterator[Annotation]:
        return find_names(doc, edition, tagger=tagger)

    return Annotator(name, annotations_of(annotate), after=AFTER)
