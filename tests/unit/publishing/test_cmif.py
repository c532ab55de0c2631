"""CMIF: the index has one entry for each letter, says what is missing, and is valid."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from toolkit.cli import group
from toolkit.namespaces import tei
from toolkit.publishing.cmif_index import Index, Letter, cmif, uuid_of
from toolkit.trees import parse_bytes
from toolkit.validation.profiles.check_profile import check_profile
from toolkit.validation.run import check

INDEX = Index(
    title="Letters of N.",
    editor="E. Editor",
    email="e@example.org",
    publisher="P",
    publisher_url="https://example.org",
    url="https://example.org/cmif.xml",
    date="2026-11-23",
    edition="Letters of N., ed. E. Editor, 2026",
    letters_at="https://example.org/{id}.html",
)
OPTIONS = [
    *("--profile", "cmif", "--title", "T", "--editor", "E", "--email", "e@example.org"),
    *("--publisher", "P", "--publisher-url", "https://example.org", "--date", "2026-11-23"),
    *("--url", "https://example.org/cmif.xml", "--edition", "Letters of N., 2026"),
]
SENT = """<correspAction type="sent"><persName ref="#a"><forename>Ann</forename> Moore</persName>
<placeName ref="#w">Wien</placeName><date when="1899-07-16T08:30:00">16. 7.</date>
</correspAction>"""
RECEIVED = '<correspAction type="received"><orgName ref="gnd:35">BBAW</orgName></correspAction>'
LISTS = """<standOff><listPerson><person xml:id="a"><persName>Ann Moore</persName>
<idno type="wikidata">Q1</idno><idno type="GND">118540238</idno></person></listPerson><listPlace>
<place xml:id="w"><idno type="geonames">2761369</idno></place></listPlace></standOff>"""


def _letter(
    file: str = "l/001.xml", sent: str = SENT, received: str = RECEIVED, lists: str = LISTS
) -> Letter:
    text = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="L1"><teiHeader><profileDesc>
<correspDesc>{sent}{received}</correspDesc></profileDesc></teiHeader>{lists}</TEI>"""
    return Letter(file, parse_bytes(text.encode(), file))


def _made(*letters: Letter, index: Index = INDEX) -> etree._Element:
    return parse_bytes(cmif(letters, index)[0], "cmif.xml").getroot()


def _codes(*letters: Letter, index: Index = INDEX) -> list[str]:
    return [finding.code for finding in cmif(letters, index)[1]]


def _refs(root: etree._Element, name: str) -> list[str | None]:
    return [element.get("ref") for element in root.iter(tei(name))]


def test_a_full_index_has_no_findings() -> None:
    assert [] == _codes(_letter())


def test_a_full_index_passes_the_check_of_the_profile() -> None:
    assert () == check_profile(cmif([_letter()], INDEX)[0], "cmif.xml", "cmif")


def test_an_index_is_valid_tei() -> None:
    letters = [_letter(), _letter("l/002.xml", received="", lists="")]
    assert () == check(cmif(letters, INDEX)[0], schema="tei_all").findings


def test_an_index_without_anything_is_still_valid_tei() -> None:
    assert check(cmif([], Index())[0], schema="tei_all").valid


def test_the_same_letters_give_the_same_bytes() -> None:
    assert cmif([_letter()], INDEX) == cmif([_letter()], INDEX)


def test_each_letter_has_number_address_and_edition() -> None:
    entry = next(_made(_letter()).iter(tei("correspDesc")))
    expected = {
        "key": "L1",
        "ref": "https://example.org/001.html",
        "source": f"#{uuid_of(INDEX.edition)}",
    }
    assert expected == dict(entry.attrib)


def test_persons_are_identified_by_their_entry_the_gnd_first() -> None:
    assert ["https://d-nb.info/gnd/118540238"] == _refs(_made(_letter()), "persName")


def test_a_prefixed_reference_is_an_address() -> None:
    assert ["https://d-nb.info/gnd/35"] == _refs(_made(_letter()), "orgName")


def test_places_are_identified_by_geonames() -> None:
    assert ["https://www.geonames.org/2761369"] == _refs(_made(_letter()), "placeName")


def test_a_time_is_reduced_to_its_day() -> None:
    dates = list(_made(_letter()).iter(tei("date")))
    assert {"when": "1899-07-16"} == dict(dates[1].attrib)


def test_parts_of_a_name_are_one_name() -> None:
    names = [element.text for element in _made(_letter()).iter(tei("persName"))]
    assert ["Ann Moore"] == names


def test_a_missing_addressee_is_unknown_and_found() -> None:
    letter = _letter(received="")
    assert ["PRF452"] == _codes(letter)
    assert "Unknown" == [e.text for e in _made(letter).iter(tei("persName"))][-1]


def test_addressees_in_words_are_unknown_and_quoted() -> None:
    words = '<correspAction type="received"><rs>All soldiers</rs></correspAction>'
    (finding,) = cmif([_letter(received=words)], INDEX)[1]
    assert 'no person in "All soldiers"; listed as Unknown' == finding.message


def test_who_has_no_number_is_found() -> None:
    assert ["PRF453", "PRF453"] == _codes(_letter(lists=""))


