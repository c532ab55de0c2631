"""Sessions: what editors see and decide, several at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from toolkit.decisions.decision import Verdict
from toolkit.decisions.ledger import read_ledger
from toolkit.decisions.resolve import State
from toolkit.edition import Edition
from toolkit.exceptions import SettingsError
from toolkit.review.item import Choice, Item, format_attributes, parse_attributes, preview_tei
from toolkit.review.session import Session, editor_id
from toolkit.review.summary import counts, lost, withdraw_lost

ACCEPT, REJECT = Choice(Verdict.ACCEPT), Choice(Verdict.REJECT)


def items(session: Session, element: str, file: str = "first.txt") -> list[Item]:
    return [item for item in session.view(file).items if item.proposal.element == element]


def ledger(folder: Path) -> list[str]:
    path = folder / "decisions" / "decisions.jsonl"
    return [f"{d.verdict} {d.target.quote}" for d in read_ledger(path)]


def test_an_uncertain_correction_waits(session: Session) -> None:
    assert State.WAITING is items(session, "sic")[0].judged.state


def test_an_item_shows_what_is_around_it(session: Session) -> None:
    item = items(session, "sic")[1]
    assert (6, "Repub]ic") == (item.line, item.words)
    assert item.before.endswith("with 30 men \U0001f4dc. The ")
    assert item.after == " thanked Colonel Martin on 12 November 1917. "


def test_a_decision_is_in_the_ledger_at_once(session: Session, folder: Path) -> None:
    session.record([(items(session, "sic")[0], ACCEPT)])
    assert ["accept Repub]ic"] == ledger(folder)
    assert State.ACCEPTED is items(session, "sic")[0].judged.state


def test_a_decision_that_holds_already_is_not_written_again(session: Session, folder: Path) -> None:
    session.record([(items(session, "sic")[0], ACCEPT)])
    session.record([(items(session, "sic")[0], ACCEPT)])
    assert ["accept Repub]ic"] == ledger(folder)


def test_accepting_with_another_correction_is_a_change(session: Session) -> None:
    (made,) = session.record(
        [(items(session, "sic")[0], Choice(Verdict.ACCEPT, alternative="republic"))]
    )
    assert (Verdict.CHANGE, "republic") == (made.verdict, made.alternative)


def test_changing_nothing_is_an_acceptance(session: Session) -> None:
    (made,) = session.record(
        [(items(session, "sic")[0], Choice(Verdict.CHANGE, alternative="Republic"))]
    )
    assert Verdict.ACCEPT is made.verdict


def test_a_value_that_cannot_be_encoded_is_refused(session: Session, folder: Path) -> None:
    choice = Choice(Verdict.CHANGE, attributes=(("a b", "x"),))
    with pytest.raises(ValueError, match="attribute"):
        session.record([(items(session, "date")[0], choice)])
    assert [] == ledger(folder)


def test_undoing_brings_back_what_was_before(session: Session, folder: Path) -> None:
    session.record([(items(session, "date")[0], REJECT)])
    session.record([(items(session, "date")[0], ACCEPT)])
    session.undo()
    assert State.REJECTED is items(session, "date")[0].judged.state
    session.undo()
    assert State.ENCODED is items(session, "date")[0].judged.state
    assert 4 == len(ledger(folder))
    assert () == session.undo()


def test_what_is_alike_is_found_in_the_whole_edition(session: Session) -> None:
    alike = session.alike(items(session, "sic")[0])
    assert ["first.txt", "first.txt", "second.txt"] == [item.file for item in alike]


def test_all_like_one_are_decided_but_those_that_are_decided_already(session: Session) -> None:
    first, second = items(session, "sic")
    session.record([(second, REJECT)])
    chosen = session.undecided_alike(first)
    assert [("first.txt", first.id), ("second.txt", chosen[1].id)] == [
        (item.file, item.id) for item in chosen
    ]


def test_an_editor_sees_what_another_decides(session: Session, other_session: Session) -> None:
    before = session.revision
    other_session.record([(items(other_session, "sic")[0], REJECT)])
    assert before != session.revision
    seen = items(session, "sic")[0]
    assert (State.REJECTED, "al") == (seen.judged.state, seen.judged.decision.by)


def test_two_editors_at_once_lose_nothing(
    session: Session, other_session: Session, folder: Path
) -> None:
    def decide(one: Session) -> None:
        for element in ("sic", "placeName", "persName", "date"):
            for item in items(one, element):
                one.record([(item, ACCEPT)])

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(decide, [session, other_session]))
    for item in session.view("first.txt").items:
        if item.proposal.element in ("sic", "placeName", "persName", "date"):
            assert State.ACCEPTED is item.judged.state


def test_a_text_that_was_edited_is_read_again(session: Session, folder: Path) -> None:
    session.record([(items(session, "sic")[1], ACCEPT)])
    path = folder / "transcriptions" / "first.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("In the name", "Now, in the very name"), encoding="utf-8")
    states = [item.judged.state for item in items(session, "sic")]
    assert [State.WAITING, State.ACCEPTED] == states


def test_a_lost_decision_is_reported_until_it_is_taken_back(session: Session, folder: Path) -> None:
    session.record([(items(session, "sic", "second.txt")[0], ACCEPT)])
    path = folder / "transcriptions" / "second.txt"
    path.write_text("Second Message\n\nLong live the Republic.\n", encoding="utf-8")
    assert ["DEC001"] == [finding.code for finding in lost(session)]
    assert 1 == withdraw_lost(session)
    assert () == lost(session)


def test_a_decision_about_a_text_that_was_renamed_is_reported(
    session: Session, folder: Path, reopened: Callable[[], Session]
) -> None:
    session.record([(items(session, "sic", "second.txt")[0], ACCEPT)])
    path = folder / "transcriptions" / "second.txt"
    path.rename(path.with_name("renamed.txt"))
    assert ["DEC004"] == [finding.code for finding in lost(reopened())]


def test_a_text_that_is_not_open_is_not_missing(session: Session, folder: Path) -> None:
    session.record([(items(session, "sic", "second.txt")[0], ACCEPT)])
    (folder / "transcriptions" / "first.txt").unlink()
    session._paths.pop("second.txt")
    session._paths.pop("first.txt")
    assert () == lost(session)


def test_the_summary_counts_states(session: Session) -> None:
    session.record([(items(session, "sic", "second.txt")[0], ACCEPT)])
    assert {"encoded": 2, "accepted": 1} == counts(session)["second.txt"]


def test_it_must_be_clear_who_decides(session: Session) -> None:
    session._by = ""
    with pytest.raises(SettingsError, match="--by"):
        _ = session.by


@pytest.mark.parametrize("by", ["first", "tei-toolkit"])
def test_an_editor_has_an_id_of_their_own(session: Session, by: str) -> None:
    session._by = by
    with pytest.raises(SettingsError, match=by):
        _ = session.by


def test_decisions_need_an_edition() -> None:
    with pytest.raises(SettingsError, match="tei new"):
        Session(Edition(), [], by="jd")


@pytest.mark.parametrize(
    "attributes", [(), (("when", "1917-11-09"),), (("ref", "#a #b"), ("n", "\"a\" & 'b'"))]
)
def test_attributes_are_the_same_after_writing_and_reading(
    attributes: tuple[tuple[str, str], ...],
) -> None:
    assert attributes == parse_attributes(format_attributes(attributes))


@pytest.mark.parametrize("text", ["when", "when=1917", 'when="1917', 'a="1" a="2"', '="x"'])
def test_attributes_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="attributes are written"):
        parse_attributes(text)


def test_the_effect_is_shown_as_tei(session: Session) -> None:
    error, date = items(session, "sic")[0], items(session, "date")[0]
    expected = "<choice><sic>Repub]ic</sic><corr>Republic</corr></choice>"
    assert expected == preview_tei(error.proposal, error.words)
    assert '<date when="1917-11">9 November 1917</date>' == preview_tei(date.proposal, date.words)


def test_an_edition_without_editors_says_how_to_list_them() -> None:
    with pytest.raises(SettingsError) as caught:
        editor_id(Edition(), "")
    assert str(caught.value).endswith(
        "edition's editors (list them in edition.toml: editors = [...])"
    )
