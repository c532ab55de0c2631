"""Settings of single texts: NAME.toml and [texts."NAME"], and what is wrong with them."""

from pathlib import Path

import pytest

from toolkit.edition import Edition
from toolkit.edition.forms import expand_identifier, parse_date
from toolkit.edition.header_name import HeaderName
from toolkit.edition.missing_settings import find_missing_settings
from toolkit.edition.setting import format_value
from toolkit.edition.settings import read_edition
from toolkit.edition.text_settings import TextSettings, text_settings
from toolkit.edition.text_settings_file import parse_text_settings, read_text_settings
from toolkit.exceptions import SettingsError
from toolkit.publishing.scaffold import scaffold


def _read(text: str) -> TextSettings:
    return parse_text_settings(Edition(), "mill", text.encode(), "mill.toml")


def test_a_text_without_settings_has_empty_ones(tmp_path: Path) -> None:
    assert TextSettings() == read_text_settings(Edition(), tmp_path / "mill.txt")


def test_the_file_beside_a_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "mill.toml").write_text('title = "The Mill"', encoding="utf-8")
    assert TextSettings(title="The Mill") == read_text_settings(Edition(), tmp_path / "mill.txt")


def test_the_file_wins_over_the_table_of_the_edition(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text(
        '[texts."mill"]\ntitle = "Far"\nplace = "York"\n[texts."mill".source]\nyear = 1888\n',
        encoding="utf-8",
    )
    (tmp_path / "mill.toml").write_text('title = "Near"', encoding="utf-8")
    settings = read_text_settings(read_edition(tmp_path), tmp_path / "mill.txt")
    expected = TextSettings(title="Near", place=(HeaderName("York"),), source_year="1888")
    assert expected == settings


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"Ann Lee"', (HeaderName("Ann Lee"),)),
        ('["Lee, Ann and Co.", "Eve"]', (HeaderName("Lee, Ann and Co."), HeaderName("Eve"))),
        (
            '{ name = "Ann", ref = ["gnd:118540238", "https://example.org/a"] }',
            (HeaderName("Ann", "https://d-nb.info/gnd/118540238 https://example.org/a"),),
        ),
    ],
)
def test_names_are_one_or_several(written: str, expected: tuple[HeaderName, ...]) -> None:
    assert expected == _read(f"author = {written}").author


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1850", {"when": "1850"}),
        ("1852-02-29", {"when": "1852-02-29"}),
        ("1850-05/1850-06", {"from": "1850-05", "to": "1850-06"}),
        ("[1850..1852]", {"notBefore": "1850", "notAfter": "1852"}),
        ("[..1852-01]", {"notAfter": "1852-01"}),
    ],
)
def test_dates_have_the_attributes_of_tei(value: str, expected: dict[str, str]) -> None:
    assert expected == parse_date(value)


@pytest.mark.parametrize(
    "value", ["", "50", "1850-13", "1851-02-29", "0000", "1852/1850", "1850/", "[..]", "May 1850"]
)
def test_a_date_that_does_not_exist_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        parse_date(value)


@pytest.mark.parametrize("value", ["Q42", "wikidata:42", "gnd:x", "ftp://a", "https://a b", "viaf"])
def test_an_identifier_of_no_known_form_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        expand_identifier(value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel = 'x'", "unknown key titel; did you mean title?"),
        ("shelfmrk = 'x'", "unknown key shelfmrk; did you mean shelfmark in [manuscript]?"),
        ("publisher = 'x'", "unknown key publisher; publisher belongs in [source]"),
        ("[source]\nyeer = 1", "unknown key yeer in [source]; did you mean year?"),
        ("[sorce]\nyear = 1", "unknown key sorce; did you mean source?"),
        ("[source]\nyear = 88", "[source] year should be a year such as 1888, not 88"),
        ("title = 3", "title should be a text in quotation marks, not 3"),
        ('title = "a\\u0001"', "title should be a text without control characters, not"),
        ("language = 'German'", "language should be a language tag such as en or de-AT"),
        ("source = 'a book'", "[source] should be a table with author, editor, title,"),
        ("date = 'May'", "date should be a date such as 1850-05-03, 1850-05 or 1850,"),
        ("author = { ref = 'x' }", "author should be a name, { name = "),
        ("author = { name = 'A', ref = 'Q1' }", "one of viaf:, gnd:, wikidata:, geonames:, orcid:"),
        ("author = true", "author should be a name"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(text: str, message: str) -> None:
    with pytest.raises(SettingsError) as refused:
        _read(text)
    assert str(refused.value).startswith("mill.toml: ")
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[texts."mill"]\ntitel = 1', 'unknown key titel in [texts."mill"]; did you mean title?'),
        ('[texts."mill".source]\nyear = "x"', '[texts."mill".source] year should be a year'),
        ("texts = 1", '[texts] should be tables [texts."NAME"], not 1'),
        ("[texts]\nmill = 1", '[texts."mill"] should be a table, not 1'),
        ("[text.mill]\n", "unknown table [text]; did you mean texts?"),
    ],
)
def test_what_does_not_fit_in_the_edition_is_refused(
    tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "edition.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        read_edition(tmp_path)
    assert f"{tmp_path / 'edition.toml'}: {message}" in str(refused.value)


def test_every_example_can_be_read() -> None:
    for declared in text_settings():
        if declared.example:
            line = f"{declared.key} = {format_value(declared.example)}"
            text = f"[{declared.table}]\n{line}" if declared.table else line
            assert getattr(_read(text), declared.attribute)


def test_a_new_edition_names_nobody_and_no_licence(tmp_path: Path) -> None:
    scaffold(tmp_path / "new", title="Letters")
    edition = read_edition(tmp_path / "new")
    assert ((), "") == (edition.editors, edition.licence)
    assert ["EDI001", "EDI002"] == [finding.code for finding in find_missing_settings(edition)]


def test_the_editor_of_the_example_is_nobody(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text(
        '[edition]\nlicence = "CC0-1.0"\n'
        'editors = [{ name = "Your Name", role = "editor" }, { name = "Ann" }]\n',
        encoding="utf-8",
    )
    edition = read_edition(tmp_path)
    assert ["Ann"] == [editor.name for editor in edition.editors]
    assert [] == list(find_missing_settings(edition))


def test_without_an_edition_no_setting_is_missing() -> None:
    assert [] == list(find_missing_settings(Edition()))
