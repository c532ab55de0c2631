"""Notes: tied to their markers, wherever and however they are printed."""

import pytest

from toolkit.annotation.notes import diagnose, notes
from toolkit.annotation.protocol import run
from toolkit.edition import Edition
from toolkit.text import Document


def _annotated(text: str) -> Document:
    return run(Document(text, "x.txt"), Edition(), [notes])


def _pairs(text: str) -> list[tuple[str, str]]:
    doc = _annotated(text)
    return [
        (doc.text[: a.anchor.start].split()[-1], a.span.of(text))
        for a in doc.annotations("note")
        if a.anchor
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A ship[1] sank.\n\n[1] A boat.\n", [("ship", "[1] A boat.")]),
        ("A ship¹ sank.\n\n¹ A boat.\n", [("ship", "¹ A boat.")]),
        ("A ship* sank.\n\n*A boat.\n\n", [("ship", "*A boat.")]),
        ("A ship† sank.\n\n† A boat.\n", [("ship", "† A boat.")]),
        ("A ship[a] sank.\n\n[a] A boat.\n", [("ship", "[a] A boat.")]),
        ("A ship(1) sank.\n\n(1) A boat.\n", [("ship", "(1) A boat.")]),
        ("A ship(1) sank.\n\nNOTES\n\n1. A boat.\n", [("ship", "1. A boat.")]),
        ("A ship¹ sank.\n\nNotes\n\n1. A boat.\n", [("ship", "1. A boat.")]),
        ("A ship¹ sank.\n\nNotes\n\n1 A boat.\n", [("ship", "1 A boat.")]),
        ("Ein Schiff*) sank.\n\n*) Ein Boot.\n", [("Schiff", "*) Ein Boot.")]),
        ("A ship (a boat*) sank.\n\n*Small.\n", [("boat", "*Small.")]),
        (
            "A ship* sank†.\n\n* A boat.\n† It did.\n",
            [("ship", "* A boat."), ("sank", "† It did.")],
        ),
        ("A ship* sank.\n\n* a boat\n* a barge\n", []),
    ],
)
def test_a_note_is_tied_to_its_marker(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == _pairs(text)


def test_notes_at_the_foot_of_a_page_end_with_their_block() -> None:
    text = "A ship[1] sank.\n\n[1] A boat.\n\nThe text goes on[2] here.\n\n[2] Further.\n"
    assert [("ship", "[1] A boat."), ("on", "[2] Further.")] == _pairs(text)


def test_a_note_at_the_end_may_have_several_paragraphs() -> None:
    text = "A ship[1] sank[2].\n\n[1] A boat.\n\nA big one.\n\n[2] It did.\n"
    assert [("ship", "[1] A boat.\n\nA big one."), ("sank", "[2] It did.")] == _pairs(text)


def test_notes_may_stand_line_by_line() -> None:
    text = "A ship[1] sank[2].\n\n[1] A boat.\n[2] It did.\n"
    assert [("ship", "[1] A boat."), ("sank", "[2] It did.")] == _pairs(text)


def test_a_sign_used_again_belongs_to_the_next_note_of_that_sign() -> None:
    text = "A ship[*] sank.\n\n[*] A boat.\n\nA dog[*] swam.\n\n[*] An animal.\n"
    assert [("ship", "[*] A boat."), ("dog", "[*] An animal.")] == _pairs(text)


def test_two_markers_may_share_a_note() -> None:
    doc = _annotated("A ship[1] and a boat[1] sank.\n\n[1] Vessels.\n")
    assert 1 == len(list(doc.annotations("note")))
    assert ["#note-1"] == [a.get("target") for a in doc.annotations("ref")]


def test_a_note_may_have_a_note() -> None:
    text = "A ship[1] sank.\n\n[1] A boat[2].\n\n[2] Small.\n"
    assert [("ship", "[1] A boat[2]."), ("boat", "[2] Small.")] == _pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "In 1917 (1) came and (2) went.\n\n1. First\n2. Second\n",
        "He said [sic] so.\n\nSo he did.\n",
        "A ship[1] sank.\n\n(1) came.\n",
    ],
)
def test_numbers_that_are_no_notes_stay_text(text: str) -> None:
    assert [] == _pairs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A ship[1] sank.\n\n[1] A boat.\n\n[2] Lost.\n", ["NOT001"]),
        ("A ship[1] sank[2].\n\n[1] A boat.\n", ["NOT002"]),
        ("A ship[1] sank.\n\n[1] A boat.\n", []),
        ("A ship[1] sank.\n\n[1] A boat.\n\n[1] A barge.\n", ["NOT003"]),
        ("A ship[2] sank[1].\n\n[1] It did.\n\n[2] A boat.\n", ["NOT004"]),
        ("A ship[1] sank.\n\n[1] A boat[2].\n\n[2] Small.\n", []),
    ],
)
def test_what_has_no_partner_is_reported(text: str, expected: list[str]) -> None:
    assert expected == [finding.code for finding in diagnose(_annotated(text))]
