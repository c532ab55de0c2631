"""Signatures: who signs a letter, by the words under it and by those of taking leave."""

from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

from toolkit.annotation.names.gazetteer import gazetteer, people
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.possible import may_name
from toolkit.annotation.names.titled_names import name_end, title_end
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.edition import Kind
from toolkit.text import Cert, Document

SIGNED = ("signed", "docAuthor", "byline")
_NOTE_MARKS = frozenset("[(*†")
_SHORT = 12
"""How many words a block at the end of a letter has at most."""
_CLOSING = 6
"""How many such blocks there are at most."""
_SIGNATURE = 5
"""How many words the name under a letter has at most."""


def signed(doc: Document, words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Names that stand alone on their line where a letter ends, or where it was signed."""
    marked = {i for a in doc.annotations(*SIGNED) for i in words.within(a.span)}
    closing = _closing(words)
    for i in words.capitals:
        if not words.breaks[i] or (i not in marked and i not in closing):
            continue
        name = title_end(words, i, vocabulary)
        last = name_end(words, name, vocabulary) if name < len(words) else None
        if last is None or last - i >= _SIGNATURE or not line_is_over(words, last):
            continue
        if words.texts[name] in vocabulary.address_nouns or _is_address(
            words, name, last, vocabulary, marked=i in marked
        ):
            continue
        if all(may_name(words.texts[k], words.small, vocabulary) for k in range(name, last + 1)):
            yield Mention(
                i, last, Kind.PERSON, Source.RULE, "signature", "it stands alone under the text",
                Cert.HIGH if i in marked else Cert.MEDIUM, name=name,
            )  # fmt: skip


def _is_address(
    words: Words, first: int, last: int, vocabulary: Vocabulary, *, marked: bool
) -> bool:
    """Whether a line is that of an address: a street, or a place.

    One whose name persons bear as well is no place where the structure has a signature.
    """
    streets = vocabulary.street_nouns | vocabulary.place_nouns
    if not streets.isdisjoint(words.texts[first : last + 1]):
        return True
    place = gazetteer().kinds.get(words.texts[first]) if first == last else None
    person = words.texts[first].lower() in people() and (marked or place not in ("C", "L"))
    return place is not None and not person


def taking_leave(words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Names after words of taking leave, where a block ends: ``Dein alter Paul``."""
    for i in words.where(vocabulary.valedictions):
        name, stop = i + 1, min(len(words), i + 1 + _ADJECTIVES)
        while words.breaks[i] and name < stop and words.texts[name].islower():
            name += 1
        last = name_end(words, name, vocabulary) if name < len(words) else None
        if last is None or last > name + 1 or not _block_is_over(words, last):
            continue
        if words.texts[name] in vocabulary.address_nouns:
            continue
        if all(may_name(words.texts[k], words.small, vocabulary) for k in range(name, last + 1)):
            yield Mention(
                name, last, Kind.PERSON, Source.RULE, "taking leave",
                f'"{words.texts[i]}" stands before it, where the text ends', Cert.HIGH,
            )  # fmt: skip


_ADJECTIVES = 3


def _block_is_over(words: Words, last: int) -> bool:
    """Whether the block ends after ``last``, or after the full stop that follows."""
    after = last + 1
    if after < len(words) and words.texts[after] in ".!" and not words.breaks[after]:
        after += 1
    return after >= len(words) or words.breaks[after] == _BLOCK


_BLOCK = 2


def line_is_over(words: Words, last: int) -> bool:
    """Whether the line ends after ``last``, or goes on after a comma or a full stop only."""
    after = last + 1
    if after < len(words) and words.texts[after] in ",." and not words.breaks[after]:
        after += 1
    return after >= len(words) or words.breaks[after] > 0


def _closing(words: Words) -> set[int]:
    """The words of the last blocks of the running text: those before the notes, at most six."""
    starts = [i for i in range(len(words)) if words.breaks[i] == 2]
    blocks = [range(start, stop) for start, stop in pairwise((*starts, len(words)))]
    while blocks and words.texts[blocks[-1].start] in _NOTE_MARKS:
        blocks.pop()
    last = islice(takewhile(lambda block: len(block) <= _SHORT, reversed(blocks)), _CLOSING)
    return {i for block in last for i in block}
