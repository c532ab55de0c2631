"""Words: the running text cut into blocks and words, as the rules about errors read it."""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, compress
from operator import add
from typing import NamedTuple

from toolkit.text import Document, Span

BLANK_LINE = re.compile(r"\n[ \t\r]*(?=\n)")
MARKER = re.compile(r"\[[0-9a-zA-Z*†‡]{1,4}\]")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(„]*[A-ZÀ-ÞΑ-ΩА-Я])")
DIVIDED = re.compile(r"[-¬\xad—–⸗=][ \t]*\r?\n[ \t]*")
_CHUNK = re.compile(r"((?:[^\s—–…/-]++|-(?!-))++)")
_ABBREVIATED = re.compile(r"\.(?:[^\W_]|[,;:]|\s+[^\W_A-ZÀ-Þ])")
_OLD_LETTERS = str.maketrans({"ſ": "s", "ꝛ": "r", "’": "'", "\xad": None, "‌": None})
_OLD_UMLAUTS = (("a\u0364", "ä"), ("o\u0364", "ö"), ("u\u0364", "ü"))


class Word(NamedTuple):
    """One word of the running text, without the punctuation around it.

    ``start`` is the offset of its first character, ``end`` that after its last one. ``text`` is as
    read; ``key`` is how lexicons write it: lower case, ſ as s, uͤ as ü, composed, a word divided
    at a line end joined. ``initial``: it begins a sentence or a line of its own, where a capital
    says nothing. ``divided``: a line end divides it.
    """

    start: int
    end: int
    text: str
    key: str
    initial: bool = False
    divided: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


_word: Callable[[tuple[object, ...]], Word] = partial(tuple.__new__, Word)
"""A word from its fields; several times as fast as ``Word``, which looks at each of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A stretch of text between blank lines, with its words in order, in columns.

    A text may have a million words: as columns they take a sixth of the memory, and a rule that
    looks at all of them reads the columns in a fraction of the time. The fields of a ``Word``
    say what each column has.
    """

    span: Span
    starts: Sequence[int]
    ends: Sequence[int]
    texts: tuple[str, ...]
    keys: tuple[str, ...]
    initial: bytes
    divided: bytes

    @property
    def words(self) -> tuple[Word, ...]:
        """All words, made anew each time."""
        flags = (map(bool, self.initial), map(bool, self.divided))
        fields = zip(self.starts, self.ends, self.texts, self.keys, *flags, strict=True)
        return tuple(map(_word, fields))

    def word(self, at: int) -> Word:
        """One word, by its number."""
        return Word(
            self.starts[at],
            self.ends[at],
            self.texts[at],
            self.keys[at],
            bool(self.initial[at]),
            bool(self.divided[at]),
        )

    def only(self, chosen: Sequence[object]) -> "Block":
        """The block with the words for which ``chosen`` has something that is true."""
        return Block(
            self.span,
            array("l", compress(self.starts, chosen)),
            array("l", compress(self.ends, chosen)),
            tuple(compress(self.texts, chosen)),
            tuple(compress(self.keys, chosen)),
            bytes(compress(self.initial, chosen)),
            bytes(compress(self.divided, chosen)),
        )


def blocks(doc: Document) -> tuple[Block, ...]:
    """The blocks of the text, without the metadata block, which goes to the header."""
    metadata = [a.span for a in doc.annotations("xenoData")]
    markers = {a.anchor.start for a in doc.annotations("note") if a.anchor}
    markers |= {a.span.start for a in doc.annotations("ref")}
    cores, in_order = _Cores(), sorted(markers)
    return tuple(
        _block(doc.text, span, cores, in_order)
        for span in _between_blank_lines(doc.text)
        if not any(m.overlaps(span) for m in metadata)
    )


def outside(blocks: Sequence[Block], offsets: Container[int]) -> tuple[Block, ...]:
    """The blocks without the words that begin at one of the offsets."""
    return tuple(block.only([start not in offsets for start in block.starts]) for block in blocks)


