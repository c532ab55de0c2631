"""Tokeniser: splits the running text into blocks and words for the rules about errors."""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, compress
from operator import add
from typing import NamedTuple

from toolkit.text import Document, Span
from toolkit.vocabulary.hyphens import hyphen_class

BLANK_LINE = re.compile(r"\n[ \t\r]*(?=\n)")
MARKER = re.compile(r"\[[0-9a-zA-Z*†‡]{1,4}\]")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(„]*[A-ZÀ-ÞΑ-ΩА-Я])")
DIVIDED = re.compile(rf"{hyphen_class(also='—–')}[ \t]*\r?\n[ \t]*")
_SPACE_BEFORE = re.compile(rf"{hyphen_class()}?\s+$")
_LONGEST_GAP = 20
"""Characters before a hyphen that begins a line within which the word before it ends."""
_CHUNK = re.compile(r"((?:[^\s—–…/-]++|-(?!-))++)")
_ABBREVIATED = re.compile(r"\.(?:[^\W_]|[,;:]|\s+[^\W_A-ZÀ-Þ])")
_OLD_LETTERS = str.maketrans({"ſ": "s", "ꝛ": "r", "’": "'", "\xad": None, "‌": None})
_OLD_UMLAUTS = (("a\u0364", "ä"), ("o\u0364", "ö"), ("u\u0364", "ü"))


class Word(NamedTuple):
    """One word of the running text, without the punctuation around it.

    ``start`` is the offset of its first character, ``end`` that after its last one. ``text`` is as
    read; ``key`` is the form in lexicons: lower case, ſ as s, uͤ as ü, composed, a word divided
    at a line end joined. ``initial``: it begins a sentence or block, where a capital is no
    evidence. ``divided``: a line end divides it.
    """

    start: int
    end: int
    text: str
    key: str
    initial: bool = False
    divided: bool = False

    @property
    def span(self) -> Span:
        """The span of the word."""
        return Span(self.start, self.end)


