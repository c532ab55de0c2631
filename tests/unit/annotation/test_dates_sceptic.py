"""Dates before a sceptical editor: old spellings, print and scans, and what only looks like one."""

import pytest

from toolkit.edition import Edition
from toolkit.pipeline import encode_bytes

from .dates_found import annotations, found


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("October 27/November 9, 1917", "en", "October 27/November 9, 1917 = 1917-11-09"),
        ("25. Oktober/7. November 1917", "de", "25. Oktober/7. November 1917 = 1917-11-07"),
        ("25 октября/7 ноября 1917", "ru", "25 октября/7 ноября 1917 = 1917-11-07"),
        ("on March 5–June 21, 1951", "en", "March 5–June 21, 1951 = 1951-03-05 .. 1951-06-21"),
        ("the session of 1955–6", "en", "1955–6 = 1955 .. 1956"),
        ("Tisza 1880–1942.", "en", "1880–1942 = 1880 .. 1942"),
        ("9ber 5th 1690", "en", "9ber 5th 1690 = 1690-11-05"),
        ("le 3 7bre 1700", "fr", "3 7bre 1700 = 1700-09-03"),
        ("the loth day of May 1817", "en", "loth day of May 1817 = 1817-05-10"),
        ("le ler mai 1817", "fr", "ler mai 1817 = 1817-05-01"),
        ("December, A. D., 1887", "en", "December, A. D., 1887 = 1887-12"),
        ("August , 2, 1830", "en", "August , 2, 1830 = 1830-08-02"),
        ("9 Thermidor Year II", "en", "9 Thermidor Year II = 1794-07-27"),
        ("el 1.º de mayo de 1817", "es", "1.º de mayo de 1817 = 1817-05-01"),
        ("im Mai 17, als", "de", "Mai 17 = --05"),
        ("5. Mai 17, als", "de", "5. Mai 17 = --05-05"),
        ("im 17./18. Jh. war", "de", "17./18. Jh. = 1601 .. 1800"),
        ("XVI–XVII вв.", "ru", "XVI–XVII вв. = 1501 .. 1700"),
        ("the painter (fl. 1450) was", "en", "1450 = 1450"),
        ("at 12 noon he", "en", "12 noon = 12:00:00"),
        ("à 5 h. 30 du soir", "fr", "5 h. 30 du soir = 17:30:00"),
        ("в 9 час. утра", "ru", "9 час. утра = 09:00:00"),
    ],
)
def test_old_forms_and_forms_of_print_are_read(text: str, language: str, expected: str) -> None:
    assert [expected] == found(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("for 1500 days he", "en"),
        ("In 1500 cases the fever", "en"),
        ("MS 1850 and chap. 1764", "en"),
        ("Le dieu Mars et Mme Avril", "fr"),
        ("il signor Maggio venne", "it"),
        ("rue du 29 Juillet", "fr"),
        ("via XX Settembre, piazza 4 Novembre", "it"),
        ("in der Straße des 17. Juni", "de"),
        ("fr. 1800 de rente", "fr"),
        ("gab ihm RM 1900 für", "de"),
        ("Tel. 12-3-45", "de"),
        ("a man in his thirties", "en"),
        ("les quarante hommes", "fr"),
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str, language: str) -> None:
    assert [] == found(text, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Written in 1935: in the twenties", "en", "twenties = 1920 .. 1929"),
        ("Written in 1935: in the '20s", "en", "20s = 1920 .. 1929"),
        ("1935: in den 20er Jahren", "de", "20er Jahren = 1920 .. 1929"),
        ("1935: in den zwanziger Jahren", "de", "zwanziger Jahren = 1920 .. 1929"),
        ("En 1935, les années 20", "fr", "années 20 = 1920 .. 1929"),
        ("Nel 1945, gli anni quaranta", "it", "anni quaranta = 1940 .. 1949"),
    ],
)
def test_a_decade_without_century_is_of_that_of_the_text(
    text: str, language: str, expected: str
) -> None:
    assert expected in found(text, language)


def test_a_letter_of_the_5th_is_dated_by_the_last_month() -> None:
    text = "London, 3 April 1850\n\nYour letter of the 31st, and that of the 2nd, came."
    assert "31st = 1850-03-31" in found(text)


def test_since_a_year_does_not_lead_the_story_there() -> None:
    text = "Athens, May 20, 1955\n\nIt has helped since 1947. He comes in September."
    assert "September = 1955-09" in found(text)


def test_a_day_alone_after_a_french_article_is_doubtful() -> None:
    text = "Paris, 3 avril 1850\n\nLe 23, il partit. Les 3 enfants, le 5 de la rue."
    assert ["3 avril 1850 = 1850-04-03", "23 = 1850-04-23"] == found(text, "fr")
    assert "low" == annotations(text, "fr")[-1].cert


def test_the_label_and_the_marker_of_a_note_are_no_years() -> None:
    encoded = encode_bytes(b"A ship[1400] sank.\n\n[1400] A boat.\n", "x.txt", Edition())
    assert encoded.intact
    assert b"<date" not in encoded.tei


def test_a_year_without_century_in_the_dateline_is_none_of_the_first_century() -> None:
    text = "12-3-40\n\nDear Sir,\n\nI was in Warsaw until November, and in Vilnius in May.\n"
    encoded = encode_bytes(text.encode(), "x.txt", Edition(), language="en")
    assert b'when="1940-03-12"' in encoded.tei
    assert b'"0040' not in encoded.tei
