"""Deciding at a prompt."""

from collections.abc import Callable
from pathlib import Path

from toolkit.decisions.kinds import Kind
from toolkit.decisions.ledger import read_ledger
from toolkit.review.session import Session
from toolkit.review.terminal import review_at_prompt


def answers(*given: str) -> Callable[[str], str]:
    left = iter(given)
    return lambda _: next(left, "q")


def review(
    session: Session, folder: Path, *given: str, kind: Kind = Kind.ERROR
) -> tuple[int, list[str], list[str]]:
    said: list[str] = []
    decided = review_at_prompt(session, answers(*given), said.append, kinds=[kind])
    ledger = read_ledger(folder / "decisions" / "decisions.jsonl")
    return decided, [f"{d.verdict} {d.file} {d.alternative or ''}".strip() for d in ledger], said


def test_proposals_are_accepted_and_rejected_in_turn(session: Session, folder: Path) -> None:
    decided, ledger, _ = review(session, folder, "a", "r", "q")
    assert (2, ["accept first.txt Republic", "reject first.txt"]) == (decided, ledger)


def test_all_that_are_alike_are_decided_at_once(session: Session, folder: Path) -> None:
    decided, ledger, _ = review(session, folder, "rr")
    assert (3, ["reject first.txt", "reject first.txt", "reject second.txt"]) == (decided, ledger)


def test_a_correction_is_edited(session: Session, folder: Path) -> None:
    assert ["change first.txt republic"] == review(session, folder, "e", "republic")[1]


def test_the_values_of_a_date_are_edited(session: Session, folder: Path) -> None:
    given = ("e", 'when="1917-11-09"')
    assert ["change first.txt"] == review(session, folder, *given, kind=Kind.DATE)[1]


def test_a_decision_is_taken_back(session: Session, folder: Path) -> None:
    decided, ledger, _ = review(session, folder, "a", "u")
    assert (0, ["accept first.txt Republic", "withdraw first.txt"]) == (decided, ledger)


def test_one_goes_on_and_back(session: Session, folder: Path) -> None:
    assert ["accept first.txt Republic"] == review(session, folder, "", "p", "a")[1]


def test_an_answer_that_is_none_shows_the_answers(session: Session, folder: Path) -> None:
    assert 2 == sum("accept" in line for line in review(session, folder, "what")[2])


def test_the_prompt_shows_words_effect_and_reason(session: Session, folder: Path) -> None:
    said = "\n".join(review(session, folder)[2])
    assert "of the [Repub]ic], the" in said
    assert "<corr>Republic</corr>" in said
    assert "A sign." in said
    assert "3 like this in the edition" in said


def test_a_text_cannot_command_the_terminal(session: Session, folder: Path) -> None:
    path = folder / "transcriptions" / "first.txt"
    path.write_text("A \x1b[2J Repub]ic \x9b\n", encoding="utf-8")
    assert "\x1b" not in "".join(review(session, folder)[2])


def test_it_is_said_when_nothing_waits(session: Session, folder: Path) -> None:
    assert ["Nothing waits for a decision."] == review(session, folder, kind=Kind.NOTE)[2]
