"""Structure: headings, paragraphs, openers, closers, verse, lists, and the lines of the source."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from toolkit.annotate.annotator import Annotator
from toolkit.annotate.blocks import Block, blocks, blocks_outside
from toolkit.annotate.entries import entries
from toolkit.annotate.foreign import in_other_languages
from toolkit.annotate.letters import closer, is_dateline, opener
from toolkit.annotate.pages import joined, page_breaks, page_marks, running_heads, without
from toolkit.annotate.passages import passage
from toolkit.edition import Edition
from toolkit.text import Annotation, Document, Span
from toolkit.text.shapes import BY, ends_sentence

_CHAPTER = re.compile(
    r"(?:chapter|book|part|section|act|scene|canto|letter|kapitel|buch|teil|abschnitt|akt|szene|"
    r"brief|aufzug|auftritt|gesang|chapitre|livre|partie|acte|scène|lettre|chant)\s+"
    r"(?:[\divxlc]+|[^\W\d_]+)\b[^\n]{0,60}|[ivxlc]{1,7}\.?|§\s*\d+[^\n]{0,60}",
    re.IGNORECASE,
)
_DIVIDER = re.compile(r"(?:[-=_*#~\u2013\u2014+.\u2022]\s?){3,}")
_HYPHENS = "-\u00ac\u2010\u00ad\u2e17"

_OWN_LINES = ("addrLine", "l", "row", "label", "item")
"""Elements that stand for lines themselves: no ``lb`` where they begin."""

_LABELLED = re.compile(r"^[^\W\d_][^\n:]{0,20}:[ \t]+\S", re.MULTILINE)
"""A line of a memorandum's head: ``From: ...``, ``To: ...``."""

MANY_LABELS = 2
"""So many labelled lines are no title."""

MAX_TITLE = 3
"""How many blocks the title of a text may have."""

SHORT = 60
"""Characters up to which a line in capitals is a heading."""

LONG = 120
"""Characters from which on a block is surely no heading."""


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
    yield from page_breaks(doc)
    yield from heads
    for block in (*(blocks(doc) if aside else found), *(whole if len(whole) < len(found) else ())):
        for mark in _line_beginnings(doc.text, block):
            if mark.span.start not in own_lines:
                own_lines.add(mark.span.start)
                yield mark


def _documents(doc: Document, found: Sequence[Block]) -> Iterator[Annotation]:
    """The documents of a file, if lines of signs divide it into several; else the one text.

    Each must open as a letter or a dated paper does; elsewhere such a line is an ornament.
    """
    signs = {i: b.span.of(doc.text)[0] for i, b in enumerate(found) if _is_divider(doc.text, b)}
    for sign in sorted(set(signs.values())):
        dividers = [i for i in signs if signs[i] == sign]
        starts = [0, *(i + 1 for i in dividers)]
        parts = [found[a:b] for a, b in zip(starts, [*dividers, len(found)], strict=True) if a < b]
        if len(parts) > 1 and all(_opens(doc, part) for part in parts):
            break
    else:
        yield from _text(doc, found)
        return
    for i in dividers:
        yield Annotation(found[i].span, "fw", (("type", "divider"),), rule="divider")
    for part in parts:
        span = Span(part[0].span.start, part[-1].span.end)
        yield Annotation(span, "div", rule="document")
        yield from _text(doc, part)


def _is_divider(text: str, block: Block) -> bool:
    return bool(_DIVIDER.fullmatch(block.span.of(text)))


def _opens(doc: Document, part: Sequence[Block]) -> bool:
    """Whether blocks begin with an opener, after a title perhaps."""
    _, used = _title(doc, part)
    return bool(opener(doc.text, part[used:], tag=doc.language)[0])


def _text(doc: Document, found: Sequence[Block]) -> Iterator[Annotation]:
    text = doc.text
    heads, at = _title(doc, found)
    yield from heads
    days = entries(text, found[at:], doc.language)
    if days:
        yield from _diary(doc, found[at:], days)
        return
    opening, used = opener(text, found[at:], tag=doc.language)
    yield from opening
    at += used
    closing, used = closer(text, found[at:])
    yield from closing
    rest = list(found[at : len(found) - used])
    if opening and rest and opening[-1].span.end > rest[0].span.start:
        rest[0] = _without_first_line(rest[0])
    yield from _body(doc, rest, opened=bool(opening))


def _diary(doc: Document, found: Sequence[Block], days: Sequence[int]) -> Iterator[Annotation]:
    """The entries of a diary, each a division under its date, and what stands before them."""
    yield from _body(doc, found[: days[0]], opened=False)
    for day, end in zip(days, [*days[1:], len(found)], strict=True):
        span = Span(found[day].span.start, found[end - 1].span.end)
        yield Annotation(span, "div", (("type", "entry"),), rule="entry")
        yield Annotation(found[day].span, "head", rule="entry")
        yield from _body(doc, found[day + 1 : end], opened=False)


