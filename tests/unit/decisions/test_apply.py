"""What becomes of proposals: by decision, or without one."""

from dataclasses import replace

import pytest

from toolkit.decisions.decision import Decision, Target, Verdict
from toolkit.decisions.kinds import recorded_attributes
from toolkit.decisions.resolve import State, decide, judge, target_of
from toolkit.decisions.text_quote import Words
from toolkit.edition.revision import Revision
from toolkit.text import Annotation, Cert, Document, Layer, Span

TEXT = "The Repub]ic and Ensign Krylenk[1] met on 9 November.\n\n[1] A note."


def over(words: str, element: str, **more: object) -> Annotation:
    start = TEXT.index(words)
    return Annotation(Span(start, start + len(words)), element, **more)  # type: ignore[arg-type]


ERROR = over("Repub]ic", "sic", alternative="Republic", origin="errors", cert=Cert.LOW)
NAME = over("Ensign Krylenk", "persName", attributes=(("ref", "#krylenko"),), origin="names")
TITLE = over("Ensign", "roleName", origin="names")
DATE = over("9 November", "date", attributes=(("when", "1917-11-09"),), origin="dates")
NOTE = over("A note.", "note", anchor=Span(31, 34), attributes=(("xml:id", "note-1"), ("n", "1")))


def document(*annotations: Annotation) -> Document:
    return Document(TEXT, "texts/message.txt", layers=(Layer("all", annotations),))


def on(annotation: Annotation, verdict: Verdict, when: str = "", **more: object) -> Decision:
    values = {
        "attributes": recorded_attributes(annotation),
        "alternative": annotation.alternative,
        **more,
    }
    target = target_of(Words.of(TEXT), annotation)
    return Decision(target, verdict, "jd", when, **values)  # type: ignore[arg-type]


def states(doc: Document, *decisions: Decision) -> list[tuple[str, State]]:
    judgement = judge(doc, decisions, threshold=Cert.HIGH)
    return [(j.proposal.element, j.state) for j in judgement.judged]


def results(doc: Document, *decisions: Decision) -> list[Annotation]:
    return list(decide(doc, decisions, threshold=Cert.HIGH).accepted)


def test_an_uncertain_correction_waits_and_a_name_does_not() -> None:
    expected = [("sic", State.WAITING), ("persName", State.ENCODED)]
    assert expected == states(document(ERROR, NAME))


@pytest.mark.parametrize(
    ("cert", "expected"),
    [(Cert.LOW, State.WAITING), (Cert.MEDIUM, State.ENCODED), (Cert.HIGH, State.ENCODED)],
)
@pytest.mark.parametrize("element", ["persName", "placeName", "orgName"])
def test_a_name_that_is_probably_wrong_waits(element: str, cert: Cert, expected: State) -> None:
    name = over("Ensign Krylenk", element, origin="names", cert=cert)
    assert [(element, expected)] == states(document(name))


def test_a_date_of_low_certainty_does_not_wait() -> None:
    assert [("date", State.ENCODED)] == states(document(replace(DATE, cert=Cert.LOW)))


@pytest.mark.parametrize(
    ("uncorrected", "expected"),
    [(None, State.WAITING), (Cert.MEDIUM, State.WAITING), (Cert.LOW, State.ENCODED)],
)
def test_an_error_without_a_correction_is_marked_if_the_edition_wants_it(
    uncorrected: Cert | None, expected: State
) -> None:
    odd = over("Repub]ic", "sic", alternative=None, cert=Cert.LOW)
    judgement = judge(document(odd), [], threshold=Cert.LOW, uncorrected=uncorrected)
    assert [expected] == [j.state for j in judgement.judged]


def test_an_accepted_correction_is_the_editors() -> None:
    (result,) = results(document(ERROR), on(ERROR, Verdict.ACCEPT))
    assert ("Republic", "editor:jd", Cert.HIGH) == (result.alternative, result.origin, result.cert)


def test_what_was_accepted_stays_when_the_tool_proposes_something_else() -> None:
    newer = over("Repub]ic", "sic", alternative="Republics", cert=Cert.HIGH, origin="better")
    (result,) = results(document(newer), on(ERROR, Verdict.ACCEPT))
    assert "Republic" == result.alternative


def test_what_was_accepted_stays_when_nothing_is_proposed() -> None:
    (result,) = results(document(), on(ERROR, Verdict.ACCEPT))
    assert (ERROR.span, "sic", "Republic") == (result.span, result.element, result.alternative)


def test_a_rejected_proposal_is_not_encoded() -> None:
    assert [] == results(document(DATE), on(DATE, Verdict.REJECT))


def test_a_rejection_without_a_proposal_has_no_effect_and_no_finding() -> None:
    decided = decide(document(), [on(DATE, Verdict.REJECT)], threshold=Cert.HIGH)
    assert ((), ()) == (tuple(decided.accepted), decided.findings)


def test_the_ref_of_a_name_is_changed() -> None:
    change = on(NAME, Verdict.CHANGE, attributes=(("ref", "#other"),))
    assert "#other" == results(document(NAME), change)[0].get("ref")


def test_a_name_becomes_one_of_another_kind() -> None:
    change = on(NAME, Verdict.CHANGE, element="orgName", attributes=())
    (result,) = results(document(NAME), change)
    assert ("orgName", ()) == (result.element, result.attributes)


def test_the_value_of_a_date_is_changed() -> None:
    change = on(DATE, Verdict.CHANGE, attributes=(("notBefore", "1917-11-01"),))
    assert (("notBefore", "1917-11-01"),) == results(document(DATE), change)[0].attributes


