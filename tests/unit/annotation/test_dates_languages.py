"""Dates in the languages that have a file of words, and in one that has none."""

import subprocess
import sys

import pytest

from .dates_found import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am 9. November 1918 kam", "9. November 1918 = 1918-11-09"),
        ("Wien, den 10. Jänner 1940", "10. Jänner 1940 = 1940-01-10"),
        ("den 7ten May 1809", "7ten May 1809 = 1809-05-07"),
        ("Samstag, den 14. Okt. 1939 um", "Samstag, den 14. Okt. 1939 = 1939-10-14"),
        ("13.-15. Mai 1940", "13.-15. Mai 1940 = 1940-05-13 .. 1940-05-15"),
        ("im 19. Jahrhundert", "19. Jahrhundert = 1801 .. 1900"),
        ("in den 1920er Jahren", "1920er Jahren = 1920 .. 1929"),
        ("Im Sommer 1939 wurden", "Sommer 1939 = 1939-06 .. 1939-08"),
        ("im Jahre 1847, unter", "1847 = 1847"),
        ("indem er 1734 auf die Idee", "1734 = 1734"),
        ("am Neunten November 1918", "Neunten November 1918 = 1918-11-09"),
    ],
)
def test_german_dates(text: str, expected: str) -> None:
    assert [expected] == found(text, "de")


@pytest.mark.parametrize("text", ["August Müller kam", "1200 Juden", "Nr. 1920", "am 2. Tag"])
def test_german_numbers_and_names_that_are_no_dates(text: str) -> None:
    assert [] == found(text, "de")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Londres, ce 9 février 1928.", "9 février 1928 = 1928-02-09"),
        ("le 1er mai 1890", "1er mai 1890 = 1890-05-01"),
        ("lundi 3 mars 1890", "lundi 3 mars 1890 = 1890-03-03"),
        ("au XIXe siècle", "XIXe siècle = 1801 .. 1900"),
        ("les xviiie et xixe siècles", "xviiie et xixe siècles = 1701 .. 1900"),
        ("les années 1920", "années 1920 = 1920 .. 1929"),
        ("à l'automne 1944", "automne 1944 = 1944-09 .. 1944-11"),
        ("depuis\n1914", "1914 = 1914"),
        ("janvier-février 1917", "janvier-février 1917 = 1917-01 .. 1917-02"),
    ],
)
def test_french_dates(text: str, expected: str) -> None:
    assert [expected] == found(text, "fr")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "Roma, 7 novembre 1917", "7 novembre 1917 = 1917-11-07"),
        ("it", "il 1º maggio 1890", "1º maggio 1890 = 1890-05-01"),
        ("it", "il 1° maggio 1890", "1° maggio 1890 = 1890-05-01"),
        ("it", "dell'8 settembre 1943", "8 settembre 1943 = 1943-09-08"),
        ("it", "nel secolo XIX", "secolo XIX = 1801 .. 1900"),
        ("it", "nell'estate del 1943", "estate del 1943 = 1943-06 .. 1943-08"),
        ("es", "Madrid, 7 de noviembre de 1917", "7 de noviembre de 1917 = 1917-11-07"),
        ("es", "en el siglo XIX", "siglo XIX = 1801 .. 1900"),
        ("es", "en el verano de 1943", "verano de 1943 = 1943-06 .. 1943-08"),
        ("ru", "7 ноября 1917 г. в", "7 ноября 1917 г. = 1917-11-07"),
        ("ru", "в ноябре 1917 года", "ноябре 1917 года = 1917-11"),
        ("ru", "в 1917 году", "1917 году = 1917"),
        ("ru", "1914–1918 гг.", "1914–1918 гг. = 1914 .. 1918"),
        ("ru", "1920-е годы", "1920-е годы = 1920 .. 1929"),
        ("ru", "5-го марта 1917", "5-го марта 1917 = 1917-03-05"),
        ("nl", "op 5 mei 1917", "5 mei 1917 = 1917-05-05"),
        ("nl", "den 5den maart 1650 te Leiden", "5den maart 1650 = 1650-03-05"),
        ("nl", "in het jaar 1650 was", "1650 = 1650"),
        ("nl", "in de zeventiende eeuw", "zeventiende eeuw = 1601 .. 1700"),
        ("nl", "in de zomer van 1672 kwam", "zomer van 1672 = 1672-06 .. 1672-08"),
        ("nl", "op Goede Vrijdag 1880", "Goede Vrijdag 1880 = 1880-03-26"),
        ("nl", "om half negen 's avonds", "half negen 's avonds = 20:30:00"),
        ("nl", "anno zestienhonderdvijftig", "zestienhonderdvijftig = 1650"),
        ("la", "die 5 Martii 1650 scripsi", "5 Martii 1650 = 1650-03-05"),
        ("la", "Romae, XII Augusti 1521", "XII Augusti 1521 = 1521-08-12"),
        ("la", "mense Octobri anno 1450", "Octobri anno 1450 = 1450-10"),
        ("la", "in vigilia Omnium Sanctorum 1415", "vigilia Omnium Sanctorum 1415 = 1415-10-31"),
        ("la", "vigesimo quinto Decembris 1300", "vigesimo quinto Decembris 1300 = 1300-12-25"),
        ("pl", "dnia 5 maja 1917", "5 maja 1917 = 1917-05-05"),
        ("und", "on 1917-11-07", "1917-11-07 = 1917-11-07"),
        ("xx-invalid", "7.11.1917", "7.11.1917 = 1917-11-07"),
    ],
)
def test_other_languages(language: str, text: str, expected: str) -> None:
    assert [expected] == found(text, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "5 May 1917. On the 12th inst. the", "12th inst. = 1917-05-12"),
        ("en", "5 May 1917. On the 12th ult. the", "12th ult. = 1917-04-12"),
        ("en", "5 May 1917. the 6th of this month,", "6th = 1917-05-06"),
        ("en", "5 May 1917. 13 October of last year", "13 October = 1916-10-13"),
        ("de", "5. Mai 1917. am 10. d. M. in", "10. d. M. = 1917-05-10"),
        ("de", "5. Mai 1917. am 10. v. M. in", "10. v. M. = 1917-04-10"),
        ("de", "5. Mai 1917. Ende März v.J. waren", "März v.J. = 1916-03"),
        ("fr", "5 mai 1917. le 12 courant, il", "12 courant = 1917-05-12"),
        ("it", "5 maggio 1917. lì 12 c. m. si", "12 c. m. = 1917-05-12"),
        ("es", "5 de mayo de 1917. el 12 del corriente, se", "12 = 1917-05-12"),
        ("ru", "5 мая 1917 г. 12 сего месяца, я", "12 = 1917-05-12"),
        ("nl", "5 mei 1917. Den 12den dezer, ik", "12den dezer = 1917-05-12"),
        ("la", "5 Maii 1517. die 12 huius mensis, ego", "12 = 1517-05-12"),
    ],
)
def test_months_of_letter_writers(language: str, text: str, expected: str) -> None:
    assert expected == found(text, language)[-1]


def test_importing_loads_no_language_data() -> None:
    code = "import sys, toolkit.annotation.dates; sys.exit('babel' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


def test_no_month_is_seen_in_the_first_letters_of_a_word() -> None:
    for length in range(80, 100):
        assert ["juin = --06"] == found(f"au mois de juin {'x' * length} en mais", "fr")
