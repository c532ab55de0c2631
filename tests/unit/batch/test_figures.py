"""What is counted in a text."""

import pytest

from toolkit.batch.statistics import count_features
from toolkit.edition import Edition
from toolkit.pipeline import encode_bytes

LETTER = """Letter to a friend

London, 3 May 1850

Dear Sir,

{}

Your servant,
Ann Lee
"""


def _dates(text: str) -> tuple[int, int]:
    found = count_features(encode_bytes(text.encode(), "a.txt", Edition(), language="en"))
    return found["dates"], found["datesFarOff"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("I saw you on 2 May 1850.", (2, 0)),
        ("I shall come on 2 January 1851.", (2, 0)),
        ("I saw you on 2 May 1950.", (2, 1)),
        ("It was on 4 July 1605.", (2, 1)),
        ("It was in the 18th century.", (2, 0)),
        ("I saw you.", (1, 0)),
    ],
)
def test_dates_are_far_off_from_that_of_the_letter(words: str, expected: tuple[int, int]) -> None:
    assert expected == _dates(LETTER.format(words))


def test_the_date_in_the_metadata_goes_first() -> None:
    dated = LETTER.format("I saw you.").replace("London", "Sent: 9 November 1917\n\nLondon")
    assert 0 == _dates(dated)[1]
    assert 1 == _dates(dated.replace("1917", "1817"))[1]


def test_without_a_date_of_its_own_no_date_is_far_off() -> None:
    assert (1, 0) == _dates("A text.\n\nIt was on 4 July 1605, as they say.\n")


def test_the_metadata_are_not_counted_as_words_of_the_text() -> None:
    text = b"Title: A short one\nDate: 1850\n\nIt is very cold.\n"

    assert 4 == count_features(encode_bytes(text, "a.txt", Edition(), language="en"))["words"]
