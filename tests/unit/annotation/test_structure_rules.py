"""Each named rule of a structural heuristic holds for one example and fails for another.

The examples are at the bounds: a word or a character more or less changes the result.
"""

from collections.abc import Callable, Sequence

import pytest

from toolkit.annotation.blocks import Block, split_blocks
from toolkit.annotation.structure import dialogue_rules, heading_rules, letter_closers, verse
from toolkit.annotation.structure.dialogue_rules import Stretch
from toolkit.annotation.structure.heading_rules import Place
from toolkit.annotation.structure.speakers import Candidate, find_candidates
from toolkit.annotation.structure.wording import wording_of
from toolkit.text import Document

EN = wording_of("en")
SENTENCE = "The boat came back to the quay late in the evening, and nobody had seen it come. "
LONG = (SENTENCE * 2)[:121]


def _blocks(text: str) -> tuple[Block, ...]:
    return split_blocks(Document(text, "x", "en"))


def _place(
    words: str, *, before: str = "It ended.", after: str = LONG, taken: Sequence[int] = ()
) -> Place:
    """The place of a block after another; with ``taken``, the indices of taken blocks."""
    text = "\n\n".join(part for part in (before, words, after) if part)
    return Place(text, _blocks(text), int(bool(before)), lambda index: index in taken, EN)


@pytest.mark.parametrize(
    ("rule", "holds", "fails"),
    [
        ("has_few_lines", "The Boat\nThe Quay", "The Boat\nThe Quay\nThe Mill"),
        ("has_few_lines", "x" * 120, "x" * 121),
        ("is_finished", "The Boat", "The Boat,"),
        ("begins_with_a_word", "The Boat", "(The Boat)"),
        ("is_no_dateline", "The Boat", "Hull, 3 May 1902"),
        ("is_no_label", "THE BOAT", "SUBJECT"),
        ("is_no_signature", "John Boat", "J. Boat"),
        ("is_no_caption", "Boat 3", "Figure 3"),
        ("ends_no_sentence", "The Boat", "The Boat."),
        ("is_brief", "A " + "boat " * 9, "A " + "boat " * 10),
        ("is_brief", "B" * 70, "B" * 71),
        ("is_brief", "Boat", "boat"),
        ("is_all_capitals", "BOAT", "BOA"),
        ("is_all_capitals", "BOAT", "BOATs"),
        ("has_words_of_a_title", "From Ann to Ben", "Ann to Ben"),
        ("has_words_of_a_title", "A" + " b" * 39, "A" + " b" * 40),
        ("has_words_of_a_title", "From Ann to Ben", "from Ann to Ben"),
        ("is_complete", "From Ann to Ben", "From Ann to Ben."),
        ("is_complete", "From Ann to Ben", "From Ann to Ben,"),
        ("is_no_part_of_a_letter", "From Ann to Ben", "Yours ever"),
        ("is_no_part_of_a_letter", "From Ann to Ben", "Hull, 3 May 1902"),
    ],
)
def test_a_heading_has_words_of_a_heading(rule: str, holds: str, fails: str) -> None:
    predicate: Callable[[Place], bool] = getattr(heading_rules, rule)
    assert predicate(_place(holds.strip()))
    assert not predicate(_place(fails.strip()))


