"""Feasts of the church and civil year, and years in words."""

import pytest

from toolkit.annotation.dates.feast_days import compute_easter, parse_feast

from .dates_found import annotations, found


@pytest.mark.parametrize(
    ("year", "julian", "expected"),
    [
        (1818, False, "1818-03-22"),
        (1916, False, "1916-04-23"),
        (1943, False, "1943-04-25"),
        (1381, True, "1381-04-14"),
        (1917, True, "1917-04-02"),
    ],
)
def test_easter_is_reckoned_in_both_calendars(year: int, julian: bool, expected: str) -> None:
    assert expected == compute_easter(year, julian=julian).isoformat()


def test_a_feast_that_a_language_file_spells_wrongly_is_refused() -> None:
    with pytest.raises(ValueError, match="easter"):
        parse_feast("whitsun")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "due at Michaelmas 1745.", "Michaelmas 1745 = 1745-09-29"),
        ("en", "on Easter Monday 1916 they", "Easter Monday 1916 = 1916-04-24"),
        ("en", "on Christmas Day, 1843, he", "Christmas Day, 1843 = 1843-12-25"),
        ("en", "on St. John's Day, 1720", "St. John's Day, 1720 = 1720-06-24"),
        ("en", "the Monday after Easter 1450", "Monday after Easter 1450 = 1450-04-06"),
        ("en", "the Tuesday before Michaelmas 1471", "Tuesday before Michaelmas 1471 = 1471-09-24"),
        ("de", "am Tage Petri und Pauli 1789", "Petri und Pauli 1789 = 1789-06-29"),
        ("de", "zu Martini 1749 zahlte", "Martini 1749 = 1749-11-11"),
        ("de", "am Karfreitag 1880 war", "Karfreitag 1880 = 1880-03-26"),
        ("de", "2. Sonntag nach Trinitatis 1723", "2. Sonntag nach Trinitatis 1723 = 1723-06-06"),
        ("fr", "à la Saint-Michel 1745", "Saint-Michel 1745 = 1745-09-29"),
        ("fr", "le lundi de Pâques 1916", "lundi de Pâques 1916 = 1916-04-24"),
        ("it", "il venerdì santo 1880", "venerdì santo 1880 = 1880-03-26"),
        ("es", "por San Juan 1820", "San Juan 1820 = 1820-06-24"),
        ("ru", "на Пасху 1916 года", "Пасху 1916 года = 1916-04-23"),
    ],
)
def test_a_feast_with_its_year_is_a_day(language: str, text: str, expected: str) -> None:
    assert [expected] == found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "at Christmas and at Easter"),
        ("en", "Michaelmas Term"),
        ("de", "Herr Martini kam zu Ostern"),
        ("fr", "de Saint-Jean à Saint-Michel"),
    ],
)
def test_seasons_of_the_year_and_names_alone_are_no_days(language: str, text: str) -> None:
    assert [] == found(text, language)


@pytest.mark.parametrize("text", ["Herr Martini 1749", "Saint-Martin, 1820"])
def test_the_name_of_a_saint_needs_a_word_before_it(text: str) -> None:
    assert text not in [a.span.of(text) for a in annotations(text, "de")]


def test_a_feast_without_a_year_is_in_that_of_the_context() -> None:
    assert "Good Friday = 1881-04-15" in found("On 3 May 1881. On Good Friday we")
    assert "Christmas Eve = 1880-12-24" in found("On 3 January 1881. On Christmas Eve we")


def test_easter_of_a_text_in_the_julian_calendar_becomes_gregorian() -> None:
    assert ["Пасху 1917 = 1917-04-15"] == found("на Пасху 1917", "ru", calendar="julian")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "in eighteen hundred and forty-eight", 1848),
        ("en", "in the year one thousand seven hundred and seventy-six", 1776),
        ("en", "in seventeen eighty-nine the", 1789),
        ("en", "in the year eighteen hundred", 1800),
        ("de", "im Jahre achtzehnhundertachtundvierzig", 1848),
        ("de", "Anno eintausendachthundertzwölf", 1812),
        ("fr", "l'an mil sept cent quatre-vingt-neuf", 1789),
        ("fr", "en dix-neuf cent quatorze", 1914),
        ("it", "nell'anno millesettecentottantanove", 1789),
        ("es", "en mil ochocientos cuarenta y ocho", 1848),
        ("ru", "в тысяча восемьсот сорок восьмом году", 1848),
    ],
)
def test_years_in_words_have_their_number(language: str, text: str, expected: int) -> None:
    assert [f"{expected}"] == [line.rpartition(" = ")[2] for line in found(text, language)]


def test_a_day_may_have_its_year_in_words() -> None:
    text = "this fourth day of July, one thousand eight hundred and twelve"
    assert [f"{text[5:]} = 1812-07-04"] == found(text)
    assert ["quatre août mil sept cent neuf = 1709-08-04"] == found(
        "le quatre août mil sept cent neuf", "fr"
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "for fifteen hundred guineas"),
        ("en", "in one thousand and one nights"),
        ("en", "for eighteen hundred and forty pounds"),
        ("en", "at twelve thirty"),
        ("en", "between nineteen and thirty-five"),
        ("de", "für achtzehnhundert Mark"),
        ("fr", "pour mille francs, en sept jours, à dix-sept ans"),
    ],
)
def test_quantities_in_words_are_no_years(language: str, text: str) -> None:
    assert [] == [a for a in annotations(text, language) if a.element == "date"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on Nov. 9th, '17", "Nov. 9th, '17 = --11-09"),
        ("en", "dated 9/XI 17.", "9/XI 17 = 1917-11-09"),
        ("de", "am 17. X. 39 in", "17. X. 39 = 1939-10-17"),
        ("de", "den 9. 11. 17\n", "9. 11. 17 = 1917-11-09"),
        ("de", "am 23./24. 11. 1891", "23./24. 11. 1891 = 1891-11-23 .. 1891-11-24"),
        ("de", "vom 3.-5.11.1917", "3.-5.11.1917 = 1917-11-03 .. 1917-11-05"),
        ("en", "on 1st Jan'y 1817 he", "1st Jan'y 1817 = 1817-01-01"),
        ("de", "Dienstag den 5., kam", "Dienstag den 5. = ---05"),
        ("en", "on 9.xi.1917 he", "9.xi.1917 = 1917-11-09"),
        ("en", "the xxiiij of May 1570", "xxiiij of May 1570 = 1570-05-24"),
        ("en", "the first of Iune, 1588", "first of Iune, 1588 = 1588-06-01"),
        ("en", "Decemb. 25. 1641 he", "Decemb. 25. 1641 = 1641-12-25"),
        ("en", "March 3, 1711-12, he", "March 3, 1711-12 = 1712-03-14"),
        ("en", "091430Z NOV 42", "091430Z NOV 42 = 1942-11-09"),
        ("fr", "le vendredi 9, il", "vendredi 9 = ---09"),
        ("fr", "le dix-sept août", "dix-sept août = --08-17"),
        ("fr", "le 5 sept. 1914", "5 sept. 1914 = 1914-09-05"),
        ("fr", "ventôse an IX", "ventôse an IX = 1801-02-20 .. 1801-03-21"),
        ("de", "18. Brumaire des Jahres VIII", "18. Brumaire des Jahres VIII = 1799-11-09"),
    ],
)
def test_old_and_short_forms_are_read(language: str, text: str, expected: str) -> None:
    assert [expected] == found(text, language)
