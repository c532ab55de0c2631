"""Times of the day."""

import pytest

from .dates_found import annotations, found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "at 5.05 am. Then", ["5.05 am = 05:05:00"]),
        ("en", "from 2 a.m. to 4.30 a.m. on", ["2 a.m. = 02:00:00", "4.30 a.m. = 04:30:00"]),
        ("en", "between 5 and 6 p. m.", ["5 = 17:00:00", "6 p. m. = 18:00:00"]),
        ("en", "at 7:47 p.m. he", ["7:47 p.m. = 19:47:00"]),
        ("en", "at 12 p.m., at 12 a.m.", ["12 p.m. = 12:00:00", "12 a.m. = 00:00:00"]),
        ("en", "8 o'clock in the evening", ["8 o'clock in the evening = 20:00:00"]),
        ("en", "at 11 o’clock at night", ["11 o’clock at night = 23:00:00"]),
        ("en", "at 0800 hours", ["0800 hours = 08:00:00"]),
        ("en", "at noon; until midnight", ["noon = 12:00:00", "midnight = 00:00:00"]),
        ("en", "at 10.30 he", ["10.30 = "]),
        ("en", "at half past eight", ["half past eight = "]),
        ("en", "a quarter to nine in the evening", ["quarter to nine in the evening = 20:45:00"]),
        ("en", "eight o'clock", ["eight o'clock = "]),
        ("en", "0830Z", ["0830Z = 08:30:00"]),
        ("de", "um halb neun abends", ["halb neun abends = 20:30:00"]),
        ("de", "um 8½ Uhr früh", ["8½ Uhr früh = 08:30:00"]),
        ("de", "um 8 1/2 Uhr abends", ["8 1/2 Uhr abends = 20:30:00"]),
        ("fr", "à huit heures et demie du soir", ["huit heures et demie du soir = 20:30:00"]),
        ("fr", "à 8h½ du matin", ["8h½ du matin = 08:30:00"]),
        ("de", "um 14 Uhr 30 in", ["14 Uhr 30 = 14:30:00"]),
        ("de", "um 14.30 Uhr in", ["14.30 Uhr = 14:30:00"]),
        ("de", "um 5 Uhr früh", ["5 Uhr früh = 05:00:00"]),
        ("de", "um 8 Uhr abends", ["8 Uhr abends = 20:00:00"]),
        ("de", "um 8 Uhr", ["8 Uhr = "]),
        ("fr", "à 5 heures 20 du soir", ["5 heures 20 du soir = 17:20:00"]),
        ("fr", "à 8 heures du matin", ["8 heures du matin = 08:00:00"]),
        ("fr", "vers 16h30", ["16h30 = 16:30:00"]),
        ("es", "a las 5 de la tarde", ["5 de la tarde = 17:00:00"]),
        ("it", "alle 9 di sera", ["9 di sera = 21:00:00"]),
        ("ru", "в 5 часов утра", ["5 часов утра = 05:00:00"]),
    ],
)
def test_times_have_their_value_where_the_text_tells_it(
    language: str, text: str, expected: list[str]
) -> None:
    assert expected == found(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "it took 5 hours",
        "une heure et demie",
        "in three hours",
        "25 p.m.",
        "at 5.75 p.m.",
        "I am 5",
    ],
)
def test_durations_and_impossible_hours_are_no_times(text: str) -> None:
    assert [] == [a for a in annotations(text) if a.element == "time"]


def test_a_date_and_its_time_stand_side_by_side() -> None:
    text = "September 9, 1955—7:47 p.m."
    assert ["September 9, 1955 = 1955-09-09", "7:47 p.m. = 19:47:00"] == found(text)


def test_an_hour_and_a_half_is_a_duration() -> None:
    assert [] == found("en une heure et demie", "fr")
