"""Speeches: who speaks is told by many labels together, and a doubtful one is no label."""

import pytest

from toolkit.annotation.notes import notes
from toolkit.annotation.protocol import run
from toolkit.annotation.structure import structure
from toolkit.edition import Edition
from toolkit.reading.plain import read_text


def _found(text: str, *elements: str, language: str = "en") -> list[tuple[str, str]]:
    doc = run(read_text(text.encode(), "x", language=language).doc, Edition(), [notes, structure])
    return [(a.element, a.span.of(text)) for a in doc.annotations(*elements)]


def _talk(*labels: str, words: str = " Is it so?\n\n", times: int = 4) -> str:
    return "".join(f"{label}{words}" for label in labels * times)


@pytest.mark.parametrize(
    ("labels", "speakers"),
    [
        (("ANNA.", "BEN."), ["ANNA.", "BEN."]),
        (("ANNA:", "BEN:"), ["ANNA:", "BEN:"]),
        (("Anna:", "Ben:"), ["Anna:", "Ben:"]),
        (("Anna.", "Ben."), ["Anna.", "Ben."]),
        (("Q.", "A."), ["Q.", "A."]),
        (("Frage:", "Antwort:"), ["Frage:", "Antwort:"]),
        (("FIRST CITIZEN.", "2. SOLDAT."), ["FIRST CITIZEN.", "2. SOLDAT."]),
        (("Mr. Hall:", "Dr. de la Mare:"), ["Mr. Hall:", "Dr. de la Mare:"]),
        (("JS:", "MK:"), ["JS:", "MK:"]),
    ],
)
def test_names_that_come_again_and_take_turns_are_speakers(
    labels: tuple[str, ...], speakers: list[str]
) -> None:
    assert [("speaker", name) for name in speakers * 4] == _found(_talk(*labels), "speaker")


@pytest.mark.parametrize(
    "labels", [("ANNA\n", "BEN\n"), ("Anna.\n", "Ben.\n"), ("Anna\n", "Ben\n")]
)
def test_a_speaker_may_have_a_line_of_her_own(labels: tuple[str, ...]) -> None:
    found = _found(_talk(*labels, words="Is it so?\n\n"), "speaker")
    assert [("speaker", name.strip()) for name in labels * 4] == found


def test_a_speaker_may_have_a_block_of_her_own() -> None:
    assert 8 == len(_found(_talk("ANNA\n\n", "BEN\n\n", words="Is it so?\n\n"), "sp"))


def test_speeches_need_no_blank_lines_between_them() -> None:
    assert 8 == len(_found(_talk("ANNA.", "BEN.", words=" Is it so?\n"), "sp"))


@pytest.mark.parametrize(
    "labels",
    [
        ("Height:", "Width:", "Owner:"),  # records: always in one order
        ("Monday.", "Tuesday."),
        ("To:", "From:"),
        ("Mr.", "Mrs."),
        ("ANNA.", "ANNA."),
        ("I.", "II."),
    ],
)
def test_other_labels_that_come_again_name_nobody(labels: tuple[str, ...]) -> None:
    assert [] == _found(_talk(*labels), "sp")


def test_what_nobody_asks_is_no_talk() -> None:
    assert [] == _found(_talk("Obverse:", "Reverse:", words=" a head of the king\n\n"), "sp")


def test_a_novel_has_paragraphs_that_begin_with_a_name() -> None:
    text = "Anna. That was her name.\n\nShe went out, and came in again.\n\n" * 8
    assert [] == _found(text + "Ben. That was his?\n\n" * 2, "sp")


def test_the_manner_is_a_direction_and_no_part_of_the_name() -> None:
    text = _talk("ANNA (aside).", "BEN, rising.")
    found = _found(text, "speaker", "stage")[:4]
    assert [
        ("speaker", "ANNA"), ("stage", "(aside)."), ("speaker", "BEN,"), ("stage", "rising."),
    ] == found  # fmt: skip


def test_directions_stand_between_speeches_or_within_them() -> None:
    text = _talk("ANNA.", "BEN.") + "[Exit Ben.]\n\nANNA. He is gone. [She sits.] What now?\n"
    assert [("stage", "[Exit Ben.]"), ("stage", "[She sits.]")] == _found(text, "stage")


def test_brackets_of_an_editor_are_no_directions() -> None:
    text = _talk("ANNA.", "BEN.") + "ANNA. He [is] gone [sic] and [...] it.\n"
    assert [] == _found(text, "stage")


def test_brackets_in_other_texts_are_no_directions() -> None:
    assert [] == _found("A paragraph.\n\n[The rest of the page is torn.]\n\nAnother.\n", "stage")


def test_speeches_in_verse_have_lines() -> None:
    verse = (
        "\nThe sea is in the window and the door,\nAnd what was floor is now a beach.\nO look!\n\n"
    )
    assert 24 == len(_found(_talk("ANNA", "BEN", words=verse), "l"))


def test_speeches_in_prose_typed_in_lines_have_none() -> None:
    prose = " The sea is in the window and the door,\nand what was floor is now\na beach?\n\n"
    assert [] == _found(_talk("ANNA.", "BEN.", words=prose), "l")


