"""Marks: what editors mark in a text that no tool proposed."""

from dataclasses import dataclass

from toolkit.decisions.decision import Decision, Verdict, now
from toolkit.decisions.kinds import Kind, kind_of
from toolkit.decisions.resolve import target_of
from toolkit.decisions.text_quote import Words
from toolkit.text import Annotation, Attributes, Document, Span
from toolkit.text.annotation import ALTERNATIVES

MARKABLE = ("sic", "persName", "placeName", "orgName", "date")
"""The elements that can be put over words by hand; all others are for the TEI file itself."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that an editor marks: where, as what, and for an error what should stand there.

    ``alternative``: None for an error without a correction, ``""`` for words to be left out.
    """

    span: Span
    element: str
    alternative: str | None = None
    attributes: Attributes = ()
    why: str = ""

    def __post_init__(self) -> None:
        if self.element not in MARKABLE:
            raise ValueError(f"{self.element!r} is none of {', '.join(MARKABLE)}")
        if self.alternative is not None and self.element not in ALTERNATIVES:
            raise ValueError(f"{self.element} has no correction")

    @property
    def kind(self) -> Kind:
        """Error, name or date."""
        return kind_of(self.element)


def added(doc: Document, words: Words, mark: Mark, *, by: str, file: str) -> Decision:
    """The decision that a mark amounts to. ValueError where it covers no words of the text."""
    covered = mark.span.of(doc.text)
    if mark.span.end > len(doc.text) or not covered or covered != covered.strip():
        raise ValueError("mark words, from the first letter to the last")
    if mark.alternative == covered:
        raise ValueError(f'the correction is what stands there, "{covered}"')
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
