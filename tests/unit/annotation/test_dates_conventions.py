"""What belongs inside ``date`` is the project's choice."""

import pytest

from .dates_found import annotations, found


@pytest.mark.parametrize(
    ("text", "outside", "inside"),
    [
        ("early 1943 he", "1943 = 1943", "early 1943 = 1943-01 .. 1943-04"),
        (
            "the end of May 1943",
            "May 1943 = 1943-05",
            "the end of May 1943 = 1943-05-21 .. 1943-05",
        ),
        ("mid-August 1944", "August 1944 = 1944-08", "mid-August 1944 = 1944-08-11 .. 1944-08-20"),
    ],
)
def test_parts_of_years_and_months(text: str, outside: str, inside: str) -> None:
    assert [outside] == found(text)
    assert [inside] == found(text, parts=True)


def test_before_and_after() -> None:
    text = "before 1933 and after 5 May 1917"
    assert ["1933 = 1933", "5 May 1917 = 1917-05-05"] == found(text)
    before, after = annotations(text, relations=True)
    assert (("notAfter", "1933"),) == before.attributes
    assert (("notBefore", "1917-05-05"),) == after.attributes


def test_about_lowers_the_certainty() -> None:
    assert ["medium"] == [a.cert for a in annotations("about 1850 he")]
    assert ["circa 1850 = 1850"] == found("circa 1850 he", relations=True)


def test_weekdays_may_stay_outside() -> None:
    text = "Thursday, November 9, 1939"
    assert ["November 9, 1939 = 1939-11-09"] == found(text, weekdays=False)


def test_seasons_may_stay_outside() -> None:
    assert ["1942 = 1942"] == found("the summer of 1942", seasons=False)
    assert ["1944/45 = 1944 .. 1945"] == found("the winter 1944/45", seasons=False)
