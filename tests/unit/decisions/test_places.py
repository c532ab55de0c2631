"""Finding places again: by their words and those around them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.decisions.decision import Target
from toolkit.decisions.text_quote import CONTEXT, Words, find, target_at
from toolkit.text import Span

LETTER = (
    "To the Secretary.\n\nThe Council of War met the general at noon; the general had come by\n"
    "water, and the Council of Trade had not. Write to the general again.\n\n"
    "The Council of War met the general at dusk; he 15 of the opinion that the\n"
    "harbour 15 safe."
)


def place(text: str, words: str, number: int = 1) -> Span:
    at = -1
    for _ in range(number):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def target(text: str, words: str, number: int = 1) -> Target:
    return target_at(Words.of(text), "rs", place(text, words, number))


def again(text: str, wanted: Target) -> tuple[Span, ...]:
    return find(Words.of(text), wanted)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_of_several_equal_quotes_is_found(number: int) -> None:
    expected = (place(LETTER, "the general", number),)
    assert expected == again(LETTER, target(LETTER, "the general", number))


def test_a_place_is_found_when_the_text_is_wrapped_anew() -> None:
    wrapped = " ".join(LETTER.split()).replace(" of ", "\r\n of\n ")
    expected = (place(wrapped, "15", 2),)
    assert expected == again(wrapped, target(LETTER, "15", 2))


def test_a_quote_over_a_line_end_is_found() -> None:
    text = "by order of the Council\nof War, and so on"
    expected = (place(text.replace("\n", " "), "Council of War"),)
    assert expected == again(text.replace("\n", " "), target(text, "Council\nof War"))


def test_words_that_were_changed_are_not_found() -> None:
    assert () == again(LETTER.replace("he 15 of", "he is of"), target(LETTER, "15", 1))


def test_a_deleted_place_is_not_taken_for_another_one_like_it() -> None:
    shorter = LETTER.replace("The Council of War met the general at noon; ", "")
    assert () == again(shorter, target(LETTER, "The Council of War", 1))


def test_a_word_that_has_become_part_of_another_is_not_found() -> None:
    text = "and so he is gone for good, as he said"
    assert () == again(text.replace("is gone", "island gone"), target(text, "is"))


def test_equal_places_in_equal_surroundings_are_counted() -> None:
    text = "ditto\n" * 500
    wanted = target(text, "ditto", 250)
    assert (place(text, "ditto", 250),) == again(text, wanted)


def test_counted_places_are_ambiguous_when_their_number_has_changed() -> None:
    text = "ditto\n" * 800
    assert 1 < len(again("ditto\n" * 801, target(text, "ditto", 400)))


def test_a_point_is_found_by_what_is_on_both_sides() -> None:
    text = "These so-called soldiers' treaties\" remained"
    point = text.index("soldiers")
    wanted = target_at(Words.of(text), "sic", Span(point, point))
    assert (Span(point + 4, point + 4),) == again("Yes. " + text[1:], wanted)


def test_a_point_whose_missing_sign_was_typed_has_gone() -> None:
    text = "These so-called soldiers' treaties\" remained"
    point = text.index("soldiers")
    wanted = target_at(Words.of(text), "sic", Span(point, point))
    assert () == again(text.replace("soldiers", '"soldiers'), wanted)


def test_a_long_passage_is_known_by_its_beginning_and_its_end() -> None:
    text = "Before it.\n\n" + " ".join(f"word{n}" for n in range(80)) + "\n\nAfter it."
    wanted = target_at(Words.of(text), "note", Span(12, len(text) - 11))
    changed = text.replace("word40", "another word")
    assert (Span(12, len(changed) - 11),) == again(changed, wanted)


def test_a_context_is_short_where_nothing_is_similar() -> None:
    assert CONTEXT == len(target(LETTER, "harbour").before)


WORDS = st.lists(st.sampled_from("the of a War Council 15 is, met general; so\n and.".split(" ")))


@st.composite
def texts_with_a_place(draw: st.DrawFn) -> tuple[str, Span]:
    text = " ".join(draw(WORDS))
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, min(len(text), start + 12))))


@settings(max_examples=300, deadline=None)
@given(texts_with_a_place())
def test_every_place_is_found_in_the_text_it_was_taken_from(drawn: tuple[str, Span]) -> None:
    text, span = drawn
    words = Words.of(text)
    found = find(words, target_at(words, "rs", span))
    assert [words.place(span)] == [words.place(place) for place in found]


JOURNEY = "After a long and cold winter she came to Paris. It was raining there for some weeks."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("to Paris.", "to Paris.Paris,"),  # a copy before the words: which of the two was meant?
        ("to Paris.", "to Paris. She loved Paris."),
        ("to Paris. It", "to Paris, Paris x. It"),
        ("to Paris. It", "and Paris: Paris. It"),  # the same on the other side
    ],
)
def test_words_beside_an_inserted_copy_are_ambiguous(old: str, new: str) -> None:
    assert 1 < len(again(JOURNEY.replace(old, new), target(JOURNEY, "Paris")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Paris. It was", "Paris! There it was"),  # one side changed, no copy of the words there
        ("she came to Paris", "they went towards Paris"),
        ("Paris. It was raining", "Paris! Soon it was raining in Lyon, where she had no"),
        ("some weeks.", "some weeks in Paris."),  # the same words far away, other words beside
    ],
)
def test_words_with_one_changed_side_and_no_copy_there_are_found(old: str, new: str) -> None:
    text = JOURNEY.replace(old, new)
    assert (place(text, "Paris"),) == again(text, target(JOURNEY, "Paris"))
