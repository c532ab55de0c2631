"""Notes: footnotes and end notes, each tied to its marker in the running text (COHINT, COXR)."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.annotate.annotator import Annotator
from toolkit.annotate.blocks import Block, blocks
from toolkit.edition import Edition
from toolkit.findings import Finding, Place, Severity, code
from toolkit.text import Annotation, Attributes, Document, Span
from toolkit.text.space import SPACE

NOTE_WITHOUT_MARKER = code(
    "NOT001",
    Severity.WARNING,
    """A note has no marker in the text.

    Why: a reader cannot tell what it is a note on. It stays where it stands, as a paragraph.
    Right: put its marker into the text, or take the note out of the transcription.
    """,
)
MARKER_WITHOUT_NOTE = code(
    "NOT002",
    Severity.WARNING,
    """A marker in the text has no note.

    Why: the note may have been lost in transcription. The marker stays in the text.
    Right: add the note, or remove the marker.
    """,
)

_SUPERSCRIPT = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_SIGNS = "*\u2020\u2021\u00a7\u2016"

_BRACKETED = r"\[(?:\d{1,4}|[a-z]{1,2}|\*{1,3}|[ivxlc]{1,6})\]"
_ROUND = r"\((?:\d{1,3}|[a-z])\)"
_RAISED = rf"[{_SUPERSCRIPT}]{{1,4}}"
_SIGN = r"(?:\*{1,3}|\u2020{1,2}|\u2021{1,2}|\u00a7|\u2016)"

_LABEL = re.compile(
    rf"(?P<label>{_BRACKETED}|{_ROUND}|{_RAISED}|{_SIGN}|\d{{1,3}}[.)])(?P<gap>[ \t]*)(?=\S)"
)
_MARKER = re.compile(rf"{_BRACKETED}|{_ROUND}|{_RAISED}|{_SIGN}")
_HEADING = re.compile(
    r"(?:foot|end)?notes?|(?:fuß|end)noten|anmerkungen|notes? de bas de page|notes de fin",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A stretch of text that begins with what may be the label of a note."""

    label: Span
    span: Span
    sign: str


def find_notes(doc: Document, edition: Edition) -> Iterator[Annotation]:  # noqa: ARG001
    """The notes of a document, each with its marker as anchor, its label and its paragraphs.

    A note is a block (or a line among other notes) that begins with a label, when the same sign
    stands earlier in the running text. At the end of the file, blocks without a label continue
    the note before; elsewhere (notes at the foot of a page) a note ends with its block.
    """
    everything = blocks(doc)
    candidates = _candidates(doc.text, everything)
    pairs = _pairs(doc.text, candidates, everything)
    for number, (candidate, anchors) in enumerate(pairs, start=1):
        yield from _note(doc.text, candidate, anchors, f"note-{number}")


def diagnose(doc: Document) -> Iterator[Finding]:
    """Markers without a note and notes without a marker, where the text has notes of that form."""
    paired = list(doc.annotations("note"))
    taken = [a.anchor for a in paired if a.anchor] + [a.span for a in paired]
    taken += [a.span for a in doc.annotations("ref")]
    forms = {_form(a.get("n")) for a in paired}
    for candidate in _candidates(doc.text, blocks(doc)):
        known = candidate.sign.startswith("[") or _form(candidate.sign) in forms
        if known and not any(candidate.span.overlaps(span) for span in taken):
            yield NOTE_WITHOUT_MARKER.at(
                _place(doc, candidate.label.start),
                f'the note "{candidate.sign}" has no marker in the text',
                hint=f"put {candidate.sign} into the text where the note belongs",
            )
            taken.append(candidate.span)
    for match in _MARKER.finditer(doc.text):
        span = Span(*match.span())
        free = not any(span.overlaps(other) for other in taken)
        if free and _form(match[0]) in forms and _may_be_marker(doc.text, span, match[0]):
            yield MARKER_WITHOUT_NOTE.at(
                _place(doc, span.start),
                f'the marker "{match[0]}" has no note',
                hint=f"add a paragraph that begins with {match[0]} at the end of the text",
            )


def _candidates(text: str, everything: Sequence[Block]) -> list[_Candidate]:
    """Blocks and lines that begin with a label; what follows at the end of the file joins them."""
    heading = next(
        (i for i, b in enumerate(everything) if _HEADING.fullmatch(b.span.of(text).strip(" .:*_"))),
        None,
    )
    starts = [
        (index, label)
        for index, block in enumerate(everything)
        for label in _labels(text, block, after_heading=heading is not None and index > heading)
    ]
    if not starts:
        return []
    signs = {_sign(label.of(text)) for _, label in starts}
    continues = [_may_continue(text, block, signs) for block in everything]
    trailing = _trailing(continues, {index for index, _ in starts})
    found = []
    for (index, label), following in zip(starts, [*starts[1:], None], strict=True):
        if following and following[0] == index:
            end = len(text[: following[1].start].rstrip(SPACE))
        elif index < trailing:
            end = everything[index].span.end
        else:
            last = following[0] - 1 if following else len(everything) - 1
            end = everything[last].span.end
        found.append(_Candidate(label, Span(label.start, end), label.of(text)))
    return found


