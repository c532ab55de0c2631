"""Find the title, byline and title page above a text (DSTITL, DSHD)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.datelines import is_dateline, names_day
from toolkit.annotation.structure.division_levels import (
    LONG,
    find_series,
    parse_number,
    rank_heading,
)
from toolkit.annotation.structure.heading_rules import is_in_capitals
from toolkit.annotation.structure.letter_openers import find_opener, is_salute
from toolkit.annotation.structure.memoranda import begins_memo
from toolkit.annotation.structure.verse import is_verse, measure_setting
from toolkit.annotation.structure.wording import (
    Wording,
    compile_start,
    match_byline,
    score_name,
    wording_of,
)
from toolkit.text import Annotation, Document, Span
from toolkit.text.line_heuristics import ends_sentence

MANY_LABELS: Final = 2
"""Labelled lines that make the head of a memorandum, and no title."""

MOST_TITLES: Final = 3
"""Blocks of the title of a text at most."""

MOST_FRONT: Final = 12
"""Blocks of a title page at most."""

LONGEST_TITLE: Final = 250
"""Characters of a title, or of a block of a title page, at most."""

MOST_TITLE_LINES: Final = 4
"""Lines of a title at most."""

MOST_PAGE_LINES: Final = 8
"""Lines of a block of a title page at most."""

LONGEST_DATELINE: Final = 60
"""Characters of a line that looks like a dateline, beyond which it may be a title."""

FEWEST_SMALL: Final = 2
"""Words in small letters of a title with a date, above a dateline, at least."""

NEAR: Final = 6
"""Blocks from a title in which a paragraph must follow."""

_LABELLED: Final = re.compile(r"^[^\W\d_][^\n:]{0,20}:[ \t]+\S", re.MULTILINE)
"""A line at the head of a memorandum: ``From: ...``, ``To: ...``."""

_YEAR: Final = re.compile(r"\b(?:1[4-9]|20)\d\d\b|\bM[DCLXVI]{3,}\b")
_CAPITAL: Final = re.compile(r"\W*[A-Z\u00c0-\u00de\u0400-\u042f0-9]")
_DIGIT: Final = re.compile(r"\d")


def find_title(doc: Document, blocks: Sequence[Block], limit: int) -> tuple[list[Annotation], int]:
    """Return author and title, and the number of blocks they take.

    They are those of the metadata, else the first blocks that can only be headings. Blocks from
    the index ``limit`` on cannot belong to the title.
    """
    heads, used = _find_metadata_title(doc, blocks)
    if not used:
        used = _count_title_blocks(doc, blocks, limit)
        heads = [_mark_title(doc, block) for block in blocks[:used]]
    return heads, used


def _find_metadata_title(doc: Document, blocks: Sequence[Block]) -> tuple[list[Annotation], int]:
    """Return the lines of the first blocks that the reader took as author and title."""
    named = {
        field.span: "docAuthor" if field.key == "author" else "head"
        for field in doc.fields
        if not field.label and field.key in ("author", "title", "subtitle")
    }
    heads: list[Annotation] = []
    for used, block in enumerate(blocks):
        inside = sorted(span for span in named if block.span.contains(span))
        repeated = repeats_metadata(doc, block)
        covered = all(any(s.contains(line) for s in inside) for line in block.lines)
        if not repeated and not covered:
            return heads, used
        heads += [Annotation(span, named[span], rule="heading-lines") for span in inside]
        if not inside:
            heads.append(Annotation(block.span, repeated, rule="said-again"))
    return heads, len(blocks)


def _mark_title(doc: Document, block: Block) -> Annotation:
    """Mark a title, or the line with "by" that names the author."""
    by = match_byline(block.span.of(doc.text), wording_of(doc.language))
    element = "byline" if by and len(block.lines) == 1 else "head"
    return Annotation(block.span, element, rule="first-blocks")


def repeats_metadata(doc: Document, block: Block) -> str:
    """Return the element of a block that only repeats title or author of the metadata.

    Empty for other blocks.
    """
    words = " ".join(block.span.of(doc.text).split()).strip(" .").casefold()
    if words in _metadata_values(doc, "title", "subtitle"):
        return "head"
    by = match_byline(words, wording_of(doc.language))
    if words[by.end() if by else 0 :] not in _metadata_values(doc, "author"):
        return ""
    return "byline" if by else "docAuthor"


def _metadata_values(doc: Document, *keys: str) -> frozenset[str]:
    """Return the values of these fields, in small letters: the text's own and the editor's."""
    fields = (*doc.fields, *doc.overrides)
    return frozenset(field.value.casefold() for field in fields if field.key in keys)


def _count_title_blocks(doc: Document, blocks: Sequence[Block], limit: int) -> int:
    """Count the first blocks that can only be headings: several only before an opener or a play.

    ``limit`` is before the end of the blocks where a play begins.
    """
    if not blocks:
        return 0
    text, wording = doc.text, wording_of(doc.language)
    if _is_dated_title(text, blocks, wording):
        return 1
    setting = measure_setting(text, blocks)
    verse = [is_verse(text, block.lines, setting) for block in blocks[: MOST_TITLES + 1]]
    most = min(verse.index(True) if True in verse else MOST_TITLES, limit)
    most = 0 if 0 in find_series(text, blocks, wording) else most
    numbered = not _begins_numbered_parts(text, blocks, wording)
    titles = list(
        takewhile(
            lambda block: _is_title(doc, block, numbered=numbered and block is blocks[0]),
            blocks[:most],
        )
    )
    count = len(titles)
    if limit < len(blocks):
        return count or int(most > 0 and len(blocks[0].span) <= LONG)
    if not titles or count == len(blocks):
        return 0
    follows_verse = count < len(verse) and verse[count]
    return count if follows_verse else _count_before_text(text, blocks, count, wording)


def _is_dated_title(text: str, blocks: Sequence[Block], wording: Wording) -> bool:
    """Whether the first of two datelines is a title with a date: it has more words."""
    if len(blocks) < 2 or len(blocks[0].lines) > 1 or len(blocks[1].lines) > 1:
        return False
    words, dateline = (block.span.of(text) for block in blocks[:2])
    dated = names_day(words, wording) and names_day(dateline, wording)
    small = [word for word in words.split() if word[0].islower()]
    return dated and len(small) >= FEWEST_SMALL and not ends_sentence(words)


def _count_before_text(text: str, blocks: Sequence[Block], count: int, wording: Wording) -> int:
    """Count the titles among ``count`` blocks that can be some, by what follows them."""
    if find_opener(text, blocks[count:], wording)[0]:
        return count
    if rank_heading(blocks[count].span.of(text), wording):
        return count
    by = count > 1 and match_byline(blocks[1].span.of(text), wording) is not None
    return (1 + by) * any(len(block.span) > LONG for block in blocks[1:NEAR])


def _begins_numbered_parts(text: str, blocks: Sequence[Block], wording: Wording) -> bool:
    """Whether the first block has a number and a later one the next, like the parts of a text."""
    words = blocks[0].span.of(text)
    if not rank_heading(words, wording):
        return False
    number = parse_number(words.split()[0])
    if not number:
        return False
    heads = (b.span.of(text) for b in blocks[1:] if len(b.span) <= LONG)
    return any(
        rank_heading(head, wording) and parse_number(head.split()[0]) == number + 1
        for head in heads
    )


def _is_title(doc: Document, block: Block, *, numbered: bool) -> bool:
    """Whether a block can be a title; ``numbered``: it may begin with a number."""
    text, wording = doc.text, wording_of(doc.language)
    words = block.span.of(text)
    if not _is_shaped_like_title(text, block, wording):
        return False
    if rank_heading(words, wording) and not (numbered and words[0].isdecimal()):
        return False
    return not find_opener(text, [block], wording)[0] and (
        len(words) > LONGEST_DATELINE or not is_dateline(words, wording)
    )


def _is_shaped_like_title(text: str, block: Block, wording: Wording) -> bool:
    """Whether a block is short, begins with a capital, and is no sentence and no label."""
    words = block.span.of(text)
    return (
        len(block.lines) <= MOST_TITLE_LINES
        and len(words) <= LONGEST_TITLE
        and (not ends_sentence(words) or is_in_capitals(text, block))
        and not words.endswith((",", ";", "-"))
        and len(_LABELLED.findall(words)) < MANY_LABELS
        and not begins_memo(text, block, wording)
        and bool(match_byline(words, wording) or _CAPITAL.match(words))
    )


def find_title_page(
    text: str, blocks: Sequence[Block], limit: int, wording: Wording
) -> tuple[list[Annotation], int]:
    """Return the title page that the first blocks make, and the number of its blocks (DSTITL).

    It names the author after a "by", or has a year at its foot, and a book with a heading
    follows; else the lines above a text are its headings.
    """
    front = list(
        takewhile(lambda b: not rank_heading(b.span.of(text), wording), blocks[:MOST_FRONT])
    )[:limit]
    if not 1 < len(front) < min(len(blocks), MOST_FRONT) or not all(map(_is_short, front)):
        return [], 0
    authors = (i for i, b in enumerate(front) if i and _names_author(text, b, wording))
    by = next(authors, None)
    imprints = (
        i
        for i, block in enumerate(front)
        if i > (by or 0) and _is_imprint(text, block, wording, named=by is not None)
    )
    printed = next(imprints, None)
    last = by if printed is None else printed
    if last is None:
        return [], 0
    return list(_mark_title_page(text, front[: last + 1], by, printed, wording)), last + 1


def _mark_title_page(
    text: str, page: Sequence[Block], by: int | None, printed: int | None, wording: Wording
) -> Iterator[Annotation]:
    titles = min(i for i in (by, printed) if i is not None)
    yield Annotation(Span(page[0].span.start, page[-1].span.end), "titlePage", rule="title-page")
    span = Span(page[0].span.start, page[titles - 1].span.end)
    yield Annotation(span, "docTitle", rule="title-page")
    for index, block in enumerate(page):
        if index == by:
            words = match_byline(block.span.of(text), wording)
            start = block.span.start + (words.end() if words else 0)
            yield Annotation(block.span, "byline", rule="title-page")
            yield Annotation(Span(start, block.span.end), "docAuthor", rule="title-page")
        elif index == printed:
            yield Annotation(block.span, "docImprint", rule="title-page")
        else:
            kind = "sub" if index else "main"
            yield Annotation(block.span, "titlePart", (("type", kind),), rule="title-page")


def _is_short(block: Block) -> bool:
    return len(block.span) <= LONGEST_TITLE and len(block.lines) <= MOST_PAGE_LINES


def _names_author(text: str, block: Block, wording: Wording) -> bool:
    """Whether a line names somebody after a "by"."""
    words = block.span.of(text)
    by = match_byline(words, wording)
    if by is None or len(block.lines) > 1:
        return False
    name = words[by.end() :]
    return score_name(name, wording) > 0 or name.isupper()


def _is_imprint(text: str, block: Block, wording: Wording, *, named: bool) -> bool:
    """Whether a block can be the imprint: it has a year, and no other figures.

    Without an author ``named`` above, it has several lines or a word such as "printed".
    """
    words = block.span.of(text)
    year = _YEAR.search(words)
    if year is None or words[0].islower() or is_salute(words, wording):
        return False
    if _DIGIT.search(words[: year.start()] + words[year.end() :]):
        return False
    return named or len(block.lines) > 1 or _imprint(wording).search(words) is not None


@cache
def _imprint(wording: Wording) -> re.Pattern[str]:
    return compile_start((*wording.words.imprint_words, "&"), before=r"(?:\b|(?=&))")