_make_word: Callable[[tuple[object, ...]], Word] = partial(tuple.__new__, Word)
"""Make a word from its fields; several times as fast as ``Word``, which names each of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The text between two blank lines, with its words in order, as columns.

    A text may have a million words: columns take a sixth of the memory, and a rule that
    checks all words reads a column in a fraction of the time. See ``Word`` for their meaning.
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
        """All words; they are made anew each time."""
        flags = (map(bool, self.initial), map(bool, self.divided))
        fields = zip(self.starts, self.ends, self.texts, self.keys, *flags, strict=True)
        return tuple(map(_make_word, fields))

    def word(self, at: int) -> Word:
        """Return one word by its index."""
        return Word(
            self.starts[at],
            self.ends[at],
            self.texts[at],
            self.keys[at],
            bool(self.initial[at]),
            bool(self.divided[at]),
        )

    def select(self, chosen: Sequence[object]) -> "Block":
        """Return the block with the words for which ``chosen`` has a true value."""
        return Block(
            self.span,
            array("l", compress(self.starts, chosen)),
            array("l", compress(self.ends, chosen)),
            tuple(compress(self.texts, chosen)),
            tuple(compress(self.keys, chosen)),
            bytes(compress(self.initial, chosen)),
            bytes(compress(self.divided, chosen)),
        )


def split_blocks(doc: Document) -> tuple[Block, ...]:
    """Split the text into blocks, without the metadata block, which goes to the header."""
    metadata = [a.span for a in doc.annotations("xenoData")]
    markers = {a.anchor.start for a in doc.annotations("note") if a.anchor}
    markers |= {a.span.start for a in doc.annotations("ref")}
    cores, in_order, leading = _Cores(), sorted(markers), tuple(_find_leading_hyphens(doc))
    return tuple(
        _build_block(doc.text, span, cores, in_order, leading)
        for span in _split_at_blank_lines(doc.text)
        if not any(m.overlaps(span) for m in metadata)
    )


def exclude_words(blocks: Sequence[Block], offsets: AbstractSet[int]) -> tuple[Block, ...]:
    """Return the blocks without the words that begin at one of the offsets."""
    return tuple(
        block
        if offsets.isdisjoint(block.starts)
        else block.select([start not in offsets for start in block.starts])
        for block in blocks
    )


def offsets_inside(blocks: Sequence[Block], spans: Iterable[Span]) -> set[int]:
    """Return the offsets of the words that begin inside one of the spans."""
    ends = [block.span.end for block in blocks]
    offsets: set[int] = set()
    for span in spans:
        at = bisect_right(ends, span.start)
        while at < len(blocks) and blocks[at].span.start < span.end:
            starts = blocks[at].starts
            offsets.update(starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
            at += 1
    return offsets


def normalise(text: str) -> str:
    """Return a word in the form of lexicons: composed, lower case, old letter forms replaced."""
    if text.isascii():
        return text.lower()
    for old, new in _OLD_UMLAUTS:
        text = text.replace(old, new)
    return unicodedata.normalize("NFC", text.translate(_OLD_LETTERS)).lower()


def is_title_case(text: str) -> bool:
    """Whether it is a capital followed by small letters, as in names."""
    return text[:1].isupper() and text[1:].islower()


def match_case(text: str, correction: str) -> str:
    """Return ``correction`` (lower case) with the capitals of ``text``.

    Where the correction only adds a space, every letter keeps its case.
    """
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
    """Whether the full stop after the word ends no sentence."""
    return not word.divided and _ABBREVIATED.match(text, word.end) is not None


def _split_at_blank_lines(text: str) -> Iterator[Span]:
    start = 0
    for blank in BLANK_LINE.finditer(text):
        if text[start : blank.start()].strip():
            yield Span(start, blank.start())
        start = blank.end()
    if text[start:].strip():
        yield Span(start, len(text))


class _Core(NamedTuple):
    """The word in a chunk of text, with the number of characters before it."""

    before: int
    text: str
    key: str


class _Cores(dict[str, _Core]):
    """The words in the chunks seen so far: each distinct chunk is analysed once."""

    def __missing__(self, chunk: str) -> _Core:
        start, end = _bounds(chunk)
        text = chunk[start:end]
        core = self[chunk] = _Core(start, text, normalise(text))
        return core


def _bounds(chunk: str) -> tuple[int, int]:
    """Return start and end of the word, without note markers and punctuation around it."""
    start, end = 0, len(chunk)
    if "[" in chunk and (marker := MARKER.search(chunk)):
        end = marker.start()
    while start < end and not chunk[start].isalnum():
        start += 1
    while start < end and not (chunk[end - 1].isalnum() or unicodedata.combining(chunk[end - 1])):
        end -= 1
    return start, end


def _find_leading_hyphens(doc: Document) -> Iterator[Span]:
    """Yield the gaps between halves of words whose hyphen begins the next line: ``tim/-ber``."""
    for hyphen in doc.annotations("pc"):
        if hyphen.get("force") == "weak":
            before = doc.text[max(0, hyphen.span.start - _LONGEST_GAP) : hyphen.span.start]
            space = _SPACE_BEFORE.search(before)
            yield Span(hyphen.span.start - len(space[0] if space else ""), hyphen.span.end)


def _build_block(
    text: str, span: Span, cores: _Cores, markers: Sequence[int], leading: Sequence[Span]
) -> Block:
    """Split a block into words.

    ``markers`` are the offsets of note markers, ``leading`` the gaps that end in a hyphen.
    """
    pieces = _CHUNK.split(span.of(text))  # separators and chunks in turn
    chunks, offsets = pieces[1::2], [*accumulate(map(len, pieces), initial=span.start)][1::2]
    words = [*map(cores.__getitem__, chunks)]
    for at, untied in _detach_markers(chunks, offsets, markers):
        words[at] = cores[untied]
    texts = tuple([core.text for core in words])
    starts = array("l", [at + core.before for at, core in zip(offsets, words, strict=False)])
    block = Block(
        span,
        starts,
        array("l", map(add, starts, map(len, texts))),
        texts,
        tuple([core.key for core in words]),
        initial=bytes(len(texts)),
        divided=bytes(len(texts)),
    )
    words_only = block if all(texts) else block.select(texts)
    first, last = (bisect_left(leading, Span(at, at)) for at in (span.start, span.end))
    return _join_halves(text, _mark_initials(text, words_only), leading[first:last])


def _detach_markers(
    chunks: Sequence[str], offsets: Sequence[int], markers: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """Yield the index of each chunk with a note marker inside, and the text before the marker."""
    if not chunks:
        return
    first = bisect_right(markers, offsets[0])
    last = bisect_left(markers, offsets[-1])
    for marker in reversed(markers[first:last]):  # of two in one chunk the first counts
        at = bisect_right(offsets, marker) - 1
        before = marker - offsets[at]
        if 0 < before < len(chunks[at]) and not chunks[at].isalpha():
            yield at, chunks[at][:before]


def _mark_initials(text: str, block: Block) -> Block:
    """Mark the words that begin the block or a sentence in it."""
    initial = bytearray(len(block.texts) + 1)
    initial[0] = True
    for end in SENTENCE_END.finditer(text, block.span.start, block.span.end):
        initial[bisect_left(block.starts, end.end())] = True
    return replace(block, initial=bytes(initial[:-1]))


def _join_halves(text: str, block: Block, leading: Sequence[Span]) -> Block:
    """Join the two halves of each word that a line end divides."""
    halves = [*_find_halves(text, block, leading)]
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
    return joined.select(kept)


def _find_halves(text: str, block: Block, leading: Sequence[Span]) -> Iterator[int]:
    """Yield the indexes of first halves: only a hyphen and a line end follow them."""
    last = -2
    gaps = [gap.span() for gap in DIVIDED.finditer(text, block.span.start, block.span.end)]
    for gap in sorted((*gaps, *((gap.start, gap.end) for gap in leading))):
        at = bisect_left(block.ends, gap[0])
        if (
            at + 1 < len(block.texts)
            and at > last + 1
            and (block.ends[at], block.starts[at + 1]) == gap
            and block.keys[at][-1].isalpha()
            and block.texts[at + 1][0].islower()
        ):
            last = at
            yield at
