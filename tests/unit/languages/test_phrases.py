"""Phrases of language data become patterns with a small notation."""

import pytest

from toolkit.languages.phrases import compile_phrases


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("the end", "THE END"),
        ("the? end", "end"),
        ("the? end", "The  End"),
        ("print*", "Printers"),
        ("print*", "print"),
        ("mein|meine freund", "Meine Freund"),
        ("author's note", "Author\u2019s Note"),
        ("end of …", "End of the First Part"),
    ],
)
def test_a_phrase_matches(phrase: str, words: str) -> None:
    assert compile_phrases([phrase]).fullmatch(words)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("the end", "the ending"),
        ("the end", "the\nend"),
        ("the end", "end"),
        ("print", "printed"),
        ("end of …", "End of it. And now"),
        ("end of …", "End of x"),
    ],
)
def test_a_phrase_does_not_match(phrase: str, words: str) -> None:
    assert not compile_phrases([phrase]).fullmatch(words)


def test_the_longest_phrase_is_tried_first() -> None:
    match = compile_phrases(["end", "end of part"]).match("end of part")
    assert match
    assert "end of part" == match[0]


def test_an_empty_list_matches_nowhere() -> None:
    assert not compile_phrases([]).search("")
