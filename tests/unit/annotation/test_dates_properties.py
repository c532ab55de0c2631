"""What holds for the dates of any text."""

import re
import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toolkit.annotation.dates.calendars import from_republican, gregorian
from toolkit.annotation.dates.partial_date import PartialDate
from toolkit.text import Annotation

from .dates_found import annotations

CODES = ("en", "de", "fr", "it", "es", "ru", "und", "zh", "ar")
LANGUAGES = st.sampled_from(CODES)
VALUE = re.compile(
    r"-?[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
    r"|--(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|---(0[1-9]|[12][0-9]|3[01])"
    r"|([01][0-9]|2[0-3]):[0-5][0-9]:00"
)
"""The values of teidata.temporal.w3c that we write."""

WORDS = st.lists(
    st.sampled_from(
        (
            "1 2 5th 12 31 the of May Mai mai мая August October 7 1917 1944/45 42 '42 to and - – /"
            " . , ( ) [ ] : Monday summer century XIX XIXe e. siècle a.m. p.m. Uhr inst. d. M. v."
            " J. A.D. B.C. BC early before am den le an VIII brumaire s first twenty half г. и"
            " (O.S.) (N.S.) 29 February 1700 1731/2 1900 ultimo Jan an II République"
            " 12.11. 3. 0 00 99 \n \n\n \u00a0 \u2009 ¬\n"
        ).split(" ")
    ),
    max_size=40,
).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), WORDS, WORDS.map(lambda text: text.replace(" ", "")))


@pytest.fixture(autouse=True, scope="module")
def load_languages() -> None:
    """Load the vocabularies before the tests, which have a deadline."""
    for code in CODES:
        annotations("", code)
        annotations("on 5 May 1917", code)


@given(TEXTS, LANGUAGES)
def test_every_span_lies_in_the_text_and_holds_something(text: str, language: str) -> None:
    for annotation in annotations(text, language):
        assert 0 <= annotation.span.start < annotation.span.end <= len(text)
        assert annotation.span.of(text).strip() == annotation.span.of(text)


@example("Early May", "en", True, "julian")
@example("Before May", "en", True, "julian")
@given(TEXTS, LANGUAGES, st.booleans(), st.sampled_from(["gregorian", "julian"]))
def test_every_value_is_valid(text: str, language: str, option: bool, calendar: str) -> None:
    options = {"parts": option, "relations": option, "seasons": option, "weekdays": not option}
    for annotation in annotations(text, language, calendar=calendar, **options):
        for name, value in annotation.attributes:
            if name != "calendar":
                assert VALUE.fullmatch(value), f"{annotation.span.of(text)!r}: {value}"
                assert _is_day(value)
        assert _in_order(annotation)


def _is_day(value: str) -> bool:
    """Whether a full date is a day of the Gregorian calendar."""
    if len(value) != len("1917-11-07") or value[0] == "-":
        return True
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _in_order(annotation: Annotation) -> bool:
    first = annotation.get("from") or annotation.get("notBefore")
    last = annotation.get("to") or annotation.get("notAfter")
    same_length = min(len(first), len(last))
    return not (first and last) or first[0] == "-" or first[:same_length] <= last[:same_length]


@given(TEXTS, LANGUAGES)
def test_no_two_dates_overlap(text: str, language: str) -> None:
    spans = sorted(a.span for a in annotations(text, language))
    assert not any(a.overlaps(b) for a, b in pairwise(spans))


@given(st.dates())
def test_a_day_written_as_iso_is_read_back(day: object) -> None:
    year = int(str(day)[:4])
    expected = [str(day)] if 1000 <= year < 2200 else []
    assert expected == [a.get("when") for a in annotations(f"on {day} it") if a.rule == "iso"]


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(1, 28))
def test_no_two_julian_days_are_one_gregorian_day(year: int, month: int, day: int) -> None:
    first, second = PartialDate(year, month, day), PartialDate(year, month, day % 28 + 1)
    assert first == second or gregorian(first) != gregorian(second)


@given(st.integers(1, 14), st.integers(1, 12), st.integers(1, 29))
def test_republican_days_follow_one_another(year: int, month: int, day: int) -> None:
    assert from_republican(year, month, day) < from_republican(year, month, day + 1)


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "1.", "1917 ", "May ", "1st of ", "the 1st, ", "5 May (", "5 p.m. ", "\n",
     "a \n \n", "Monday, the 5 ", "1917 (May ", "5 and ", "May, ", "-", "I ", "[", "a-\n"],
)  # fmt: skip
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        annotations(text)
        return time.process_time() - start

    seconds(1_000)
    short, long = seconds(10_000), seconds(80_000)
    assert long < 8 * 4 * max(short, 0.004)
