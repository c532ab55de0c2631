"""Find: titles, divisions, letters, diaries, plays, and the lines of the source."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from toolkit.annotation.blocks import Block, block_of, blocks, blocks_outside
from toolkit.annotation.foreign_passages import in_other_languages
from toolkit.annotation.structure.cast_lists import cast_in, cast_list, is_cast_head
from toolkit.annotation.structure.diary_entries import entries
from toolkit.annotation.structure.division_levels import level_of
from toolkit.annotation.structure.document_boundaries import documents_in
from toolkit.annotation.structure.letters import closer, opener
from toolkit.annotation.structure.line_typed_letters import closing_lines, opening_lines
from toolkit.annotation.structure.page_breaks import (
    joined,
    page_breaks,
    page_marks,
    running_heads,
    without,
)
from toolkit.annotation.structure.sections import Sections, after_opener
from toolkit.annotation.structure.speakers import Dialogue, dialogue_in
from toolkit.annotation.structure.speeches import is_direction
from toolkit.annotation.structure.title_lines import title_of, title_page
from toolkit.annotation.structure.verse import is_verse, setting_of
from toolkit.edition import Edition
from toolkit.text import Annotation, Document, Span
from toolkit.text.whitespace import SPACE
from toolkit.vocabulary import elements

_HYPHENS = "-\u00ac\u2010\u00ad\u2e17"

_OWN_LINES = elements("one-line")
"""Elements that stand for lines themselves: no ``lb`` where they begin."""

MAX_FRONT = 40
"""How many blocks may stand before the list of a play's persons."""


def find_structure(doc: Document, edition: Edition) -> Iterator[Annotation]:  # noqa: ARG001
    """What each block of the text is. What is doubtful is a paragraph; no text is left out."""
    aside = tuple(a.span for a in doc.annotations("note", "fw"))
    found = blocks_outside(doc, aside)
    marks = page_marks(doc.text)
    alone = set(marks)
    unmarked = [block for block in found if block.span not in alone]
    heads = running_heads(doc.text, unmarked, marks)
    whole = joined(doc.text, without(unmarked, heads), marks)
    described = list(_documents(doc, whole))
    own_lines = {a.span.start for a in described if a.element in _OWN_LINES}
    own_lines |= {head.span.start for head in heads}
    yield from in_other_languages(doc, described)
    yield from heads
    parts = (*(blocks(doc) if aside else found), *(whole if len(whole) < len(found) else ()))
    gaps = [gap for block in parts for gap in _broken_words(doc.text, block)]
    yield from page_breaks(doc, gaps)
    broken = {gap.end for gap in gaps}
    for block in parts:
        for line in block.lines[1:]:
            if line.start not in own_lines:
                own_lines.add(line.start)
                attributes = (("break", "no"),) if line.start in broken else ()
                yield Annotation(Span(line.start, line.start), "lb", attributes, rule="line")


def _documents(doc: Document, found: Sequence[Block]) -> Iterator[Annotation]:
    """The documents of a file, each a division, or the one text that it is."""
    parted = documents_in(doc, found)
    if len(parted.parts) < 2:
        yield from _text(doc, found, whole=True)
        return
    yield from parted.title
    for divider in parted.dividers:
        yield Annotation(divider.span, "fw", (("type", "divider"),), rule="divider")
    for part in parted.parts:
        span = Span(part[0].span.start, part[-1].span.end)
        yield Annotation(span, "div", rule="document")
        yield from _text(doc, part, whole=False)


