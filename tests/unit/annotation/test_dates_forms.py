"""Dates in English: what is found, where it begins and ends, and its value."""

import pytest

from .dates_found import annotations, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 5 May 1917 he", "5 May 1917 = 1917-05-05"),
        ("on May 5, 1917, he", "May 5, 1917 = 1917-05-05"),
        ("on May 5th 1917 he", "May 5th 1917 = 1917-05-05"),
        ("the 5th of May, 1917.", "5th of May, 1917 = 1917-05-05"),
        ("this 5th day of May 1917", "5th day of May 1917 = 1917-05-05"),
        ("the twenty-third of May 1800", "twenty-third of May 1800 = 1800-05-23"),
        ("the 25th Feb. 1944 were", "25th Feb. 1944 = 1944-02-25"),
        ("in Sept. 1942", "Sept. 1942 = 1942-09"),
        ("in May 1917", "May 1917 = 1917-05"),
        ("until October 44.", "October 44 = --10"),
        ("the 9th [of September] 1939", "9th [of September] 1939 = 1939-09-09"),
        ("Born 1908 (October 10) in", "1908 (October 10) = 1908-10-10"),
        ("Thursday, November 9, 1939.", "Thursday, November 9, 1939 = 1939-11-09"),
        ("6th December , 1829.", "6th December , 1829 = 1829-12-06"),
        ("on 11th\nJune, 1840, at", "11th\nJune, 1840 = 1840-06-11"),
        ("in Novem-\nber 1917", "Novem-\nber 1917 = 1917-11"),
        ("on February 2, 1744/5 he", "February 2, 1744/5 = 1745-02-13"),
        ("of 5 May 1917/3 it", "5 May 1917 = 1917-05-05"),
        ("in the year of our Lord 1745", "1745 = 1745"),
    ],
)
def test_days_and_months_are_found_with_their_value(text: str, expected: str) -> None:
    assert [expected] == found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 2026-11-23 it", "2026-11-23 = 2026-11-23"),
        ("on 28.10.1942 they", "28.10.1942 = 1942-10-28"),
        ("On 28. 10. 1942 they", "28. 10. 1942 = 1942-10-28"),
        ("No. 106 of 27.3.42 and", "27.3.42 = 1942-03-27"),
        ("I. IX. 1942 departure", "I. IX. 1942 = 1942-09-01"),
        ("born 15.XI.1915 in", "15.XI.1915 = 1915-11-15"),
        ("on 7/25/1917 he", "7/25/1917 = 1917-07-25"),
        ("on 25/7/1917 he", "25/7/1917 = 1917-07-25"),
    ],
)
def test_numeric_dates_are_read(text: str, expected: str) -> None:
    assert [expected] == found(text)


def test_slashes_are_read_as_the_other_dates_of_the_text() -> None:
    assert ["2/5/1917 = 1917-05-02"] == found("on 2/5/1917")
    assert "2/5/1917 = 1917-02-05" in found("on 2/5/1917 and 2/25/1917")
    assert "2/5/1917 = 1917-02-05" in found("on 2/5/1917 and March 3, 1917")
    assert ["2/5/1917 = 1917-02-05"] == found("on 2/5/1917", "en-US")


def test_a_date_whose_order_is_open_is_doubtful() -> None:
    assert ["low"] == [a.cert for a in annotations("on 2/5/1917")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12–14 May 1917", ["12–14 May 1917 = 1917-05-12 .. 1917-05-14"]),
        ("28 May–3 June 1917", ["28 May–3 June 1917 = 1917-05-28 .. 1917-06-03"]),
        ("November 7-9, 1917", ["November 7-9, 1917 = 1917-11-07 .. 1917-11-09"]),
        ("May-June 1917", ["May-June 1917 = 1917-05 .. 1917-06"]),
        ("the war of 1914–1918.", ["1914–1918 = 1914 .. 1918"]),
        ("in 1905/06 he", ["1905/06 = 1905 .. 1906"]),
        ("28 to 29 October 1938", ["28 = 1938-10-28", "29 October 1938 = 1938-10-29"]),
        ("September 6 to 7, 1939", ["September 6 = 1939-09-06", "7, 1939 = 1939-09-07"]),
        ("February and March 1940", ["February = 1940-02", "March 1940 = 1940-03"]),
        ("the 2nd and 3rd of May 1943", ["2nd = 1943-05-02", "3rd of May 1943 = 1943-05-03"]),
        ("in 1914 and 1918", ["1914 = 1914", "1918 = 1918"]),
    ],
)
def test_dashes_make_one_date_of_two_and_words_leave_them_two(
    text: str, expected: list[str]
) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the 1920s", "1920s = 1920 .. 1929"),
        ("in the nineteenth century", "nineteenth century = 1801 .. 1900"),
        ("the 18th and 19th centuries", "18th and 19th centuries = 1701 .. 1900"),
        ("the XIXth century", "XIXth century = 1801 .. 1900"),
        ("the 5th century B.C.", "5th century B.C. = -0500 .. -0401"),
        ("in the summer of 1942", "summer of 1942 = 1942-06 .. 1942-08"),
        ("the winter 1944/45", "winter 1944/45 = 1944-12 .. 1945-02"),
        ("the winter of 1944 was", "winter of 1944 = 1944-01 .. 1945-02"),
        ("in the first half of 1943", "first half of 1943 = 1943-01 .. 1943-06"),
        ("the third quarter of 1943", "third quarter of 1943 = 1943-07 .. 1943-09"),
        ("in A.D. 800 he", "A.D. 800 = 0800"),
        ("killed in 44 B.C.", "44 B.C. = -0044"),
    ],
)
def test_periods_have_a_beginning_and_an_end(text: str, expected: str) -> None:
    assert [expected] == found(text)


def test_a_season_bounds_its_date_and_a_decade_is_filled() -> None:
    (season,) = annotations("in summer 1942")
    (decade,) = annotations("in the 1920s")
    assert ["notBefore", "notAfter"] == [name for name, _ in season.attributes]
    assert ["from", "to"] == [name for name, _ in decade.attributes]


@pytest.mark.parametrize(
    "text",
    [
        "No. 1942 of the file",
        "1500 people were there",
        "about 1942 persons",
        "it cost $1500 and",
        "see p. 1917 and",
        "section 1917.5 says",
        "the number 19171917",
        "at 1942/17-B",
        "the 5th Division",
        "on the 3rd floor",
        "He may go",
        "they march on",
        "April Smith came",
        "the October Revolution",
        "30.2.1917",
        "Gasse 11/I/10, Wien",
    ],
)
def test_what_merely_looks_like_a_date_is_left_alone(text: str) -> None:
    assert [] == [f for f in found(text) if "1917-" in f or f.endswith(("= ", "42", "00", "17"))]
    assert not [a for a in annotations(text) if a.rule in ("day", "month", "numeric")]


def test_an_impossible_day_is_no_date() -> None:
    assert [] == found("on 31.6.1917 he")


def test_no_date_runs_over_a_blank_line() -> None:
    assert "May 1917 = 1917-05" not in found("in May\n\n1917 was")
