"""Resolve proposals and verdicts into the accepted layer."""

import enum
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.decisions.codes import DECISION_AMBIGUOUS, DECISION_WITHOUT_PLACE, PROPOSAL_WAITS
from toolkit.decisions.decision import Decision, Target, Verdict
from toolkit.decisions.kinds import Kind, excludes, is_pinned, kind_of
from toolkit.decisions.text_quote import Words, find, target_at
from toolkit.edition.revision import Revision
from toolkit.findings import Finding, Place
from toolkit.text import Annotation, Cert, Document, Layer, Span
from toolkit.text.annotation import ALTERNATIVES

_NAMES = frozenset(("persName", "placeName", "orgName"))
"""Names wait for a decision where they are more likely wrong than right."""


class State(enum.StrEnum):
    """The state of a proposal: an editor's verdict, or the result without one.

    ``excluded``: a decision on the same words leaves no room for it.
    """

    WAITING = "waiting"
    ENCODED = "encoded"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"
    ADDED = "added"
    EXCLUDED = "excluded"


_STATES = {
    Verdict.ACCEPT: State.ACCEPTED,
    Verdict.CHANGE: State.CHANGED,
    Verdict.REJECT: State.REJECTED,
    Verdict.ADD: State.ADDED,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal, its state, the decision on it if any, and the annotation that is encoded."""

    proposal: Annotation
    state: State
    decision: Decision | None = None
    result: Annotation | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """All proposals on a text in its order, each with its state.

    ``decisions`` are those in effect; ``lost`` those without a place, reported by ``findings``.
    """

    judged: tuple[Judged, ...]
    decisions: tuple[Decision, ...]
    lost: tuple[Decision, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """The layer to be encoded, the proposals that wait for an editor, findings and revisions."""

    accepted: Layer
    waiting: tuple[Annotation, ...]
    findings: tuple[Finding, ...]
    revisions: tuple[Revision, ...] = ()


_Key = tuple[str, tuple[int, int], bool]


def decide(
    doc: Document,
    decisions: Iterable[Decision],
    *,
    threshold: Cert,
    uncorrected: Cert | None = None,
) -> Decided:
    """Apply an edition's decisions to the proposals on a document.

    The last verdict on a place counts. Without one, a correction is accepted if its certainty is
    at least ``threshold`` and waits otherwise; an error without a correction is accepted from
    ``uncorrected`` on, if that is given; proposals that change no word (names, dates, structure)
    are accepted.
    """
    judgement = judge(doc, decisions, threshold=threshold, uncorrected=uncorrected)
    results = tuple(judged.result for judged in judgement.judged if judged.result)
    waiting = tuple(j.proposal for j in judgement.judged if j.state is State.WAITING)
    revisions = tuple(_summarise(judgement.decisions))
    return Decided(Layer("accepted", results), waiting, judgement.findings, revisions)


def judge(
    doc: Document,
    decisions: Iterable[Decision],
    *,
    threshold: Cert,
    uncorrected: Cert | None = None,
) -> Judgement:
    """Determine the state of every proposal on a document, and place what editors added."""
    words = Words.of(doc.text)
    placed, lost = _place_decisions(doc, words, decisions)
    proposals = _group_proposals(doc, words)
    judged: list[Judged] = []
    for key, (decision, span) in placed.items():
        if key not in proposals and decision.target.marker and decision.verdict.places:
            lost.append((decision, _lost(doc, decision)))
        judged.extend(_apply_decision(decision, span, proposals.pop(key, [])))
    undecided = [a for same in proposals.values() for a in same]
    judged.extend(_apply_threshold(undecided, judged, threshold, uncorrected))
    judged.sort(key=lambda j: (j.proposal.span.start, -j.proposal.span.end))
    in_effect = tuple(decision for decision, _ in placed.values())
    return Judgement(
        tuple(judged),
        in_effect,
        tuple(decision for decision, _ in lost),
        tuple(finding for _, finding in lost),
    )


def target_of(words: Words, annotation: Annotation) -> Target:
    """Return the target of a proposal: its element and words, for a note those of its marker."""
    marker = annotation.anchor is not None
    return target_at(words, annotation.element, annotation.place, marker=marker)


def decisions_on(decisions: Iterable[Decision], file: str) -> tuple[Decision, ...]:
    """Return the decisions on one transcription, oldest first."""
    name = file_name(file)
    own = (d for d in decisions if not d.file or d.file == name)
    return tuple(sorted(own, key=lambda decision: decision.moment))


def file_name(file: str) -> str:
    """Return the name by which decisions refer to a file: without its folders."""
    return re.split(r"[\\/]", file)[-1]


def _group_proposals(doc: Document, words: Words) -> dict[_Key, list[Annotation]]:
    proposals: dict[_Key, list[Annotation]] = defaultdict(list)
    for annotation in doc.annotations():
        if annotation.element != "xenoData":
            proposals[_key(words, annotation)].append(annotation)
    return proposals


def _key(words: Words, annotation: Annotation) -> _Key:
    """The key that all statements on the same element and words share."""
    place = words.place(annotation.place)
    return annotation.element, place, annotation.anchor is not None


def _place_decisions(
    doc: Document, words: Words, decisions: Iterable[Decision]
) -> tuple[dict[_Key, tuple[Decision, Span]], list[tuple[Decision, Finding]]]:
    """Find the last decision on every place, and the decisions with no place or several."""
    found: dict[Target, tuple[Span, ...]] = {}
    verdicts: dict[_Key, list[Decision]] = defaultdict(list)
    nowhere: dict[Target, list[Decision]] = defaultdict(list)
    for decision in decisions_on(decisions, doc.file):
        target = decision.target
        if target not in found:
            found[target] = find(words, target)
        if len(found[target]) == 1:
            key = (target.element, words.place(found[target][0]), target.marker)
            _count_verdict(verdicts[key], decision)
        else:
            _count_verdict(nowhere[target], decision)
    lost = [
        (decision, (_ambiguous if found[target] else _lost)(doc, decision))
        for target, last in nowhere.items()
        for decision in last[-1:]
    ]
    return {key: (v[-1], words.span(*key[1])) for key, v in verdicts.items() if v}, lost


def _count_verdict(verdicts: list[Decision], decision: Decision) -> None:
    """Add a verdict to the earlier ones on the same place, or take one back."""
    if decision.verdict is not Verdict.WITHDRAW:
        verdicts.append(decision)
        return
    own = [index for index, earlier in enumerate(verdicts) if earlier.by == decision.by]
    if verdicts:
        del verdicts[own[-1] if own else -1]


def _apply_decision(
    decision: Decision, span: Span, proposals: Sequence[Annotation]
) -> Iterator[Judged]:
    """Apply a decision to the proposals on its place; without any, it may add an element."""
    state = _STATES[decision.verdict]
    if not proposals:
        if decision.verdict.places and not decision.target.marker:
            added = _result_of(Annotation(span, decision.target.element), decision)
            yield Judged(added, state, decision, added)
        return
    first = _choose_proposal(proposals, decision)
    result = _result_of(first, decision) if decision.verdict.places else None
    yield Judged(first, state, decision, result)
    others = (a for a in proposals if a is not first)
    yield from (Judged(other, State.EXCLUDED, decision) for other in others)


def _choose_proposal(proposals: Sequence[Annotation], decision: Decision) -> Annotation:
    """Choose the proposal on these words that has the editor's alternative, else the first."""
    same = (a for a in proposals if a.alternative == decision.alternative)
    return next(same, proposals[0])


def _result_of(proposal: Annotation, decision: Decision) -> Annotation:
    """Return the annotation that is encoded after a decision that places an element."""
    element = decision.outcome
    kept = dict(proposal.attributes)
    if is_pinned(element):
        kept = {"xml:id": kept["xml:id"]} if "xml:id" in kept else {}
    return replace(
        proposal,
        element=element,
        attributes=tuple((kept | dict(decision.attributes)).items()),
        alternative=decision.alternative if element in ALTERNATIVES else None,
        origin=f"editor:{decision.by}",
        reason=decision.why or proposal.reason,
        cert=decision.cert,
    )


def _apply_threshold(
    proposals: Iterable[Annotation],
    decided: Sequence[Judged],
    threshold: Cert,
    uncorrected: Cert | None,
) -> Iterator[Judged]:
    """Determine the state of the proposals without a decision."""
    near = _Near(decided)
    for annotation in proposals:
        if by := near.excluding(annotation):
            yield Judged(annotation, State.EXCLUDED, by)
        elif _is_certain(annotation, threshold, uncorrected):
            yield Judged(annotation, State.ENCODED, None, annotation)
        else:
            yield Judged(annotation, State.WAITING)


class _Near:
    """The decided proposals, sorted by place to look up those on the same words."""

    def __init__(self, decided: Iterable[Judged]) -> None:
        self._kinds: dict[Kind, list[Judged]] = defaultdict(list)
        for judged in decided:
            if judged.decision and judged.state is not State.EXCLUDED:
                self._kinds[kind_of((judged.result or judged.proposal).element)].append(judged)
        for same in self._kinds.values():
            same.sort(key=_start)
        self._longest = {
            kind: max(len(j.proposal.place) for j in same) for kind, same in self._kinds.items()
        }

    def excluding(self, annotation: Annotation) -> Decision | None:
        """Return the decision that leaves no room for a proposal, if there is one."""
        kind, place = kind_of(annotation.element), annotation.place
        same = self._kinds.get(kind, [])
        first = bisect_left(same, place.start - self._longest.get(kind, 0), key=_start)
        for judged in same[first:]:
            if _start(judged) > place.end:
                break
            if _leaves_no_room(judged, annotation):
                return judged.decision
        return None


def _start(judged: Judged) -> int:
    return judged.proposal.place.start


def _leaves_no_room(judged: Judged, proposed: Annotation) -> bool:
    """Whether a decided proposal excludes another; a rejected name takes its title with it."""
    if judged.result is not None:
        return excludes(judged.result, proposed)
    whole = judged.proposal.place
    in_it = proposed.element == "roleName" and whole.contains(proposed.span)
    return in_it and judged.proposal.element != "roleName"


def _is_certain(annotation: Annotation, threshold: Cert, uncorrected: Cert | None) -> bool:
    if annotation.element in _NAMES:
        return annotation.cert is not Cert.LOW
    if annotation.element not in ALTERNATIVES:
        return True
    least = uncorrected if annotation.alternative is None else threshold
    return least is not None and annotation.cert.rank >= least.rank


def _summarise(decisions: Iterable[Decision]) -> Iterator[Revision]:
    """Summarise the decisions of every editor and day, newest first."""
    days: dict[tuple[str, str], Counter[Verdict]] = defaultdict(Counter)
    for decision in decisions:
        days[decision.day, decision.by][decision.verdict] += 1
    for (day, who), counts in sorted(days.items(), reverse=True):
        parts = [f"{counts[v]} {_STATES[v].value}" for v in Verdict if counts[v]]
        total = sum(counts.values())
        words = f"{total} {'decision' if total == 1 else 'decisions'}: {', '.join(parts)}."
        yield Revision(who, day, words)


def report_waiting(doc: Document, waiting: Iterable[Annotation]) -> Iterator[Finding]:
    """Report the proposals that wait for a decision."""
    for annotation in waiting:
        line, column = doc.place(annotation.span.start)
        words = annotation.span.of(doc.text)
        proposal = f'"{words}"' if words else "something missing"
        if annotation.alternative is not None:
            proposal += f' \N{RIGHTWARDS ARROW} "{annotation.alternative}"'
        yield PROPOSAL_WAITS.at(
            Place(doc.file, line, column, transcription=line),
            f"{proposal} ({annotation.cert}): {annotation.reason or annotation.rule}",
        )


def _lost(doc: Document, decision: Decision) -> Finding:
    return DECISION_WITHOUT_PLACE.at(
        Place(doc.file),
        f"{_named(decision)} has no place in the text any more",
        hint="the words, or those around them, were changed: decide anew if need be",
    )


def _ambiguous(doc: Document, decision: Decision) -> Finding:
    return DECISION_AMBIGUOUS.at(
        Place(doc.file),
        f"{_named(decision)} could be about several places",
        hint="the same words stand in the same surroundings: decide about each place",
    )


def _named(decision: Decision) -> str:
    target = decision.target
    words = target.quote or f"{target.before[-12:]}\N{HORIZONTAL ELLIPSIS}{target.after[:12]}"
    return f'the decision of {decision.by} ({decision.verdict}) on {target.element} "{words}"'
