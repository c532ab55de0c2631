"""A date is marked whole or not at all, in the calendar and in the letter that it belongs to."""

import pytest

import toolkit
from toolkit.annotation.dates.annotator import pair_with_innermost
from toolkit.text import Annotation, Cert, Field, Layer, Span

from .dates_found import annotations, found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on 31 June 1655 he", ["31 June 1655 = "]),
        ("en", "on February 30, 1655, he", ["February 30, 1655 = "]),
        ("de", "am 31. April 1655 kam", ["31. April 1655 = "]),
        ("en", "on 31 June he", []),
        ("en", "on 31.6.1655 he", []),
        ("en", "the 3/14th inst. he", []),
        ("en", "stamped 7-Dec-41 by", ["7-Dec-41 = --12-07"]),
        ("en", "stamped 7-Dec-1941 by", ["7-Dec-1941 = 1941-12-07"]),
        ("en", "until 5 May. In the year 1655 he", ["5 May = --05-05", "1655 = 1655"]),
        ("en", "until 5 May. 1655 was", ["5 May. 1655 = 1655-05-05"]),
        ("de", "bis 5. Mai. Im Jahre 1655 kam", ["5. Mai = --05-05", "1655 = 1655"]),
        ("en", "on the eve of Michaelmas 1471", ["eve of Michaelmas 1471 = 1471-09-28"]),
        ("en", "on the octave of Easter 1450", ["octave of Easter 1450 = 1450-04-12"]),
        ("fr", "à la veille de la Toussaint 1793", ["veille de la Toussaint 1793 = 1793-10-31"]),
        ("en", "on 20/1.1655 he", ["20/1.1655 = 1655-01-20"]),
        ("en", "on 20/1.55 he", []),
        ("en", "paid 1655 Decr 4 to", ["1655 Decr 4 = 1655-12-04"]),
        ("en", "telegram 1655, December 4, to", ["December 4 = --12-04"]),
        (
            "fr",
            "de l'an IV de la République",
            ["an IV de la République = 1795-09-23 .. 1796-09-21"],
        ),
        ("fr", "de l'an III", ["an III = 1794-09-22 .. 1795-09-22"]),
        ("en", "an X ray", []),
    ],
)
def test_no_part_of_a_date_is_a_date(language: str, text: str, expected: list[str]) -> None:
    assert expected == found(text, language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 29 February 1700 he", "29 February 1700 = 1700-03-11"),
        ("on 29 February 1900 he", "29 February 1900 = 1900-03-13"),
        ("on 29 February 1699/1700 he", "29 February 1699/1700 = 1700-03-11"),
        ("on 28 January 1688/9 he", "28 January 1688/9 = 1689-02-07"),
        ("on 31 March 1751/2 he", "31 March 1751/2 = 1752-04-11"),
        ("on 5 March 1752/3 he", "5 March 1752 = 1752-03-05"),
        ("on 1 April 1731/2 he", "1 April 1731 = 1731-04-01"),
        ("on 5 March 1731/3 he", "5 March 1731 = 1731-03-05"),
        ("in March 1731/2 he", "March 1731/2 = 1732-03-12 .. 1732-04-11"),
        ("on 11/22 January he", "11/22 January = --01-22"),
        ("on 11/22 January 1701 he", "11/22 January 1701 = 1701-01-22"),
        ("on 11/23 January 1701 he", "11/23 January 1701 = 1701-01-11 .. 1701-01-23"),
    ],
)
def test_a_double_year_and_a_leap_day_are_julian_and_have_gregorian_values(
    text: str, expected: str
) -> None:
    assert [expected] == found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 29 February 1700 he", "#julian"),
        ("on 29 February 1600 he", ""),
        ("on 3 January 1731/2 he", "#julian"),
        ("on 11/22 January 1701 he", "#julian #gregorian"),
        ("on 3 January 1731 he", ""),
    ],
)
def test_the_calendar_is_named_where_it_is_known(text: str, expected: str) -> None:
    assert [expected] == [a.get("calendar") for a in annotations(text)]


def test_a_day_that_its_calendar_lacks_has_no_value() -> None:
    (date,) = annotations("on 29 February 1700 (N.S.) he")
    assert (("calendar", "#gregorian"),) == date.attributes


def test_only_the_julian_calendar_makes_a_leap_day_doubtful() -> None:
    assert [Cert.MEDIUM] == [a.cert for a in annotations("on 29 February 1700 he")]
    assert [Cert.HIGH] == [a.cert for a in annotations("on 29 February 1696 he")]


def test_a_julian_month_is_a_period_of_the_gregorian_calendar() -> None:
    assert ["October 1917 = 1917-10-14 .. 1917-11-13"] == found(
        "in October 1917 he", calendar="julian"
    )
    assert ["December 1917 = 1917-12-14 .. 1918-01-13"] == found(
        "in December 1917 he", calendar="julian"
    )
    assert ["1917 = 1917"] == found("in 1917 he", calendar="julian")


