"""Titles: what stands above a text and says what it is and whose (DSTITL, DSHD)."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from toolkit.annotate.blocks import Block
from toolkit.annotate.headings import LONG, in_capitals
from toolkit.annotate.letters import is_dateline, opener
from toolkit.annotate.passages import usual_width
from toolkit.annotate.verse import is_verse
from toolkit.text import Annotation, Document
from toolkit.text.shapes import BY, ends_sentence

_LABELLED: Final = re.compile(r"^[^\W\d_][^\n:]{0,20}:[ \t]+\S", re.MULTILINE)
"""A line of a memorandum's head: ``From: ...``, ``To: ...``."""

MANY_LABELS: Final = 2
"""So many labelled lines are no title."""

MAX_TITLE: Final = 3
"""How many blocks the title of a text may have."""


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
        if not inside and not again:
            break
        heads += [Annotation(span, named[span], rule="heading-lines") for span in inside]
        if not inside:
            heads.append(Annotation(block.span, again, rule="said-again"))
        used += 1
    if not used:
        used = _title_blocks(doc, found, limit)
        heads = [Annotation(block.span, "head", rule="first-blocks") for block in found[:used]]
    return heads, used


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
    width = usual_width(found)
    verse = [is_verse(text, block.lines, width) for block in found[: MAX_TITLE + 1]]
    first = min(verse.index(True) if True in verse else MAX_TITLE, limit)
    titles = list(takewhile(lambda block: _is_title(doc, block), found[:first]))
    if not titles or len(titles) == len(found):
        return 0
    if limit < len(found) and len(titles) == min(limit, MAX_TITLE):
        return len(titles)
    if opener(text, found[len(titles) :], tag=doc.language)[0]:
        return len(titles)
    if len(titles) < len(verse) and verse[len(titles)]:
        return len(titles)
    return int(any(len(block.span) > LONG for block in found[1:6]))


def _is_title(doc: Document, block: Block) -> bool:
    text = doc.text
    words = block.span.of(text)
    return (
        len(block.lines) <= 4
        and len(words) <= 250
        and (not ends_sentence(words) or in_capitals(text, block))
        and not words.endswith((",", ";", "-"))
        and len(_LABELLED.findall(words)) < MANY_LABELS
        and bool(re.match(r"\W*[A-Z\u00c0-\u00de\u0400-\u042f0-9]", words))
        and not opener(text, [block], tag=doc.language)[0]
        and (not is_dateline(words) or len(words) > 60)
    )
