"""Find the metadata block of a transcription, and what the lines before it name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from toolkit.reading.front_lines import (
    find_bracketed_source,
    find_front_lines,
    is_byline,
    rate_name,
)
from toolkit.reading.header_lines import (
    find_credited_title,
    find_credits,
    find_dated_title,
    find_parties,
    read_credit,
)
from toolkit.reading.label_lines import find_label_lines
from toolkit.reading.metadata_labels import Labels, load_labels
from toolkit.reading.wiki_frame import find_wiki_frame
from toolkit.text import Field, Span
from toolkit.text.line_heuristics import without_marker
from toolkit.text.whitespace import SPACE

MAX_HEAD = 4
"""How many short paragraphs (author, title, subtitle) may come before the block."""

_LINE = re.compile(r"[^\n]+")
_LABELLED = re.compile(r"\s*(?P<label>[^\W\d_][^:\n]{0,40}?)\s?:(?:\s+|$)(?P<value>.*)")
_GUTENBERG_START = re.compile(r"^\*\*\* ?START OF [^\n]*$", re.MULTILINE | re.IGNORECASE)
_GUTENBERG_END = re.compile(r"^\*\*\* ?END OF [^\n]*$", re.MULTILINE | re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\A\s*---\n(?:.*\n)*?---[ \t]*(?=\n|\Z)")
_LONGEST_VALUE = 80
"""Characters of a line that continues a field whose label is on a line of its own."""


@dataclass(frozen=True, slots=True)
class Block:
    """The metadata block of a transcription: its spans, and its statements."""

    spans: tuple[Span, ...] = ()
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    lines: tuple[Span, ...]


def find_metadata(text: str) -> Block:
    """Return the metadata block of a text, with author and title from the lines before it.

    Known forms: lines ``Label: value`` in paragraphs of their own after at most four short ones;
    a block between lines of three hyphens; everything before ``*** START OF`` and after
    ``*** END OF``; the header template of Wikisource. An unknown label makes a field with an empty
    key: its line is kept for the header. Without such a block, the first lines are read for author,
    title and source, and the last ones for labels in lines of their own.
    """
    labels = load_labels()
    if frame := find_wiki_frame(text, labels):
        return Block((frame[0],), frame[1])
    spans = _delimited(text) or _labelled(text, labels)
    if not spans:
        apart = (*find_bracketed_source(text), *find_label_lines(text, labels))
        credited = find_credits(text, labels)
        titled = find_front_lines(text) or find_credited_title(text, credited, labels)
        titled = titled or find_dated_title(text, labels)
        parties = find_parties(text, titled)
        return Block(_join(text, apart), (*titled, *credited, *parties, *apart))
    fields = tuple(field for span in spans for field in _fields(text, span, labels))
    heading = _heading(text, Span(0, spans[0].start), labels) if spans[0].start else ()
    return Block(spans, (*(line for line in heading if _agrees(line, fields)), *fields))


def _join(text: str, fields: tuple[Field, ...]) -> tuple[Span, ...]:
    """Return the spans of fields; those with only white space between them are one."""
    spans: list[Span] = []
    for field in sorted(fields, key=lambda field: field.span):
        if spans and not text[spans[-1].end : field.span.start].strip():
            spans[-1] = Span(spans[-1].start, field.span.end)
        else:
            spans.append(field.span)
    return tuple(spans)


def _agrees(line: Field, fields: tuple[Field, ...]) -> bool:
    """Whether the block has no other value for the field of a line before it."""
    values = [field.value.casefold() for field in fields if field.key == line.key]
    return not values or line.value.casefold() in values


def _delimited(text: str) -> tuple[Span, ...]:
    """Return the marked-off blocks: front matter, or the frame of Project Gutenberg."""
    front = _FRONT_MATTER.match(text)
    if front and _LABELLED.search(front[0]):
        return (_trimmed(text, Span(0, front.end())),)
    start = _GUTENBERG_START.search(text)
    if not start:
        return ()
    end = _GUTENBERG_END.search(text, start.end())
    spans = [_trimmed(text, Span(0, start.end()))]
    return (*spans, _trimmed(text, Span(end.start(), len(text)))) if end else tuple(spans)


def _labelled(text: str, labels: Labels) -> tuple[Span, ...]:
    """Return the block of labelled lines, if it has a label that only metadata have."""
    paragraphs = list(_paragraphs(text, MAX_HEAD + 12))
    before = list(
        takewhile(lambda p: _is_short(p) and not _is_metadata(text, p, labels), paragraphs)
    )
    if len(before) > MAX_HEAD:
        return ()
    block = list(takewhile(lambda p: _is_metadata(text, p, labels), paragraphs[len(before) :]))
    lines = (line.of(text) for paragraph in block for line in paragraph.lines)
    if not any(labels.is_strong(label) for line in lines if (label := _label(line, labels))):
        return ()
    return (Span(block[0].span.start, block[-1].span.end),)


def _paragraphs(text: str, most: int) -> Iterator[_Paragraph]:
    lines: list[Span] = []
    for match in re.finditer(r"[^\n]*(?:\n|\Z)", text):
        line = match[0].rstrip(SPACE)
        if line.strip():
            lines.append(Span(match.start(), match.start() + len(line)))
        elif lines:
            yield _Paragraph(Span(lines[0].start, lines[-1].end), tuple(lines))
            lines, most = [], most - 1
        if not most:
            return
    if lines:
        yield _Paragraph(Span(lines[0].start, lines[-1].end), tuple(lines))


def _is_short(paragraph: _Paragraph) -> bool:
    return len(paragraph.lines) <= 3 and all(len(line) <= 120 for line in paragraph.lines)


def _is_metadata(text: str, paragraph: _Paragraph, labels: Labels) -> bool:
    """Whether a paragraph begins with a known label, and its other lines belong to labels too."""
    found = [_label(line.of(text), labels) for line in paragraph.lines]
    if not labels.field_of(found[0]):
        return False
    return 3 * sum(map(bool, found)) >= len(found) or _has_long_fields(
        text, paragraph, found, labels
    )


def _has_long_fields(text: str, paragraph: _Paragraph, found: list[str], labels: Labels) -> bool:
    """Whether the lines without a label continue fields, however many there are.

    Either the paragraph names several fields, one of them with a label that only metadata have,
    or such a label is alone on its line and short lines follow it.
    """
    named = {labels.field_of(label) for label in found} - {""}
    first, *others = (line.of(text) for line in paragraph.lines)
    alone = labels.is_strong(found[0]) and first.rstrip().endswith(":")
    return (len(named) > 1 and any(map(labels.is_strong, found))) or (
        alone and all(len(line) <= _LONGEST_VALUE for line in others)
    )


def _label(line: str, labels: Labels) -> str:
    """Return the label of a line; empty if the line continues the one before."""
    match = _LABELLED.match(line) or labels.runs_on.match(line)
    if not match:
        return ""
    label = match["label"]
    return label if labels.field_of(label) or len(label.split()) <= 4 else ""


def _fields(text: str, block: Span, labels: Labels) -> Iterator[Field]:
    """Yield the statements of a block, each with the lines that continue it."""
    starts = [
        Span(block.start + m.start(), block.start + m.end()) for m in _LINE.finditer(block.of(text))
    ]
    current: Span | None = None
    for line in starts:
        if _label(line.of(text), labels):
            if current:
                yield from _statement(text, current, labels)
            current = line
        elif current and not _blank_between(text, current, line):
            current = Span(current.start, line.end)
        else:
            if current:
                yield from _statement(text, current, labels)
            current = None
            yield Field("", "", _collapsed(line.of(text)), _trimmed(text, line))
    if current:
        yield from _statement(text, current, labels)


def _statement(text: str, span: Span, labels: Labels) -> Iterator[Field]:
    """Yield one statement, and those that run on after it: ``..., Edited by George Hanna``."""
    words = span.of(text)
    match = _LABELLED.match(words) or labels.runs_on.match(words)
    label, at = (match["label"], match.start("value")) if match else ("", 0)
    pieces = [(label, at)]
    for more in re.finditer(r"[,;.]\s+(?=\w)", words[at:]):
        run_on = labels.runs_on.match(words, at + more.end())
        if run_on and run_on["value"][:1].isupper():
            pieces.append((run_on["label"], run_on.start("value")))
    ends = [_label_start(words, at, labels) for label, at in pieces[1:]] + [len(words)]
    start = 0
    for (label, at), end in zip(pieces, ends, strict=True):
        value = _collapsed(words[at:end])
        value = value.rstrip(" ,;") if end < len(words) else value
        place = Span(span.start + start, span.start + end)
        yield Field(labels.field_of(label), label.strip(), value, place)
        start = end


def _label_start(words: str, value: int, labels: Labels) -> int:
    """Return where the label begins whose value begins at ``value``."""
    starts = [m.start() for m in labels.runs_on.finditer(words) if m.start("value") == value]
    return starts[-1] if starts else value


def _heading(text: str, before: Span, labels: Labels) -> Iterator[Field]:
    """Yield author and title from the short lines before the block."""
    items = [_trimmed(text, Span(m.start(), m.end())) for m in _LINE.finditer(text, 0, before.end)]
    items = [item for item in items if len(item)]
    credits_ = tuple(field for item in items if (field := read_credit(text, item, labels)))
    yield from credits_
    credit_lines = {field.span for field in credits_}
    items = [item for item in items if item not in credit_lines]
    authors = _author_lines(text, items, labels)
    if authors and len(items) > 1:
        name = labels.byline.sub("", authors[0].of(text))
        yield Field("author", "", _collapsed(name), authors[0])
        items.remove(authors[0])
    for key, item in zip(("title", "subtitle"), items, strict=False):
        yield Field(key, "", _collapsed(without_marker(item.of(text))), item)


def _author_lines(text: str, items: list[Span], labels: Labels) -> list[Span]:
    """Return the lines that may name the author: bylines, else names, the likeliest first."""
    by = [item for item in items if is_byline(item.of(text), labels)]
    names = (item for item in items[:2] if rate_name(item.of(text)))
    return by or sorted(names, key=lambda item: -rate_name(item.of(text)))


def _blank_between(text: str, before: Span, after: Span) -> bool:
    return "\n" in text[before.end : after.start].replace("\n", "", 1)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


def _collapsed(words: str) -> str:
    return " ".join(words.split())
