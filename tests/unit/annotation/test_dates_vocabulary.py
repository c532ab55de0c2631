"""The vocabulary of dates of a language."""

import pytest

from toolkit.annotation.dates.feast_days import parse_feast
from toolkit.annotation.dates.vocabulary import load_vocabulary
from toolkit.languages import COMMON, available_languages, find_language
from toolkit.languages.dates import Dates

from .dates_found import found


@pytest.mark.parametrize("code", [COMMON, *available_languages()])
def test_every_feast_of_the_data_can_be_parsed(code: str) -> None:
    data = find_language(code).topic(Dates)
    for name in (*data.feast_days, *data.feasts, *data.saints_days):
        assert parse_feast(name)


def test_the_months_of_a_language_without_data_are_those_of_cldr() -> None:
    assert "M" == load_vocabulary("pl").words["maja"].kind


def test_words_of_hours_count_only_after_another_token() -> None:
    assert "noon = 12:00:00" == found("in May he slept; at noon he rose")[-1]
    assert ["May = --05"] == found("in May he wrote, morning after morning")