def test_a_speech_may_have_several_paragraphs() -> None:
    text = _talk("MR. HALL:", "MR. POE:", words=" Is it so?\n\nI say that it is not.\n\n")
    spans = [words for _, words in _found(text, "sp")]
    assert "MR. HALL: Is it so?\n\nI say that it is not." == spans[0]


def test_what_follows_the_last_of_short_speeches_is_a_paragraph() -> None:
    text = _talk("MR. HALL:", "MR. POE:") + "The House rose at ten.\n"
    assert ("p", "The House rose at ten.") == _found(text, "p")[-1]
    assert "MR. POE: Is it so?" == _found(text, "sp")[-1][1]


def test_a_play_has_a_list_of_its_persons() -> None:
    text = "PERSONS OF THE PLAY\n\nAnna, a widow\nBen\n\nACT I\n\n" + _talk("ANNA.", "BEN.")
    assert [
        ("castList", "PERSONS OF THE PLAY\n\nAnna, a widow\nBen"),
        ("role", "Anna"),
        ("roleDesc", "a widow"),
        ("role", "Ben"),
    ] == _found(text, "castList", "role", "roleDesc")


def test_where_nobody_speaks_there_is_no_cast() -> None:
    assert [] == _found(
        "CHARACTERS\n\nAnna, a widow\nBen, her son\n\nThey lived by the sea.\n", "castList"
    )


def test_labels_of_both_kinds_may_be_those_of_one_talk() -> None:
    assert 8 == len(_found(_talk("Interviewer:", "Frau Lang:"), "sp", language="de"))


def test_a_line_of_names_in_a_speech_may_head_a_list_of_them() -> None:
    text = _talk("MR. HALL:", "MR. POE:", words=" Is it so?\n\nPresent:\n\nAnna Cole\nBen Reed\n\n")
    assert ("list", "Present:\n\nAnna Cole\nBen Reed") == _found(text, "list")[0]


def test_a_direction_may_have_its_first_bracket_only() -> None:
    assert [("stage", "[Enter a Constable.")] == _found(
        _talk("ANNA.", "BEN.") + "[Enter a Constable.\n\n" + _talk("ANNA.", "BEN."), "stage"
    )


def test_speakers_in_capitals_may_take_turns_in_a_fixed_order_if_somebody_asks() -> None:
    assert 12 == len(_found(_talk("ANNA.", "BEN.", "CARL."), "sp"))
    assert [] == _found(_talk("OBVERSE.", "REVERSE.", "EDGE.", words=" plain\n\n"), "sp")


def test_a_speaker_may_be_in_italics_on_a_line_of_its_own() -> None:
    words = "\n\nIs it so?\n\n"
    found = _found(_talk("_Anna_", "_Old Ben._", words=words), "speaker")
    assert [("speaker", "_Anna_"), ("speaker", "_Old Ben._")] * 4 == found
    assert [] == _found(_talk("_very_", "_much_", words=words), "sp")


def test_two_indented_lines_of_a_speech_may_be_verse() -> None:
    verse = "\n\n  The wheel is still, the sack is bare?\n  And all the corn was lost and won\n\n"
    assert 16 == len(_found(_talk("ANNA", "BEN", words=verse), "l"))
    assert [] == _found(_talk("ANNA", "BEN", words=verse.replace("And", "and")), "l")


def test_prose_between_speeches_in_indented_verse_stays_prose() -> None:
    verse = "\n    The wheel is still, the sack is bare,\n    And all the corn is gone.\n\n"
    text = _talk("ANNA.", "BEN.") + f"ANNA.{verse}BEN.{verse}" + _talk("ANNA.", "BEN.", times=1)
    assert 4 == len(_found(text, "l"))


def test_a_label_for_several_speakers_has_small_words() -> None:
    text = _talk("ANNA.", "BEN.") + "ANNA and BEN. It is!\n\n" + _talk("ANNA.", "BEN.")
    assert ("speaker", "ANNA and BEN.") in _found(text, "speaker")
    other = _talk("ANNA.", "BEN.") + "ANNA or so. It is!\n\n" + _talk("ANNA.", "BEN.")
    assert 16 == len(_found(other, "speaker"))


def test_known_speakers_may_have_a_line_of_their_own_too() -> None:
    text = _talk("ANNA.", "BEN.") + "ANNA.\nThe sea?\n\nBEN.\nThe sea!\n\n" + _talk("ANNA.", "BEN.")
    assert 18 == len(_found(text, "sp"))


def test_the_first_speech_may_have_the_full_name() -> None:
    text = "JOHN HALL: Is it so?\n\nRUTH POE: It is.\n\n" + _talk("HALL:", "POE:")
    assert ["JOHN HALL:", "RUTH POE:"] == [words for _, words in _found(text, "speaker")][:2]
    other = "JOHN REED: Is it so?\n\n" + _talk("HALL:", "POE:")
    assert 8 == len(_found(other, "speaker"))