def test_a_date_in_words_alone_is_left_out_and_found() -> None:
    words = SENT.replace('when="1899-07-16T08:30:00"', "")
    assert ["PRF454"] == _codes(_letter(sent=words))
    assert 1 == len(list(_made(_letter(sent=words)).iter(tei("date"))))


@pytest.mark.parametrize("value", ["1899-02-30", "1899-13", "July", "16.7.1899"])
def test_a_date_that_does_not_exist_is_left_out_and_found(value: str) -> None:
    letter = _letter(sent=SENT.replace("1899-07-16T08:30:00", value))
    assert ["PRF454"] == _codes(letter)
    assert check(cmif([letter], INDEX)[0], schema="tei_all").valid


def test_dates_that_exclude_each_other_are_not_taken_over_together() -> None:
    both = SENT.replace("<date ", '<date notBefore="1899" notAfter="1900" ')
    letter = _letter(sent=both)
    assert ["PRF454"] == _codes(letter)
    assert () == check(cmif([letter], INDEX)[0], schema="tei_all").findings


def test_comments_are_not_words() -> None:
    letter = _letter(sent=SENT.replace("Moore", "Moore<!-- sic -->"))
    assert "Ann Moore" == next(_made(letter).iter(tei("persName"))).text


def test_every_text_of_a_corpus_file_is_a_letter() -> None:
    one = etree.tostring(_letter().tree, encoding="unicode")
    data = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{one}{one}</teiCorpus>'
    corpus = Letter("corpus.xml", parse_bytes(data.encode(), "corpus.xml"))
    assert 2 == len(list(_made(corpus).iter(tei("correspDesc"))))


def test_an_index_of_nothing_is_found() -> None:
    assert ["PRF451"] == _codes()


def test_an_index_needs_a_real_date() -> None:
    from dataclasses import replace

    assert ["PRF455"] == _codes(_letter(), index=replace(INDEX, date="yesterday"))


def test_a_file_that_is_no_letter_is_left_out_and_found() -> None:
    other = Letter("preface.xml", parse_bytes(b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", ""))
    assert ["PRF451"] == _codes(other)


def test_what_the_index_does_not_say_of_itself_is_found() -> None:
    assert ["PRF455"] * 8 == _codes(_letter(), index=Index())


@pytest.mark.parametrize("licence", ["CC-BY-NC-4.0", ""])
def test_only_free_licences_are_for_an_index(licence: str) -> None:
    from dataclasses import replace

    assert ["PRF456"] == _codes(_letter(), index=replace(INDEX, licence=licence))


def test_an_edition_has_one_uuid_that_can_be_an_xml_id() -> None:
    uuids = {uuid_of(f"edition {n}") for n in range(200)}
    assert 200 == len(uuids)
    assert all(one[0].isalpha() for one in uuids)


def test_hostile_words_stay_words() -> None:
    name = "&lt;script&gt;&amp;"
    letter = _letter(sent=SENT.replace("Moore", name))
    assert "Ann <script>&" == next(_made(letter).iter(tei("persName"))).text


def test_the_command_writes_the_index_and_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    source = tmp_path / "letters" / "001.xml"
    source.write_bytes(etree.tostring(_letter().tree))
    target = tmp_path / "cmif.xml"
    arguments = ["corpus", "export", str(source.parent), "-o", str(target)]
    full = CliRunner().invoke(group, [*arguments, *OPTIONS])
    assert (0, "") == (full.exit_code, full.stderr)
    assert () == check(target, schema="tei_all").findings
    bare = CliRunner().invoke(group, [*arguments, "--profile", "cmif"])
    assert 1 == bare.exit_code
    assert "PRF455 the e-mail address of the editor is missing" in bare.stderr


def test_the_command_does_not_overwrite_an_index_edited_by_hand(tmp_path: Path) -> None:
    source, target = tmp_path / "001.xml", tmp_path / "out" / "cmif.xml"
    source.write_bytes(etree.tostring(_letter().tree))
    target.parent.mkdir()
    target.write_text("mine", encoding="utf-8")
    arguments = ["corpus", "export", str(source), "-o", str(target), *OPTIONS]
    assert 3 == CliRunner().invoke(group, arguments).exit_code
    assert "mine" == target.read_text(encoding="utf-8")


def test_the_command_checks_a_folder_and_ends_with_its_verdict(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(cmif([_letter()], INDEX)[0])
    arguments = ["corpus", "check", "--profile", "cmif", str(tmp_path)]
    assert 0 == CliRunner().invoke(group, arguments).exit_code
    (tmp_path / "b.xml").write_bytes(cmif([], INDEX)[0])
    result = CliRunner().invoke(group, arguments)
    assert 1 == result.exit_code
    assert "b.xml" in result.stderr
    assert "PRF405" in result.stderr


def test_a_letter_of_another_edition_is_taken_over(shared: Path) -> None:
    file = shared / "rendering" / "05-L02880.xml"
    letter = Letter(str(file), parse_bytes(file.read_bytes(), str(file)))
    data, findings = cmif([letter], INDEX)
    assert {"PRF453"} == {finding.code for finding in findings}
    assert () == check(data, schema="tei_all").findings