def _text(doc: Document, found: Sequence[Block], *, whole: bool) -> Iterator[Annotation]:
    """One text: a play or a debate, a diary, a letter, or whatever else has paragraphs.

    ``whole``: it is all of its file, and may have a title page.
    """
    text = doc.text
    cast = cast_in(text, found, MAX_FRONT)
    start = cast.end if cast else 0
    talk = dialogue_in(text, found[start:], doc.language)
    if talk:
        found = [*found[:start], *talk.blocks]
    limit = _before_talk(text, found, talk, start=cast.start if cast else len(found))
    heads, at = title_page(text, found, limit) if whole and not doc.fields else ([], 0)
    if not heads:
        heads, at = title_of(doc, found, limit)
    yield from heads
    if talk and cast and cast.start >= at:
        yield from Sections(doc, found[at : cast.start], {}).plain(
            found[at : cast.start], ends=False
        )
        yield from cast_list(text, cast)
        yield from Sections(doc, found[cast.end :], talk.labels).all(opened=False)
        return
    days = entries(text, found[at:], doc.language)
    if days:
        yield from _diary(doc, found[at:], days)
        return
    yield from _letter(doc, found[at:], talk, headed=bool(heads))


def _before_talk(text: str, found: Sequence[Block], talk: Dialogue | None, *, start: int) -> int:
    """The index of the first block that cannot belong to the title, because a play begins."""
    if talk is None:
        return len(found)
    begun = (
        i
        for i, b in enumerate(found[:start])
        if b.span.start in talk.labels
        or is_direction(text, b)
        or is_cast_head(text, b)
        or level_of(b.span.of(text))
    )
    return next(begun, start)


def _letter(
    doc: Document, found: Sequence[Block], talk: Dialogue | None, *, headed: bool
) -> Iterator[Annotation]:
    """A text with the opener and the closer of a letter, where it has them; ``headed``: a title."""
    labels = talk.labels if talk else {}
    spoken = next((i for i, b in enumerate(found) if b.span.start in labels), len(found))
    opening, used = opener(doc.text, found[:spoken], tag=doc.language)
    if used == 1 and opening[-1].element == "salute" and _is_poem(doc.text, found[1:]):
        opening, used = [], 0  # a title, as of an ode: ``To the Cuckoo``
    if not opening and spoken:
        opening = opening_lines(doc.text, found[0], doc.language)
    yield from opening
    rest = after_opener(found, opening, used)
    closing: list[Annotation] = []
    if opening or not talk:
        closing, used = closer(doc.text, rest)
        closing = closing if used < len(rest) else []
        rest = rest[: len(rest) - used] if closing else rest
    if opening and rest and not closing:
        closing = closing_lines(doc.text, rest[-1])
        rest = _before(doc.text, rest, closing)
    yield from Sections(doc, rest, labels).all(
        opened=bool(opening), headed=headed or bool(opening), closing=closing
    )
    yield from closing


def _is_poem(text: str, found: Sequence[Block]) -> bool:
    """Whether a text begins with a stanza."""
    return bool(found) and is_verse(text, found[0].lines, setting_of(text, found))


def _before(text: str, found: Sequence[Block], closing: Sequence[Annotation]) -> Sequence[Block]:
    """The blocks without the lines of a closer at their end."""
    if not closing:
        return found
    end = closing[0].span.start
    while text[end - 1] in SPACE:
        end -= 1
    lines = [Span(n.start, min(n.end, end)) for n in found[-1].lines if n.start < end]
    return [*found[:-1], *((block_of(lines),) if lines else ())]


def _diary(doc: Document, found: Sequence[Block], days: Sequence[int]) -> Iterator[Annotation]:
    """The entries of a diary, each a division under its date, and what stands before them."""
    yield from Sections(doc, found[: days[0]], {}).all(opened=False)
    for day, end in zip(days, [*days[1:], len(found)], strict=True):
        span = Span(found[day].span.start, found[end - 1].span.end)
        yield Annotation(span, "div", (("type", "entry"),), rule="entry")
        yield Annotation(found[day].span, "head", rule="entry")
        yield from Sections(doc, found[day + 1 : end], {}).all(opened=False)


def _broken_words(text: str, block: Block) -> Iterator[Span]:
    """From the end of a line to the next where a word goes on over it (COHYP)."""
    for before, line in pairwise(block.lines):
        end = before.end
        hyphen = text[end - 1] in _HYPHENS and text[end - 2 : end - 1].isalpha()
        if hyphen and text[line.start].islower():
            yield Span(end, line.start)
