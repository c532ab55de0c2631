"""Annotate the structure of a text: title, divisions, letters, diaries, plays, line breaks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from toolkit.annotation.blocks import Block, make_block, split_blocks
from toolkit.annotation.conventions.inserts import stands_alone
from toolkit.annotation.conventions.sign import EDGE, is_sign
from toolkit.annotation.conventions.strokes import trim_strokes
from toolkit.annotation.divided_words import DividedWord, find_words_over_lines
from toolkit.annotation.foreign_passages import in_other_languages
from toolkit.annotation.structure.cast_lists import Cast, find_cast, heads_cast, mark_cast
from toolkit.annotation.structure.dialogues import Dialogue, find_dialogue
from toolkit.annotation.structure.division_levels import rank_heading
from toolkit.annotation.structure.document_boundaries import (
    count_letter_heads,
    cut_day_lines,
    find_entries,
    split_documents,
)
from toolkit.annotation.structure.letter_closers import find_closer
from toolkit.annotation.structure.letter_openers import find_opener
from toolkit.annotation.structure.line_typed_letters import find_closing_lines, find_opening_lines
from toolkit.annotation.structure.page_breaks import (
    drop_lines,
    find_running_heads,
    join_across_pages,
    mark_page_breaks,
)
from toolkit.annotation.structure.page_marks import find_page_marks
from toolkit.annotation.structure.sections import Sections, skip_opener
from toolkit.annotation.structure.speeches import is_direction
from toolkit.annotation.structure.title_lines import find_title, find_title_page
from toolkit.annotation.structure.verse import is_verse, measure_setting
from toolkit.annotation.structure.wording import wording_of
from toolkit.edition import Edition
from toolkit.text import Annotation, Document, Span
from toolkit.text.whitespace import SPACE
from toolkit.vocabulary import elements

_LINE_ELEMENTS: Final = elements("one-line")
"""Elements that represent lines themselves: no ``lb`` where they begin."""

MOST_FRONT: Final = 40
"""Blocks before the list of a play's persons at most."""


def find_structure(doc: Document, edition: Edition) -> Iterator[Annotation]:  # noqa: ARG001
    """Annotate each block of a text; a doubtful one is a paragraph, and no text is left out."""
    wording = wording_of(doc.language)
    aside = tuple(_find_aside(doc))
    strokes = [a.span for a in doc.annotations("fw") if a.get("type") == EDGE]
    blocks = trim_strokes(doc.text, split_blocks(doc, aside), strokes)
    pages = find_page_marks(doc.text, wording)
    marks = [page.span for page in pages]
    unmarked = drop_lines(blocks, marks)
    heads = find_running_heads(doc.text, unmarked, marks, wording)
    whole = join_across_pages(doc.text, drop_lines(unmarked, [head.span for head in heads]), marks)
    described = list(_annotate_documents(doc, whole))
    yield from in_other_languages(doc, described)
    yield from heads
    every = trim_strokes(doc.text, split_blocks(doc), strokes) if aside else blocks
    parts = (*every, *(whole if len(whole) < len(blocks) else ()))
    divided = {word.gap.end: word for word in find_words_over_lines(doc, parts)}
    yield from mark_page_breaks(doc, pages, [word.gap for word in divided.values()])
    own_lines = {a.span.start for a in described if a.element in _LINE_ELEMENTS}
    own_lines |= {*(page.start for page in marks), *(head.span.start for head in heads)}
    yield from _mark_lines(parts, own_lines, divided)


def _find_aside(doc: Document) -> Iterator[Span]:
    """Yield what is no part of the running text: notes, pictures, headings of notes."""
    for annotation in doc.annotations("note", "fw", "figure"):
        inline = annotation.element == "note" and annotation.anchor is None
        if (
            not is_sign(annotation)
            and annotation.get("type") != EDGE
            and (not inline or stands_alone(doc.text, annotation.span))
        ):
            yield annotation.span