@pytest.mark.parametrize(
    ("rule", "holds", "fails"),
    [
        ("has_a_following_block", _place("Boat"), _place("Boat", after="")),
        ("is_not_between_taken_blocks", _place("Boat"), _place("Boat", taken=(0, 2))),
        ("is_not_between_taken_blocks", _place("Boat", taken=(0,)), _place("Boat", taken=(0, 2))),
        ("follows_a_sentence", _place("Boat", before="It ended."), _place("Boat", before="It")),
        ("follows_a_sentence", _place("B", before="It", taken=(0,)), _place("B", before="It")),
        ("follows_a_sentence", _place("Boat", before=""), _place("Boat", before="It")),
        ("heads_a_paragraph", _place("Boat", after=LONG), _place("Boat", after=LONG[:120])),
        ("heads_a_paragraph", _place("BOAT", after="x", taken=(2,)), _place("BOAT", after="x")),
        ("follows_complete_lines", _place("A", before="Ann"), _place("A", before="Ann,")),
        (
            "precedes_a_dateline",
            _place("A", after="Hull, 3 May 1902"),
            _place("A", after="Hull, 3rd May"),
        ),
        (
            "precedes_a_dateline",
            _place("A", after="Hull, 3 May 1902"),
            _place("A", after="Mill House\nHull, 3 May 1902"),
        ),
        (
            "precedes_a_document",
            _place("A", after=f"Hull\n\n{LONG}"),
            _place("A", after=f"Hull\n\n{LONG[:120]}"),
        ),
        (
            "precedes_a_document",
            _place("A", after="Hull\n\nDear Ann,"),
            _place("A", after="Hull\n\nAnn,"),
        ),
        (
            "precedes_a_document",
            _place("A", after="Hull\n\nSubject: it"),
            _place("A", after="Hull\n\nOf it"),
        ),
    ],
)  # fmt: skip
def test_a_heading_has_the_neighbours_of_a_heading(rule: str, holds: Place, fails: Place) -> None:
    predicate: Callable[[Place], bool] = getattr(heading_rules, rule)
    assert predicate(holds)
    assert not predicate(fails)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("THE BOAT.", True),
        ("B" * 60, True),
        ("B" * 61, False),
        ("BOAT 3", False),
        ("THE BOAT!", False),
        ("THE\nBOAT", False),
        ("ONE. TWO", False),
    ],
)
def test_a_line_in_capitals_may_have_a_full_stop(words: str, expected: bool) -> None:
    assert expected == heading_rules.is_in_capitals(words, _blocks(words)[0])


def _stretch(text: str, form: str) -> Stretch:
    blocks = _blocks(text)
    found: list[Candidate] = [
        c for c in find_candidates(text, blocks, EN) if c.label.form.rstrip("+") == form
    ]
    keys = [c.label.key for c in found]
    return Stretch(text, blocks, [c for c in found if keys.count(c.label.key) > 1], found)


def _talk(*labels: str, times: int = 4, words: str = " Is it?\n\n") -> str:
    return "".join(f"{label}{words}" for label in labels * times)


@pytest.mark.parametrize(
    ("rule", "form", "holds", "fails"),
    [
        ("has_two_speakers", ":", _talk("ANN:", "BEN:"), _talk("ANN:")),
        ("has_enough_labels", ":", _talk("ANN:", "BEN:", times=2), _talk("ANN:", times=3)),
        ("has_enough_labels", ":", _talk("Ann:", "Ben:", times=3), _talk("Ann:", times=5)),
        ("is_no_calendar", ".", _talk("Monday.", "Ann.", "Ben."), _talk("Monday.", "Ann.")),
        ("takes_turns", ":", _talk("ANN:", "ANN:", "BEN:", "CY:"),
         _talk("ANN:", "ANN:", "BEN:")),
        ("has_no_fixed_order", ":", _talk("A1:", "B1:"), _talk("Ann:", "Ben:", "Cy:")),
        ("has_no_fixed_order", ":", _talk("Ann:", "Ben:", "Cy:", times=2),
         _talk("Ann:", "Ben:", "Cy:", times=3)),
        ("has_questions", ":", _talk("Ann:", "Ben:"), _talk("Ann:", "Ben:", words=" It is.\n\n")),
        ("has_questions", ":", _talk("ANN:", "BEN:", words=" It is.\n\n"),
         _talk("Ann:", "Ben:", words=" It is.\n\n")),
        ("is_not_running_prose", ".", _talk("Ann.", "Ben."),
         _talk("Ann.", "Ben.", words=" Is it?\n")),
        ("is_not_running_prose", ".", _talk("ANN.", "BEN.", words=" Is it?\n"),
         _talk("Ann.", "Ben.", words=" Is it?\n")),
        ("has_few_other_labels", ":", _talk("Ann:", "Ben:") + _talk("Cy:", "Di:", "Ed:", times=1),
         _talk("Ann:", "Ben:") + _talk("Cy:", "Di:", "Ed:", "Flo:", times=1)),
        ("begins_most_blocks", ":", _talk("ANN:", "BEN:", words=" Is it?\n\n" + "So.\n\n" * 7),
         _talk("ANN:", "BEN:", words=" Is it?\n\n" + "So.\n\n" * 9)),
        ("begins_most_blocks", ".", _talk("ANN.", "BEN.", words=" Is it?\n\n" + "So.\n\n" * 2),
         _talk("ANN.", "BEN.", words=" Is it?\n\n" + "So.\n\n" * 3)),
        ("begins_most_blocks", ":", _talk("Ann:", "Ben:", words=" Is it?\n\nSo.\n\n"),
         _talk("Ann:", "Ben:", words=" Is it?\n\n" + "So.\n\n" * 2)),
    ],
)  # fmt: skip
def test_labels_are_speakers_together(rule: str, form: str, holds: str, fails: str) -> None:
    predicate: Callable[[Stretch], bool] = getattr(dialogue_rules, rule)
    assert predicate(_stretch(holds, form))
    assert not predicate(_stretch(fails, form))


