"""Apply: proposals and verdicts become the accepted layer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from toolkit.decide.decision import Decision, Target, Verdict
from toolkit.decide.ledger import CONTEXT
from toolkit.findings import Finding, Place, Severity, code
from toolkit.text import Annotation, Cert, Document, Layer

DECISION_WITHOUT_PLACE = code(
    "DEC001",
    Severity.WARNING,
    """A decision is about something that is no longer in the text.

    Why: the text was edited where the decision had its place, or no annotator proposes it now;
    the decision stays in the ledger and has no effect.
    Right: decide anew, if there is still something to decide.
    """,
)

_EDITORIAL = ("sic", "orig", "abbr")
"""What changes the reading text: encoded only when certain enough, or accepted by an editor."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The layer to be encoded, the proposals that wait for an editor, and what is to be said."""

    accepted: Layer
    waiting: tuple[Annotation, ...]
    findings: tuple[Finding, ...]


def decide(doc: Document, decisions: Iterable[Decision], *, threshold: Cert) -> Decided:
    """Apply an edition's decisions to what was proposed about a document.

    The last verdict on a proposal counts. Without one, corrections are accepted from
    ``threshold`` on and wait below it; what changes no word (names, dates, structure) is accepted.
    """
    named = tuple(d for d in decisions if not d.file or d.file == doc.file.rpartition("/")[2])
    last = {d.target: d for d in named}
    used: set[Target] = set()
    accepted: list[Annotation] = []
    waiting: list[Annotation] = []
    for annotation in doc.annotations():
        target = _matching(doc, annotation, last)
        if target:
            used.add(target)
            accepted.extend(_applied(annotation, last[target]))
        elif _is_certain(annotation, threshold):
            accepted.append(annotation)
        else:
            waiting.append(annotation)
    lost = (d for target, d in last.items() if target not in used)
    accepted = [a for a in accepted if a.element != "xenoData"]
    return Decided(
        Layer("accepted", tuple(accepted)), tuple(waiting), tuple(_lost(doc, d) for d in lost)
    )


def target_of(doc: Document, annotation: Annotation) -> Target:
    """What identifies a proposal: its element, its words, and the words around it."""
    span = annotation.span
    before = doc.text[max(0, span.start - 3 * CONTEXT) : span.start]
    after = doc.text[span.end : span.end + 3 * CONTEXT]
    return Target(
        annotation.element,
        _collapsed(span.of(doc.text)),
        _collapsed(before)[-CONTEXT:],
        _collapsed(after)[:CONTEXT],
    )


def _matching(doc: Document, annotation: Annotation, last: dict[Target, Decision]) -> Target | None:
    """The target of the decision on a proposal: the whole context agrees, or one side of it."""
    if not last:
        return None
    own = target_of(doc, annotation)
    if own in last:
        return own
    alike = [t for t in last if t.element == own.element and t.quote == own.quote]
    return next((t for t in alike if t.before == own.before or t.after == own.after), None)


def _applied(annotation: Annotation, decision: Decision) -> Sequence[Annotation]:
    if decision.verdict is Verdict.REJECT:
        return ()
    decided = replace(
        annotation, origin=f"editor:{decision.by}", cert=Cert.HIGH, reason=decision.why
    )
    if decision.alternative is not None:
        decided = replace(decided, alternative=decision.alternative)
    if decision.ref is not None:
        decided = decided.with_attributes(ref=decision.ref)
    return (decided,)


def _is_certain(annotation: Annotation, threshold: Cert) -> bool:
    if annotation.element not in _EDITORIAL:
        return True
    return annotation.alternative is not None and annotation.cert.rank >= threshold.rank


def _lost(doc: Document, decision: Decision) -> Finding:
    words = decision.target.quote
    return DECISION_WITHOUT_PLACE.at(
        Place(doc.file),
        f'the decision of {decision.by} on {decision.target.element} "{words}" has no place',
        hint="the words were changed, or nothing proposes this now: decide anew if need be",
    )


def _collapsed(words: str) -> str:
    return " ".join(words.split())
