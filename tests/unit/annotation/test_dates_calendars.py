"""Julian and French Republican dates, and dates in both styles."""

import pytest

from toolkit.annotation.dates.calendars import from_republican, gregorian
from toolkit.annotation.dates.partial_date import PartialDate

from .dates_found import annotations, found

BOTH = "#julian #gregorian"


@pytest.mark.parametrize(
    ("julian", "expected"),
    [
        (PartialDate(1917, 10, 25), "1917-11-07"),
        (PartialDate(1582, 10, 5), "1582-10-15"),
        (PartialDate(1900, 2, 29), "1900-03-13"),
        (PartialDate(1700, 2, 18), "1700-02-28"),
        (PartialDate(200, 3, 1), "0200-03-01"),
        (PartialDate(1, 1, 1), "-0001-12-30"),
        (PartialDate(-1, 2, 29), "-0001-02-27"),
        (PartialDate(-44, 3, 15), "-0044-03-13"),
        (PartialDate(-101, 2, 29), "-0101-02-26"),
        (PartialDate(-9999, 1, 1), "-9999-01-01"),
        (PartialDate(1917, 10), "1917-10"),
    ],
)
def test_julian_days_become_gregorian(julian: PartialDate, expected: str) -> None:
    assert expected == gregorian(julian).iso


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1, 1, 1, "1792-09-22"),
        (2, 11, 9, "1794-07-27"),
        (8, 2, 18, "1799-11-09"),
        (3, 13, 6, "1795-09-22"),
        (14, 4, 10, "1805-12-31"),
    ],
)
def test_republican_days_become_gregorian(year: int, month: int, day: int, expected: str) -> None:
    assert expected == from_republican(year, month, day).iso


@pytest.mark.parametrize(("year", "month", "day"), [(4, 13, 6), (15, 1, 1), (2, 14, 1), (2, 1, 31)])
def test_republican_days_that_never_were_are_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match="no such Republican day"):
        from_republican(year, month, day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 27 October (9 November) 1917 he", "27 October (9 November) 1917 = 1917-11-09"),
        ("October 25 (November 7), 1917,", "October 25 (November 7), 1917 = 1917-11-07"),
        ("12/25 November 1917", "12/25 November 1917 = 1917-11-25"),
        ("10 (23) March 1917", "10 (23) March 1917 = 1917-03-23"),
        (
            "28 December 1916 (10 January 1917)",
            "28 December 1916 (10 January 1917) = 1917-01-10",
        ),
        ("9 November (27 October) 1917", "9 November (27 October) 1917 = 1917-11-09"),
    ],
)
def test_a_day_in_both_styles_is_one_date(text: str, expected: str) -> None:
    assert [expected] == found(text)
    assert [BOTH] == [a.get("calendar") for a in annotations(text)]


def test_days_that_lie_otherwise_apart_are_two_dates() -> None:
    expected = ["12 May = 1917-05-12", "3 June = 1917-06-03"]
    assert expected == found("on 12 May (3 June) 1917 he")


def test_old_style_is_converted_and_marked() -> None:
    (date,) = annotations("on 5 March 1917 (O.S.) he")
    assert (("when", "1917-03-18"), ("calendar", "#julian")) == date.attributes


def test_an_edition_in_the_julian_calendar_has_gregorian_values() -> None:
    (date,) = annotations("25 октября 1917 г.", "ru", calendar="julian")
    assert (("when", "1917-11-07"), ("calendar", "#julian")) == date.attributes


def test_a_julian_day_without_a_year_has_its_value_in_its_own_calendar_only() -> None:
    (date,) = annotations("on 25 October he", calendar="julian")
    assert (("when-custom", "--10-25"), ("calendar", "#julian")) == date.attributes


@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_republican_dates_in_any_language(language: str) -> None:
    (date,) = annotations("18 brumaire an VIII", language)
    assert (("when", "1799-11-09"), ("calendar", "#frenchRepublican")) == date.attributes


def test_a_style_in_brackets_belongs_to_the_day_after_it() -> None:
    assert ["Sept. 12, 1801 = 1801-09-12", "Aug. 31 = 1801-08-31"] == found(
        "born Sept. 12, 1801 (O.S. Aug. 31)"
    )
