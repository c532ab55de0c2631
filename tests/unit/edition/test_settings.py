"""Settings: edition.toml and the authority lists, and what is wrong with them, in words."""

from pathlib import Path

import pytest

from toolkit.edition import Edition, Kind, Responsible
from toolkit.edition.settings import edition_settings, read_edition
from toolkit.exceptions import SettingsError
from toolkit.publishing.scaffold import scaffold, settings_text
from toolkit.text import Cert

PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>
<person xml:id="ann"><persName>Ann  <surname>Lee</surname></persName><persName>A. L.</persName>
</person></listPerson></standOff></TEI>"""


def _edition(folder: Path, text: str) -> Edition:
    (folder / "edition.toml").write_text(text, encoding="utf-8")
    return read_edition(folder)


def test_no_settings_are_the_defaults(tmp_path: Path) -> None:
    assert Edition() == read_edition(tmp_path)


def test_settings_are_read(tmp_path: Path) -> None:
    edition = _edition(
        tmp_path,
        '[edition]\ntitle = "T"\ndate = 2026-11-23\neditors = [{ name = "Ann" }]\n'
        '[outputs]\nformats = ["pdf"]\n[encoding]\nthreshold = "medium"\n',
    )
    assert ("T", "2026-11-23") == (edition.title, edition.date)
    assert (Responsible("Ann"),) == edition.editors
    assert (("pdf",), Cert.MEDIUM) == (edition.formats, edition.threshold)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[edition]\ntitel = 'x'", "unknown key titel in .edition.; did you mean title"),
        ("[editon]\ntitle = 'x'", r"unknown table .editon.; did you mean edition"),
        ("[edition]\nformats = ['pdf']", "formats belongs in .outputs."),
        ("[edition]\nqqqq = 1", "known are"),
        ("[edition]\ntitle = 3", "should be a text in quotation marks, not 3"),
        ("[outputs]\nformats = 'pdf'", "should be a list of texts, not 'pdf'"),
        ("[encoding]\nuncorrected = 'sure'", "should be one of high, medium, low, not 'sure'"),
        ("[annotators]\nnames = 'no'", "names should be true or false, not 'no'"),
        ("[annotators]\nown = [1]", "own should be a list of texts"),
        ("[outputs]\nview = 'both'", "should be one of reading, diplomatic"),
        ("[edition]\neditors = ['Ann']", "should be a list of . name"),
        ("[edition\n", "not valid TOML"),
        ("[files]\nauthority = ['../x.xml']", "leads out of the edition's folder"),
    ],
)
def test_faulty_settings_are_refused_with_a_remedy(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=f"edition.toml.*{said}"):
        _edition(tmp_path, text)


@pytest.mark.parametrize(
    "key", [(s.table, s.key, s.allowed) for s in edition_settings() if s.allowed], ids=str
)
def test_a_value_that_is_not_allowed_is_refused_with_those_that_are(
    tmp_path: Path, key: tuple[str, str, tuple[str, ...]]
) -> None:
    table, name, allowed = key
    with pytest.raises(SettingsError) as refused:
        _edition(tmp_path, f'[{table}]\n{name} = "zzz"')
    expected = f"[{table}] {name} should be one of {', '.join(allowed)}, not 'zzz'"
    assert f"{tmp_path / 'edition.toml'}: {expected}" == str(refused.value)


def test_annotators_are_switched_by_their_names(tmp_path: Path) -> None:
    edition = _edition(tmp_path, '[annotators]\nnames = false\ndates = true\nown = ["a.py:a"]')
    assert (("names", False), ("dates", True)) == edition.annotators
    assert ("a.py:a",) == edition.own_annotators


def test_authority_lists_are_read(tmp_path: Path) -> None:
    (tmp_path / "p.xml").write_text(PERSONS, encoding="utf-8")
    (entry,) = _edition(tmp_path, "[files]\nauthority = ['p.xml']").authority
    assert ("ann", Kind.PERSON, ("Ann Lee", "A. L.")) == (entry.id, entry.kind, entry.names)
    assert entry.xml.startswith("<person")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (' xml:id="ann"', "", "needs an xml:id"),
        ("<persName>A. L.</persName>\n</person>", "</person><person xml:id='b'/>", "needs a pers"),
        ("</person>", "</person><person xml:id='ann'><persName>B</persName></person>", "two auth"),
    ],
)
def test_faulty_entries_are_refused(tmp_path: Path, before: str, after: str, said: str) -> None:
    (tmp_path / "p.xml").write_text(PERSONS.replace(before, after), encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        _edition(tmp_path, "[files]\nauthority = ['p.xml']")


def test_a_new_edition_can_be_read(tmp_path: Path) -> None:
    scaffold(tmp_path / "new", title='My "Letters"')
    edition = read_edition(tmp_path / "new")
    assert ("My 'Letters'", ()) == (edition.title, edition.authority)


def test_every_key_is_explained_in_a_new_edition(tmp_path: Path) -> None:
    text = settings_text("T")
    every = "\n".join(
        line.removeprefix("# ") if " = " in line else line for line in text.split("\n")
    )
    every = "\n".join(line for line in every.split("\n") if " = " in line or line.startswith("["))
    assert (
        _edition(
            tmp_path,
            every.replace(
                '"authority/persons.xml", "authority/organisations.xml", "authority/places.xml"', ""
            ),
        ).date
        == "2026"
    )


def test_a_file_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    edition = _edition(tmp_path, '[outputs]\nstyle = "own.css"')
    with pytest.raises(SettingsError, match=r'there is no "own[.]css"'):
        edition.file(edition.style)
