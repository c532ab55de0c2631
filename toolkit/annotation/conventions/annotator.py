"""Annotate the signs of a transcriber, and report which conventions the text follows."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from toolkit.annotation.blocks import split_blocks
from toolkit.annotation.codes import CONVENTION
from toolkit.annotation.conventions.emphasis import find_emphasis
from toolkit.annotation.conventions.inserts import find_inserts
from toolkit.annotation.conventions.readings import find_readings
from toolkit.annotation.conventions.sign import Statement
from toolkit.annotation.conventions.strokes import find_strokes
from toolkit.annotation.note_markers import Places
from toolkit.annotation.protocol import Annotated
from toolkit.edition import Edition
from toolkit.findings import Finding, Place
from toolkit.text import Document, Span

_MEANINGS: Final = {
    "italic": "words in italics",
    "bold": "words in bold",
    "small capitals": "words in small capitals",
    "deleted": "deleted words",
    "raised": "raised letters",
    "gap": "gaps",
    "doubtful": "doubtful readings",
    "supplied": "letters supplied",
    "picture": "pictures",
    "sidenote": "notes in the margin",
    "edge": "the edges of lines",
}
"""What the report calls the places of each convention."""


def annotate(doc: Document, edition: Edition) -> Annotated:  # noqa: ARG001
    """Annotate the signs of each convention that the text proves; one finding for each."""
    taken = Places(_find_taken(doc))
    statements = (
        *find_strokes(doc.text, split_blocks(doc)),
        *find_inserts(doc.text, taken),
        *find_emphasis(doc.text, taken),
        *find_readings(doc.text, doc.language, taken),
    )
    annotations = tuple(a for statement in statements for a in statement.annotate())
    return Annotated(annotations, tuple(_report(doc, statements)))


def _find_taken(doc: Document) -> Iterator[Span]:
    """Yield the metadata, and the markers and labels of notes."""
    for annotation in doc.annotations("xenoData", "label", "ref"):
        yield annotation.span
    for note in doc.annotations("note"):
        if note.anchor:
            yield note.anchor


def _report(doc: Document, statements: Sequence[Statement]) -> Iterator[Finding]:
    ordered = sorted(statements, key=lambda s: (list(_MEANINGS).index(s.kind), s.span))
    for kind, group in groupby(ordered, key=lambda statement: statement.kind):
        first, *others = group
        line, column = doc.place(first.span.start)
        shown = " ".join(first.span.of(doc.text).split())[:40]
        yield CONVENTION.at(
            Place(doc.file, line, column, transcription=line),
            f"signs of the transcriber stand for {_MEANINGS[kind]}: {1 + len(others)}, "
            f'the first is "{shown}"',
            hint="if they belong to the text, switch the annotator conventions off",
        )