def test_a_note_keeps_its_id_when_its_place_is_changed() -> None:
    change = on(NOTE, Verdict.CHANGE, attributes=(("place", "foot"),))
    (result,) = results(document(NOTE), change)
    assert ("note-1", "1", "foot") == (result.get("xml:id"), result.get("n"), result.get("place"))


def test_a_decision_on_a_note_survives_a_change_of_its_words() -> None:
    decision = on(NOTE, Verdict.REJECT)
    text = TEXT.replace("A note.", "A longer note.")
    note = Annotation(Span(NOTE.span.start, len(text)), "note", anchor=NOTE.anchor)
    doc = Document(text, "message.txt", layers=(Layer("notes", (note,)),))
    assert [("note", State.REJECTED)] == states(doc, decision)


def test_a_decision_on_a_note_that_is_none_any_more_is_reported() -> None:
    decided = decide(document(), [on(NOTE, Verdict.ACCEPT)], threshold=Cert.HIGH)
    assert ["DEC001"] == [finding.code for finding in decided.findings]


def test_what_an_editor_accepted_excludes_corrections_of_some_of_the_words() -> None:
    part = over("]", "sic", alternative="l", cert=Cert.HIGH, origin="other")
    expected = [("sic", State.ACCEPTED), ("sic", State.EXCLUDED)]
    assert expected == states(document(part, ERROR), on(ERROR, Verdict.ACCEPT))


def test_what_an_editor_accepted_excludes_another_name_of_the_same_words() -> None:
    place = over("Ensign Krylenk", "placeName", origin="other")
    expected = {("persName", State.ACCEPTED), ("placeName", State.EXCLUDED)}
    assert expected == set(states(document(place, NAME), on(NAME, Verdict.ACCEPT)))


def test_a_title_stays_in_an_accepted_name_and_goes_with_a_rejected_one() -> None:
    doc = document(NAME, TITLE)
    assert ("roleName", State.ENCODED) in states(doc, on(NAME, Verdict.ACCEPT))
    assert ("roleName", State.EXCLUDED) in states(doc, on(NAME, Verdict.REJECT))


def test_of_two_corrections_of_the_same_words_the_accepted_one_is_encoded() -> None:
    other = over("Repub]ic", "sic", alternative="Republik", cert=Cert.HIGH, origin="a")
    (result,) = results(document(other, ERROR), on(ERROR, Verdict.ACCEPT))
    assert "Republic" == result.alternative


@pytest.mark.parametrize("flipped", [False, True])
def test_the_last_verdict_counts_by_its_date(flipped: bool) -> None:
    ledger = [on(DATE, Verdict.REJECT, "2026-11-22"), on(DATE, Verdict.ACCEPT, "2026-11-23")]
    assert [("date", State.ACCEPTED)] == states(document(DATE), *ledger[:: -1 if flipped else 1])


def test_a_withdrawn_verdict_is_none() -> None:
    ledger = [on(ERROR, Verdict.ACCEPT, "2026-11-22"), on(ERROR, Verdict.WITHDRAW, "2026-11-23")]
    assert [("sic", State.WAITING)] == states(document(ERROR), *ledger)


def test_what_was_decided_before_a_withdrawn_verdict_counts_again() -> None:
    ledger = [
        on(DATE, Verdict.ACCEPT, "2026-11-21"),
        on(DATE, Verdict.REJECT, "2026-11-22"),
        on(DATE, Verdict.WITHDRAW, "2026-11-23"),
    ]
    assert [("date", State.ACCEPTED)] == states(document(DATE), *ledger)


def test_an_editor_takes_back_the_own_verdict_not_that_of_another() -> None:
    ledger = [
        on(DATE, Verdict.ACCEPT, "2026-11-21"),
        replace(on(DATE, Verdict.REJECT, "2026-11-22"), by="ann"),
        on(DATE, Verdict.WITHDRAW, "2026-11-23"),
    ]
    assert [("date", State.REJECTED)] == states(document(DATE), *ledger)


def test_a_decision_whose_words_have_gone_is_reported() -> None:
    gone = Decision(Target("sic", "Kerensk", "by ", " was"), Verdict.ACCEPT, "jd", alternative="x")
    decided = decide(document(), [gone], threshold=Cert.HIGH)
    assert ['the decision of jd (accept) on sic "Kerensk" has no place in the text any more'] == [
        finding.message for finding in decided.findings
    ]


def test_a_decision_about_another_file_is_not_applied() -> None:
    other = on(DATE, Verdict.REJECT, file="other.txt")
    own = on(DATE, Verdict.REJECT, file="message.txt")
    assert [("date", State.ENCODED)] == states(document(DATE), other)
    assert [("date", State.REJECTED)] == states(document(DATE), own)


def test_there_is_a_revision_for_every_editor_and_day_the_newest_first() -> None:
    ledger = [
        on(ERROR, Verdict.ACCEPT, "2026-11-22T09:00:00Z"),
        on(NAME, Verdict.REJECT, "2026-11-23T09:00:00Z"),
        on(DATE, Verdict.ACCEPT, "2026-11-23T10:00:00Z"),
    ]
    expected = (
        Revision("jd", "2026-11-23", "2 decisions: 1 accepted, 1 rejected."),
        Revision("jd", "2026-11-22", "1 decision: 1 accepted."),
    )
    assert expected == decide(document(ERROR, NAME, DATE), ledger, threshold=Cert.HIGH).revisions


def test_deciding_twice_changes_nothing() -> None:
    ledger = [on(ERROR, Verdict.ACCEPT), on(NAME, Verdict.REJECT)]
    doc = document(ERROR, NAME, TITLE, DATE, NOTE)
    once = decide(doc, ledger, threshold=Cert.HIGH)
    assert once == decide(doc, [*ledger, *ledger], threshold=Cert.HIGH)