LINES = ["The sea is in the window", "And what was floor is now", "A beach of sand and stone"]


@pytest.mark.parametrize(
    ("rule", "holds", "fails"),
    [
        ("_has_mostly_letters", LINES, ["a . . . . . . . . ."]),
        ("_is_no_inscription", LINES, [line.upper() for line in LINES]),
        ("_has_few_figures", [*LINES * 3, "In the year 12"], [*LINES, "In the year 12"]),
        ("_has_no_endless_line", ["A" * 150], ["A" * 151]),
        ("_has_no_stubs", [*LINES, "In spring"], ["In", "Of", *LINES]),
        ("_has_no_stubs", ["Of early"] * 4, ["Of late"] * 4),
        ("_has_small_words", ["Of Ann in and May"], ["Of Ann in and May Reed"]),
    ],
)
def test_verse_is_made_of_words(rule: str, holds: Sequence[str], fails: Sequence[str]) -> None:
    predicate: Callable[[Sequence[str]], bool] = getattr(verse, rule)
    assert predicate(holds)
    assert not predicate(fails)


@pytest.mark.parametrize(
    ("rule", "holds", "fails"),
    [
        ("_is_name_with_initials", "J. Reed", "John Reed"),
        ("_is_marked_signed", "Signed: Reed", "Reed signed"),
        ("_is_block_with_name", "The Clerk\nJ. Reed", "The Clerk\nReed"),
        ("_is_block_with_name", "Club\nJ. Reed", "It ended.\nJ. Reed"),
        ("_is_full_name_alone", f"{LONG}.\n\nJohn Reed", f"{LONG[1:]}.\n\nJohn"),
        ("_is_full_name_alone", f"{LONG[1:]}.\n\nJohn Reed", f"{LONG[2:]}.\n\nJohn Reed"),
        ("_is_full_name_alone", f"{LONG}.\n\nJohn Reed", f"{LONG},\n\nJohn Reed"),
        ("_is_name_after_farewell", "Yours ever,\n\nReed", "It ended,\n\nReed"),
        ("_is_name_after_farewell", "Yours ever,\n\nReed", "Yours ever,\n\nreed"),
        ("_is_signed_farewell", "Yours ever,\nReed", "Yours ever,\nand always,"),
        ("_is_signed_farewell", "Your friend John", "Yours, John of Hull in the north"),
    ],
)
def test_a_signature_has_one_of_several_forms(rule: str, holds: str, fails: str) -> None:
    predicate = getattr(letter_closers, rule)

    def is_signature(text: str) -> bool:
        blocks = _blocks(text)
        return bool(predicate(text, blocks, len(blocks) - 1, EN))

    assert is_signature(holds)
    assert not is_signature(fails)


@pytest.mark.parametrize(
    ("rule", "holds", "fails"),
    [
        ("_bids_farewell", "Yours ever,", "It ended,"),
        ("_bids_farewell", "Yours " + "x" * 114, "Yours " + "x" * 115),
        ("_begins_with_signer", "J. Reed\nClerk", "Clerk\nReed"),
        ("_begins_with_signer", "Signed\nReed", "Clerk\nReed"),
        ("_is_closing_dateline", "Hull, 3 May 1902", "Mill House\nHull, 3 May 1902"),
        ("_is_short_phrase", "A" + " b" * 24, "A" + " b" * 25),
        ("_is_short_phrase", "In the name of the Club", "in the name of the Club"),
        ("_is_short_phrase", "In the name of the Club", "In the name of the Club."),
    ],
)
def test_a_block_of_a_closer_has_one_of_several_forms(rule: str, holds: str, fails: str) -> None:
    predicate = getattr(letter_closers, rule)
    assert predicate(holds, _blocks(holds)[0], EN)
    assert not predicate(fails, _blocks(fails)[0], EN)
