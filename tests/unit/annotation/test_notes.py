"""Notes: tied to their markers, wherever and however they are printed."""

import pytest

from toolkit.annotation.notes import notes
from toolkit.annotation.protocol import annotate_document, run
from toolkit.edition import Edition
from toolkit.languages import Language, all_languages
from toolkit.languages.notes import Notes
from toolkit.text import Document


def _annotated(text: str) -> Document:
    return run(Document(text, "x.txt"), Edition(), [notes])


def _findings(text: str) -> list[str]:
    _, findings = annotate_document(Document(text, "x.txt"), Edition(), [notes])
    return [finding.code for finding in findings]


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
    assert expected == _findings(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A ship[1] sank.\n\n[Footnote 1: A boat.]\n\nIt was never raised.\n",
            [("ship", "[Footnote 1: A boat.]")],
        ),
        ("Ein Schiff[1] sank.\n\n[Fußnote 1: Ein Boot.]\n", [("Schiff", "[Fußnote 1: Ein Boot.]")]),
        ("A ship¹ sank.\n\n[Note 1: A [small] boat.]\n", [("ship", "[Note 1: A [small] boat.]")]),
        (
            "A ship[A] sank.\n\n[Footnote A: A boat.\n\nA big one.]\n\nIt was raised.\n",
            [("ship", "[Footnote A: A boat.\n\nA big one.]")],
        ),
        ("A ship[A] sank.\n\n[A] A boat.\n", [("ship", "[A] A boat.")]),
    ],
)
def test_a_note_in_brackets_is_tied_to_its_marker(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == _pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "A ship[1] sank.\n\nHe wrote [Footnote 1: a boat] in the margin.\n",
        "A ship[1] sank.\n\n[Footnote 1: A boat.\n\nIt was never raised.\n",
        "A ship[2] sank.\n\n[Footnote 1: A boat.]\n",
        "[A]nd a ship sank.\n\n[A] A boat.\n",
    ],
)
def test_what_only_looks_like_a_note_in_brackets_stays_text(text: str) -> None:
    assert [] == _pairs(text)


def test_the_closing_bracket_is_no_part_of_the_words_of_a_note() -> None:
    doc = _annotated("A ship[1] sank.\n\n[Footnote 1: A boat.]\n")
    assert ["A boat."] == [a.span.of(doc.text) for a in doc.annotations("p")]


GLUED = "The board1 met, the pilots2 went home, and the lamp,3 lit for 40 years, went out."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{GLUED}\n\n1. Of the port.\n\n2. Nine.\n\n3. On the wall.\n",
            [("board", "1. Of the port."), ("pilots", "2. Nine."), ("lamp,", "3. On the wall.")],
        ),
        (
            f"{GLUED}\n\n1 Of the port.\n2 Nine.\n3 On the wall.\n",
            [("board", "1 Of the port."), ("pilots", "2 Nine."), ("lamp,", "3 On the wall.")],
        ),
        ("He took the road,1 which was wet.\n\n1 See the map.\n", [("road,", "1 See the map.")]),
        (
            "The board1 met.\n\n1 Of the port.\n\nThe lamp1 went out.\n\n1 On the wall.\n",
            [("board", "1 Of the port."), ("lamp", "1 On the wall.")],
        ),
    ],
)
def test_a_number_at_the_end_of_a_word_is_a_marker(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == _pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "The board met for 40 years.\n\n1. Of the port.\n\n2. Nine.\n",
        "He lived in B1 and B2 then.\n\n1. First we go.\n\n2. Then we rest.\n",
        "The pilots2 and the board1 met.\n\n1. Of the port.\n\n2. Nine.\n",
        "The board1.5 met.\n\n1. Of the port.\n",
        f"{GLUED[:20]}\n\nOne.\n\nTwo.\n\nThree.\n\n1. Of the port.\n",
        "1. Act1 begins here.\n\n2. Act2 follows it.\n",
    ],
)
def test_numbers_of_a_list_are_no_notes(text: str) -> None:
    assert [] == _pairs(text)


def test_notes_that_restart_on_each_page_belong_to_the_markers_of_that_page() -> None:
    text = (
        "In May(1) and again(1) they met.\n\n(1) Of the year.\n\n"
        "In June(1) nobody(2) came.\n\n(1) All but two.\n(2) Not one.\n(a) Another hand.\n\n"
        "The sign(a) was new, and the end came.\n"
    )
    assert [
        ("May", "(1) Of the year."),
        ("June", "(1) All but two."),
        ("nobody", "(2) Not one."),
    ] == _pairs(text)


def test_notes_of_chapters_that_are_all_at_the_end_go_to_their_markers_in_order() -> None:
    text = "In May[1] they met.\n\nIn June[1] too.\n\n[1] Of the year.\n\n[1] All of them.\n"
    assert [("May", "[1] Of the year."), ("June", "[1] All of them.")] == _pairs(text)


def test_packed_notes_may_mix_numbers_and_letters() -> None:
    text = "In May(1) the sign(a) was new.\n\n(1) Of the year.\n(a) Another hand.\n"
    assert [("May", "(1) Of the year."), ("sign", "(a) Another hand.")] == _pairs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Order of 2 January 1919[1] was read.\n\nAppeal[2] to all.\n", ["NOT002", "NOT002"]),
        ("A ship¹ sank.\n", ["NOT002"]),
        ("A ship† sank.\n", ["NOT002"]),
        ("Papers, Severn Press, Bristol [1977], were read.\n", []),
        ("Papers, Severn Press,[1977] Bristol, were read.\n\nA ship[1] sank.\n\n[1] So.\n", []),
        ("The field has 40 m² or 3 km² of land.\n", []),
        ("He gave yo[u] a book [1] long ago.\n", []),
        ("[Footnote 1: A boat.]\n\nIt was never raised.\n", ["NOT001"]),
        ("A ship[A] sank.\n\n[Footnote A: A boat.]\n\nA barge[B] too.\n", ["NOT002"]),
    ],
)
def test_a_sign_without_its_partner_is_a_finding(text: str, expected: list[str]) -> None:
    assert expected == _findings(text)


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_a_heading_over_notes_is_known_in_every_language(language: Language) -> None:
    heading = language.topic(Notes).headings[0]
    text = f"Oslo¹ Berlin.\n\n{heading.capitalize()}\n\n1. Roma.\n"
    doc = _annotated(text)
    assert [heading.capitalize()] == [a.span.of(text) for a in doc.annotations("fw")]
