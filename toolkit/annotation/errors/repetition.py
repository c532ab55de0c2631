"""Repetition: letters, words and phrases written twice, as at a line end (dittography)."""

import re
from collections.abc import Iterator, Sequence
from operator import eq

from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word, match_case
from toolkit.languages import Language
from toolkit.languages.errors import Errors
from toolkit.text import Cert, Span

GROUPS = (2, 3, 4)
"""Numbers of letters that may be written twice inside a word."""

LONGEST_WORD = 30
"""Letters of the longest word that is examined: time stays linear."""

KNOWN = 3.0
"""Zipf value of the word without the second group of letters: one in a million."""

_REPEATED = re.compile(r"([^\W\d_]{2,4})\1")

SHORTEST, LONG, LONGEST = 3, 5, 8
"""Words of a phrase that may be written twice; a long one is hardly repeated on purpose."""


def find_doubled_words(
    text: str, blocks: Sequence[Block], language: Language
) -> Iterator[Proposal]:
    """Yield words written twice with only space between them."""
    vocabulary = language.topic(Errors)
    for block in blocks:
        same = bytes(map(eq, block.texts, block.texts[1:]))
        at = same.find(1) + 1
        while at:
            key = block.keys[at]
            if key in vocabulary.never_doubled and _is_doubled(text, block, at):
                sure = key in vocabulary.surely_doubled
                yield _propose_word(block, at, Cert.HIGH if sure else Cert.MEDIUM)
            at = same.find(1, at) + 1


def _is_doubled(text: str, block: Block, at: int) -> bool:
    """Whether only space is between the two, no line end divides them and no third follows."""
    between = text[block.ends[at - 1] : block.starts[at]]
    return between.isspace() and not block.divided[at] and not _occurs_thrice(block, at)


def _propose_word(block: Block, at: int, cert: Cert) -> Proposal:
    span = Span(block.ends[at - 1], block.ends[at])
    return Proposal(span, "", cert, "doubled-word", f'"{block.texts[at]}" is written twice', 3.0)


def _occurs_thrice(block: Block, at: int) -> bool:
    """Whether the word is there three times: play or stammer, not a slip."""
    return block.keys[at] in (*block.keys[at - 2 : at - 1], *block.keys[at + 1 : at + 2])


def find_doubled_phrases(text: str, blocks: Sequence[Block]) -> Iterator[Proposal]:
    """Yield phrases written twice in one sentence, as when the eye goes back a line."""
    for block in blocks:
        for length in range(SHORTEST, min(LONGEST, len(block.keys) // 2) + 1):
            same = bytes(map(eq, block.keys, block.keys[length:]))
            at = same.find(b"\1" * length)
            while at >= 0:
                if _is_slip(block, at, length) and _has_no_break(text, block, at, length):
                    yield _propose_phrase(text, block, at, length)
                at = same.find(b"\1" * length, at + length)


def _is_slip(block: Block, at: int, length: int) -> bool:
    """Whether the phrase is words, not all the same, and not repeated again or at a sentence."""
    again, end = at + length, at + 2 * length
    phrase = block.keys[at:again]
    return not (
        any(block.initial[again:end])
        or _occurs_thrice(block, again)
        or phrase == block.keys[end : end + length]
        or len(set(phrase)) < 2
        or not all(key.isalpha() for key in phrase)
    )


def _has_no_break(text: str, block: Block, at: int, length: int) -> bool:
    """Whether space, or a comma in a long phrase, is between the two; and they are no refrain."""
    again = at + length
    between = text[block.ends[again - 1] : block.starts[again]]
    if between.strip(" \t\r\n,") or (length < LONG and not between.isspace()):
        return False
    return not all(_begins_line(text, block.starts[first]) for first in (at, again))


def _begins_line(text: str, at: int) -> bool:
    """Whether only space and quotation marks are before it in the line."""
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t\"'“‘„«")


def _propose_phrase(text: str, block: Block, at: int, length: int) -> Proposal:
    again, end = at + length, at + 2 * length
    span = Span(block.ends[again - 1], block.ends[end - 1])
    close = text[span.start : block.starts[again]].isspace()
    cert = Cert.MEDIUM if length >= LONG and close else Cert.LOW
    phrase = " ".join(block.texts[again:end])
    return Proposal(span, "", cert, "doubled-phrase", f'"{phrase}" is written twice', 1.0)


def find_doubled_letters(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Proposal]:
    """Yield unknown words in which a group of letters is written twice (``Mitgliedieds``)."""
    for block in blocks:
        repeated = {key for key in {*block.keys} if _REPEATED.search(key)}
        words = {key: word for key in repeated if (word := undo_doubling(key, lexicon))}
        for at, key in enumerate(block.keys) if words else ():
            if key in words:
                yield _propose_letters(block.word(at), words[key])


def undo_doubling(key: str, lexicon: Lexicon) -> str:
    """Return the likeliest word without a second group of letters, empty if there is none."""
    if len(key) > LONGEST_WORD or not key.isalpha() or lexicon.knows(key):
        return ""
    words = (
        key[:at] + key[at + size :]
        for size in GROUPS
        for at in range(len(key) - 2 * size + 1)
        if key[at : at + size] == key[at + size : at + 2 * size]
    )
    zipf, word = max(((lexicon.zipf(word), word) for word in words), default=(0.0, ""))
    return word if zipf >= KNOWN else ""


def _propose_letters(word: Word, correction: str) -> Proposal:
    correction = match_case(word.text, correction)
    reason = f'"{word.text}" has letters of "{correction}" twice'
    return Proposal(word.span, correction, Cert.MEDIUM, "doubled-letters", reason, 2.0)
