"""Decisions survive edits of the text, other annotator orders, and other orders of the ledger."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from toolkit.decisions.decision import Decision, Verdict
from toolkit.decisions.resolve import Judgement, State, judge, target_of
from toolkit.decisions.text_quote import Words
from toolkit.text import Annotation, Cert, Document, Layer, Span

TEXT = """To the Council of War.

The general was 15 of opinion that the Council of War 15 mistaken; the general said so. In the
name of the Government of the Republic the general 15 asked to go, and in the name of the
Government of the Kingdom the admiral 15 asked to stay. On 9 November he went; on 9 November
she came to Paris. Paris was cold; Paris was far.

Refrain: the general is gone to Paris, and the Council of War 15 gone.

The admiral said that the general, who had been at Paris on 9 November, and the admiral, who
had not, were 15 agreement with the Council of War and the Council of Trade.

Refrain: the general is gone to Paris, and the Council of War 15 gone.

Ensign Krylenk went to the Council of War. Ensign Krylenk has been to Paris, so Krylenk
15 at home on 9 November. These so-called soldiers' treaties" remained in force.

Refrain: the general is gone to Paris, and the Council of War 15 gone.
"""

PATTERNS = {
    "errors": (("sic", r"\b15\b", "is"), ("sic", r"\bKrylenk\b", "Krylenko")),
    "names": (("orgName", r"Council of \w+", None), ("placeName", r"\bParis\b", None)),
    "people": (("persName", r"the (general|admiral)", None), ("persName", r"\bKrylenk\b", None)),
    "dates": (("date", r"9 November", None),),
}


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and where its words are now; None when they were edited."""

    decision: Decision
    span: Span | None


def annotated(text: str, order: list[str]) -> Document:
    layers = [Layer(name, tuple(proposals(text, name))) for name in order]
    return Document(text, "letter.txt", layers=tuple(layers))


def proposals(text: str, name: str) -> Iterator[Annotation]:
    for element, pattern, alternative in PATTERNS[name]:
        for match in re.finditer(pattern.replace(" ", r"\s+"), text):
            yield Annotation(
                Span(*match.span()), element, alternative=alternative, origin=name, cert=Cert.LOW
            )


def first_decisions(chance: random.Random) -> list[Decided]:
    doc = annotated(TEXT, list(PATTERNS))
    words = Words.of(TEXT)
    return [
        Decided(decision(words, a, n, chance), a.span)
        for n, a in enumerate(doc.annotations())
        if chance.random() < 0.7
    ]


def decision(words: Words, a: Annotation, n: int, chance: random.Random) -> Decision:
    verdict = chance.choice([Verdict.ACCEPT, Verdict.REJECT, Verdict.CHANGE])
    return Decision(
        target_of(words, a),
        verdict,
        by="jd",
        when=f"2026-11-23T10:00:00.{n:03}Z",
        why=f"reason {n}",
        alternative=f"word{n}" if a.alternative is not None else None,
    )


def edited(text: str, span: Span, new: str, decided: list[Decided]) -> tuple[str, list[Decided]]:
    grown = len(new) - len(span)
    moved = []
    for one in decided:
        place = one.span
        if place and span.start >= place.end:
            moved.append(one)
        elif place and span.end <= place.start:
            moved.append(replace(one, span=place.shift(grown)))
        else:
            moved.append(replace(one, span=None))
    return text[: span.start] + new + text[span.end :], moved


def is_near(span: Span, decided: list[Decided]) -> bool:
    """Whether an edit touches decided words, or the nearest quarter of their contexts."""
    for one in decided:
        target, place = one.decision.target, one.span
        if place is None:
            continue
        near = max(8, len(target.before) // 4, len(target.after) // 4) + 2
        if span.start <= place.end + near and place.start - near <= span.end:
            return True
    return False


def edits(
    chance: random.Random, decided: list[Decided], *, anywhere: bool
) -> tuple[str, list[Decided]]:
    quotes = {one.decision.target.quote for one in decided}
    others = [word for word in TEXT.split() if not any(word in quote for quote in quotes)]
    vocabulary = [*others, " new", " words, and more ", "\n\n", ""]
    text, done = TEXT, 0
    while done < 100:
        start = chance.randrange(len(text))
        span = Span(start, min(len(text), start + chance.choice([0, 0, 1, 3, 9])))
        if anywhere or not is_near(span, decided):
            text, decided = edited(text, span, chance.choice(vocabulary), decided)
            done += 1
    return text, decided


def again(text: str, decided: list[Decided], chance: random.Random) -> Judgement:
    order = list(PATTERNS)
    chance.shuffle(order)
    ledger = [one.decision for one in decided]
    chance.shuffle(ledger)
    return judge(annotated(text, order), ledger, threshold=Cert.HIGH)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32))
def test_no_decision_is_lost_after_a_hundred_edits_elsewhere(seed: int) -> None:
    chance = random.Random(seed)
    text, decided = edits(chance, first_decisions(chance), anywhere=False)
    judgement = again(text, decided, chance)
    expected = {(one.decision.why, one.span) for one in decided}
    assert () == judgement.findings
    assert expected == {
        (j.decision.why, j.proposal.place) for j in judgement.judged if is_own(j.state)
    }


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32))
@example(1014296)
def test_no_decision_moves_to_other_words_after_a_hundred_edits_anywhere(seed: int) -> None:
    chance = random.Random(seed)
    text, decided = edits(chance, first_decisions(chance), anywhere=True)
    judgement = again(text, decided, chance)
    there = {one.decision.why: one.span for one in decided}
    placed = {d.why for d in judgement.decisions}
    for judged in judgement.judged:
        if is_own(judged.state) and there[judged.decision.why] is not None:
            assert there[judged.decision.why] == judged.proposal.place
    assert len(decided) == len(placed) + len(judgement.findings)


def is_own(state: State) -> bool:
    return state in (State.ACCEPTED, State.CHANGED, State.REJECTED, State.ADDED)
