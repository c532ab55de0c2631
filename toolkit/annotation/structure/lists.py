"""Lists of lines with labels, nested perhaps, and lists that a colon announces (COLI)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.wording import Wording, compile_start
from toolkit.text import Annotation, Span
from toolkit.text.line_heuristics import ends_sentence, roman_value

_ITEM: Final = re.compile(
    r"(?P<label>[-\u2013\u2014\u2022\u25aa\u25e6*]|"
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[.)])|"
    r"\d{1,2}(?:\.\d{1,2}){1,2})[ \t]+(?=\S)"
)
_DASHES: Final = frozenset("-\u2013\u2014")
_MARKS: Final = _DASHES | frozenset("\u2022\u25aa\u25e6*")

SHORT: Final = 80
"""Characters of a line that names a person or a thing at most; longer ones are sentences."""

MOST_ENTRY_WORDS: Final = 6
"""Words of an entry that ends with a full stop at most."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An item: its label, the start of its words, its first line and its indent in characters."""

    label: Span
    start: int
    line: int
    indent: int


def find_labelled_list(text: str, block: Block) -> Iterator[Annotation]:
    """Annotate a list of the lines that begin with labels of one form, and lists within it."""
    items = _find_items(text, block)
    if len(items) < 2 or items[0].line:
        return
    if items[0].label.of(text) in _MARKS and not _is_bulleted(text, block, items):
        return
    yield from _mark_list(text, block, items, block.span.end)


def find_announced_list(
    text: str, block: Block, before: Block | None, wording: Wording
) -> Iterator[Annotation]:
    """Annotate a list of lines without labels that a colon, or "Present", announces.

    The announcing line may be the first of the block, or the last of the block ``before``.
    """
    lines = block.lines
    announced = _announces(text, lines[0], wording)
    items = lines[1:] if announced else lines
    if not announced and not (before and _announces(text, before.lines[-1], wording)):
        return
    if not _are_entries(text, items):
        return
    head = lines[0] if announced else None
    if before and not announced and is_roll_call(text, (before, block), wording):
        head = before.span
    yield from _mark_announced(head, items, block.span)


def _mark_announced(head: Span | None, items: Sequence[Span], block: Span) -> Iterator[Annotation]:
    start = min(block.start, head.start) if head else block.start
    yield Annotation(Span(start, block.end), "list", rule="announced")
    if head:
        yield Annotation(head, "head", rule="announced")
    yield from (Annotation(item, "item", rule="announced") for item in items)


def is_roll_call(text: str, blocks: Sequence[Block], wording: Wording) -> bool:
    """Whether the first of two blocks is a line like ``Present:``, and the second has the names."""
    if len(blocks) < 2 or len(blocks[0].lines) > 1:
        return False
    names = blocks[1].lines
    called = _attendance(wording).fullmatch(blocks[0].span.of(text)) is not None
    return called and not _announces(text, names[0], wording) and _are_entries(text, names)


def _announces(text: str, line: Span, wording: Wording) -> bool:
    words = line.of(text)
    return words.endswith(":") or _attendance(wording).fullmatch(words) is not None


@cache
def _attendance(wording: Wording) -> re.Pattern[str]:
    return compile_start(wording.words.attendance, after=r"\W{0,2}")


def _are_entries(text: str, lines: Sequence[Span]) -> bool:
    """Whether two lines or more name persons or things, and are no inscription in capitals."""
    words = [line.of(text) for line in lines]
    return len(words) > 1 and all(map(_is_entry, words)) and not "".join(words).isupper()


def _is_entry(line: str) -> bool:
    """Whether a line names somebody or something, and is no part of a sentence."""
    return (
        len(line) <= SHORT
        and line[0].isalnum()
        and not line[0].islower()
        and not line.endswith((",", "-", ":"))
        and (not ends_sentence(line) or len(line.split()) <= MOST_ENTRY_WORDS)
    )


def _find_items(text: str, block: Block) -> list[_Item]:
    items = []
    for number, line in enumerate(block.lines):
        match = _ITEM.match(text, line.start, line.end)
        if match:
            indent = line.start - text.rfind("\n", 0, line.start) - 1
            items.append(_Item(Span(*match.span("label")), match.end(), number, indent))
    return items


def _is_bulleted(text: str, block: Block, items: Sequence[_Item]) -> bool:
    """Whether lines with hyphens or bullets are a list, and not a conversation."""
    ends = [block.lines[i.line - 1].end for i in items[1:]] + [block.span.end]
    words = [text[item.start : end] for item, end in zip(items, ends, strict=True)]
    if items[0].label.of(text) in _DASHES:
        spoken = sum(ends_sentence(entry) for entry in words)
        if 2 * spoken > len(words) or any(entry.endswith(("?", "!")) for entry in words):
            return False
    begun = {item.line for item in items}
    hanging = [line for number, line in enumerate(block.lines) if number not in begun]
    return len(hanging) <= len(items) or all(text[line.start - 1] in " \t" for line in hanging)


def _mark_list(text: str, block: Block, items: Sequence[_Item], end: int) -> Iterator[Annotation]:
    """Annotate the items that have a label like the first; those between them are nested."""
    first = items[0]
    form = _generalise(first.label.of(text))
    tops: list[_Item] = []
    inner: list[_Item] = []
    for item in items:
        peer = _generalise(item.label.of(text)) == form and item.indent <= first.indent + 1
        (tops if peer else inner).append(item)
    if len(tops) < 2 or not (form in _MARKS or _ascend([i.label.of(text) for i in tops])):
        return
    yield Annotation(Span(first.label.start, end), "list", rule="labels")
    starts = [i.label.start for i in inner]
    for item, following in zip(tops, [*tops[1:], None], strict=True):
        stop = block.lines[following.line - 1].end if following else end
        yield Annotation(item.label, "label", rule="labels")
        yield Annotation(Span(item.start, stop), "item", rule="labels")
        within = inner[bisect_left(starts, item.start) : bisect_left(starts, stop)]
        if len(within) > 1:
            yield from _mark_list(text, block, within, stop)


def _generalise(label: str) -> str:
    """Return the form of a label: ``(12)`` becomes ``(1)``, ``b.`` becomes ``a.``."""
    return re.sub(r"\d+", "1", re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", label)))


def _ascend(labels: Sequence[str]) -> bool:
    """Whether labels follow one another, as numbers, as letters or as Roman numbers."""
    bare = [label.strip("().") for label in labels]
    return any(
        all(a is not None and b == a + 1 for a, b in pairwise(map(parse, bare)))
        for parse in (_parse_number, _parse_letter, _parse_roman)
    )


def _parse_number(label: str) -> int | None:
    last = label.rpartition(".")[2]
    return int(last) if last.isdecimal() and last.isascii() else None


def _parse_letter(label: str) -> int | None:
    return ord(label.lower()) if len(label) == 1 and label.isalpha() else None


def _parse_roman(label: str) -> int | None:
    return roman_value(label) or None
