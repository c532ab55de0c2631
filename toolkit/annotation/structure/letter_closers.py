"""Find the closer of a letter: farewell, signature, dateline, postscript (DSOC)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.datelines import is_dateline
from toolkit.annotation.structure.division_levels import is_trailer, rank_heading
from toolkit.annotation.structure.wording import Wording, compile_start, score_name
from toolkit.text import Annotation, Span
from toolkit.text.line_heuristics import ends_sentence

PARAGRAPH: Final = 120
"""Characters from which on a block is surely a paragraph."""

MOST_BLOCKS: Final = 8
"""Blocks of a closer at most: longer lists of names are something else."""

MOST_AFTER_SIGNATURE: Final = 3
"""Blocks from the last signature to the end at most."""

MOST_BEFORE_SIGNATURE: Final = 2
"""Blocks before the first signature of a closer at most."""

MOST_POSTSCRIPT: Final = 4
"""Blocks of a postscript at most."""

MOST_LINES: Final = 6
"""Lines of a block of a closer at most."""

LONGEST_LINE: Final = 90
"""Characters of a line of a closer at most."""

MOST_WORDS: Final = 25
"""Words of a block of a closer that is neither farewell nor name at most."""

LONGEST_FAREWELL: Final = 120
"""Characters of a farewell, or of a note on copies, at most."""

LONGEST_NAME: Final = 40
"""Characters of a full name that alone signs a text at most."""

LONGEST_OFFICE: Final = 60
"""Characters of the lines above a name at the end of a block at most."""

MOST_NAME_WORDS: Final = 4
"""Words of the last line of a farewell that names the writer at most."""

_ONE_NAME: Final = re.compile(r"[^\W\d_][\w.'\u2019-]*[.,]?")
_FIGURE_OR_CAPITALS: Final = re.compile(r"\d|[A-Z]{2}")
_DIGIT: Final = re.compile(r"\d")


def find_closer(
    text: str, blocks: Sequence[Block], wording: Wording, *, opened: bool = False
) -> tuple[list[Annotation], int]:
    """Return closer and postscript that the last blocks make, and how many blocks they take.

    ``opened``: the text opens like a letter, so that a single name at its end is a signature.
    """
    tail = _find_postscript(text, blocks, wording)
    start = _find_start(text, blocks[:tail], wording)
    parts: list[Annotation] = []
    if start < tail:
        span = Span(blocks[start].span.start, blocks[tail - 1].span.end)
        parts.append(Annotation(span, "closer", rule="closer"))
        parts.extend(_mark_parts(text, blocks[:tail], start, wording))
    elif opened and _is_single_name(text, blocks[:tail], wording):
        start = tail - 1
        parts.append(Annotation(blocks[start].span, "closer", rule="closer"))
        parts.append(Annotation(blocks[start].span, "signed", rule="signature"))
    if tail < len(blocks):
        span = Span(blocks[tail].span.start, blocks[-1].span.end)
        parts.append(Annotation(span, "postscript", rule="postscript"))
        parts.extend(Annotation(b.span, "p", rule="postscript") for b in blocks[tail:])
    return parts, len(blocks) - min(start, tail)


def _find_postscript(text: str, blocks: Sequence[Block], wording: Wording) -> int:
    """Return the index of the first block of the postscript, the number of blocks if none."""
    pattern = _postscript(wording)
    first = next((i for i, b in enumerate(blocks) if pattern.match(b.span.of(text))), None)
    return first if first and len(blocks) - first <= MOST_POSTSCRIPT else len(blocks)


def _find_start(text: str, blocks: Sequence[Block], wording: Wording) -> int:
    """Return the index of the first block of the closer, the number of blocks if none."""
    start = len(blocks)
    while start > 1 and len(blocks) - start < MOST_BLOCKS:
        block, before = blocks[start - 1], blocks[start - 2]
        announced = text[before.span.end - 1] == ":" and len(block.lines) > 1
        if announced or not _may_close(text, block, wording):
            break
        start -= 1
    signed = [i for i in range(start, len(blocks)) if _is_signature(text, blocks, i, wording)]
    if not signed or len(blocks) - signed[-1] > MOST_AFTER_SIGNATURE:
        return len(blocks)
    return start if signed[0] - start <= MOST_BEFORE_SIGNATURE else signed[0] - 1


def _may_close(text: str, block: Block, wording: Wording) -> bool:
    """Whether a block can be part of a closer."""
    words = block.span.of(text)
    if _copies(wording).match(words) and len(words) <= LONGEST_FAREWELL:
        return True
    if len(block.lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in block.lines):
        return False
    return any(rule(text, block, wording) for rule in _CLOSING_PARTS)


def _bids_farewell(text: str, block: Block, wording: Wording) -> bool:
    return is_farewell(block.span.of(text), wording)


def _begins_with_signer(text: str, block: Block, wording: Wording) -> bool:
    signed = _signed_mark(wording).match(block.span.of(text)) is not None
    return signed or _has_initials(block.lines[0].of(text), wording)


def _is_closing_dateline(text: str, block: Block, wording: Wording) -> bool:
    return len(block.lines) == 1 and is_dateline(block.span.of(text), wording)


def _is_short_phrase(text: str, block: Block, wording: Wording) -> bool:  # noqa: ARG001
    """Whether a block has few words, begins with a capital, and ends no sentence."""
    words = block.span.of(text)
    few = len(words.split()) <= MOST_WORDS
    return few and words[0].isupper() and not ends_sentence(words)


def _is_signature(text: str, blocks: Sequence[Block], index: int, wording: Wording) -> bool:
    """Whether a block is signed: by a name with initials, or one that follows a farewell."""
    return any(rule(text, blocks, index, wording) for rule in _SIGNATURES)


def _is_name_with_initials(
    text: str, blocks: Sequence[Block], index: int, wording: Wording
) -> bool:
    return _has_initials(blocks[index].lines[0].of(text), wording)


def _is_marked_signed(text: str, blocks: Sequence[Block], index: int, wording: Wording) -> bool:
    """Whether the mark of a copy precedes the name of the signer: ``(gez.) Meyer``."""
    return _signed_mark(wording).match(blocks[index].lines[0].of(text)) is not None


def _is_block_with_name(text: str, blocks: Sequence[Block], index: int, wording: Wording) -> bool:
    return _ends_with_name(text, blocks[index], wording)


def _is_full_name_alone(text: str, blocks: Sequence[Block], index: int, wording: Wording) -> bool:
    """Whether a full name is the last line, or has an office below, after a whole paragraph."""
    words = blocks[index].span.of(text)
    if len(blocks[index].lines) > 1 or not index or len(blocks) - index > 2:
        return False
    if len(words) > LONGEST_NAME or score_name(words, wording) != 1:
        return False
    before = blocks[index - 1].span.of(text)
    is_text = len(before) > PARAGRAPH and ends_sentence(before)
    return is_text and not _FIGURE_OR_CAPITALS.search(words)


def _is_name_after_farewell(
    text: str, blocks: Sequence[Block], index: int, wording: Wording
) -> bool:
    """Whether a name, a single one perhaps, follows a farewell."""
    first = blocks[index].lines[0].of(text)
    if not index or not is_farewell(blocks[index - 1].span.of(text), wording):
        return False
    single = all(map(_is_name_word, first.split(", ")))
    return single or score_name(first, wording) > 0


def _is_name_word(words: str) -> bool:
    return _ONE_NAME.fullmatch(words) is not None and words[0].isupper()


def _is_single_name(text: str, blocks: Sequence[Block], wording: Wording) -> bool:
    """Whether the last block is a single name, not in capitals, after a complete sentence.

    A word like *Finis*, *Enclosure* or *Appendix* is no name.
    """
    if len(blocks) < 2 or len(blocks[-1].lines) > 1:
        return False
    words = blocks[-1].span.of(text)
    if not _is_name_word(words) or words.isupper() or _copies(wording).match(words):
        return False
    if is_trailer(text, blocks[-1], wording) or rank_heading(words, wording):
        return False
    return ends_sentence(blocks[-2].span.of(text))


def _is_signed_farewell(text: str, blocks: Sequence[Block], index: int, wording: Wording) -> bool:
    """Whether a block is a farewell that names the writer in its last line."""
    block = blocks[index]
    last = block.lines[-1].of(text)
    if not is_farewell(block.span.of(text), wording):
        return False
    if len(block.lines) == 1 and _self_designation(wording).search(last):
        return True
    few = len(last.split()) <= MOST_NAME_WORDS and last[:1].isupper()
    return few and not last.endswith((",", "!", "?")) and (len(block.lines) > 1 or " " in last)


_SIGNATURES: Final = (
    _is_name_with_initials,
    _is_marked_signed,
    _is_block_with_name,
    _is_full_name_alone,
    _is_name_after_farewell,
    _is_signed_farewell,
)
"""The forms of a signature: each is enough."""


def _ends_with_name(text: str, block: Block, wording: Wording) -> bool:
    """Whether a block of short lines that end no sentence ends with the name of a signer.

    The name has initials, or the mark of a copy before it and perhaps an office below it.
    """
    lines = [line.of(text) for line in block.lines]
    if not 1 < len(lines) <= MOST_LINES or any(len(n) > LONGEST_OFFICE for n in lines[:-1]):
        return False
    if any(_signed_mark(wording).match(line) for line in lines):
        return True
    return _has_initials(lines[-1], wording) and not any(map(ends_sentence, lines[:-1]))


_CLOSING_PARTS: Final = (
    _bids_farewell,
    _begins_with_signer,
    _ends_with_name,
    _is_closing_dateline,
    _is_short_phrase,
)
"""The forms of a block within a closer: each is enough."""


def is_farewell(words: str, wording: Wording) -> bool:
    """Whether words are those before a signature: ``Yours sincerely``."""
    return len(words) <= LONGEST_FAREWELL and _farewell(wording).match(words) is not None


def _mark_parts(
    text: str, blocks: Sequence[Block], start: int, wording: Wording
) -> Iterator[Annotation]:
    """Mark the parts of the closer that begins at the block ``start``."""
    signed = [_is_signature(text, blocks, index, wording) for index in range(start, len(blocks))]
    for index, block in enumerate(blocks[start:]):
        words = block.span.of(text)
        if is_dateline(words, wording):
            yield Annotation(block.span, "dateline", rule="closing-dateline")
        elif signed[index]:
            yield from _mark_signature(text, block, wording)
        elif is_farewell(words, wording) or (words.endswith(",") and True in signed[index:]):
            yield Annotation(block.span, "salute", rule="valediction")


def _mark_signature(text: str, block: Block, wording: Wording) -> Iterator[Annotation]:
    """Mark the signature, the farewell in the lines above the name, the offices below it."""
    lines = block.lines
    names = (i for i, line in enumerate(lines) if _names_signer(line.of(text), wording))
    name = next(names, None)
    if name is None:
        name = len(lines) - 1 if is_farewell(lines[0].of(text), wording) else 0
    if name:
        farewell = Span(lines[0].start, lines[name - 1].end)
        yield Annotation(farewell, "salute", rule="valediction")
    yield Annotation(Span(lines[name].start, block.span.end), "signed", rule="signature")
    if _names_signer(lines[name].of(text), wording):
        yield from _mark_offices(text, lines[name + 1 :], wording)


def _mark_offices(text: str, lines: Sequence[Span], wording: Wording) -> Iterator[Annotation]:
    for line in lines:
        words = line.of(text)
        if not _has_initials(words, wording) and not _DIGIT.search(words):
            bare = words.rstrip(" .,;")
            yield Annotation(Span(line.start, line.start + len(bare)), "roleName", rule="office")


def _names_signer(line: str, wording: Wording) -> bool:
    """Whether a line has a name with initials, or the mark of a copy before a name."""
    return _has_initials(line, wording) or _signed_mark(wording).match(line) is not None


def _has_initials(line: str, wording: Wording) -> bool:
    return score_name(line, wording) == 2


@cache
def _farewell(wording: Wording) -> re.Pattern[str]:
    return compile_start(wording.words.closers, wording.words.closer_words)


@cache
def _signed_mark(wording: Wording) -> re.Pattern[str]:
    """The words of a copy before the name of whoever signed the original."""
    return compile_start(wording.words.signed_marks, before=r"\(?", after=r"\)?[ :\n]+(?=\S)")


@cache
def _self_designation(wording: Wording) -> re.Pattern[str]:
    """The end of a farewell with the name in its line: ``your obedient servant John Hale``."""
    name = r"(?-i:[A-Z\u00c0-\u00de\u0400-\u042f])[^\s,;!?]*(?:\s[^\s,;!?]+){0,3}$"
    return compile_start(wording.words.self_designations, before=r"\b", after=rf"[,.]?\s+{name}")


@cache
def _postscript(wording: Wording) -> re.Pattern[str]:
    return compile_start(wording.words.postscripts, before=r"(?-i:(?![a-z]))", after=r"(?=[\s:.)])")


@cache
def _copies(wording: Wording) -> re.Pattern[str]:
    return compile_start(wording.words.copy_marks, after=r"\.?:?")