def _mark_lines(
    blocks: Sequence[Block], own_lines: set[int], divided: Mapping[int, DividedWord]
) -> Iterator[Annotation]:
    """Mark the line breaks within blocks, but not at the offsets ``own_lines``.

    ``divided`` are the words that lines begin within, by the offsets of these lines.
    """
    for block in blocks:
        for line in block.lines[1:]:
            if line.start not in own_lines:
                own_lines.add(line.start)
                word = divided.get(line.start)
                attributes = (("break", "no"),) if word else ()
                yield Annotation(Span(line.start, line.start), "lb", attributes, rule="line")
                yield from _mark_hyphens(word) if word else ()


def _mark_hyphens(word: DividedWord) -> Iterator[Annotation]:
    """Mark a hyphen that belongs to its word, and one that begins a line (COHYP).

    Any other hyphen before ``<lb break="no"/>`` is known to divide the word.
    """
    for sign, force in ((word.hard, "strong"), (word.leading, "weak")):
        if sign:
            yield Annotation(sign, "pc", (("force", force),), rule="line-end-hyphen")


def _annotate_documents(doc: Document, blocks: Sequence[Block]) -> Iterator[Annotation]:
    """Annotate the documents of a file, each a division, or the one text that it is."""
    split = split_documents(doc, blocks)
    if len(split.parts) < 2:
        yield from _annotate_text(doc, blocks, whole=True)
        return
    yield from split.title
    for divider in split.dividers:
        yield Annotation(divider.span, "fw", (("type", "divider"),), rule="divider")
    for part in split.parts:
        span = Span(part[0].span.start, part[-1].span.end)
        yield Annotation(span, "div", rule="document")
        yield from _annotate_text(doc, part, whole=False)


def _annotate_text(doc: Document, blocks: Sequence[Block], *, whole: bool) -> Iterator[Annotation]:
    """Annotate one text: a play, a debate, a diary, a letter, or anything with paragraphs.

    ``whole``: it is all of its file, and may have a title page.
    """
    text, wording = doc.text, wording_of(doc.language)
    cast = find_cast(text, blocks, MOST_FRONT, wording)
    start = cast.end if cast else 0
    talk = find_dialogue(text, blocks[start:], wording)
    blocks = [*blocks[:start], *talk.blocks] if talk else cut_day_lines(text, blocks, wording)
    limit = _find_limit(doc, blocks, talk, cast)
    titled = whole and not doc.fields
    heads, at = find_title_page(text, blocks, limit, wording) if titled else ([], 0)
    if not heads and not whole:
        heads, at = _find_letter_heads(doc, blocks)
    if not heads:
        heads, at = find_title(doc, blocks, limit)
    yield from heads
    if talk and cast and cast.start >= at:
        yield from _annotate_play(doc, blocks, talk, cast, at)
    elif days := find_entries(text, blocks[at:], wording):
        yield from _annotate_diary(doc, blocks[at:], days)
    else:
        yield from _annotate_letter(doc, blocks[at:], talk, headed=bool(heads))


def _find_letter_heads(doc: Document, blocks: Sequence[Block]) -> tuple[list[Annotation], int]:
    """Return the headings of one of several letters, and the number of blocks they take."""
    count = count_letter_heads(doc.text, blocks, wording_of(doc.language))
    return [Annotation(b.span, "head", rule="letter-head") for b in blocks[:count]], count


def _annotate_play(
    doc: Document, blocks: Sequence[Block], talk: Dialogue, cast: Cast, at: int
) -> Iterator[Annotation]:
    """Annotate a play with a cast list; ``at`` is the index of the first block after its title."""
    front = blocks[at : cast.start]
    yield from Sections(doc, front, {}).annotate_plain(front, ends=False)
    yield from mark_cast(doc.text, cast)
    yield from Sections(doc, blocks[cast.end :], talk.labels).annotate(opened=False)