def _title(doc: Document, found: Sequence[Block]) -> tuple[list[Annotation], int]:
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
        again = _said_again(doc, block)
        if not inside and not again:
            break
        heads += [Annotation(span, named[span], rule="heading-lines") for span in inside]
        if not inside:
            heads.append(Annotation(block.span, again, rule="said-again"))
        used += 1
    if not used:
        used = _title_blocks(doc, found)
        heads = [Annotation(block.span, "head", rule="first-blocks") for block in found[:used]]
    return heads, used


def _said_again(doc: Document, block: Block) -> str:
    """What a block is that only says the title or the author of the metadata; else empty."""
    words = " ".join(block.span.of(doc.text).split()).strip(" .").casefold()
    if words in (doc.field("title").casefold(), doc.field("subtitle").casefold()):
        return "head"
    name = BY.sub("", words)
    if name != doc.field("author").casefold():
        return ""
    return "docAuthor" if name == words else "byline"


def _title_blocks(doc: Document, found: Sequence[Block]) -> int:
    """How many of the first blocks can only be headings: more than one before an opener alone."""
    text = doc.text
    width = _usual_width(found)
    verse = [
        any(a.element == "lg" for a in passage(text, block, width=width))
        for block in found[: MAX_TITLE + 1]
    ]
    first = verse.index(True) if True in verse else MAX_TITLE
    titles = list(takewhile(lambda block: _is_title(doc, block), found[:first]))
    if not titles or len(titles) == len(found):
        return 0
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
        and (not ends_sentence(words) or _in_capitals(text, block))
        and not words.endswith((",", ";", "-"))
        and len(_LABELLED.findall(words)) < MANY_LABELS
        and bool(re.match(r"\W*[A-Z\u00c0-\u00de\u0400-\u042f0-9]", words))
        and not opener(text, [block], tag=doc.language)[0]
        and (not is_dateline(words) or len(words) > 60)
    )


def _body(doc: Document, rest: Sequence[Block], *, opened: bool) -> Iterator[Annotation]:
    """The blocks between opener and closer, and the divisions that headings make."""
    text = doc.text
    width = _usual_width(rest)
    starts: list[int] = []
    for index, block in enumerate(rest):
        again = _said_again(doc, block) if index <= MAX_TITLE else ""
        if again == "head" or (_is_heading(text, rest, index) and (index or not opened)):
            yield Annotation(block.span, "head", rule="heading")
            starts.append(index)
            continue
        if again and starts and starts[-1] == index - 1:
            yield Annotation(block.span, again, rule="said-again")
            continue
        if _is_divider(text, block):
            yield Annotation(block.span, "ab", (("type", "ornament"),), rule="ornament")
            continue
        special = list(passage(text, block, width=width))
        yield from special or [Annotation(block.span, "p", rule="paragraph")]
    for start, end in zip(starts, [*starts[1:], len(rest)], strict=False):
        yield Annotation(
            Span(rest[start].span.start, rest[end - 1].span.end), "div", rule="heading"
        )


def _is_heading(text: str, rest: Sequence[Block], index: int) -> bool:
    """A chapter's number, or a short line between paragraphs that ends like no sentence."""
    block = rest[index]
    words = block.span.of(text)
    if index + 1 == len(rest) or len(block.lines) > 2 or len(words) > LONG:
        return False
    if _CHAPTER.fullmatch(words) and len(block.lines) == 1:
        return True
    if words.endswith((",", ";", "-")) or not words[0].isalnum():
        return False
    follows = rest[index + 1].span.of(text)
    if _in_capitals(text, block) and not follows.isupper() and len(follows) > SHORT:
        return True
    if ends_sentence(words):
        return False
    before = index == 0 or ends_sentence(rest[index - 1].span.of(text))
    capitals = words.isupper() and len(words) > 3
    return (
        before
        and len(follows) > LONG
        and (capitals or (len(words) <= 70 and words[0].isupper() and len(words.split()) <= 10))
        and not is_dateline(words)
    )


def _in_capitals(text: str, block: Block) -> bool:
    """Whether a block is a line in capitals, with a full stop perhaps, as papers have headings."""
    words = block.span.of(text)
    few = len(block.lines) == 1 and len(words) <= SHORT and not re.search(r"\d|\.\s", words)
    return few and words.isupper() and len(words) > 3 and not words.endswith((":", "!", "?"))


def _usual_width(rest: Sequence[Block]) -> int:
    """The length of a full line, in characters: that of the ninth of ten lines."""
    lengths = sorted(len(line) for block in rest for line in block.lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _line_beginnings(text: str, block: Block) -> Iterator[Annotation]:
    """A ``lb`` where each further line of a block begins; within a word, ``break="no"`` (COHYP)."""
    for before, line in zip(block.lines, block.lines[1:], strict=False):
        last = before.of(text)
        broken = last[-1] in _HYPHENS and last[-2:-1].isalpha() and text[line.start].islower()
        attributes = (("break", "no"),) if broken else ()
        yield Annotation(Span(line.start, line.start), "lb", attributes, rule="line")


def _without_first_line(block: Block) -> Block:
    lines = block.lines[1:]
    return Block(Span(lines[0].start, lines[-1].end), lines)


structure = Annotator("structure", find_structure, after=("notes",))
