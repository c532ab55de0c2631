"""Passages: lists, tables, verse and quotations that are blocks of their own, and epigraphs."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.lists import (
    find_announced_list,
    find_labelled_list,
    is_roll_call,
)
from toolkit.annotation.structure.tables import find_table
from toolkit.annotation.structure.verse import (
    begins_like_verse,
    find_stanzas,
    is_indented_verse,
    mark_verse,
    measure_setting,
)
from toolkit.annotation.structure.wording import Wording
from toolkit.text import Annotation, Span

INDENT: Final = 4
"""Spaces that set a quotation off, where other paragraphs are not indented."""

SCARCITY: Final = 4
"""Blocks per indented block at least, for the indent to mean a quotation."""

VERSE_SCARCITY: Final = 2
"""The same for verse, which its lines show too."""

SHORT: Final = 60
"""Characters that a quotation of a single line has at least."""

LONGEST_EPIGRAPH: Final = 1200
"""Characters of an epigraph at most."""

LONGEST_SOURCE: Final = 70
"""Characters of the line that names the source of an epigraph at most."""

_SOURCE: Final = re.compile(r"(?:[\u2014\u2013]|--)[ \t]*(?=[^\W\d_])")
"""The start of the line that names the source of an epigraph."""


class Passages:
    """The blocks of a text, and which of them are lists, tables, verse or quotations."""

    def __init__(self, text: str, blocks: Sequence[Block], wording: Wording) -> None:
        self._text = text
        self._index = {block.span: index for index, block in enumerate(blocks)}
        self._blocks = blocks
        self._wording = wording
        self.setting = measure_setting(text, blocks)
        self.stanzas = find_stanzas(text, blocks, self.setting)
        indented = sum(_is_indented(text, block) for block in blocks)
        self._indents_quote = SCARCITY * indented <= len(blocks)
        self._indents_verse = VERSE_SCARCITY * indented <= len(blocks)

    def annotate(self, block: Block) -> Iterator[Annotation]:
        """Annotate a block as a table, a list, verse or a quotation, else as a paragraph.

        A line like ``Present:`` gets nothing: it is the heading of the list that follows.
        """
        if self.heads_list(block):
            return
        yield from self.find_special(block) or (Annotation(block.span, "p", rule="paragraph"),)

    def heads_list(self, block: Block) -> bool:
        """Whether a line like ``Present:`` is the heading of the list that follows."""
        index = self._index.get(block.span, len(self._blocks))
        return is_roll_call(self._text, self._blocks[index : index + 2], self._wording)

    def find_special(self, block: Block) -> list[Annotation]:
        """Annotate a block that is more than a paragraph; empty for prose."""
        index = self._index.get(block.span)
        before = self._blocks[index - 1] if index else None
        for annotations in (
            find_table(self._text, block),
            find_labelled_list(self._text, block),
            mark_verse(block.lines, block.span) if index in self.stanzas else (),
            find_announced_list(self._text, block, before, self._wording),
            self._find_quotation(block),
        ):
            if special := list(annotations):
                return special
        return []

    def _find_quotation(self, block: Block) -> Iterator[Annotation]:
        """Annotate lines that are all indented, in a text whose paragraphs are not (COHQQ).

        They are a quotation, or verse whose lines begin with small letters.
        """
        if not self._indents_verse or not _is_indented(self._text, block):
            return
        if is_indented_verse(self._text, block.lines):
            yield from mark_verse(block.lines, block.span)
        elif self._indents_quote:
            yield Annotation(block.span, "quote", rule="indented")
            yield Annotation(block.span, "p", rule="indented")


def _is_indented(text: str, block: Block) -> bool:
    """Whether each line is indented by four spaces or a tab; one line only if it is long."""
    if len(block.lines) == 1 and len(block.span) < SHORT:
        return False
    starts = [text.rfind("\n", 0, line.start) + 1 for line in block.lines]
    indents = [text[start : line.start] for start, line in zip(starts, block.lines, strict=True)]
    return all("\t" in indent or len(indent) >= INDENT for indent in indents)


def find_epigraph(text: str, blocks: Sequence[Block]) -> tuple[list[Annotation], int]:
    """Return the epigraph that the first blocks make, and the number of blocks it takes (DSDTB).

    Its last line names the source after a dash; without one it is a paragraph.
    """
    for used in (1, 2):
        if used > len(blocks) - 1:
            break
        source = blocks[used - 1].lines[-1]
        if used == 2 and len(blocks[1].lines) > 1:
            continue
        lines = [line for block in blocks[:used] for line in block.lines][:-1]
        if _is_epigraph(text, lines, source):
            return list(_mark_epigraph(text, lines, source)), used
    return [], 0


def _is_epigraph(text: str, lines: Sequence[Span], source: Span) -> bool:
    """Whether a source follows lines that are not too long and name no source themselves."""
    dash = _SOURCE.match(text, source.start, source.end)
    if not dash or not text[dash.end()].isupper() or not lines:
        return False
    long = source.end - lines[0].start > LONGEST_EPIGRAPH or len(source) > LONGEST_SOURCE
    return not long and not any(_SOURCE.match(text, line.start) for line in lines)


def _mark_epigraph(text: str, lines: Sequence[Span], source: Span) -> Iterator[Annotation]:
    whole, span = Span(lines[0].start, source.end), Span(lines[0].start, lines[-1].end)
    yield Annotation(whole, "epigraph", rule="motto")
    yield Annotation(whole, "cit", rule="motto")
    yield Annotation(span, "quote", rule="motto")
    if len(lines) > 1 and begins_like_verse([line.of(text) for line in lines]):
        yield from (Annotation(line, "l", rule="motto") for line in lines)
    else:
        yield Annotation(span, "p", rule="motto")
    yield Annotation(source, "bibl", rule="motto")