def beginning_inside(blocks: Sequence[Block], spans: Iterable[Span]) -> set[int]:
    """The offsets of the words that begin inside one of the spans."""
    ends = [block.span.end for block in blocks]
    found: set[int] = set()
    for span in spans:
        at = bisect_right(ends, span.start)
        while at < len(blocks) and blocks[at].span.start < span.end:
            starts = blocks[at].starts
            found.update(starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
            at += 1
    return found


def key_of(text: str) -> str:
    """A word as lexicons write it: composed, lower case, old letter forms replaced."""
    if text.isascii():
        return text.lower()
    for old, new in _OLD_UMLAUTS:
        text = text.replace(old, new)
    return unicodedata.normalize("NFC", text.translate(_OLD_LETTERS)).lower()


def is_title(text: str) -> bool:
    """Whether it is written as names are: a capital, then small letters (``O'brien's`` too)."""
    return text[:1].isupper() and text[1:].islower()


def in_the_case_of(text: str, correction: str) -> str:
    """``correction`` (lower case) with the capitals of ``text``; a space put in keeps them all."""
    before, space, _ = correction.partition(" ")
    if space and correction.replace(" ", "") == text.lower():
        return f"{text[: len(before)]} {text[len(before) :]}"
    letters = [char for char in text if char.isalpha()]
    upper = sum(char.isupper() for char in letters)
    if len(letters) > 1 and upper * 2 > len(letters):
        return correction.upper()
    if text[:1].isupper():
        return correction[:1].upper() + correction[1:]
    return correction


def is_abbreviated(text: str, word: Word) -> bool:
    """Whether a full stop follows the word that ends no sentence."""
    return not word.divided and _ABBREVIATED.match(text, word.end) is not None


def _between_blank_lines(text: str) -> Iterator[Span]:
    start = 0
    for blank in BLANK_LINE.finditer(text):
        if text[start : blank.start()].strip():
            yield Span(start, blank.start())
        start = blank.end()
    if text[start:].strip():
        yield Span(start, len(text))


class _Core(NamedTuple):
    """The word in a chunk of text: how many characters stand before it, and how it is written."""

    before: int
    text: str
    key: str


class _Cores(dict[str, _Core]):
    """The words in the chunks met so far: each is looked at once, however often it stands there."""

    def __missing__(self, chunk: str) -> _Core:
        start, end = _bounds(chunk)
        text = chunk[start:end]
        found = self[chunk] = _Core(start, text, key_of(text))
        return found


def _bounds(chunk: str) -> tuple[int, int]:
    """Where the word begins and ends, without a marker of a note and punctuation around it."""
    start, end = 0, len(chunk)
    if "[" in chunk and (marker := MARKER.search(chunk)):
        end = marker.start()
    while start < end and not chunk[start].isalnum():
        start += 1
    while start < end and not (chunk[end - 1].isalnum() or unicodedata.combining(chunk[end - 1])):
        end -= 1
    return start, end


def _block(text: str, span: Span, cores: _Cores, markers: Sequence[int]) -> Block:
    """A stretch of text cut into words; ``markers`` are the offsets of the markers of notes."""
    pieces = _CHUNK.split(span.of(text))  # what is between chunks, a chunk, and so on
    chunks, offsets = pieces[1::2], [*accumulate(map(len, pieces), initial=span.start)][1::2]
    found = [*map(cores.__getitem__, chunks)]
    for at, untied in _tied_to_markers(chunks, offsets, markers):
        found[at] = cores[untied]
    texts = tuple([core.text for core in found])
    starts = array("l", [at + core.before for at, core in zip(offsets, found, strict=False)])
    block = Block(
        span,
        starts,
        array("l", map(add, starts, map(len, texts))),
        texts,
        tuple([core.key for core in found]),
        initial=bytes(len(texts)),
        divided=bytes(len(texts)),
    )
    return _joined(text, _with_initials(text, block if all(texts) else block.only(texts)))


def _tied_to_markers(
    chunks: Sequence[str], offsets: Sequence[int], markers: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """The numbers of the chunks that a marker is tied to, each with what stands before it."""
    if not chunks:
        return
    first = bisect_right(markers, offsets[0])
    last = bisect_left(markers, offsets[-1])
    for marker in reversed(markers[first:last]):  # of two in one chunk the first counts
        at = bisect_right(offsets, marker) - 1
        before = marker - offsets[at]
        if 0 < before < len(chunks[at]) and not chunks[at].isalpha():
            yield at, chunks[at][:before]


def _with_initials(text: str, block: Block) -> Block:
    """The block with a mark on the words that begin it or a sentence in it."""
    initial = bytearray(len(block.texts) + 1)
    initial[0] = True
    for end in SENTENCE_END.finditer(text, block.span.start, block.span.end):
        initial[bisect_left(block.starts, end.end())] = True
    return replace(block, initial=bytes(initial[:-1]))


def _joined(text: str, block: Block) -> Block:
    """The block with the two halves of each word that a line end divides made one."""
    halves = [*_halves(text, block)]
    if not halves:
        return block
    ends, texts, keys = [*block.ends], [*block.texts], [*block.keys]
    divided, kept = bytearray(len(texts)), bytearray(b"\1" * len(texts))
    for at in halves:
        ends[at] = ends[at + 1]
        texts[at] += texts[at + 1]
        keys[at] += keys[at + 1]
        divided[at], kept[at + 1] = True, False
    joined = replace(block, ends=ends, texts=tuple(texts), keys=tuple(keys), divided=bytes(divided))
    return joined.only(kept)


def _halves(text: str, block: Block) -> Iterator[int]:
    """The numbers of the first halves: a hyphen and a line end are all that follows them."""
    last = -2
    for gap in DIVIDED.finditer(text, block.span.start, block.span.end):
        at = bisect_left(block.ends, gap.start())
        if (
            at + 1 < len(block.texts)
            and at > last + 1
            and (block.ends[at], block.starts[at + 1]) == gap.span()
            and block.keys[at][-1].isalpha()
            and block.texts[at + 1][0].islower()
        ):
            last = at
            yield at
