"""Marks of pages: which of them a text proves, and which are words of it."""

import pytest

from toolkit.annotation.structure.page_marks import find_page_marks
from toolkit.annotation.structure.wording import wording_of

LINE = "The barge was loaded with lime and with bricks for the new mill at the weir"


def _numbers(text: str, language: str = "en") -> list[str]:
    return [mark.number for mark in find_page_marks(text, wording_of(language))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("One.\n\n[p. 7]\n\nTwo.\n\n[p. 8]\n\nThree.", "en"),
        ("One.\n\n[7]\n\nTwo.\n\n[8]\n\nThree.", "en"),
        ("One.\n\n{7}\n\nTwo.\n\n{8}\n\nThree.", "en"),
        ("One {7} goes on, and two {8} too.", "en"),
        ("One.\n\n- 7 -\n\nTwo.\n\n- 8 -\n\nThree.", "en"),
        ("One.\n\nPage 7\n\nTwo.\n\nPage 8\n\nThree.", "en"),
        ("Eins.\n\nSeite 7\n\nZwei.\n\n--- Seite 8 ---\n\nDrei.", "de"),
        ("He went [p. 7] to the quay, and [p. 8] came back.", "en"),
        (f"{LINE} and\n\n7\n\nwent down.\n\nIt was a loc-\n\n8\n\nal boat.", "en"),
        (f"THE BARGE     7\n\n{LINE}\n\n8     A NEW MILL\n\n{LINE}", "en"),
    ],
)
def test_marks_that_count_the_pages(text: str, language: str) -> None:
    assert ["7", "8"] == _numbers(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "It is told at length, see [p. 7].",
        "It is told at length (cf. [p. 7] and the map).",
        "It was so in [1977], and [sic] again in [1978].",
        "Er schrieb es [sic] so. [Sic]",
        "One.\n\n{7}\n\nTwo.\n\n{12}\n\nThree.",
        "One.\n\nPage 7\n\nTwo.\n\nPage 11\n\nThree.",
        "See Page 7 of it.\n\nThen Page 8 too.",
        f"1\n\n{LINE}.\n\n2\n\n{LINE}.",
        "Lime     7\n\nBricks     8\n\nSand     9\n",
    ],
)
def test_numbers_that_mark_no_page(text: str) -> None:
    assert [] == _numbers(text)


def test_a_page_within_a_sentence_has_to_fit_between_the_others() -> None:
    text = "One.\n\n[p. 4]\n\nTwo [p. 5] goes on, as [p. 40] has it.\n\n[p. 6]\n\nThree."
    assert ["4", "5", "6"] == _numbers(text)
