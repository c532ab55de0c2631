"""The year that a date leaves to the reader."""

import pytest

from toolkit.text import Annotation, Cert, Field, Layer, Span

from .dates_found import annotations, found


def sent(value: str) -> tuple[Field, ...]:
    return (Field("date", "Sent", value, Span(0, 0)),)


def test_the_date_of_the_metadata_gives_the_year_and_leaves_no_doubt_when_near() -> None:
    (date,) = annotations("On the night of November 7 he", fields=sent("9 November, 1917"))
    assert "1917-11-07" == date.get("when")
    assert Cert.HIGH == date.cert


def test_a_date_far_from_that_of_writing_is_doubtful() -> None:
    (date,) = annotations("before 30 April he", fields=sent("9 November, 1917"))
    assert Cert.MEDIUM == date.cert


def test_december_in_a_letter_of_january_is_that_of_the_year_before() -> None:
    assert ["December 21 = 1939-12-21"] == found("of December 21 is", fields=sent("6 Jan 1940"))


def test_a_dateline_in_the_text_counts_as_the_date_of_writing() -> None:
    text = "Vienna, 6 January 1940\n\nYour letter of December 21 has come."
    assert "December 21 = 1939-12-21" == found(text)[-1]


def test_the_dateline_of_the_structure_counts_first() -> None:
    text = "It was in the year 1915, in May, that we met.\n\n5 May 1917"
    layer = Layer("structure", (Annotation(Span(len(text) - 10, len(text)), "dateline"),))
    assert ["1915 = 1915", "May = 1915-05"] == found(text, layers=(layer,))[:2]


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("In October 1944 I worked. On January 1st we sat.", "January 1st = 1945-01-01"),
        ("In July 1943, and again in November, it came.", "November = 1943-11"),
        ("From 1942 he came. It was in March.", "March = 1942-03"),
        ("He came on 5 May 1917. On the 23rd we left.", "23rd = 1917-05-23"),
        ("He came on 5 May 1917. Sunday 20th. Rain.", "Sunday 20th = 1917-05-20"),
    ],
)
def test_a_story_goes_on_from_the_date_before(story: str, expected: str) -> None:
    assert expected == found(story)[-1]


def test_a_mere_year_long_ago_leads_no_story() -> None:
    text = "In May 1944, as after the revolution of 1919, on 5 June he"
    assert "5 June = 1944-06-05" == found(text)[-1]


def test_what_stands_before_the_first_full_date_takes_its_year_with_low_certainty() -> None:
    text = "In March nothing was known, and much was said about it. It was 5 May 1917 when"
    march, _ = annotations(text)
    assert ("1917-03", Cert.LOW) == (march.get("when"), march.cert)


def test_without_any_year_the_value_says_what_is_known() -> None:
    assert ["5 July = --07-05"] == found("on 5 July he")
    assert ["July = --07"] == found("in July he")
    assert ["23rd = ---23"] == found("On the 23rd we left")


def test_the_name_of_a_file_may_tell_the_date_of_writing() -> None:
    assert ["May 3 = 1917-05-03"] == found("on May 3 he", file="letters/1917-05-05_a.txt")
    assert ["May 3 = 1917-05-03"] == found("on May 3 he", file="X-19170505-b.txt")
    assert ["May 3 = --05-03"] == found("on May 3 he", file="WL16560633.txt")


def test_the_century_of_a_short_year_is_that_of_the_context() -> None:
    assert "24.6.16 = 1916-06-24" in found("born 24.6.16", fields=sent("5 May 1940"))
    assert "24.6.96 = 1896-06-24" in found("born 24.6.96", fields=sent("5 May 1940"))


def test_the_date_in_brackets_beside_it_gives_the_year() -> None:
    assert ["11th August = 1943-08-11"] == found("Salonica, 11th August [1943]")


def test_a_note_does_not_lead_the_story_of_the_text() -> None:
    text = "It was in May 1917.[1]\n\n[1] In 1990, or in June 1991.\n\nIn July we went."
    note = Annotation(Span(24, 53), "note", anchor=Span(19, 22))
    assert "July = 1917-07" == sorted(found(text, layers=(Layer("notes", (note,)),)))[1]


def test_metadata_and_page_breaks_are_left_alone() -> None:
    text = "Sent: 5 May 1917\n\nOn 6 May 1917 [p. 1917] he"
    layer = Layer("read", (Annotation(Span(0, 16), "xenoData"), Annotation(Span(33, 42), "pb")))
    assert ["6 May 1917 = 1917-05-06"] == found(text, layers=(layer,))


def test_dates_do_not_run_over_the_border_of_a_block() -> None:
    text = "in May\n1917 was"
    lines = (Annotation(Span(0, 6), "l"), Annotation(Span(7, 15), "l"))
    assert "May\n1917 = 1917-05" not in found(text, layers=(Layer("structure", lines),))


def test_the_weekday_tells_the_year() -> None:
    text = "In 1939 he came. On Saturday, October 14, and on Saturday, October 12, he left."
    assert ["1939-10-14", "1940-10-12"] == [a.get("when") for a in annotations(text)[1:]]


def test_a_weekday_that_does_not_fit_makes_a_date_doubtful() -> None:
    fitting, wrong = annotations("on Saturday, October 14, 1939 or Monday, October 14, 1939")
    assert (Cert.HIGH, Cert.LOW) == (fitting.cert, wrong.cert)


def test_weekdays_of_a_julian_text_are_julian() -> None:
    (date,) = annotations("on Wednesday, 25 October 1917", calendar="julian")
    assert (Cert.HIGH, "1917-11-07") == (date.cert, date.get("when"))
