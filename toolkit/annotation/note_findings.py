"""Report notes without a marker, markers without a note, and notes out of order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from toolkit.annotation.codes import (
    DUPLICATE_NOTE,
    MARKER_WITHOUT_NOTE,
    NOTE_OUT_OF_ORDER,
    NOTE_WITHOUT_MARKER,
)
from toolkit.annotation.note_bodies import Candidate
from toolkit.annotation.note_markers import (
    Places,
    find_markers,
    form_of,
    is_surely_marker,
    is_year,
    may_be_marker,
    sign_of,
)
from toolkit.findings import Finding, Place
from toolkit.text import Annotation, Document


def diagnose(doc: Document, candidates: Sequence[Candidate]) -> Iterator[Finding]:
    """Yield a finding for each note and each marker without a partner, and for disorder.

    ``candidates`` are the possible notes of the document, which has the notes found as a layer.
    """
    paired = [note for note in doc.annotations("note") if note.anchor]
    forms = {form_of(note.get("n")) for note in paired}
    bodies = Places(note.span for note in paired)
    orphans = [c for c in candidates if not bodies.meet(c.span) and _is_note(c, forms)]
    yield from _notes_without_marker(doc, orphans, paired)
    yield from _markers_without_note(doc, orphans, paired, forms)
    yield from _notes_out_of_order(doc, paired)


def _is_note(candidate: Candidate, forms: set[str]) -> bool:
    """Whether a candidate without a marker is a note by its form, or by that of other notes."""
    return bool(
        candidate.closing
        or (candidate.sign.startswith("[") and not is_year(candidate.sign))
        or form_of(candidate.sign) in forms
    )


def _markers_without_note(
    doc: Document, orphans: Sequence[Candidate], paired: Sequence[Annotation], forms: set[str]
) -> Iterator[Finding]:
    """Yield a finding for each sign that is a marker by its form, or by that of other markers."""
    text = doc.text
    not_text = ("note", "ref", "xenoData", "fw", "pb")
    restored = ("gap", "unclear", "supplied")
    taken = Places(
        (
            *(annotation.span for annotation in doc.annotations(*not_text, *restored)),
            *(note.anchor for note in paired if note.anchor),
            *(candidate.span for candidate in orphans),
        )
    )
    for span in find_markers(text, 0, len(text)):
        sign = span.of(text)
        usual = form_of(sign) in forms and may_be_marker(text, span) and not is_year(sign)
        if (usual or is_surely_marker(text, span)) and not taken.meet(span):
            yield MARKER_WITHOUT_NOTE.at(
                _place(doc, span.start),
                f'the marker "{sign}" has no note',
                hint=f"add a paragraph that begins with {sign} at the end of the text",
            )


def _notes_without_marker(
    doc: Document, orphans: Sequence[Candidate], paired: Sequence[Annotation]
) -> Iterator[Finding]:
    """Yield a finding for each note that has no marker, or only one that another note has."""
    signs = {note.get("n") for note in paired}
    for orphan in orphans:
        place = _place(doc, orphan.label.start)
        hint = f"put {orphan.sign} into the text where the note belongs"
        if orphan.sign in signs:
            message = f'a second note "{orphan.sign}" has no marker of its own'
            yield DUPLICATE_NOTE.at(place, message, hint=hint)
        else:
            message = f'the note "{orphan.sign}" has no marker in the text'
            yield NOTE_WITHOUT_MARKER.at(place, message, hint=hint)


def _notes_out_of_order(doc: Document, paired: Sequence[Annotation]) -> Iterator[Finding]:
    """Yield a finding for each numbered note whose marker precedes that of the note before it."""
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
                f'the marker "{note.get("n")}" comes before "{before.get("n")}"',
                hint="compare the two markers with the source",
            )


def _place(doc: Document, offset: int) -> Place:
    line, column = doc.place(offset)
    return Place(doc.file, line, column, transcription=line)
