"""Manual annotations: what editors mark in a text where no annotator proposed anything."""

from dataclasses import dataclass

from toolkit.decisions.decision import Decision, Verdict, now
from toolkit.decisions.kinds import Kind, kind_of
from toolkit.decisions.resolve import target_of
from toolkit.decisions.text_quote import Words
from toolkit.text import Annotation, Attributes, Document, Span
from toolkit.text.annotation import ALTERNATIVES

MARKABLE = ("sic", "persName", "placeName", "orgName", "date")
"""The elements that can be marked by hand; all others belong into the TEI file itself."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An editor's annotation: span, element, and the correction of an error.

    ``alternative``: None for an error without a correction, ``""`` for words to be left out.
    """

    span: Span
    element: str
    alternative: str | None = None
    attributes: Attributes = ()
    why: str = ""

    def __post_init__(self) -> None:
        if self.element not in MARKABLE:
            raise ValueError(f"{self.element!r} is not one of {', '.join(MARKABLE)}")
        if self.alternative is not None and self.element not in ALTERNATIVES:
            raise ValueError(f"{self.element} has no correction")

    @property
    def kind(self) -> Kind:
        """Error, name or date."""
        return kind_of(self.element)


def decision_for_mark(doc: Document, words: Words, mark: Mark, *, by: str, file: str) -> Decision:
    """Return the decision for a mark. ValueError if it covers no words of the text itself."""
    covered = mark.span.of(doc.text)
    if any(_overlap(mark.span, field.span) for field in doc.fields):
        raise ValueError("these words are metadata; edit them in the transcription")
    if mark.span.end > len(doc.text) or not covered or covered != covered.strip():
        raise ValueError("mark words, from the first letter to the last")
    if mark.alternative == covered:
        raise ValueError(f'the correction is the same as the text, "{covered}"')
    target = target_of(words, Annotation(mark.span, mark.element))
    return Decision(
        target,
        Verdict.ADD,
        by,
        now(),
        mark.why,
        mark.alternative,
        mark.attributes,
        file=file,
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
