"""Titles: what stands above a text and says what it is and whose (DSTITL, DSHD)."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.division_levels import LONG, level_of, number_of, series_in
from toolkit.annotation.structure.headings import in_capitals
from toolkit.annotation.structure.letters import is_dateline, is_salute, opener
from toolkit.annotation.structure.memoranda import begins_memo
from toolkit.annotation.structure.verse import is_verse, setting_of
from toolkit.text import Annotation, Document, Span
from toolkit.text.line_heuristics import BY, ends_sentence, name_score

_LABELLED: Final = re.compile(r"^[^\W\d_][^\n:]{0,20}:[ \t]+\S", re.MULTILINE)
"""A line of a memorandum's head: ``From: ...``, ``To: ...``."""

MANY_LABELS: Final = 2
"""So many labelled lines are no title."""

_YEAR: Final = re.compile(r"\b(?:1[4-9]|20)\d\d\b|\bM[DCLXVI]{3,}\b")

_PRINTED: Final = re.compile(
    r"\b(?:print|publish|press|imprim|chez|verlag|verlegt|gedruckt|druck|bey|stamp|tip\.|editor)|&",
    re.IGNORECASE,
)
"""What an imprint says besides place and year."""

MAX_TITLE: Final = 3
"""How many blocks the title of a text may have."""

MAX_FRONT: Final = 12
"""How many blocks a title page may have."""


def title_of(doc: Document, found: Sequence[Block], limit: int) -> tuple[list[Annotation], int]:
    """Author and title as the reader found them, else a first block that can only be a heading.

    And how many blocks they take.
    """
    named = {
        field.span: "docAuthor" if field.key == "author" else "head"
        for field in doc.fields
        if not field.label and field.key in ("author", "title", "subtitle")
    }
    heads: list[Annotation] = []
    used = 0
    for block in found:
        inside = sorted(span for span in named if block.span.contains(span))
        again = said_again(doc, block)
        if not again and not all(any(s.contains(line) for s in inside) for line in block.lines):
            break
        heads += [Annotation(span, named[span], rule="heading-lines") for span in inside]
        if not inside:
            heads.append(Annotation(block.span, again, rule="said-again"))
        used += 1
    if not used:
        used = _title_blocks(doc, found, limit)
        heads = [_as_title(doc.text, block) for block in found[:used]]
    return heads, used


def _as_title(text: str, block: Block) -> Annotation:
    """A title, or the line with ``By`` that names the author."""
    by = BY.match(block.span.of(text)) and len(block.lines) == 1
    return Annotation(block.span, "byline" if by else "head", rule="first-blocks")


def said_again(doc: Document, block: Block) -> str:
    """What a block is that only says the title or the author of the metadata; else empty."""
    words = " ".join(block.span.of(doc.text).split()).strip(" .").casefold()
    if words in (doc.field("title").casefold(), doc.field("subtitle").casefold()):
        return "head"
    name = BY.sub("", words)
    if name != doc.field("author").casefold():
        return ""
    return "docAuthor" if name == words else "byline"


def _title_blocks(doc: Document, found: Sequence[Block], limit: int) -> int:
    """How many of the first blocks can only be headings: more than one before an opener alone.

    Those before ``limit`` can: where that is not the end, a play begins, and all of them are.
    """
    text = doc.text
    setting = setting_of(text, found)
    verse = [is_verse(text, block.lines, setting) for block in found[: MAX_TITLE + 1]]
    first = min(verse.index(True) if True in verse else MAX_TITLE, limit)
    alone = not _is_numbered_part(text, found)
    first = 0 if 0 in series_in(text, found) else first
    titles = list(
        takewhile(lambda b: _is_title(doc, b, first=alone and b is found[0]), found[:first])
    )
    if limit < len(found) and first and not titles and len(found[0].span) <= LONG:
        return 1
    if not titles or len(titles) == len(found):
        return 0
    if limit < len(found) and titles:
        return len(titles)
    if opener(text, found[len(titles) :], tag=doc.language)[0]:
        return len(titles)
    following = found[len(titles)].span.of(text)
    if (len(titles) < len(verse) and verse[len(titles)]) or level_of(following):
        return len(titles)
    by = len(titles) > 1 and BY.match(titles[1].span.of(text)) is not None
    return (1 + by) * any(len(block.span) > LONG for block in found[1:6])


