"""Documents: where one ends and the next begins, in a file that has several (DSGRP)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.division_levels import level_of
from toolkit.annotation.structure.letters import closer, is_salute, kind_of_opening, opener
from toolkit.annotation.structure.sections import DIVIDER
from toolkit.annotation.structure.title_lines import title_of
from toolkit.text import Annotation, Document


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a file, the lines of signs between them, and the title above them all."""

    parts: tuple[Sequence[Block], ...]
    dividers: tuple[Block, ...] = ()
    title: tuple[Annotation, ...] = ()


def documents_in(doc: Document, found: Sequence[Block]) -> Documents:
    """The documents of a file: what lines of signs divide, or letters that follow one another.

    Each must open as a letter or a dated paper does; elsewhere such a line is an ornament.
    """
    signs = {i: b.span.of(doc.text)[0] for i, b in enumerate(found) if _is_divider(doc.text, b)}
    for sign in sorted(set(signs.values())):
        dividers = [i for i in signs if signs[i] == sign]
        starts = [0, *(i + 1 for i in dividers)]
        parts = [found[a:b] for a, b in zip(starts, [*dividers, len(found)], strict=True) if a < b]
        if len(parts) > 1 and all(_opens(doc, part) for part in parts):
            return Documents(tuple(parts), tuple(found[i] for i in dividers))
    return _letters(doc, found)


def _is_divider(text: str, block: Block) -> bool:
    return DIVIDER.fullmatch(block.span.of(text)) is not None


def _opens(doc: Document, part: Sequence[Block]) -> bool:
    """Whether blocks begin with an opener, after a title perhaps."""
    _, used = title_of(doc, part, len(part))
    return bool(opener(doc.text, part[used:], tag=doc.language)[0])


def _letters(doc: Document, found: Sequence[Block]) -> Documents:
    """The letters of a file: each has place and date and a salute, and follows a signature.

    If the most of them do not, as under headings, the file is one text.
    """
    candidates = list(_openings(doc, found))
    if not candidates or any(level_of(found[i - 1].span.of(doc.text)) for i in candidates):
        return Documents((found,))
    heads, first = title_of(doc, found, len(found))
    starts = [first]
    for start in candidates:
        if start > starts[-1] and closer(doc.text, found[starts[-1] : start])[1]:
            starts.append(start)
    if 2 * len(starts) <= len(candidates):
        return Documents((found,))
    ends = [*starts[1:], len(found)]
    parts = tuple(found[a:b] for a, b in zip(starts, ends, strict=True))
    return Documents(parts, title=tuple(heads))


def _openings(doc: Document, found: Sequence[Block]) -> Iterator[int]:
    """Where a dateline is followed by a salute, after the first block."""
    text = doc.text
    for index in range(1, len(found) - 2):
        block = found[index]
        if len(block.span) > 200 or not re.search(r"\d", block.span.of(text)):
            continue
        after = (b.span.of(text) for b in found[index + 1 : index + 3] if len(b.span) <= 100)
        if any(map(is_salute, after)) and kind_of_opening(text, block, doc.language) == "dateline":
            yield index