def _labels(text: str, block: Block, *, after_heading: bool) -> Iterator[Span]:
    """The labels at the beginning of lines; after the first line only where notes are packed."""
    form = ""
    for number, line in enumerate(block.lines):
        match = _LABEL.match(text, line.start, line.end)
        if not match or not _may_be_label(match, after_heading=after_heading):
            if not number:
                return
            continue
        if not number or _form(match["label"]) == form:
            form = _form(match["label"])
            yield Span(*match.span("label"))


def _may_be_label(match: re.Match[str], *, after_heading: bool) -> bool:
    label = match["label"]
    if label[0].isdecimal():
        return after_heading and bool(match["gap"])
    return label[0] not in _SIGNS or label[0] in "\u2020\u2021" or not match["gap"] or after_heading


def _trailing(continues: Sequence[bool], labelled: set[int]) -> int:
    """Where the notes at the end of the file begin: the index of their first block.

    From there on at least every second block is labelled, so that a note may have several
    paragraphs; text that follows notes at the foot of a page is not taken for a note.
    """
    best, bare = len(continues), 0
    for index in range(len(continues) - 1, -1, -1):
        if index in labelled:
            bare -= 1
            best = index if bare <= 0 else best
        else:
            bare += 1
            if bare > 3 or not continues[index]:
                break
    return best


def _may_continue(text: str, block: Block, signs: set[str]) -> bool:
    """Whether a block can be a further paragraph of a note: it has no marker of a note itself."""
    found = _MARKER.finditer(text, block.span.start, block.span.end)
    return not any(_sign(match[0]) in signs for match in found)


def _pairs(
    text: str, candidates: Sequence[_Candidate], everything: Sequence[Block]
) -> list[tuple[_Candidate, list[Span]]]:
    """Each note with its markers; notes that have none are left out."""
    bodies = sorted(c.span for c in candidates)
    markers: dict[str, list[Span]] = defaultdict(list)
    for block in everything:
        for match in _MARKER.finditer(text, block.span.start, block.span.end):
            span = Span(*match.span())
            if _may_be_marker(text, span, match[0]):
                markers[_sign(match[0])].append(span)
    labels = {c.label for c in candidates}
    pairs = []
    for candidate in candidates:
        before = [
            span
            for span in markers[_sign(candidate.sign)]
            if span.start < candidate.span.start
            and span not in labels
            and _agree(candidate.sign, span.of(text))
        ]
        outside = [span for span in before if not any(body.contains(span) for body in bodies)]
        chosen = _nearest(outside or before, candidate, candidates)
        if chosen:
            pairs.append((candidate, chosen))
            markers[_sign(candidate.sign)] = [
                s for s in markers[_sign(candidate.sign)] if s not in chosen
            ]
    return pairs


def _agree(label: str, marker: str) -> bool:
    """Whether a label can be that of a marker: brackets have to be the same, if it has any."""
    return label == marker or label[0] not in "[("


def _nearest(
    markers: list[Span], candidate: _Candidate, candidates: Sequence[_Candidate]
) -> list[Span]:
    """The markers that belong to a note: one, or all where its sign has only this note."""
    same = [c for c in candidates if _sign(c.sign) == _sign(candidate.sign)]
    if len(same) == 1:
        return markers
    return markers[:1]


def _may_be_marker(text: str, span: Span, sign: str) -> bool:
    """Whether a sign in the running text can be a note marker: it stands close to a word."""
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 1]
    if sign[0] in _SIGNS:
        return bool(before.strip()) and before not in _SIGNS and not after.isalnum()
    if sign[0] == "[":
        return not (after == "(" or before == "]" == after)
    return bool(before.strip())


def _note(
    text: str, candidate: _Candidate, anchors: Sequence[Span], identifier: str
) -> Iterator[Annotation]:
    """The note, its label, its paragraphs, and a reference for each further marker."""
    first, *others = anchors
    attributes: Attributes = (("xml:id", identifier), ("n", first.of(text)), ("place", "end"))
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


def _sign(literal: str) -> str:
    """What two forms of a marker have in common: ``1.`` below and a raised 1 above are one."""
    return unicodedata.normalize("NFKC", literal.strip("[]()."))


def _form(literal: str) -> str:
    """The form of a marker: its brackets, and whether a number, a letter or a sign is in them."""
    bare = _sign(literal)
    kind = "1" if bare.isdigit() else "a" if bare.isalpha() else "*"
    return literal.replace(literal.strip("[]()."), kind) if literal[0] in "[(" else kind


def _place(doc: Document, offset: int) -> Place:
    line, column = doc.place(offset)
    return Place(doc.file, line, column, transcription=line)


notes = Annotator("notes", find_notes)
