"""The sample edition: each fact about the first real text that was asked for."""

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from toolkit import check
from toolkit.edition.settings import read_edition
from toolkit.findings import Severity
from toolkit.namespaces import XML_ID, tei
from toolkit.pipeline import Encoded, encode_file

ROOT = Path(__file__).resolve().parent.parent
EDITION = ROOT / "tei" / "wireless-message"
TRANSCRIPTION = EDITION / "transcriptions" / "wireless-message.txt"


@cache
def _encoded() -> Encoded:
    return encode_file(TRANSCRIPTION, read_edition(EDITION))


@cache
def _root() -> etree._Element:
    return etree.fromstring(_encoded().tei)


def _said(element: etree._Element) -> str:
    """The words of the source: what the editor put into corr left out, and notes."""
    left_out = {tei("corr"), tei("note")}
    words = [element.text or ""]
    for child in element:
        if child.tag not in left_out:
            words.append(_said(child))
        words.append(child.tail or "")
    return " ".join("".join(words).split())


def _all(path: str) -> list[str]:
    return [_said(element) for element in _root().findall(path)]


def _text(path: str) -> list[str]:
    return _all(f"{{*}}text//{path}")


def test_the_transcription_is_the_first_input_to_the_byte(shared: Path) -> None:
    assert (shared / "seeds" / "wireless-message.txt").read_bytes() == TRANSCRIPTION.read_bytes()


def test_the_committed_result_is_what_the_toolkit_makes() -> None:
    assert (EDITION / "wireless-message.xml").read_bytes() == _encoded().tei


def test_the_text_is_intact() -> None:
    assert _encoded().intact
    assert [] == [f for f in _encoded().findings if f.severity is not Severity.INFO]


def test_the_header_names_everybody() -> None:
    assert ["Wireless Message"] == _all(".//{*}titleStmt/{*}title")
    assert ["V. I. Lenin"] == _all(".//{*}titleStmt/{*}author")
    assert "George Hanna" in _all(".//{*}titleStmt/{*}editor")
    names = {
        _said(stmt.findall("{*}resp")[0]): [_said(name) for name in stmt.findall("{*}name")]
        for stmt in _root().findall(".//{*}titleStmt/{*}respStmt")
    }
    assert ["Yuri Sdobnikov", "George Hanna"] == names["Translated"]
    assert ["Charles Farrell", "David Walters"] == names["Transcription & HTML Markup"]


def test_the_header_describes_the_source() -> None:
    source = ".//{*}biblStruct[@type='source']//"
    assert ["Lenin’s Collected Works"] == _all(source + "{*}monogr/{*}title")
    assert ["Progress Publishers"] == _all(source + "{*}publisher")
    assert ["Moscow"] == _all(source + "{*}pubPlace")
    assert ["26", "312–313"] == _all(source + "{*}biblScope")
    assert ["1972"] == [e.get("when") for e in _root().findall(source + "{*}date")]
    first = ".//{*}biblStruct[@type='firstPublication']//"
    assert ["Robochy I Soldat"] == _all(first + "{*}monogr/{*}title")
    assert ["1917-11-09"] == [e.get("when") for e in _root().findall(first + "{*}date")]


def test_the_header_says_when_from_whom_and_to_whom() -> None:
    assert ["1917-11-09"] == [e.get("when") for e in _root().findall(".//{*}creation/{*}date")]
    sent = ".//{*}correspAction[@type='sent']/{*}persName"
    assert ["#lenin", "#krylenko"] == [e.get("ref") for e in _root().findall(sent)]
    (received,) = _all(".//{*}correspAction[@type='received']/{*}rs")
    assert received.endswith("Sailors of the Revolutionary Navy")
    assert ["en"] == [e.get("ident") for e in _root().findall(".//{*}langUsage/{*}language")]


def test_the_metadata_block_is_kept_to_the_letter() -> None:
    (block,) = _root().findall(".//{*}xenoData")
    assert (block.text or "") in TRANSCRIPTION.read_text("utf-8")
    assert 6 == len((block.text or "").splitlines())


