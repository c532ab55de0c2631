"""Other taggers in the place of ours: spaCy, GLiNER, any function from text to spans."""

import pytest

from toolkit.annotation.names.external_taggers import make_annotator, make_tagger
from toolkit.edition import Edition, Entry, Kind
from toolkit.exceptions import ToolkitError
from toolkit.text import Annotation, Document, Layer, Span


def fake(text: str) -> list[tuple[int, int, str]]:
    """What spaCy would give: entities with their labels."""
    found = []
    for word, label in (("Zorblax", "PERSON"), ("Quuxville", "GPE"), ("Tuesday", "DATE")):
        at = text.find(word)
        if at >= 0:
            found.append((at, at + len(word), label))
    return found


def marked(doc: Document, edition: Edition = Edition()) -> list[tuple[str, str, str]]:  # noqa: B008  # frozen
    annotator = make_annotator(make_tagger(fake))
    return [
        (a.element, a.span.of(doc.text), a.get("ref")) for a in annotator.annotate(doc, edition)
    ]


def test_its_spans_become_names() -> None:
    doc = Document("on tuesday zorblax met Zorblax near Quuxville on Tuesday", language="en")
    assert ("placeName", "Quuxville", "") in marked(doc)


def test_unknown_labels_are_passed_over() -> None:
    doc = Document("they met on Tuesday again", language="en")
    assert [] == marked(doc)


def test_offsets_are_those_of_the_whole_text() -> None:
    doc = Document("first paragraph\n\nsecond, where Zorblax spoke", language="en")
    assert [("persName", "Zorblax", "")] == marked(doc)


def test_the_metadata_block_is_not_shown_to_it() -> None:
    block = Layer("read", (Annotation(Span(0, 12), "xenoData"),))
    doc = Document("Sent: Zorblax and the rest", language="en", layers=(block,))
    assert [] == marked(doc)


def test_authority_lists_work_with_it() -> None:
    entry = Entry("z", Kind.PERSON, ("Anna Zorblax",))
    doc = Document("there spoke Zorblax", language="en")
    assert [("persName", "Zorblax", "#z")] == marked(doc, Edition(authority=(entry,)))


def test_a_span_outside_the_text_is_an_error() -> None:
    annotator = make_annotator(make_tagger(lambda text: [(0, len(text) + 1, "PERSON")]))
    with pytest.raises(ToolkitError, match="span"):
        list(annotator.annotate(Document("Zorblax", language="en"), Edition()))
