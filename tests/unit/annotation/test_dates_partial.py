"""Partial dates, in TEI and in EDTF."""

import pytest
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from toolkit.annotation.dates.mention import Mention, Relation
from toolkit.annotation.dates.partial_date import UNKNOWN, PartialDate
from toolkit.text import Cert, Span


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Years, months and days, with and without the greater parts."""
    year = draw(st.none() | st.integers(-9998, 9999).filter(bool))
    month = draw(st.none() | st.integers(1, 12))
    day = draw(st.none() | st.integers(1, 28)) if month or year is None else None
    doubt = st.booleans() if year else st.just(False)
    return PartialDate(year, month, day, uncertain=draw(doubt), approximate=draw(doubt))


@given(partial_dates())
@example(PartialDate(-1))
@example(UNKNOWN)
def test_a_date_comes_back_from_edtf(date: PartialDate) -> None:
    assert date == PartialDate.from_edtf(date.to_edtf())


@settings(deadline=None, max_examples=40)  # the parser of the library takes its time
@given(partial_dates())
@example(PartialDate(-44, 3, 15))
def test_the_library_edtf_reads_the_same_date(date: PartialDate) -> None:
    """The PyPI package ``edtf`` is the oracle."""
    parsed = parse_edtf(date.to_edtf())
    plain = parsed.date if date.uncertain or date.approximate else parsed
    year = "XXXX" if date.year is None else f"{date.year + (date.year < 0):04}"
    assert int(year) == int(plain.year) if year != "XXXX" else plain.year == "XXXX"
    assert [date.month, date.day] == [
        None if part in (None, "XX") else int(part) for part in (plain.month, plain.day)
    ]


@pytest.mark.parametrize(
    ("date", "iso", "edtf"),
    [
        (PartialDate(1917, 11, 7), "1917-11-07", "1917-11-07"),
        (PartialDate(1917, 11), "1917-11", "1917-11"),
        (PartialDate(None, 11, 7), "--11-07", "XXXX-11-07"),
        (PartialDate(None, None, 7), "---07", "XXXX-XX-07"),
        (PartialDate(-44), "-0044", "-0043"),
        (PartialDate(-1), "-0001", "0000"),
        (PartialDate(1850, approximate=True), "1850", "1850~"),
        (PartialDate(1850, uncertain=True), "1850", "1850?"),
        (PartialDate(1850, uncertain=True, approximate=True), "1850", "1850%"),
    ],
)
def test_a_date_is_written_for_tei_and_as_edtf(date: PartialDate, iso: str, edtf: str) -> None:
    assert (iso, edtf) == (date.iso, date.to_edtf())


@pytest.mark.parametrize("text", ["1917/1918", "1917-21", "191X", "1917-02-30", "", "1917-XX-5"])
def test_what_is_no_partial_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF|no such"):
        PartialDate.from_edtf(text)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1700, False),
        (1600, True),
        (1704, True),
        (None, True),
        (-1, True),
        (-5, True),
        (-101, False),
    ],
)
def test_a_leap_day_may_be_julian_only(year: int | None, expected: bool) -> None:
    assert expected == PartialDate(year, 2, 29).is_gregorian


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(0, None, None), (1917, 13, None), (1917, 0, None), (1917, 4, 31), (1901, 2, 29),
     (-4, 2, 29), (-100, 2, 29),
     (1917, None, 5), (10000, None, None), (None, None, 32)],
)  # fmt: skip
def test_dates_that_never_were_are_refused(
    year: int | None, month: int | None, day: int | None
) -> None:
    with pytest.raises(ValueError, match=r"no such|needs its month"):
        PartialDate(year, month, day)


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ({"start": PartialDate(1917, 11, 7)}, "1917-11-07"),
        ({"start": PartialDate(1914), "end": PartialDate(1918)}, "1914/1918"),
        ({"start": PartialDate(1933), "relation": Relation.BEFORE}, "../1933"),
        ({"start": PartialDate(1933), "relation": Relation.AFTER}, "1933/.."),
        ({"start": PartialDate(1850), "relation": Relation.ABOUT}, "1850~"),
        ({"start": PartialDate(1850), "cert": Cert.LOW}, "1850?"),
    ],
)
def test_a_mention_is_exchanged_as_edtf(mention: dict[str, object], expected: str) -> None:
    assert expected == Mention(Span(0, 1), **mention).to_edtf()  # type: ignore[arg-type]
    assert parse_edtf(expected)
