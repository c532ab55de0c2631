"""Passages: tables, lists and verse, and what only looks like them."""

import pytest

from toolkit.annotation.notes import notes
from toolkit.annotation.protocol import run
from toolkit.annotation.structure import structure
from toolkit.edition import Edition
from toolkit.reading.plain import read_text

LONG = "This is a paragraph that goes on for a while, so that nobody takes it for a heading. " * 2


def _found(block: str, *elements: str) -> list[tuple[str, str]]:
    text = f"{LONG}\n\n{block}\n\n{LONG}\n"
    doc = run(read_text(text.encode(), "x", language="en").doc, Edition(), [notes, structure])
    return [(a.element, a.span.of(text)) for a in doc.annotations(*elements)]


@pytest.mark.parametrize(
    "block",
    [
        "Eggs\t3s.\nButter\t6s.",
        "| Eggs | 3s. |\n|------|-----|\n| Butter | 6s. |",
        "Eggs | 3s.\nButter | 6s.",
    ],
)
def test_tabs_and_strokes_make_cells(block: str) -> None:
    cells = [words.partition("\n")[0].strip("| ") for _, words in _found(block, "cell")]
    assert ["Eggs", "3s.", "Butter", "6s."] == cells


def test_strokes_are_kept_beside_the_words() -> None:
    block = "| Eggs | 3s. |\n|------|-----|\n| Butter | 6s. |"
    assert ["|"] * 3 + ["|------|-----|"] + ["|"] * 3 == [w for _, w in _found(block, "fw")]


@pytest.mark.parametrize(
    "block",
    ["Eggs .... 3s.\nButter .... 6s.\nMilk .... 1s.", "Eggs    3s.\nButter  6s.\nMilk     1s."],
)
def test_leaders_and_wide_gaps_make_cells_of_three_lines(block: str) -> None:
    expected = 6 if "..." in block else 0  # two spaces are no gap
    assert expected == len(_found(block, "cell"))


def test_two_lines_with_wide_gaps_are_no_table() -> None:
    assert [] == _found("A. Brown      J. Cole\nChairman      Treasurer", "table")


def test_lists_stand_within_items() -> None:
    block = "1. Buy:\n   a) bread,\n   b) milk.\n2. Eat."
    assert [
        ("list", block),
        ("item", "Buy:\n   a) bread,\n   b) milk."),
        ("list", "a) bread,\n   b) milk."),
        ("item", "bread,"),
        ("item", "milk."),
        ("item", "Eat."),
    ] == _found(block, "list", "item")


@pytest.mark.parametrize(
    "labels", [("1.", "2.", "3."), ("(a)", "(b)", "(c)"), ("i)", "ii)", "iii)")]
)
def test_labels_count_up(labels: tuple[str, ...]) -> None:
    block = "\n".join(f"{label} a thing of some kind," for label in labels)
    assert [("label", label) for label in labels] == _found(block, "label")


@pytest.mark.parametrize(
    "block",
    [
        "- Is it so?\n- It is.\n- Then I shall go.",
        "\u2014 Oui.\n\u2014 Non.",
        "1. Anna\n7. Ben",
        "HERE LIES\nANNA REED",
    ],
)
def test_talk_and_inscriptions_are_no_lists(block: str) -> None:
    assert [] == _found(block, "list")


def test_present_heads_the_list_of_those_who_were() -> None:
    assert [
        ("list", "Present:\n\nDr. A. Cole, Chairman\nMiss Reed"),
        ("head", "Present:"),
        ("item", "Dr. A. Cole, Chairman"),
        ("item", "Miss Reed"),
    ] == _found("Present:\n\nDr. A. Cole, Chairman\nMiss Reed", "list", "head", "item")


def test_names_without_an_announcement_are_a_paragraph() -> None:
    assert [] == _found("Dr. A. Cole, Chairman\nMiss Reed\nMr. Hall", "list", "lg")


def test_two_lines_are_verse_only_beside_a_stanza() -> None:
    stanza = "The rain has come, and with it comes the dark,\n" * 4
    couplet = "So let it come, and let it rattle on;\nWe shall have tea, and then it will be gone."
    assert 2 == len(_found(f"{stanza}\n{couplet}", "lg"))
    assert [] == _found(couplet, "lg")


def test_the_number_of_a_stanza_may_stand_between_it_and_the_next() -> None:
    stanza = "The rain has come, and with it comes the dark,\n" * 4
    couplet = "The rain has come, and with it comes the dark,\nThe lamps are lit.\n"

    assert 2 == len(_found(f"I.\n\n{stanza}\nII.\n\n{couplet}", "lg"))


def test_a_long_poem_may_have_long_lines() -> None:
    line = "Who doth desire the trump of fame, to sound unto the Skies, and be with Gods,\n"
    assert 10 == len(_found(line * 10, "l"))


def test_a_column_of_prose_is_no_verse() -> None:
    lines = (
        "Der alte Graf von Hallam",
        "Reiste gestern mit dem",
        "Sohne nach Wien, um da",
        "zu sein.",
    )
    column = "\n".join(lines) + "\n\n"
    doc = run(read_text((column * 9).encode(), "x", language="de").doc, Edition(), [structure])
    assert [] == list(doc.annotations("lg"))


def test_a_letter_may_stand_within_a_file_of_letters() -> None:
    letter = f"Hull, 3 May 1822\n\nDear Ann,\n\n{LONG}\n\nYours ever,\n\nJ. Cole\n\n"
    doc = run(
        read_text((letter * 3).encode(), "x", language="en").doc, Edition(), [notes, structure]
    )
    assert (3, 3, 3) == tuple(
        len(list(doc.annotations(element))) for element in ("div", "opener", "closer")
    )


def test_a_motto_names_its_source() -> None:
    block = "CHAPTER I\n\nThe sea gives nothing back.\n\n\u2014 Old saying"
    assert [("epigraph", "The sea gives nothing back.\n\n\u2014 Old saying")] == _found(
        block, "epigraph"
    )


SONG = (
    "    the wind is cold upon the hill,\n"
    "      and cold the water of the mill,\n"
    "    the miller and the wheel stand still,\n"
    "      and nobody knows why.\n"
)


def test_indented_lines_that_begin_small_may_be_verse() -> None:
    assert 4 == len(_found(f"{LONG}\n\n{SONG}\n{LONG}\n", "l"))


def test_indented_lines_that_are_full_are_no_verse() -> None:
    prose = (
        "    the wind was cold upon the hill that day and\n"
        "    the water of the mill was colder than before,\n"
        "    so that the miller and the wheel stood still\n"
        "    and nobody knew why.\n"
    )
    assert [] == _found(f"{LONG}\n\n{prose}\n{LONG}\n\n{LONG}\n\n{LONG}\n", "l")


def test_a_text_that_is_all_indented_has_no_verse_for_that() -> None:
    assert [] == _found(f"{SONG}\n" * 4, "l")
