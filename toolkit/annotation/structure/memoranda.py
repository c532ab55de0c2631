"""Heads of memoranda: labels with sender, recipient, date and subject (COLI)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.wording import Wording
from toolkit.text import Annotation, Span

_LINE: Final = re.compile(r"(?P<label>(?P<word>[^\W\d_]{1,14})\.?[ \t]?:)(?P<gap>[ \t]+)(?=\S)")

LONGEST: Final = 300
"""Characters at most of a block below its label."""

MOST_LINES: Final = 4
"""Lines per label at most: the text of a label may run on."""


def is_memo_label(word: str, wording: Wording) -> bool:
    """Whether a word labels a line at the head of a memorandum."""
    return word.casefold() in wording.words.memo_labels


def begins_memo(text: str, block: Block, wording: Wording) -> bool:
    """Whether a block begins with a label: ``To: the Director``."""
    return _match_label(text, block.lines[0], wording) is not None


def find_memo_head(
    text: str, blocks: Sequence[Block], wording: Wording
) -> tuple[list[Annotation], int]:
    """Return the head that the first blocks make, and the number of blocks it takes.

    It is a ``list`` of ``label`` and ``item`` (``type="gloss"``), as the Guidelines have it for
    words with an explanation beside them (COLI); an ``opener`` has no place for labels (DSDTB).
    """
    items: list[tuple[Span, Span]] = []
    used = 0
    while used < len(blocks):
        pairs = list(_items(text, blocks[used], wording))
        pairs = pairs or _item_below(text, blocks[used : used + 2], wording)
        if not pairs:
            break
        items += pairs
        used += 1 if pairs[0][1].end <= blocks[used].span.end else 2
    labels = {label.of(text).rstrip(" .:").casefold() for label, _ in items}
    if len(items) < 2 or not labels & set(wording.words.memo_parties):
        return [], 0
    return list(_mark_head(items)), used


def _mark_head(items: Sequence[tuple[Span, Span]]) -> Iterator[Annotation]:
    span = Span(items[0][0].start, items[-1][1].end)
    yield Annotation(span, "list", (("type", "gloss"),), rule="memorandum")
    for label, item in items:
        yield Annotation(label, "label", rule="memorandum")
        yield Annotation(item, "item", rule="memorandum")


def _items(text: str, block: Block, wording: Wording) -> Iterator[tuple[Span, Span]]:
    """Yield label and text of each line of a block; nothing if the first line has no label.

    Lines without a label continue the one before.
    """
    matches = [_match_label(text, line, wording) for line in block.lines]
    starts = [number for number, match in enumerate(matches) if match]
    if not starts or starts[0] or len(block.lines) > MOST_LINES * len(starts):
        return
    for number, following in zip(starts, [*starts[1:], len(matches)], strict=True):
        match = matches[number]
        if match:
            end = block.lines[following - 1].end
            yield Span(*match.span("label")), Span(match.end(), end)


def _item_below(text: str, blocks: Sequence[Block], wording: Wording) -> list[tuple[Span, Span]]:
    """Return a label and its text where the label is a block above it: ``SUBJECT``."""
    if len(blocks) < 2:
        return []
    label, words = (block.span.of(text) for block in blocks)
    labelled = is_memo_label(label.rstrip(" .:"), wording)
    if not labelled or not (label.isupper() or label.endswith(":")):
        return []
    few = len(words) <= LONGEST and not is_memo_label(words.rstrip(" .:"), wording)
    return [(blocks[0].span, blocks[1].span)] if few else []


def _match_label(text: str, line: Span, wording: Wording) -> re.Match[str] | None:
    match = _LINE.match(text, line.start, line.end)
    return match if match and is_memo_label(match["word"], wording) else None