def _find_limit(
    doc: Document, blocks: Sequence[Block], talk: Dialogue | None, cast: Cast | None
) -> int:
    """Return the index of the first block that belongs to a play, and so to no title."""
    if talk is None:
        return len(blocks)
    text, wording = doc.text, wording_of(doc.language)
    end = cast.start if cast else len(blocks)
    begun = (
        i
        for i, b in enumerate(blocks[:end])
        if b.span.start in talk.labels
        or is_direction(text, b, wording)
        or heads_cast(text, b, wording)
        or rank_heading(b.span.of(text), wording)
    )
    return next(begun, end)


def _annotate_letter(
    doc: Document, blocks: Sequence[Block], talk: Dialogue | None, *, headed: bool
) -> Iterator[Annotation]:
    """Annotate a text with the opener and the closer of a letter, if it has them.

    ``headed``: a title comes before.
    """
    labels = talk.labels if talk else {}
    spoken = next((i for i, b in enumerate(blocks) if b.span.start in labels), len(blocks))
    opening, used = _find_opening(doc, blocks, spoken)
    yield from opening
    rest = skip_opener(doc.text, blocks, opening, used)
    closing: list[Annotation] = []
    if opening or not talk:
        closing, rest = _find_closing(doc, rest, opened=bool(opening))
    yield from Sections(doc, rest, labels).annotate(
        opened=bool(opening), headed=headed or bool(opening), closing=closing
    )
    yield from closing


def _find_opening(
    doc: Document, blocks: Sequence[Block], spoken: int
) -> tuple[list[Annotation], int]:
    """Return the opener before the first speech, and the number of blocks it takes.

    Words to somebody above a poem are its title: ``To the Cuckoo``.
    """
    text, wording = doc.text, wording_of(doc.language)
    opening, used = find_opener(text, blocks[:spoken], wording)
    if used == 1 and opening[-1].element == "salute" and _begins_poem(text, blocks[1:]):
        opening, used = [], 0
    if not opening and spoken:
        opening = find_opening_lines(text, blocks[0], wording)
    return opening, used


def _find_closing(
    doc: Document, blocks: Sequence[Block], *, opened: bool
) -> tuple[list[Annotation], Sequence[Block]]:
    """Return the closer and the blocks before it; ``opened``: the text has an opener."""
    text, wording = doc.text, wording_of(doc.language)
    closing, used = find_closer(text, blocks, wording, opened=opened)
    if closing and used < len(blocks):
        return closing, blocks[: len(blocks) - used]
    closing = find_closing_lines(text, blocks[-1], wording) if opened and blocks else []
    return closing, _cut_before(text, blocks, closing)


def _begins_poem(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a text begins with a stanza."""
    return bool(blocks) and is_verse(text, blocks[0].lines, measure_setting(text, blocks))


def _cut_before(
    text: str, blocks: Sequence[Block], closing: Sequence[Annotation]
) -> Sequence[Block]:
    """Return the blocks without the lines of a closer at their end."""
    if not closing:
        return blocks
    end = closing[0].span.start
    while text[end - 1] in SPACE:
        end -= 1
    lines = [Span(n.start, min(n.end, end)) for n in blocks[-1].lines if n.start < end]
    return [*blocks[:-1], *((make_block(lines),) if lines else ())]


def _annotate_diary(
    doc: Document, blocks: Sequence[Block], days: Sequence[int]
) -> Iterator[Annotation]:
    """Annotate the entries of a diary, each a division below its date, and what precedes them."""
    yield from Sections(doc, blocks[: days[0]], {}).annotate(opened=False)
    for day, end in zip(days, [*days[1:], len(blocks)], strict=True):
        span = Span(blocks[day].span.start, blocks[end - 1].span.end)
        yield Annotation(span, "div", (("type", "entry"),), rule="entry")
        yield Annotation(blocks[day].span, "head", rule="entry")
        yield from Sections(doc, blocks[day + 1 : end], {}).annotate(opened=False)
