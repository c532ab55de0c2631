"""TEI files edited by hand, taken back as decisions."""

from pathlib import Path

import pytest

from toolkit.decisions.resolve import decide
from toolkit.encoding.serialise import serialise
from toolkit.encoding.tei_document import encode
from toolkit.exceptions import SourceError
from toolkit.reading.tei import read_marks
from toolkit.review.import_tei import ManualEdits, read_manual_edits
from toolkit.review.session import Session
from toolkit.trees import parse_bytes


def tei_of(session: Session, name: str = "first.txt") -> str:
    view = session.view(name)
    decided = decide(view.doc, session.decisions(name), threshold=session.edition.threshold)
    return serialise(encode(view.doc, decided.accepted, session.edition).tree).decode()


def edited(session: Session, folder: Path, *pairs: tuple[str, str]) -> ManualEdits:
    text = tei_of(session)
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "first.xml"
    path.write_text(text, encoding="utf-8")
    return read_manual_edits(session, path)


def said(work: ManualEdits) -> list[tuple[str, str, str, str | None]]:
    return [(d.verdict.value, d.outcome, d.target.quote, d.alternative) for d in work.decisions]


CASES = {
    "nothing": ([], []),
    "a correction is added": (
        [("thanked", "<choice><sic>thanked</sic><corr>thanks</corr></choice>")],
        [("add", "sic", "thanked", "thanks")],
    ),
    "what is missing is added": (
        [("30 men", "30<choice><sic/><corr>,000</corr></choice> men")],
        [("add", "sic", "", ",000")],
    ),
    "a name is added": (
        [("The Repub]ic", "The <orgName ref='#r'>Repub]ic</orgName>")],
        [("add", "orgName", "Repub]ic", None)],
    ),
    "a name is taken out": (
        [('<placeName cert="medium">Paris</placeName>', "Paris")],
        [("reject", "placeName", "Paris", None)],
    ),
    "a name becomes one of another kind": (
        [("<persName>Colonel Martin</persName>", "<orgName>Colonel Martin</orgName>")],
        [("change", "orgName", "Colonel Martin", None)],
    ),
    "a value is changed": (
        [('when="1917-11"', 'when="1917-11-09"')],
        [("change", "date", "9 November 1917", None)],
    ),
    "a certainty is changed": (
        [('<placeName cert="medium">', '<placeName cert="low">')],
        [("change", "placeName", "Paris", None)],
    ),
    "something else is marked": (
        [("was sent", '<hi rend="italic">was sent</hi>')],
        [("add", "hi", "was sent", None)],
    ),
    "a comment is written": ([("was sent", "was <!-- when? --> sent")], []),
}


@pytest.mark.parametrize("case", CASES)
def test_the_difference_becomes_decisions(session: Session, folder: Path, case: str) -> None:
    pairs, expected = CASES[case]
    assert expected == said(edited(session, folder, *pairs))


@pytest.mark.parametrize("case", CASES)
def test_hand_work_survives_the_next_encoding(session: Session, folder: Path, case: str) -> None:
    work = edited(session, folder, *CASES[case][0])
    assert () == work.findings
    session.add(work.decisions)
    doc = session.view("first.txt").doc
    wanted = (folder / "first.xml").read_bytes()
    trees = [parse_bytes(data, "x") for data in (wanted, tei_of(session).encode())]
    marks = [
        {
            (a.element, a.span, a.attributes, a.alternative)
            for a in read_marks(t, doc, "x").annotations
        }
        for t in trees
    ]
    assert marks[0] == marks[1]


def test_an_editor_named_by_resp_is_the_one_who_decides(session: Session, folder: Path) -> None:
    work = edited(session, folder, ("was sent", '<hi resp="#al">was</hi> <hi resp="#x">sent</hi>'))
    assert [("was", "al"), ("sent", "jd")] == [(d.target.quote, d.by) for d in work.decisions]


def test_taking_it_twice_decides_nothing_more(session: Session, folder: Path) -> None:
    pair = ('when="1917-11"', 'when="1917-11-09"')
    session.add(edited(session, folder, pair).decisions)
    assert () == read_manual_edits(session, folder / "first.xml").decisions


def test_words_that_were_changed_are_refused(session: Session, folder: Path) -> None:
    with pytest.raises(SourceError, match='the transcription has "thanked'):
        edited(session, folder, ("thanked", "thanks"))


def test_an_editors_own_note_is_reported(session: Session, folder: Path) -> None:
    with pytest.raises(SourceError, match="mark the change as choice"):
        edited(session, folder, ("thanked", "thanked<note>Really?</note>"))


def test_an_edited_header_is_reported(session: Session, folder: Path) -> None:
    work = edited(
        session, folder, ("<publicationStmt>", "<publicationStmt><publisher>X</publisher>")
    )
    assert ["DEC005"] == [finding.code for finding in work.findings]
    assert "publicationStmt was edited" in work.findings[0].message


def test_an_element_of_another_namespace_is_reported(session: Session, folder: Path) -> None:
    work = edited(session, folder, ("was sent", '<b xmlns="urn:other">was</b> sent'))
    assert ["DEC005"] == [finding.code for finding in work.findings]


def test_a_file_of_another_edition_is_refused(session: Session, folder: Path) -> None:
    path = folder / "other.xml"
    path.write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>', encoding="utf-8")
    with pytest.raises(SourceError, match="made from no text of this edition"):
        read_manual_edits(session, path)


def test_what_is_no_xml_is_refused(session: Session, folder: Path) -> None:
    (folder / "first.xml").write_text("<TEI>", encoding="utf-8")
    with pytest.raises(SourceError, match="not well-formed"):
        read_manual_edits(session, folder / "first.xml")
