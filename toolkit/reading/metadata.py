"""Metadata: the block of lines at the head of a transcription that says where it comes from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from toolkit.reading.metadata_labels import LABELS, is_strong, key_of
from toolkit.text import Field, Span
from toolkit.text.line_heuristics import BY
from toolkit.text.whitespace import SPACE

MAX_HEAD = 4
"""How many short paragraphs (author, title, subtitle) may stand before the block."""

_LINE = re.compile(r"[^\n]+")
_LABELLED = re.compile(r"\s*(?P<label>[^\W\d_][^:\n]{0,40}?)\s?:(?:\s+|$)(?P<value>.*)")
_BY = re.compile(
    r"(?P<label>"
    + "|".join(
        sorted(
            (
                re.escape(label).replace(r"\ ", r"\s+")
                for labels in LABELS.values()
                for label in labels.split(", ")
                if re.search(r"\s(by|von|par)$", label)
            ),
            key=len,
            reverse=True,
        )
    )
    + r")\s*:?\s+(?P<value>.+)",
    re.IGNORECASE,
)
_GUTENBERG_START = re.compile(r"^\*\*\* ?START OF [^\n]*$", re.MULTILINE | re.IGNORECASE)
_GUTENBERG_END = re.compile(r"^\*\*\* ?END OF [^\n]*$", re.MULTILINE | re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\A\s*---\n(?:.*\n)*?---[ \t]*(?=\n|\Z)")
_PARTICLES = frozenset("von van der den de du des la le da di dos d' zu zur el al ibn y".split())
_NO_NAME = frozenset(
    "the a an of on to in for and der die das ein eine des dem und im zum zur über an le la les un "
    "une et aux sur pour".split()
)


@dataclass(frozen=True, slots=True)
class Block:
    """The metadata block of a transcription: where it stands, and its statements."""

    spans: tuple[Span, ...] = ()
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    lines: tuple[Span, ...]


def find_metadata(text: str) -> Block:
    """The metadata block of a text, and what the lines before it say of author and title.

    Known forms: lines ``Label: value`` in paragraphs of their own after at most four short ones;
    a block between lines of three hyphens; all before ``*** START OF`` and after ``*** END OF``.
    A label that is not known makes a field with an empty key: the line is kept for the header.
    """
    spans = _delimited(text) or _labelled(text)
    if not spans:
        return Block()
    fields = tuple(field for span in spans for field in _fields(text, span))
    heading = _heading(text, Span(0, spans[0].start)) if spans[0].start else ()
    return Block(spans, (*(line for line in heading if _agrees(line, fields)), *fields))


def _agrees(line: Field, fields: tuple[Field, ...]) -> bool:
    """Whether a line before the block says what the block says, or what it does not say."""
    said = [field.value.casefold() for field in fields if field.key == line.key]
    return not said or line.value.casefold() in said


def _delimited(text: str) -> tuple[Span, ...]:
    """The blocks that are marked off: front matter, or the frame of Project Gutenberg."""
    front = _FRONT_MATTER.match(text)
    if front and _LABELLED.search(front[0]):
        return (_trimmed(text, Span(0, front.end())),)
    start = _GUTENBERG_START.search(text)
    if not start:
        return ()
    end = _GUTENBERG_END.search(text, start.end())
    spans = [_trimmed(text, Span(0, start.end()))]
    return (*spans, _trimmed(text, Span(end.start(), len(text)))) if end else tuple(spans)


def _labelled(text: str) -> tuple[Span, ...]:
    """The block of labelled lines, if one with a label that only metadata have is there."""
    paragraphs = list(_paragraphs(text, MAX_HEAD + 12))
    before = list(takewhile(lambda p: _is_short(p) and not _is_metadata(text, p), paragraphs))
    if len(before) > MAX_HEAD:
        return ()
    block = list(takewhile(lambda p: _is_metadata(text, p), paragraphs[len(before) :]))
    labels = [label for p in block for line in p.lines if (label := _label(line.of(text)))]
    if not any(is_strong(label) for label in labels):
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


def _is_metadata(text: str, paragraph: _Paragraph) -> bool:
    """Whether a paragraph begins with a known label and labels at least every third line."""
    labels = [_label(line.of(text)) for line in paragraph.lines]
    return bool(key_of(labels[0])) and 3 * sum(map(bool, labels)) >= len(labels)


def _label(line: str) -> str:
    """The label of a line; empty if it is the continuation of the line before."""
    match = _LABELLED.match(line) or _BY.match(line)
    if not match:
        return ""
    label = match["label"]
    return label if key_of(label) or len(label.split()) <= 4 else ""


def _fields(text: str, block: Span) -> Iterator[Field]:
    """The statements of a block, each with the lines that continue it."""
    starts = [
        Span(block.start + m.start(), block.start + m.end()) for m in _LINE.finditer(block.of(text))
    ]
    current: Span | None = None
    for line in starts:
        if _label(line.of(text)):
            if current:
                yield from _statement(text, current)
            current = line
        elif current and not _blank_between(text, current, line):
            current = Span(current.start, line.end)
        else:
            if current:
                yield from _statement(text, current)
            current = None
            yield Field("", "", _collapsed(line.of(text)), _trimmed(text, line))
    if current:
        yield from _statement(text, current)


def _statement(text: str, span: Span) -> Iterator[Field]:
    """One statement, and those run on behind it: ``..., Edited by George Hanna``."""
    words = span.of(text)
    match = _LABELLED.match(words) or _BY.match(words)
    label, at = (match["label"], match.start("value")) if match else ("", 0)
    pieces = [(label, at)]
    for more in re.finditer(r"[,;.]\s+(?=\w)", words[at:]):
        run_on = _BY.match(words, at + more.end())
        if run_on and run_on["value"][:1].isupper():
            pieces.append((run_on["label"], run_on.start("value")))
    ends = [_label_start(words, at) for label, at in pieces[1:]] + [len(words)]
    start = 0
    for (label, at), end in zip(pieces, ends, strict=True):
        value = _collapsed(words[at:end])
        value = value.rstrip(" ,;") if end < len(words) else value
        place = Span(span.start + start, span.start + end)
        yield Field(key_of(label), label.strip(), value, place)
        start = end


def _label_start(words: str, value: int) -> int:
    """Where the label begins whose value begins at ``value``."""
    found = [m.start() for m in _BY.finditer(words) if m.start("value") == value]
    return found[-1] if found else value


def _heading(text: str, before: Span) -> Iterator[Field]:
    """Author and title from the short lines before the block."""
    items = [_trimmed(text, Span(m.start(), m.end())) for m in _LINE.finditer(text, 0, before.end)]
    items = [item for item in items if len(item)]
    by = [item for item in items if BY.match(item.of(text))]
    authors = by or sorted(
        (item for item in items[:2] if _name_score(item.of(text))),
        key=lambda item: -_name_score(item.of(text)),
    )
    if authors and len(items) > 1:
        name = BY.sub("", authors[0].of(text))
        yield Field("author", "", _collapsed(name), authors[0])
        items.remove(authors[0])
    for key, item in zip(("title", "subtitle"), items, strict=False):
        yield Field(key, "", _collapsed(item.of(text)), item)


def _name_score(words: str) -> int:
    """How much a line looks like a person's name: 2 with initials, 1 with capitals, else 0."""
    tokens = words.strip(" ,.").split()
    if not 1 < len(tokens) <= 5 or tokens[0].lower() in _NO_NAME:
        return 0
    names = [token for token in tokens if token.lower() not in _PARTICLES]
    if any(token.lower() in _NO_NAME or not token[0].isupper() for token in names):
        return 0
    return 2 if any(re.fullmatch(r"\w\.(-?\w\.)*", token) for token in names) else 1


def _blank_between(text: str, before: Span, after: Span) -> bool:
    return "\n" in text[before.end : after.start].replace("\n", "", 1)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


def _collapsed(words: str) -> str:
    return " ".join(words.split())
