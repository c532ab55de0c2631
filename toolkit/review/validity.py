"""Check that decisions lead to valid TEI before they are recorded."""

from collections import Counter
from collections.abc import Iterable

from toolkit.decisions.decision import Decision, Verdict
from toolkit.decisions.resolve import decide
from toolkit.edition import Edition, EditionText
from toolkit.encoding.serialise import serialise
from toolkit.encoding.tei_document import encode
from toolkit.findings import Severity
from toolkit.namespaces import tei
from toolkit.text import Document

_EDITED = (Verdict.CHANGE, Verdict.ADD)
"""Verdicts by which an editor brings an element or attributes that no annotator proposed."""


def refuse_invalid(
    doc: Document, edition: Edition, held: tuple[Decision, ...], made: Iterable[Decision]
) -> None:
    """Refuse decisions by which the text would no longer be valid against its schema.

    ``held`` are the decisions in force. The text is encoded with and without the new ones, so an
    element or attribute is allowed exactly where the schema allows it. ValueError with the first
    new error.
    """
    edited = tuple(decision for decision in made if decision.verdict in _EDITED)
    if not edited:
        return
    before, after = _encode(doc, edition, held), _encode(doc, edition, (*held, *edited))
    for decision in edited:
        if decision.element and _beside(after, decision) > _beside(before, decision):
            raise ValueError(f"TEI does not allow <{decision.element}> in this place")
    known = _errors(before)
    for error, count in _errors(after).items():
        if count > known[error]:
            raise ValueError(f"the TEI schema does not allow this: {error[1]}")


def _encode(doc: Document, edition: Edition, decisions: tuple[Decision, ...]) -> EditionText:
    decided = decide(doc, decisions, threshold=edition.threshold, uncorrected=edition.uncorrected)
    return EditionText(serialise(encode(doc, decided.accepted, edition).tree), "review.xml")


def _beside(text: EditionText, decision: Decision) -> int:
    """Count the annotations that the encoder put beside the text, since they fit nowhere in it."""
    spans = text.tree.iterfind(f".//{tei('standOff')}//{tei('span')}")
    return sum(span.get("type") == decision.element for span in spans)


def _errors(text: EditionText) -> Counter[tuple[str, str]]:
    """Count the errors of an encoding by code and message: lines shift."""
    from toolkit.validation.run import Part, check  # noqa: PLC0415  # loads the schema

    findings = check(text, only=(Part.RNG,)).findings
    return Counter((f.code, f.message) for f in findings if f.severity is Severity.ERROR)
