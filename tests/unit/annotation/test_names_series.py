"""Names that are told together: a series of persons, and words that only look like members."""

import pytest

from toolkit.annotation.names.coordination import find_coordinated
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tokenisation import words_of
from toolkit.annotation.names.vocabulary import find_vocabulary
from toolkit.edition import Kind
from toolkit.text import Cert, Document


def _found(
    text: str, *known: str, tag: str = "en", kind: Kind = Kind.PERSON, cert: Cert = Cert.HIGH
) -> list[str]:
    words = words_of(Document(text, language=tag))
    at = {name: words.texts.index(name) for name in known}
    mentions = [Mention(i, i, kind, Source.RULE, "x", "", cert) for i in at.values()]
    series = find_coordinated(mentions, words, find_vocabulary(tag))
    return [words.texts[mention.first] for mention in series]


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("They saw Brackwed and Zuckmar there.", ["Zuckmar"], ["Brackwed"]),
        ("They saw Brackwed, Thilowar, and Zuckmar there.", ["Zuckmar"], ["Brackwed", "Thilowar"]),
        ("They saw Zuckmar, Brackwed there.", ["Zuckmar"], []),
    ],
)
def test_a_single_word_joined_with_persons_is_one(
    text: str, known: list[str], expected: list[str]
) -> None:
    assert expected == _found(text, *known)


@pytest.mark.parametrize(
    "text",
    [
        "They saw Zuckmar and Motorcycles there.",
        "They saw Zuckmar and the Brackwed there.",
        "They saw Zuckmar and Brackwed Street there.",
        "They saw Zuckmar and Berlin there.",
        "They saw Zuckmar and Brackwed's house there.",
        "They saw Zuckmar.\n\nAnd Brackwed there.",
    ],
)
def test_words_places_and_parts_of_other_names_are_not(text: str) -> None:
    assert [] == _found(text, "Zuckmar")


def test_a_doubtful_person_vouches_for_no_other() -> None:
    assert [] == _found("They saw Brackwed and Zuckmar there.", "Zuckmar", cert=Cert.MEDIUM)


def test_a_series_of_places_names_no_person() -> None:
    assert [] == _found("They saw Brackwed and Zuckmar there.", "Zuckmar", kind=Kind.PLACE)


def test_german_nouns_have_capitals_so_that_persons_must_stand_on_both_sides() -> None:
    text = "Man sah Zuckmar, Brackwed und Thilowar dort."
    assert ["Brackwed"] == _found(text, "Zuckmar", "Thilowar", tag="de")
    assert [] == _found(text, "Zuckmar", tag="de")
