"""Find the opener of a letter, a message or a speech: dateline, address, salute (DSOC)."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.structure.datelines import names_day
from toolkit.annotation.structure.wording import Wording, compile_start
from toolkit.languages.phrases import pattern_of
from toolkit.text import Annotation, Span
from toolkit.text.line_heuristics import ends_sentence, without_marker

MOST_BLOCKS: Final = 6
"""Blocks of an opener at most: place and date, references, address, salute."""

MOST_LINES: Final = 4
"""Lines of a part of an opener at most."""

LONGEST_LINE: Final = 100
"""Characters of a line of an opener, and of a salute, at most."""

LONGEST_GREETING: Final = 90
"""Characters of a greeting after a dateline at most."""

MOST_GREETING_WORDS: Final = 12
"""Words of a greeting after a dateline at most."""

LONGEST_REFERENCE: Final = 60
"""Characters of a reference number or a heading within an opener at most."""

MOST_REFERENCE_WORDS: Final = 8
"""Words of such a line at most."""

LONGEST_ADDRESS: Final = 45
"""Characters of a line of an address that a preposition opens at most."""

MOST_SALUTE_WORDS: Final = 6
"""Words of a salute without a punctuation mark at its end at most."""

_LABEL: Final = re.compile(r"[^\W\d_][^:\n]{0,30}:(?:\s|$)")
"""The start of a line that interrupts an opener: ``Present:``, ``A speaker: ...``."""

_DASHES: Final = " -\u2013\u2014/"
_SENTENCE_OR_FIGURE: Final = re.compile(r"[.?!;]\s|\d")


def find_opener(
    text: str, blocks: Sequence[Block], wording: Wording
) -> tuple[list[Annotation], int]:
    """Return the opener that the first blocks make, and the number of blocks it takes.

    A first line that is a salute counts even if the letter goes on in the next line.
    """
    parts: list[Annotation] = []
    used = 0
    for index, block in enumerate(blocks[:MOST_BLOCKS]):
        kind = _classify_next(text, blocks, index, wording, opened=bool(parts) and used == index)
        again = used < index and kind == "dateline" and any(p.element == kind for p in parts)
        if not kind and parts and _is_reference(text, block):
            continue
        if not kind or again:
            break
        parts += _mark_part(block, kind)
        used = index + 1
    if used < len(blocks):
        parts += _find_salute_line(text, blocks[used], wording)
    if parts:
        span = Span(parts[0].span.start, parts[-1].span.end)
        parts.insert(0, Annotation(span, "opener", rule="opener"))
    return parts, used


def _classify_next(
    text: str, blocks: Sequence[Block], index: int, wording: Wording, *, opened: bool
) -> str:
    """Return the element of the next block of an opener, empty if it does not belong to it.

    ``opened``: a part of the opener comes right before.
    """
    block = blocks[index]
    kind = classify_opening(text, block, wording)
    if kind == "address" and index and blocks[index - 1].span.of(text).endswith(":"):
        return ""
    return kind or ("salute" if opened and is_greeting(text, block) else "")


def _mark_part(block: Block, kind: str) -> list[Annotation]:
    lines = block.lines if kind == "address" else ()
    return [
        Annotation(block.span, kind, rule=kind),
        *(Annotation(line, "addrLine", rule=kind) for line in lines),
    ]


def _find_salute_line(text: str, block: Block, wording: Wording) -> list[Annotation]:
    """Return the salute that the first of several lines of a block makes."""
    first = block.lines[0].of(text)
    if len(block.lines) < 2 or not first.endswith((",", "!")) or not is_salute(first, wording):
        return []
    return [Annotation(block.lines[0], "salute", rule="salute-line")]


def classify_opening(text: str, block: Block, wording: Wording) -> str:
    """Return the element of an opener that a block can be; empty if it can be none."""
    words = block.span.of(text)
    if len(block.lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in block.lines):
        return ""
    if names_day(words, wording):
        return "dateline"
    if _is_titled_address(block, words, wording) or _is_prefixed_address(text, block, wording):
        return "address"
    return "salute" if is_salute(words, wording) else ""


def _is_titled_address(block: Block, words: str, wording: Wording) -> bool:
    """Whether several lines begin with the title of an addressee and end no sentence."""
    return (
        len(block.lines) > 1
        and words[0].isupper()
        and _addressee_titles(wording).match(words) is not None
        and not ends_sentence(words)
    )


def _is_prefixed_address(text: str, block: Block, wording: Wording) -> bool:
    """Whether short lines name addressee and place as on an envelope: ``An das``, ``Berlin``."""
    lines = [line.of(text) for line in block.lines]
    return (
        len(lines) > 1
        and _matches_address(f"{lines[0]} {lines[1]}", wording)
        and all(len(n) <= LONGEST_ADDRESS and not n.endswith((",", ":", "!")) for n in lines)
        and not ends_sentence(lines[-1])
    )


def is_greeting(text: str, block: Block) -> bool:
    """Whether a short block after a dateline calls to somebody, in whatever words."""
    words = block.span.of(text)
    return (
        len(words) <= LONGEST_GREETING
        and len(words.split()) <= MOST_GREETING_WORDS
        and words.endswith((",", "!"))
        and words[0].isupper()
        and not _SENTENCE_OR_FIGURE.search(words)
    )


def _is_reference(text: str, block: Block) -> bool:
    """Whether a block can be a number or a heading between the parts of an opener."""
    words = block.span.of(text)
    few = len(words) <= LONGEST_REFERENCE and len(words.split()) <= MOST_REFERENCE_WORDS
    return len(block.lines) == 1 and few and not _LABEL.match(words)


def is_salute(words: str, wording: Wording) -> bool:
    """Whether words call to somebody, as a letter or a speech begins."""
    bare = without_marker(words).strip()
    if _matches_address(bare, wording):
        ended = bare.endswith(".") and not bare.isupper()
        return not ended and not _indefinite(wording).search(bare)
    return calls_somebody(bare, wording)


def calls_somebody(words: str, wording: Wording) -> bool:
    """Whether words begin and end like a salute, and have no subject of a verb: ``Dear Ann,``.

    A dash may follow: ``DEAR SIR,--``.
    """
    bare = words.rstrip(_DASHES)
    ended = bare.endswith((",", "!", ":", ".")) or len(bare.split()) <= MOST_SALUTE_WORDS
    called = _salute_pattern(wording).match(bare) is not None
    if not called or not ended or len(bare) > LONGEST_LINE:
        return False
    return ": " not in bare and not _subject(wording).search(bare)


@cache
def _subject(wording: Wording) -> re.Pattern[str]:
    """The subject of a finite verb, which no salute has: ``Comrades, I greet you``."""
    return compile_start(wording.words.subject_pronouns, before=r"\b")


def cut_at_subject(words: str, wording: Wording) -> str:
    """Return the words before the first subject of a verb: ``Dear Sir I write`` is ``Dear Sir``."""
    subject = _subject(wording).search(words)
    return words[: subject.start()].rstrip() if subject else words


@cache
def _salute_pattern(wording: Wording) -> re.Pattern[str]:
    qualifiers = pattern_of(wording.words.salute_qualifiers)
    return compile_start(wording.words.salutes, before=rf"(?:{qualifiers}[ \t]+)*")


@cache
def _indefinite(wording: Wording) -> re.Pattern[str]:
    """The indefinite article, which no addressee has: ``To a Friend`` is a title."""
    return compile_start(wording.words.indefinite_articles, before=r"\b")


@cache
def _addressee_titles(wording: Wording) -> re.Pattern[str]:
    after = r"[ \t\n](?!.*[,!:]$)"
    return compile_start(wording.words.addressee_titles, after=after)


@cache
def _address_pattern(wording: Wording) -> re.Pattern[str]:
    words = wording.words
    whom = pattern_of((*words.articles, *words.quantifiers))
    return compile_start(
        words.addressee_prepositions, after=rf"\s+(?:(?-i:[A-Z\u00c0-\u00de\u0400-\u042f])|{whom})"
    )


def _matches_address(words: str, wording: Wording) -> bool:
    """Whether words begin with a preposition and an addressee: ``To the Mayor``."""
    return words[:1].isupper() and _address_pattern(wording).match(words) is not None
