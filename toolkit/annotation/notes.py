"""Notes: footnotes and end notes, each tied to its marker in the running text (COHINT, COXR)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from toolkit.annotation.blocks import blocks
from toolkit.annotation.codes import (
    DUPLICATE_NOTE,
    MARKER_WITHOUT_NOTE,
    NOTE_OUT_OF_ORDER,
    NOTE_WITHOUT_MARKER,
)
from toolkit.annotation.foreign_passages import in_other_languages
from toolkit.annotation.note_markers import (
    Candidate,
    Places,
    Pool,
    candidates_in,
    form_of,
    is_heading,
    markers,
    may_be_marker,
    sign_of,
)
from toolkit.annotation.protocol import Annotated, Annotator
from toolkit.edition import Edition
from toolkit.findings import Finding, Place
from toolkit.text import Annotation, Attributes, Document, Layer, Span
from toolkit.text.whitespace import SPACE


def find_notes(doc: Document, edition: Edition) -> Iterator[Annotation]:  # noqa: ARG001
    """The notes of a document, each with its marker as anchor, its label and its paragraphs.

    A note is a block (or a line among other notes) that begins with a label, when the same sign
    stands earlier in the running text. At the end of the file, blocks without a label continue
    the note before; elsewhere (notes at the foot of a page) a note ends with its block. A heading
    over notes, which go to their markers, is left as ``fw``. Where text follows, a note stood at
    the foot of a page.
    """
    everything = blocks(doc)
    candidates = candidates_in(doc.text, everything)
    if not candidates:
        return
    pool = Pool(doc.text, candidates, everything)
    taken = [(c, anchors) for c in candidates if (anchors := pool.take(c.sign, c.span.start))]
    starts = {candidate.span.start for candidate, _ in taken}
    bodies = Places([candidate.span for candidate, _ in taken])
    running = max((b.span.end for b in everything if not bodies.meet(b.span)), default=0)
    for number, (candidate, anchors) in enumerate(taken, 1):
        place = "bottom" if candidate.span.end < running else "end"
        note = _note(doc.text, candidate, anchors, f"note-{number}", place)
        yield from in_other_languages(doc, note)
    for block, following in pairwise(everything):
        if following.span.start in starts and is_heading(block.span.of(doc.text)):
            yield Annotation(block.span, "fw", (("type", "notes"),), rule="heading-of-notes")


def diagnose(doc: Document) -> Iterator[Finding]:
    """Notes and markers without a partner, where the text has notes of that form; and disorder."""
    candidates = candidates_in(doc.text, blocks(doc))
    paired = [a for a in doc.annotations("note") if a.anchor]
    if not candidates and not paired:
        return
    notes_ = [a.span for a in paired]
    forms = {form_of(a.get("n")) for a in paired}
    known = [c for c in candidates if c.sign.startswith("[") or form_of(c.sign) in forms]
    taken = Places(notes_)
    orphans = [c for c in known if not taken.meet(c.span)]
    yield from _without_marker(doc, orphans, paired)
    anchors = [a.anchor for a in paired if a.anchor]
    references = [a.span for a in doc.annotations("ref")]
    taken = Places([*notes_, *anchors, *references, *(c.span for c in orphans)])
    for span in markers(doc.text, 0, len(doc.text)):
        sign = span.of(doc.text)
        free = form_of(sign) in forms and not taken.meet(span)
        if free and may_be_marker(doc.text, span):
            yield MARKER_WITHOUT_NOTE.at(
                _place(doc, span.start),
                f'the marker "{sign}" has no note',
                hint=f"add a paragraph that begins with {sign} at the end of the text",
            )
    yield from _out_of_order(doc, paired)


def _without_marker(
    doc: Document, orphans: Sequence[Candidate], paired: Sequence[Annotation]
) -> Iterator[Finding]:
    """A finding for each note that has no marker, or only one that another note has."""
    signs = {note.get("n") for note in paired}
    for orphan in orphans:
        place = _place(doc, orphan.label.start)
        hint = f"put {orphan.sign} into the text where the note belongs"
        if orphan.sign in signs:
            message = f'the note "{orphan.sign}" stands here again, and has no marker of its own'
            yield DUPLICATE_NOTE.at(place, message, hint=hint)
        else:
            message = f'the note "{orphan.sign}" has no marker in the text'
            yield NOTE_WITHOUT_MARKER.at(place, message, hint=hint)


def _out_of_order(doc: Document, paired: Sequence[Annotation]) -> Iterator[Finding]:
    """A finding for each numbered note whose marker stands before that of the note before."""
    bodies = Places([note.span for note in paired])
    numbered = [
        note
        for note in paired
        if sign_of(note.get("n")).isdigit() and note.anchor and not bodies.meet(note.anchor)
    ]
    for before, note in pairwise(numbered):
        if note.anchor and before.anchor and note.anchor.start < before.anchor.start:
            yield NOTE_OUT_OF_ORDER.at(
                _place(doc, note.anchor.start),
                f'the marker "{note.get("n")}" stands before "{before.get("n")}"',
                hint="compare the two markers with the source",
            )


def _note(
    text: str, candidate: Candidate, anchors: Sequence[Span], identifier: str, place: str
) -> Iterator[Annotation]:
    """The note, its label, its paragraphs, and a reference for each further marker.

    ``place`` is where it stands in the source: at the foot of a page, or at the end.
    """
    first, *others = anchors
    attributes: Attributes = (("xml:id", identifier), ("n", first.of(text)), ("place", place))
    reason = f"the marker {first.of(text)} in the text has a note with the same sign"
    yield Annotation(candidate.span, "note", attributes, anchor=first, rule="marker", reason=reason)
    yield Annotation(candidate.label, "label", rule="marker")
    body = Span(candidate.label.end, candidate.span.end)
    for paragraph in _paragraphs(text, body):
        yield Annotation(paragraph, "p", rule="note-paragraph")
    for other in others:
        yield Annotation(other, "ref", (("target", f"#{identifier}"),), rule="marker-again")


def _paragraphs(text: str, body: Span) -> Iterator[Span]:
    for match in re.finditer(rf"[^{SPACE}](?:[^\n\f]|\n(?![ \t]*(?:\n|\Z)))*", body.of(text)):
        words = match[0].rstrip(SPACE)
        yield Span(body.start + match.start(), body.start + match.start() + len(words))


def _place(doc: Document, offset: int) -> Place:
    line, column = doc.place(offset)
    return Place(doc.file, line, column, transcription=line)


def annotate(doc: Document, edition: Edition) -> Annotated:
    """Find the notes of a document, and report notes and markers without a partner."""
    found = Layer("notes", tuple(find_notes(doc, edition)))
    return Annotated(found.annotations, tuple(diagnose(doc.with_layer(found))))


notes = Annotator("notes", annotate)
