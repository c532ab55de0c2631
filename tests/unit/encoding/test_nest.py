"""Nest: the rule for annotations that meet in the same words."""

import pytest

from toolkit.encoding.nest import nest
from toolkit.text import Annotation, Cert, Span


def _a(start: int, end: int, element: str, cert: Cert = Cert.HIGH) -> Annotation:
    return Annotation(Span(start, end), element, cert=cert)


def _names(*annotations: Annotation) -> tuple[list[str], list[str]]:
    nesting = nest(annotations, parent="p")
    return [a.element for a in nesting.nested], [a.element for a in nesting.crossing]


def test_the_longer_contains_the_shorter() -> None:
    assert (["p", "persName", "roleName"], []) == _names(
        _a(4, 8, "roleName"), _a(0, 20, "p"), _a(4, 12, "persName")
    )


def test_of_equal_spans_structure_contains_phrases_and_names_contain_corrections() -> None:
    sic = Annotation(Span(0, 5), "sic", alternative="x")
    nesting = nest((sic, _a(0, 5, "persName"), _a(0, 5, "p")))
    assert ["p", "persName", "sic"] == [a.element for a in nesting.nested]


def test_a_phrase_that_leaves_its_block_gives_way() -> None:
    assert (["p", "p"], ["persName"]) == _names(_a(0, 5, "p"), _a(3, 9, "persName"), _a(6, 12, "p"))


def test_a_phrase_never_contains_structure() -> None:
    assert (["p"], ["persName"]) == _names(_a(0, 20, "persName"), _a(2, 9, "p"))


@pytest.mark.parametrize(
    ("one", "other", "stays"),
    [
        (_a(0, 5, "persName", Cert.LOW), _a(3, 9, "placeName"), "placeName"),
        (_a(0, 5, "persName"), _a(3, 9, "placeName"), "placeName"),
        (_a(0, 6, "persName"), _a(3, 9, "placeName"), "persName"),
        (_a(0, 6, "persName"), _a(0, 6, "placeName", Cert.LOW), "persName"),
    ],
)
def test_of_two_that_cross_certainty_length_and_order_decide(
    one: Annotation, other: Annotation, stays: str
) -> None:
    assert [stays] == [a.element for a in nest((one, other), parent="p").nested]
    assert [stays] == [a.element for a in nest((other, one), parent="p").nested]


def test_the_same_statement_twice_is_one() -> None:
    assert (["date"], []) == _names(_a(0, 5, "date"), _a(0, 5, "date"))


def test_corrections_do_not_nest() -> None:
    outer = Annotation(Span(0, 9), "sic", alternative="x")
    inner = Annotation(Span(2, 4), "sic", alternative="y")
    assert ((outer,), (inner,)) == (
        nest((outer, inner), parent="p").nested,
        nest((outer, inner), parent="p").crossing,
    )


def test_points_stand_in_the_text_and_milestones_before_it() -> None:
    point = Annotation(Span(0, 0), "sic", alternative='"')
    milestone = Annotation(Span(0, 0), "pb")
    nesting = nest((point, _a(0, 5, "p"), milestone))
    assert ["pb", "p", "sic"] == [a.element for a in nesting.nested]


def test_a_phrase_that_its_place_does_not_admit_stands_off() -> None:
    name = _a(0, 5, "persName")
    assert ((), (name,)) == (nest((name,)).nested, nest((name,)).crossing)


def test_a_name_is_within_a_running_head_of_the_same_words() -> None:
    nesting = nest((_a(0, 5, "persName"), _a(0, 5, "fw")))
    assert ["fw", "persName"] == [a.element for a in nesting.nested]
