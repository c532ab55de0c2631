"""How decisions show in the TEI."""

from pathlib import Path

import pytest
from lxml import etree

from toolkit.decisions.decision import Decision, Target, Verdict
from toolkit.decisions.ledger import append
from toolkit.edition.settings import read_edition
from toolkit.namespaces import XML_ID, tei
from toolkit.pipeline import encode_file
from toolkit.trees import parse_bytes

TEXT = (
    "A Title\n\nOn 9 November 1917 the Repub]ic was proclaimed by the assembly in the old hall.\n"
)
LEDGER = (
    Decision(
        Target("sic", "Repub]ic", "1917 the ", " was proclaimed"),
        Verdict.CHANGE,
        "jd",
        "2026-11-23T09:00:00Z",
        alternative="republic",
        file="text.txt",
    ),
    Decision(
        Target("placeName", "old hall", "in the ", "."),
        Verdict.ADD,
        "ann",
        "2026-11-22T09:00:00Z",
        attributes=(("ref", "#hall"),),
        file="text.txt",
    ),
)


@pytest.fixture
def tree(tmp_path: Path) -> etree._ElementTree:
    (tmp_path / "edition.toml").write_text(
        '[edition]\neditors = [{ name = "Jane Doe", id = "jd", ref = "https://orcid.org/0" }]\n',
        encoding="utf-8",
    )
    folder = tmp_path / "transcriptions"
    folder.mkdir()
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    append(tmp_path / "decisions" / "decisions.jsonl", LEDGER)
    encoded = encode_file(folder / "text.txt", read_edition(tmp_path), language="en")
    assert encoded.intact
    return parse_bytes(encoded.tei, "text.xml")


def test_a_decided_correction_names_its_editor(tree: etree._ElementTree) -> None:
    (corr,) = tree.iter(tei("corr"))
    assert ("republic", "#jd", "high") == (corr.text, corr.get("resp"), corr.get("cert"))


def test_a_decided_name_names_its_editor(tree: etree._ElementTree) -> None:
    (place,) = tree.iter(tei("placeName"))
    assert ("old hall", "#ann", "#hall") == (place.text, place.get("resp"), place.get("ref"))


def test_the_editors_are_declared(tree: etree._ElementTree) -> None:
    names = tree.iterfind(f".//{tei('respStmt')}/{tei('name')}")
    expected = {"jd": "Jane Doe", "ann": "ann"}
    assert expected == {name.get(XML_ID): name.text for name in names if name.get(XML_ID)}


def test_the_revisions_say_who_decided_and_when(tree: etree._ElementTree) -> None:
    changes = tree.iterfind(f".//{tei('revisionDesc')}/{tei('change')}")
    expected = [("#jd", "2026-11-23"), ("#ann", "2026-11-22"), ("#tei-toolkit", None)]
    assert expected == [(change.get("who"), change.get("when")) for change in changes]


def test_the_editorial_declaration_counts_the_decided(tree: etree._ElementTree) -> None:
    words = " ".join(tree.find(f".//{tei('editorialDecl')}").itertext())
    assert "1 decided by an editor, 0 proposed" in words
    assert "1 decided by an editor and marked by resp" in words


def test_errors_without_a_correction_are_counted_by_themselves(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('[encoding]\nuncorrected = "low"\n', encoding="utf-8")
    folder = tmp_path / "transcriptions"
    folder.mkdir()
    text = "A Title\n\nThe Repub]ic (as it was called by the assembly was proclaimed there.\n"
    (folder / "text.txt").write_text(text, encoding="utf-8")
    encoded = encode_file(folder / "text.txt", read_edition(tmp_path), language="en")
    tree = parse_bytes(encoded.tei, "text.xml")

    assert ["Repub]ic", "("] == [sic.text for sic in tree.iter(tei("sic"))]
    words = " ".join(tree.find(f".//{tei('editorialDecl')}").itertext())
    assert "1 error of the transcription marked by choice" in words
    assert "and 1 by sic alone" in words