def _is_numbered_part(text: str, found: Sequence[Block]) -> bool:
    """Whether the first block has a number and a later one the next, as the parts of a text."""
    if not found:
        return False
    first = found[0].span.of(text).split()[0]
    if not level_of(found[0].span.of(text)) or not number_of(first):
        return False
    heads = (b.span.of(text) for b in found[1:] if len(b.span) <= LONG)
    return any(
        level_of(words) and number_of(words.split()[0]) == number_of(first) + 1 for words in heads
    )


def _is_title(doc: Document, block: Block, *, first: bool) -> bool:
    """Whether a block can be a title: short, no sentence; with a number only the first of all."""
    text = doc.text
    words = block.span.of(text)
    return (
        len(block.lines) <= 4
        and len(words) <= 250
        and (not ends_sentence(words) or in_capitals(text, block))
        and not words.endswith((",", ";", "-"))
        and len(_LABELLED.findall(words)) < MANY_LABELS
        and not begins_memo(text, block)
        and bool(BY.match(words) or re.match(r"\W*[A-Z\u00c0-\u00de\u0400-\u042f0-9]", words))
        and (not level_of(words) or (first and words[0].isdecimal()))
        and not opener(text, [block], tag=doc.language)[0]
        and (not is_dateline(words) or len(words) > 60)
    )


def title_page(text: str, found: Sequence[Block], limit: int) -> tuple[list[Annotation], int]:
    """The title page that the first blocks make, and how many they are (DSTITL).

    It names the author after a ``by``, or has a year at its foot, and after it a book begins
    with a heading; else what stands above a text are its headings.
    """
    front = list(takewhile(lambda block: not level_of(block.span.of(text)), found[:MAX_FRONT]))
    front = front[:limit]
    if not 1 < len(front) < min(len(found), MAX_FRONT) or not all(map(_is_short, front)):
        return [], 0
    by = next((i for i, block in enumerate(front) if i and _names_author(text, block)), None)
    printed = next(
        (
            i
            for i, block in enumerate(front)
            if i > (by or 0) and _is_imprint(text, block, named=by is not None)
        ),
        None,
    )
    if by is None and printed is None:
        return [], 0
    end = (printed if printed is not None else by or 0) + 1
    return list(_title_page(text, front[:end], by, printed)), end


def _title_page(
    text: str, page: Sequence[Block], by: int | None, printed: int | None
) -> Iterator[Annotation]:
    titles = min(i for i in (by, printed) if i is not None)
    yield Annotation(Span(page[0].span.start, page[-1].span.end), "titlePage", rule="title-page")
    span = Span(page[0].span.start, page[titles - 1].span.end)
    yield Annotation(span, "docTitle", rule="title-page")
    for index, block in enumerate(page):
        if index == by:
            words = BY.match(block.span.of(text))
            start = block.span.start + (words.end() if words else 0)
            yield Annotation(block.span, "byline", rule="title-page")
            yield Annotation(Span(start, block.span.end), "docAuthor", rule="title-page")
        elif index == printed:
            yield Annotation(block.span, "docImprint", rule="title-page")
        else:
            kind = "sub" if index else "main"
            yield Annotation(block.span, "titlePart", (("type", kind),), rule="title-page")


def _is_short(block: Block) -> bool:
    return len(block.span) <= 250 and len(block.lines) <= 8


def _names_author(text: str, block: Block) -> bool:
    """Whether a line names somebody after ``by``."""
    words = block.span.of(text)
    name = BY.sub("", words)
    return len(block.lines) == 1 and name != words and (name_score(name) > 0 or name.isupper())


def _is_imprint(text: str, block: Block, *, named: bool) -> bool:
    """Whether a block can be the imprint: it has a year, and no other figures.

    If no author was ``named`` above, it has several lines or says that something was printed.
    """
    words = block.span.of(text)
    year = _YEAR.search(words)
    if year is None or words[0].islower() or is_salute(words):
        return False
    others = re.search(r"\d", words[: year.start()] + words[year.end() :])
    return not others and (named or len(block.lines) > 1 or _PRINTED.search(words) is not None)
