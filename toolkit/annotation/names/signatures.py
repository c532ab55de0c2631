"""Signatures: the names of those who sign a letter, under it or after words of farewell."""

from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

from toolkit.annotation.names.context import Context
from toolkit.annotation.names.gazetteer import gazetteer, is_large_place, people
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.titled_names import name_end, title_end
from toolkit.annotation.names.tokenisation import BLOCK, Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.annotation.names.word_features import may_name
from toolkit.edition import Kind
from toolkit.text import Cert

_NOTE_MARKS = frozenset("[(*†")
_LONGEST_CLOSING = 12
"""Most words of a block at the end of a letter."""
_MOST_CLOSINGS = 6
"""Most such blocks."""
_LONGEST_SIGNATURE = 5
"""Most words of the name under a letter."""
_MOST_ADJECTIVES = 3
"""Most words from a possessive to the name: ``Dein alter Paul``."""


def find_signatures(context: Context) -> Iterator[Mention]:
    """Find names alone on their line where a letter ends, or in an element for a signature."""
    words, vocabulary = context.words, context.vocabulary
    closing = closing_words(words)
    for at in words.capitals:
        is_marked = at in context.signed
        if not words.breaks[at] or not (is_marked or at in closing):
            continue
        span = read_signature(words, at, vocabulary)
        if span is None or is_address(words, *span, vocabulary, is_marked=is_marked):
            continue
        reason = "it stands alone under the text"
        cert = Cert.HIGH if is_marked else Cert.MEDIUM
        yield Mention(
            at, span[1], Kind.PERSON, Source.RULE, "signature", reason, cert, name=span[0]
        )


def read_signature(words: Words, at: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Return the first and last word of the name that fills a line, after its titles."""
    name = title_end(words, at, vocabulary)
    last = name_end(words, name, vocabulary) if name < len(words) else None
    if last is None or (name > at and words.breaks[name]):
        return None
    if last - at >= _LONGEST_SIGNATURE or not words.closes_line(last):
        return None
    if words.texts[name] in vocabulary.address_nouns:
        return None
    return (name, last) if _may_sign(words, name, last, vocabulary) else None


def _may_sign(words: Words, first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether every word may be part of a name."""
    inside = words.texts[first : last + 1]
    return all(may_name(text, words.small, vocabulary) for text in inside)


def is_address(
    words: Words, first: int, last: int, vocabulary: Vocabulary, *, is_marked: bool
) -> bool:
    """Whether a line is part of an address: a street or a place.

    The name of a place that is a personal name too is a person in a marked signature.
    """
    streets = vocabulary.street_nouns | vocabulary.place_nouns
    if not streets.isdisjoint(words.texts[first : last + 1]):
        return True
    text = words.texts[first]
    if first < last or text not in gazetteer().kinds:
        return False
    is_person = text.lower() in people() and (is_marked or not is_large_place(text))
    return not is_person


def find_valedictions(context: Context) -> Iterator[Mention]:
    """Find names after a possessive of farewell, where a block ends: ``Dein alter Paul``."""
    words, vocabulary = context.words, context.vocabulary
    for at in words.where(vocabulary.valedictions):
        span = _name_after_possessive(words, at, vocabulary)
        if span and _may_sign(words, *span, vocabulary):
            reason = f'"{words.texts[at]}" stands before it, where the text ends'
            yield Mention(*span, Kind.PERSON, Source.RULE, "taking leave", reason, Cert.HIGH)


def _name_after_possessive(words: Words, at: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Return a name of one or two words after a possessive, adjectives between them."""
    name, stop = at + 1, min(len(words), at + 1 + _MOST_ADJECTIVES)
    while words.breaks[at] and name < stop and words.texts[name].islower():
        name += 1
    last = name_end(words, name, vocabulary) if name < len(words) else None
    if last is None or last > name + 1 or not words.closes_block(last):
        return None
    return None if words.texts[name] in vocabulary.address_nouns else (name, last)


def closing_words(words: Words) -> frozenset[int]:
    """Return the words of the last short blocks of the running text, those before the notes."""
    starts = [i for i in range(len(words)) if words.breaks[i] == BLOCK]
    blocks = [range(start, stop) for start, stop in pairwise((*starts, len(words)))]
    while blocks and words.texts[blocks[-1].start] in _NOTE_MARKS:
        blocks.pop()
    short = takewhile(lambda block: len(block) <= _LONGEST_CLOSING, reversed(blocks))
    return frozenset(i for block in islice(short, _MOST_CLOSINGS) for i in block)
