"""The annotator of dates and times: find them in each block and resolve their values."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final, TypeVar

from toolkit.annotation.dates import anchoring, calendars
from toolkit.annotation.dates.anchoring import Letter
from toolkit.annotation.dates.conventions import Conventions, apply_conventions
from toolkit.annotation.dates.day_month_order import settle_day_month_order
from toolkit.annotation.dates.grammar import date_engine
from toolkit.annotation.dates.mention import Mention, Relation
from toolkit.annotation.dates.partial_date import UNKNOWN, PartialDate
from toolkit.annotation.dates.prefilter import find_candidates
from toolkit.annotation.dates.semantic_actions import interpret
from toolkit.annotation.dates.times import find_times
from toolkit.annotation.dates.tokens import Tokens, tokenise
from toolkit.annotation.dates.vocabulary import Vocabulary, load_vocabulary
from toolkit.annotation.protocol import Annotated, Annotator
from toolkit.edition import Edition
from toolkit.text import Annotation, Document, Field, Span

Item = TypeVar("Item")

_FILE_DATE: Final = re.compile(
    r"(?<![0-9])(1[0-9]{3}|20[0-9]{2})([-_]?)([01][0-9])\2([0-3][0-9])(?![0-9])"
)


def annotator(conventions: Conventions) -> Annotator:
    """Make the annotator of dates and times that follows these conventions."""

    def annotate(doc: Document, edition: Edition) -> Annotated:
        fields = tuple(date_field(field, doc, edition, conventions) for field in doc.fields)
        dated = replace(doc, fields=fields)
        return Annotated(tuple(find(dated, edition, conventions)), fields=fields)

    return Annotator("dates", annotate, after=("structure", "notes"))


def date_field(field: Field, doc: Document, edition: Edition, conventions: Conventions) -> Field:
    """Return a metadata field with the dates in its value, found as those of a text are."""
    value = Document(field.value, doc.file, doc.language)
    dates_ = (replace(date, origin="dates") for date in find(value, edition, conventions))
    return replace(field, dates=tuple(date for date in dates_ if date.element == "date"))


def find(doc: Document, edition: Edition, conventions: Conventions) -> Iterator[Annotation]:
    """Find the dates and times of a document."""
    words = load_vocabulary(doc.language)
    mentions = [
        mention
        for stretch in find_candidates(doc, words)
        for mention in find_mentions(doc.text, stretch, words, conventions)
    ]
    mentions = settle_day_month_order(doc.text, mentions, words)
    body, notes = _apart(doc, mentions)
    written = _written(doc, body, words)
    julian = edition.calendar == "julian"
    resolved = [*anchoring.resolve_letters(_letters(doc, body, written), julian=julian)]
    for note in notes:
        # A note tells its own story: the date before it in the file is not the one before it.
        resolved += anchoring.resolve_letters((Letter(tuple(note), written),), julian=julian)
    for mention in calendars.convert_to_gregorian(resolved, edition.calendar):
        yield _annotation(mention)


def _letters(
    doc: Document, mentions: list[Mention], written: PartialDate | None
) -> Iterator[Letter]:
    """Yield the mentions by the letters they are in, where a file has several with a dateline."""
    dates = _dated_divisions(doc, mentions)
    if len(dates) < 2:
        yield Letter(tuple(mentions), written)
        return
    placed = pair_with_innermost(dates, mentions, lambda mention: mention.span)
    for span, pairs in groupby(placed, key=lambda pair: pair[1]):
        group = tuple(mention for mention, _ in pairs)
        yield Letter(group, dates[span] if span else written, dated=span is not None)


def _dated_divisions(doc: Document, mentions: list[Mention]) -> dict[Span, PartialDate]:
    """Return the innermost divisions that have a dateline with its year, and that date."""
    lines = sorted(doc.annotations("dateline", "opener", "closer"), key=lambda a: a.span)
    known = [m for m in mentions if m.start.year is not None and not m.short_year]
    divisions = [a.span for a in doc.annotations("div")]
    dates: dict[Span, PartialDate] = {}
    for line, division in pair_with_innermost(divisions, lines, lambda line: line.span):
        first = bisect_left(known, line.span.start, key=lambda m: m.span.start)
        inside = first < len(known) and line.span.contains(known[first].span)
        if division is not None and inside:
            dates.setdefault(division, known[first].start)
    return dates


def pair_with_innermost(
    around: Iterable[Span], items: Iterable[Item], span_of: Callable[[Item], Span]
) -> Iterator[tuple[Item, Span | None]]:
    """Pair each item with the innermost of some nested spans that contains it.

    The items come in the order of the text.
    """
    waiting = sorted(around, key=lambda span: (-span.start, span.end))
    open_spans: list[Span] = []
    for item in items:
        span = span_of(item)
        while waiting and waiting[-1].start <= span.start:
            open_spans.append(waiting.pop())
        while open_spans and open_spans[-1].end < span.end:
            open_spans.pop()
        yield item, open_spans[-1] if open_spans else None


def _apart(doc: Document, mentions: list[Mention]) -> tuple[list[Mention], list[list[Mention]]]:
    """Separate the mentions of the running text from those of each note."""
    spans = [note.span for note in doc.annotations("note")]
    body: list[Mention] = []
    notes: dict[int, list[Mention]] = {}
    for mention in mentions:
        place = bisect_right(spans, mention.span.start, key=lambda span: span.start) - 1
        if place >= 0 and spans[place].contains(mention.span):
            notes.setdefault(place, []).append(mention)
        else:
            body.append(mention)
    return body, list(notes.values())


def find_mentions(
    text: str, stretch: Span, words: Vocabulary, conventions: Conventions
) -> list[Mention]:
    """Find the dates and times in a stretch of a text, without resolving them in context."""
    tokens = tokenise(text, stretch.start, stretch.end, words)
    times = [*find_times(tokens)]
    dates_ = [m for m in _dates(tokens, words, conventions) if not _claimed(m, times)]
    return sorted((*times, *dates_), key=lambda m: m.span)


def _claimed(mention: Mention, times: list[Mention]) -> bool:
    """Whether one of the times, which are in order, shares a character with a date."""
    place = bisect_left(times, mention.span.end, key=lambda time: time.span.start)
    return place > 0 and times[place - 1].span.overlaps(mention.span)


def _dates(tokens: Tokens, vocabulary: Vocabulary, conventions: Conventions) -> Iterator[Mention]:
    pattern, place = date_engine().pattern, 0
    while match := pattern.search(tokens.kinds, place):
        found = interpret(tokens, match, vocabulary)
        yield from (apply_conventions(conventions, tokens, match.start(), m) for m in found or ())
        # Words that mean no date here may still begin one at the next token.
        place = match.start() + 2 if found == () else (match.end() + 1) // 2 * 2


def _written(doc: Document, mentions: list[Mention], words: Vocabulary) -> PartialDate | None:
    """Return the date of writing, by the metadata, the dateline, or a date in a line of its own."""
    sent, published = (
        find_mentions(value, Span(0, len(value)), words, Conventions())
        for value in (doc.field("date"), doc.field("published"))
    )
    # A year of publication alone may be that of a later print.
    known = (*sent, *(m for m in published if m.start.month is not None))
    datelines = [a.span for a in doc.annotations("dateline", "opener", "closer")]
    inside = [m for m in mentions if any(span.contains(m.span) for span in datelines)]
    return (
        anchoring.date_of_writing(known, inside)
        or _standing_alone(doc.text, mentions)
        or _of_file(doc.file)
    )


def _of_file(file: str) -> PartialDate | None:
    """Parse the date in the name of a file, such as ``1917-11-09_lenin.txt``."""
    for found in _FILE_DATE.finditer(file.replace("\\", "/").rpartition("/")[2]):
        try:
            return PartialDate(int(found[1]), int(found[3]), int(found[4]))
        except ValueError:
            continue
    return None


def _standing_alone(text: str, mentions: list[Mention]) -> PartialDate | None:
    """Return the first or last full date of the text if it has a short line of its own."""
    full = [m for m in mentions if m.start.complete and not m.short_year]
    for mention in (*full[:2], *full[-1:]):
        start = text.rfind("\n", 0, mention.span.start) + 1
        end = text.find("\n", mention.span.end)
        rest = text[start : mention.span.start] + text[mention.span.end : end if end >= 0 else None]
        if len(rest) <= 40 and len(rest.split()) <= 4:
            return mention.start
    return None


def _annotation(mention: Mention) -> Annotation:
    return Annotation(
        mention.span,
        mention.element,
        tuple(_attributes(mention)),
        rule=mention.rule,
        reason=mention.reason or f'written in the form "{mention.rule}"',
        cert=mention.cert,
    )


def _attributes(mention: Mention) -> Iterator[tuple[str, str]]:
    if mention.time:
        yield "when", mention.time
    elif mention.start != UNKNOWN:
        yield from _dating(mention, mention.start)
    if mention.custom:
        yield "when-custom", mention.custom
    if mention.calendar:
        yield "calendar", mention.calendar


def _dating(mention: Mention, start: PartialDate) -> Iterator[tuple[str, str]]:
    """Yield the attributes of att.datable.w3c."""
    if mention.relation is Relation.BEFORE:
        yield "notAfter", start.iso
    elif mention.relation is Relation.AFTER:
        yield "notBefore", (mention.end or start).iso
    elif mention.end is not None:
        first, last = ("notBefore", "notAfter") if mention.bounds else ("from", "to")
        yield first, start.iso
        yield last, mention.end.iso
    else:
        yield "when", start.iso


dates: Final = annotator(Conventions())
"""Dates and times as most editors tag them."""