def test_the_address_is_the_opener_with_the_note_at_its_marker() -> None:
    (salute,) = _root().findall("{*}text//{*}opener/{*}salute")
    assert 2 == len(salute.findall("{*}lb"))
    (note,) = salute.findall(".//{*}note")
    assert "[1]" == note.get("n")
    assert _said(note.findall("{*}p")[0]).startswith("The Soviet Government's call")
    assert not (note.tail or "").strip()


def test_the_paragraphs_stand_as_they_do() -> None:
    paragraphs = _root().findall("{*}text/{*}body/{*}div/{*}p")
    assert 9 == len(paragraphs)
    assert _said(paragraphs[0]).startswith("On the night of November 7")
    assert _said(paragraphs[-1]).endswith("the cause of peace will triumph!")


def test_the_closer_has_two_signatures_with_offices() -> None:
    assert ["V. Ulyanov (Lenin)", "N. Krylenko"] == _text("{*}closer/{*}signed/{*}persName")
    assert [
        "Chairman of the Council of People’s Commissars",
        "People’s Commissar for War and Commander-in-Chief",
    ] == _text("{*}closer/{*}signed/{*}roleName")


def test_dates_have_their_year_from_the_context() -> None:
    dates = [(_said(d), d.get("when")) for d in _root().findall("{*}text//{*}date")]
    assert [
        ("November 7", "1917-11-07"),
        ("November 8", "1917-11-08"),
        ("November 8", "1917-11-08"),
        ("November 9", "1917-11-09"),
    ] == dates


def test_times_have_their_values() -> None:
    times = [(_said(t), t.get("when")) for t in _root().findall("{*}text//{*}time")]
    assert [("5.05 am", "05:05:00"), ("2 a.m.", "02:00:00"), ("4.30 a.m.", "04:30:00")] == times


@pytest.mark.parametrize(
    ("entry", "mentions"),
    [
        ("dukhonin", {"Dukhonin": 8, "Commander-in-Chief Dukhonin": 1}),
        ("lenin", {"V. I. Lenin": 1, "Lenin": 1, "V. Ulyanov (Lenin)": 1}),
        ("stalin", {"Stalin": 1}),
        ("krylenko", {"Krylenko": 1, "Ensign Krylenk": 1, "N. Krylenko": 1}),
        ("sovnarkom", {"Council of People’s Commissars": 8}),
        ("petrograd", {"Petrograd": 1}),
    ],
)
def test_all_mentions_point_to_the_authority_lists(entry: str, mentions: dict[str, int]) -> None:
    said = [
        _said(element)
        for element in _root().find("{*}text").iter()  # type: ignore[union-attr]
        if element.get("ref") == f"#{entry}"
    ]
    assert mentions == {words: said.count(words) for words in sorted(set(said), key=said.index)}


def test_every_entry_that_is_mentioned_is_in_the_file() -> None:
    listed = {e.get(XML_ID) for e in _root().findall(".//{*}standOff//*[@{*}id]")}
    listed |= {e.get(XML_ID) for e in _root().iter(tei("person"), tei("org"), tei("place"))}
    refs = {e.get("ref", "") for e in _root().find("{*}text").iter()}  # type: ignore[union-attr]
    assert {ref.removeprefix("#") for ref in refs if ref} <= listed


def test_ranks_are_role_names_within_the_name() -> None:
    roles = _text("{*}persName/{*}roleName")
    assert ["Commander-in-Chief", "Ensign"] == roles


def test_the_errors_are_marked_and_nothing_else() -> None:
    choices = [
        (_said(choice), "".join(choice.find("{*}corr").itertext()))  # type: ignore[union-attr]
        for choice in _root().findall("{*}text//{*}choice")
    ]
    assert [("", '"'), ("Repub]ic", "Republic"), ("Krylenk", "Krylenko"), ("15", "is")] == choices
    quotation = _root().findall("{*}text//{*}note//{*}choice")[0]
    assert (quotation.tail or "").startswith("soldiers' peace treaties\"")


def test_the_result_is_valid_tei() -> None:
    assert [] == [str(f) for f in check(_encoded().tei) if f.severity is Severity.ERROR]


@pytest.mark.slow  # libxml2 needs many seconds to load the schema
def test_libxml2_finds_it_valid_too(shared: Path) -> None:
    schema = etree.RelaxNG(etree.parse(shared / "tei" / "tei_all.rng"))
    schema.assertValid(etree.fromstring(_encoded().tei).getroottree())
