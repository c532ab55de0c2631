"""Which words are a confusion or a slip away from others, one by one and all together."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.annotation.errors.edit_neighbours import FEW, MANY, EditNeighbours
from toolkit.annotation.errors.hash_index import LONGEST, HashIndex

from .error_lexicons import lexicon_of

WORDS = st.text("abcdefghilmnorstuü\u0364\U0001f600", max_size=6)


def test_a_confusion_undone_gives_a_word_with_the_number_of_its_key() -> None:
    found = HashIndex({"modern", "house"}).find_confused(["bouse", "xyz", "rnodern"])

    assert {(0, "house", 0.0), (2, "modern", 0.0)} == {*found}


@pytest.mark.parametrize("key", ["hose", "houuse", "hoese", "huose", "hous"])
def test_a_slip_undone_gives_a_word(key: str) -> None:
    assert {(0, "house")} == {*HashIndex({"house"}).find_edited([key], "ehorsu")}


def test_words_longer_than_those_that_are_hashed_are_passed_over() -> None:
    assert not [*HashIndex({"a" * (LONGEST + 1)}).find_edited(["a" * 24], "a")]


@given(words=st.sets(WORDS), keys=st.lists(WORDS, max_size=8))
def test_slips_found_together_are_those_that_are_spelt_out(
    words: set[str], keys: list[str]
) -> None:
    found = {(keys[number], word) for number, word in HashIndex(words).find_edited(keys, "aeü")}

    assert {(key, word) for key in keys for word in words & {*_slips(key, "aeü")}} == found


def _slips(key: str, alphabet: str) -> Iterator[str]:
    for at in range(len(key) + 1):
        head, tail = key[:at], key[at:]
        yield from (head + letter + tail for letter in alphabet)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in alphabet)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_many_words_have_the_neighbours_that_each_of_them_has(language: str) -> None:
    known = lexicon_of(language)
    keys = [word.replace("e", "c", 1) for word in list(known.frequencies)[: MANY + 100]]
    keys += [*dict.fromkeys(keys)][:5]
    alone, together = EditNeighbours(known), EditNeighbours(known)
    together.prefetch(keys, keys, keys)

    for key in keys:
        assert _sorted(alone.confused(key)) == _sorted(together.confused(key))
        assert _sorted(alone.edited(key)) == _sorted(together.edited(key))
        assert _sorted(alone.confused_twice(key)) == _sorted(together.confused_twice(key))


def _sorted(found: Iterable[object]) -> list[str]:
    return sorted(map(repr, found))


def test_few_words_are_searched_together_only_once_there_is_an_index() -> None:
    known = lexicon_of("en")
    few = [f"{word}x" for word in list(known.frequencies)[:FEW]]
    first, later = EditNeighbours(known), EditNeighbours(known)
    first.prefetch((), few, ())
    later.prefetch([*known.frequencies][:MANY], few, ())

    assert isinstance(later.edited(few[0]), tuple)
    assert not isinstance(first.edited(few[0]), tuple)
