"""Words: the running text cut into blocks and words, as the rules about errors read it."""

import re
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.text import Document, Span

BLANK_LINE = re.compile(r"\n[ \t\r]*(?=\n)")
MARKER = re.compile(r"\[[0-9a-zA-Z*†‡]{1,4}\]")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(„]*[A-ZÀ-ÞΑ-ΩА-Я])")
_HYPHENS = frozenset("-¬\xad—–⸗=")
DIVIDED = re.compile(r"[-¬\xad—–⸗=][ \t]*\r?\n[ \t]*")
_CHUNK = re.compile(r"(?:[^\s—–…/-]++|-(?!-))++")
_ABBREVIATED = re.compile(r"\.(?:[^\W_]|[,;:]|\s+[^\W_A-ZÀ-Þ])")
_OLD_LETTERS = str.maketrans({"ſ": "s", "ꝛ": "r", "’": "'", "\xad": None, "‌": None})
_OLD_UMLAUTS = (("a\u0364", "ä"), ("o\u0364", "ö"), ("u\u0364", "ü"))


class Word(NamedTuple):
    """One word of the running text, without the punctuation around it.

    ``start`` is the offset of its first character, ``end`` that after its last one. ``text`` is as
    read; ``key`` is how lexicons write it: lower case, ſ as s, uͤ as ü, composed, a word divided
    at a line end joined. ``initial``: it begins a sentence or a line of its own, where a capital
    says nothing. ``divided``: a line end divides it. A tuple, since a text may have a million.
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


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text between blank lines, with its words in order."""

    span: Span
    words: tuple[Word, ...]


def blocks(doc: Document) -> tuple[Block, ...]:
    """The blocks of the text, without the metadata block, which goes to the header."""
    metadata = [a.span for a in doc.annotations("xenoData")]
    markers = frozenset(a.anchor.start for a in doc.annotations("note") if a.anchor)
    markers |= {a.span.start for a in doc.annotations("ref")}
    spelt = _Spelt()
    found = []
    for span in _between_blank_lines(doc.text):
        if not any(m.overlaps(span) for m in metadata):
            found.append(Block(span, tuple(_words(doc.text, span, spelt, markers))))
    return tuple(found)


class _Spelt(dict[str, tuple[str, str]]):
    """Words as read, with their keys: each once in memory, however often it stands in the text."""

    def __missing__(self, read: str) -> tuple[str, str]:
        found = self[read] = (read, key_of(read))
        return found


def outside(blocks: tuple[Block, ...], offsets: Container[int]) -> tuple[Block, ...]:
    """The blocks without the words that begin at one of the offsets."""
    return tuple(
        Block(block.span, tuple(w for w in block.words if w.start not in offsets))
        for block in blocks
    )


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


def _words(text: str, block: Span, spelt: _Spelt, markers: frozenset[int]) -> Iterator[Word]:
    starts = {match.end() for match in SENTENCE_END.finditer(text, block.start, block.end)}
    pending: Word | None = None
    initial = True
    for chunk in _CHUNK.finditer(text, block.start, block.end):
        start, end = chunk.span()
        initial = initial or start in starts
        read = chunk[0]
        if not read.isalpha():
            start, end = _core(text, start, _before_marker(start, end, markers))
            if start == end:
                continue
            read = text[start:end]
        read, key = spelt[read]
        word = Word(start, end, read, key, initial)
        initial = False
        if pending is not None:
            if text[pending.end] in _HYPHENS and _is_divided(text, pending, word):
                pending = _joined(pending, word)
                continue
            yield pending
        pending = word
    if pending is not None:
        yield pending


def _before_marker(start: int, end: int, markers: frozenset[int]) -> int:
    """Where the chunk ends, or the marker of a note begins that is tied to it."""
    if not markers:
        return end
    return next((at for at in range(start + 1, end) if at in markers), end)


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """The chunk without a marker of a note at its end, and without punctuation around it."""
    if "[" in text[start:end] and (marker := MARKER.search(text, start, end)):
        end = marker.start() if marker.start() > start else start
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not (text[end - 1].isalnum() or unicodedata.combining(text[end - 1])):
        end -= 1
    return start, end


def _is_divided(text: str, first: Word, second: Word) -> bool:
    """Whether a hyphen and a line end are all that stands between two halves of a word."""
    if first.divided or not second.text[0].islower() or not first.text[-1].isalpha():
        return False
    return DIVIDED.fullmatch(text, first.end, second.start) is not None


def _joined(first: Word, second: Word) -> Word:
    """The two halves of a divided word as one."""
    text, key = first.text + second.text, first.key + second.key
    return Word(first.start, second.end, text, key, first.initial, True)
