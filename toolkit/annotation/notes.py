"""Find footnotes and end notes, each with its marker in the running text (COHINT, COXR)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from toolkit.annotation.blocks import Block, split_blocks
from toolkit.annotation.foreign_passages import in_other_languages
from toolkit.annotation.note_bodies import Candidate, find_candidates, is_heading
from toolkit.annotation.note_findings import diagnose
from toolkit.annotation.note_markers import Places
from toolkit.annotation.note_pairing import Pool, pair_glued_numbers
from toolkit.annotation.protocol import Annotated, Annotator
from toolkit.edition import Edition
from toolkit.text import Annotation, Attributes, Document, Layer, Span
from toolkit.text.whitespace import SPACE


def annotate(doc: Document, edition: Edition) -> Annotated:  # noqa: ARG001
    """Find the notes of a document, and report notes and markers without a partner.

    A note is a block (or a line among other notes) that begins with a label whose sign occurs
    earlier in the running text. At the end of the file, blocks without a label continue the note
    before them; elsewhere (notes at the foot of a page) a note ends with its block. A heading
    over notes that go to their markers becomes ``fw``.
    """
    everything = split_blocks(doc)
    glued = pair_glued_numbers(doc.text, everything)
    candidates = find_candidates(doc.text, everything, glued)
    layer = Layer("notes", tuple(_find_notes(doc, everything, candidates, glued)))
    findings = tuple(diagnose(doc.with_layer(layer), candidates))
    return Annotated(layer.annotations, findings)


def _find_notes(
    doc: Document,
    everything: Sequence[Block],
    candidates: Sequence[Candidate],
    glued: Mapping[int, Span],
) -> Iterator[Annotation]:
    """Yield the candidates that have markers, as notes anchored there."""
    if not candidates:
        return
    taken = _pair(candidates, Pool(doc.text, candidates, everything), glued)
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


def _pair(
    candidates: Sequence[Candidate], pool: Pool, glued: Mapping[int, Span]
) -> list[tuple[Candidate, Sequence[Span]]]:
    """Return the candidates that have markers, with these."""
    taken: list[tuple[Candidate, Sequence[Span]]] = []
    for candidate in candidates:
        marker = glued.get(candidate.label.start)
        anchors = [marker] if marker else pool.take(candidate.sign, candidate.span.start)
        if anchors:
            taken.append((candidate, anchors))
    return taken


def _note(
    text: str, candidate: Candidate, anchors: Sequence[Span], identifier: str, place: str
) -> Iterator[Annotation]:
    """Yield the note, its label, its paragraphs, and a reference for each further marker.

    ``place`` is its place in the source: the foot of a page, or the end.
    """
    first, *others = anchors
    attributes: Attributes = (("xml:id", identifier), ("n", first.of(text)), ("place", place))
    reason = f"the marker {first.of(text)} in the text has a note with the same sign"
    yield Annotation(candidate.span, "note", attributes, anchor=first, rule="marker", reason=reason)
    yield Annotation(candidate.label, "label", rule="marker")
    if candidate.closing:
        yield Annotation(candidate.closing, "label", rule="marker")
    for paragraph in _paragraphs(text, candidate.body):
        yield Annotation(paragraph, "p", rule="note-paragraph")
    for other in others:
        yield Annotation(other, "ref", (("target", f"#{identifier}"),), rule="marker-again")


def _paragraphs(text: str, body: Span) -> Iterator[Span]:
    for match in re.finditer(rf"[^{SPACE}](?:[^\n\f]|\n(?![ \t]*(?:\n|\Z)))*", body.of(text)):
        words = match[0].rstrip(SPACE)
        yield Span(body.start + match.start(), body.start + match.start() + len(words))


notes = Annotator("notes", annotate)
