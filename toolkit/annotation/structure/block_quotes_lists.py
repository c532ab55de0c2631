"""Passages: lists, tables, verse and quotations that stand as blocks of their own."""

from collections.abc import Iterator, Sequence

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.lists import is_roll_call, labelled_list, listed_lines
from toolkit.annotation.structure.tables import table
from toolkit.annotation.structure.verse import setting_of, stanzas, verse
from toolkit.text import Annotation

INDENT = 4
"""Spaces that set a quotation off, where other paragraphs do not begin so."""

OUTSTANDING = 4
"""A quotation is set off from so many times as many paragraphs that are not indented."""


class Passages:
    """The blocks of a text, and which of them are more than paragraphs."""

    def __init__(self, text: str, found: Sequence[Block]) -> None:
        self._text = text
        self._index = {block.span: index for index, block in enumerate(found)}
        self._found = found
        self.setting = setting_of(text, found)
        self.stanzas = stanzas(text, found, self.setting)
        indented = sum(_is_indented(text, block) for block in found)
        self._indents_mean = OUTSTANDING * indented <= len(found)

    def of(self, block: Block) -> Iterator[Annotation]:
        """The annotations of a block: a table, a list, verse, a quotation; else a paragraph.

        Nothing for a line like ``Present:``, which is the heading of the list that follows.
        """
        if self.heads_list(block):
            return
        yield from self.special(block) or (Annotation(block.span, "p", rule="paragraph"),)

    def heads_list(self, block: Block) -> bool:
        """Whether a line like ``Present:`` is the heading of the list that follows."""
        index = self._index.get(block.span, len(self._found))
        return is_roll_call(self._text, self._found[index : index + 2])

    def special(self, block: Block) -> list[Annotation]:
        """The same without the paragraph: nothing for prose."""
        index = self._index.get(block.span)
        before = self._found[index - 1] if index else None
        for found in (
            table(self._text, block),
            labelled_list(self._text, block),
            verse(block.lines, block.span) if index in self.stanzas else (),
            listed_lines(self._text, block, before),
            self._quotation(block),
        ):
            if annotations := list(found):
                return annotations
        return []

    def _quotation(self, block: Block) -> Iterator[Annotation]:
        """Lines that are all indented, in a text whose paragraphs are not. COHQQ."""
        if self._indents_mean and _is_indented(self._text, block):
            yield Annotation(block.span, "quote", rule="indented")
            yield Annotation(block.span, "p", rule="indented")


def _is_indented(text: str, block: Block) -> bool:
    """Whether each line is indented by four spaces or a tab; one line only if it is long."""
    if len(block.lines) == 1 and len(block.span) < 60:
        return False
    starts = [text.rfind("\n", 0, line.start) + 1 for line in block.lines]
    indents = [text[start : line.start] for start, line in zip(starts, block.lines, strict=True)]
    return all("\t" in indent or len(indent) >= INDENT for indent in indents)
