"""The text model: spans, annotations, layers, documents."""

import pytest

from toolkit.text import Annotation, Document, Field, Layer, Span


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="0 <= start <= end"):
        Span(3, 2)


def test_a_point_is_a_span() -> None:
    assert len(Span(3, 3)) == 0
    assert Span(3, 3)


@pytest.mark.parametrize(
    ("other", "expected"),
    [(Span(0, 4), False), (Span(3, 8), True), (Span(1, 2), False), (Span(4, 8), False)],
)
def test_spans_cross_when_they_overlap_and_neither_contains_the_other(
    other: Span, expected: bool
) -> None:
    assert expected == Span(0, 4).crosses(other)


def test_an_alternative_belongs_to_what_stands_for_the_source() -> None:
    assert Annotation(Span(0, 1), "sic", alternative="l").alternative == "l"
    with pytest.raises(ValueError, match="alternative"):
        Annotation(Span(0, 1), "persName", alternative="Lenin")


def test_attributes_are_added_without_changing_the_annotation() -> None:
    before = Annotation(Span(0, 1), "p")
    after = before.with_attributes(xml_id="p1", n="1")
    assert (("xml:id", "p1"), ("n", "1")) == after.attributes
    assert () == before.attributes


def test_a_layer_is_in_document_order_with_the_longest_first() -> None:
    inner, outer, first = (
        Annotation(Span(4, 6), "hi"),
        Annotation(Span(4, 9), "p"),
        Annotation(Span(0, 2), "head"),
    )
    assert (first, outer, inner) == Layer("x", (inner, outer, first)).annotations


def test_a_document_knows_lines_and_columns() -> None:
    doc = Document("one\ntwo\n\nthree")
    assert [(1, 1), (2, 1), (2, 3), (4, 5)] == [doc.place(i) for i in (0, 4, 6, 13)]


def test_a_new_layer_replaces_the_one_of_its_name() -> None:
    doc = Document("x").with_layer(Layer("a", (Annotation(Span(0, 1), "p"),)))
    assert 0 == len(doc.with_layer(Layer("a")).layer("a"))
    assert 1 == len(doc.layer("a"))


def test_the_first_field_asked_for_wins() -> None:
    doc = Document(
        "", fields=(Field("sent", "Sent", "1917", Span(0, 0)), Field("title", "T", "M", Span(0, 0)))
    )
    assert "M" == doc.field("title", "sent")
    assert "" == doc.field("publisher")
