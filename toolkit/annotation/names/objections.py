"""Objections to mentions, whatever found them: half words, line ends, stage directions, issues."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final
from unicodedata import combining

from toolkit.annotation.names.context import Context
from toolkit.annotation.names.mention import Mention, Source
from toolkit.edition import Kind

_LEAST_LINES = 3
"""Fewest lines of an address or a list."""
_LONGEST_BLOCK = 1000
"""A block with more characters before or after a word is no address."""
_LONGEST_LINE = 45
"""Most characters of its lines."""


def drop_objectionable(mentions: Iterable[Mention], context: Context) -> list[Mention]:
    """Drop mentions to which there is an objection; those of the authority lists are kept."""
    kept = []
    for mention in mentions:
        cut = mention if mention.source is Source.AUTHORITY else end_with_line(mention, context)
        if cut and (
            cut.source is Source.AUTHORITY
            or not any(objects(cut, context) for objects in OBJECTIONS)
        ):
            kept.append(cut)
    return kept


def end_with_line(mention: Mention, context: Context) -> Mention | None:
    """Cut a mention at the end of a line of an address or a list; None if no name is left."""
    words, text = context.words, context.doc.text
    for at in range(mention.first, mention.last):
        if "\n" in text[words.ends[at] : words.starts[at + 1]] and is_list_line(at, context):
            return replace(mention, last=at) if mention.name <= at else None
    return mention


def is_list_line(at: int, context: Context) -> bool:
    """Whether the line with a word ends a unit of its own.

    Every line of its block begins with a capital or a figure and is short, as in an address.
    """
    text, offset = context.doc.text, context.words.starts[at]
    before = text[max(0, offset - _LONGEST_BLOCK) : offset].rpartition("\n\n")[2]
    after = text[offset : offset + _LONGEST_BLOCK].partition("\n\n")[0]
    if _LONGEST_BLOCK in (len(before), len(after)):
        return False
    lines = [line.strip() for line in f"{before}{after}".split("\n") if line.strip()]
    return len(lines) >= _LEAST_LINES and all(map(_is_list_line, lines))


def _is_list_line(line: str) -> bool:
    return len(line) <= _LONGEST_LINE and (line[0].isupper() or line[0].isdigit())


def cuts_word(mention: Mention, context: Context) -> bool:
    """Whether a mention begins or ends within a word: a letter or a combining sign continues it."""
    text, span = context.doc.text, context.words.span(mention.first, mention.last)
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if after and combining(after):
        return True
    return ((before + text[span.start]).isalpha() and before != "") or (
        after != "" and (text[span.end - 1] + after).isalpha()
    )


def is_in_stage_direction(mention: Mention, context: Context) -> bool:
    """Whether a mention in a stage direction is not just the name of a speaker."""
    if mention.first not in context.stage_words:
        return False
    name = mention.words(context.words)
    return not all(text.casefold() in context.speaker_words for text in name)


def is_periodical(mention: Mention, context: Context) -> bool:
    """Whether the number of an issue follows: ``Pravda No. 12`` is no place or person."""
    if mention.kind is Kind.ORGANISATION:
        return False
    words, numero = context.words, context.vocabulary.numero_words
    if words.texts[mention.last] in numero:
        return _precedes_number(mention.last, context)
    return words.after(mention.last) in numero and _precedes_number(mention.last + 1, context)


def _precedes_number(at: int, context: Context) -> bool:
    """Whether a number follows a word, or the full stop after it."""
    words = context.words
    number = words.after(at + 1) if words.after(at) == "." else words.after(at)
    return number[:1].isdigit()


OBJECTIONS: Final[tuple[Callable[[Mention, Context], bool], ...]] = (
    cuts_word,
    is_in_stage_direction,
    is_periodical,
)
"""Reasons against a mention; one is enough."""