LETTERS = (
    "York, 29 January 1797\n\nSir, I write.\n\n",
    "York, 10 November 1796\n\nSir, of the 30th ult., the 2nd inst. and on the 5th, he.\n",
)


def test_a_date_is_resolved_in_the_letter_it_is_in() -> None:
    text = "".join(LETTERS)
    second = len(LETTERS[0])
    spans = (Span(0, second - 2), Span(second, len(text)))
    lines = tuple(Annotation(Span(s.start, text.index("\n", s.start)), "dateline") for s in spans)
    divisions = (Annotation(Span(0, len(text)), "div"), *(Annotation(s, "div") for s in spans))
    layer = Layer("structure", (*divisions, *lines))
    assert ["1796-10-30", "1796-11-02", "1796-11-05"] == [
        a.get("when") for a in annotations(text, layers=(layer,))[2:]
    ]


def test_each_letter_of_a_file_has_its_own_date_of_writing() -> None:
    text = "".join(
        f"Leeds,\n{date}\n\nDear Sir,\n\nI reply to yours of the {day} ultimo.\n\n"
        f"Yours truly,\n\nThomas {name}\n\n\n"
        for date, day, name in (
            ("3rd May 1852", "20th", "Hall"),
            ("4th March 1851", "28th", "Ward"),
        )
    )
    tei = toolkit.encode(text.encode(), language="en").tei.decode()
    assert 'when="1852-04-20"' in tei
    assert 'when="1851-02-28"' in tei


def test_the_innermost_span_around_an_item_is_found() -> None:
    around = [Span(0, 20), Span(2, 8), Span(10, 18)]
    items = [Span(1, 2), Span(3, 4), Span(8, 9), Span(12, 18), Span(19, 20), Span(30, 31)]
    assert [Span(0, 20), Span(2, 8), Span(0, 20), Span(10, 18), Span(0, 20), None] == [
        span for _, span in pair_with_innermost(around, items, lambda item: item)
    ]


@pytest.mark.parametrize(
    "text",
    ["in the seventies he", "late in the '40s he", "until October 44.", "on July 7th '16 he"],
)
def test_no_century_is_guessed(text: str) -> None:
    values = [value for a in annotations(text) for _, value in a.attributes]
    assert [] == [value for value in values if not value.startswith("--")]


@pytest.mark.parametrize(("year", "expected"), [(1811, "1816-07-07"), (1810, "1716-07-07")])
def test_a_short_year_is_at_most_five_years_after_the_time_of_writing(
    year: int, expected: str
) -> None:
    fields = (Field("date", "Sent", f"{year}", Span(0, 0)),)
    assert [expected] == [a.get("when") for a in annotations("on July 7th '16 he", fields=fields)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by Jan M. Verbeek. He", []),
        ("for April Jones and Mrs May", []),
        ("in April Jones came", ["April = --04"]),
        ("by April we", ["April = --04"]),
        ("for March Jones", ["March = --03"]),
        ("Captain May 17, Oxford Street", []),
        ("Captain May 17, 1655, Oxford", ["May 17, 1655 = 1655-05-17"]),
    ],
)
def test_a_month_that_is_the_name_of_a_person_is_no_date(text: str, expected: list[str]) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    ("sent", "text", "expected"),
    [
        # nearest, with what has been before what will be
        ("1 January 1850", "on 1 July he", "1849-07-01"),
        ("1 January 1850", "on 10 June he", "1850-06-10"),
        # sure within 92 days
        ("1 June 1850", "on 1 September he", "high"),
        ("1 June 1850", "on 2 September he", "medium"),
    ],
)
def test_a_day_is_in_the_year_nearest_to_the_time_of_writing(
    sent: str, text: str, expected: str
) -> None:
    fields = (Field("date", "Sent", sent, Span(0, 0)),)
    (date,) = annotations(text, fields=fields)
    assert expected in (date.get("when"), date.cert)


@pytest.mark.parametrize(
    ("year", "expected"), [(1940, "1940-06-05"), (1934, "1934-06-05"), (1933, "1944-06-05")]
)
def test_a_mere_year_leads_the_story_up_to_ten_years_back(year: int, expected: str) -> None:
    assert expected == annotations(f"In May 1944, as in {year}, on 5 June he")[-1].get("when")


@pytest.mark.parametrize(
    ("told", "expected"), [("4 May 1849", "1849-05-20"), ("3 May 1848", "1848-05-20")]
)
def test_a_story_far_from_the_time_of_writing_leads_itself(told: str, expected: str) -> None:
    fields = (Field("date", "Sent", "3 June 1850", Span(0, 0)),)
    assert expected == annotations(f"On {told} it came, on 20 May it went", fields=fields)[-1].get(
        "when"
    )
