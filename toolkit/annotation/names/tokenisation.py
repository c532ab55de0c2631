"""Tokeniser: the running text of a document as words and signs."""

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain

from toolkit.languages import find_language
from toolkit.text import Document, Span
from toolkit.vocabulary.hyphens import hyphen_class, hyphen_signs

_BLANK_LINE = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_SPACE = r"[ \t]*\r?\n[ \t]*"
_LINE_END = (
    rf"(?:{hyphen_class('soft')}{_SPACE}|{hyphen_class('either', 'proof')}{_SPACE}(?=[a-zß-öø-ÿ]))"
)
_APOSTROPHE = r"[’'‘](?=[A-ZÄÖÜ][a-zäöüß])"  # D’Orsay, SS-H’Stuf
_LETTERS = rf"[^\W\d_]+(?:(?:{_LINE_END}|{_APOSTROPHE}|[-‐‑])[^\W_]+)*"
_WORD = (
    r"(?:[A-Z][’']-?)(?=[A-Z][a-z])[^\W_]+(?:[-‐‑][^\W_]+)*"  # O’Brien, H’Stuf
    r"|[^\W\d_]\.(?:-?[^\W\d_]\.){0,5}(?=[\s,;:)\]’'-]|$|[A-Z])"  # V.  J.-P.  e.g.
    r"|" + _LETTERS + r"|\d+(?:[.,]\d+)*|\S"
)
_ELISION = r"(?:[ldnsjmtcLDNSJMTC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)[’'](?=[^\W\d_])"  # l’Isle
_POSSESSIVE = r"[’']s?(?![^\W\d_])"
_CONTRACTION = r"[’'](?:[dmst]|ll|re|ve)(?![^\W_])"
_PLAIN = r"[a-z]{2,}+(?=[ \n,.;:!?])"
"""Most words: a fast alternative to the patterns below."""
_CONTRACTING = re.compile(rf"({_PLAIN}|(?<=\w)(?:{_CONTRACTION}|{_POSSESSIVE})|{_WORD})")
_ELIDING = re.compile(rf"({_PLAIN}|{_ELISION}|{_WORD})")
_JOIN = re.compile(_LINE_END)
_HYPHENS = frozenset(hyphen_signs("soft", "either"))
_SHORT = 0.6
"""A line shorter than this share of the longest of its block has an intended end."""
BLOCK = 2
"""The break before the first word of a block."""
_NARROW = 30
"""In a block whose longest line is shorter, the end of every line is intended."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order, as parallel sequences (arrays: there may be a million).

    ``texts`` are the words, those hyphenated at a line end joined; ``starts`` and ``ends`` their
    offsets; ``breaks`` the boundary before each: 2 a block, 1 a line whose predecessor has an
    intended end, 0 neither. A single letter keeps its full stop (``V.``). ``capitals`` are the
    indexes of the capitalised words, ``small`` the uncapitalised words, ``places`` the indexes of
    each word.
    """

    texts: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    breaks: Sequence[int]
    capitals: tuple[int, ...] = field(init=False)
    small: frozenset[str] = field(init=False)
    places: Mapping[str, Sequence[int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        places: defaultdict[str, array[int]] = defaultdict(lambda: array("l"))
        for i, text in enumerate(self.texts):
            places[text].append(i)
        capitals = chain.from_iterable(at for text, at in places.items() if text[0].isupper())
        object.__setattr__(self, "capitals", tuple(sorted(capitals)))
        object.__setattr__(self, "small", frozenset(filter(str.islower, places)))
        object.__setattr__(self, "places", dict(places))

    def __len__(self) -> int:
        return len(self.texts)

    def before(self, at: int) -> str:
        """Return the word before, in the same line, or an empty string."""
        return self.texts[at - 1] if at and not self.breaks[at] else ""

    def after(self, at: int) -> str:
        """Return the word after, in the same line, or an empty string."""
        return "" if self.ends_line(at) else self.texts[at + 1]

    def ends_line(self, at: int) -> bool:
        """Whether a line or block ends after a word."""
        return at + 1 >= len(self.texts) or self.breaks[at + 1] > 0

    def closes_line(self, at: int) -> bool:
        """Whether a line ends after a word, or after the comma or full stop that follows."""
        return self.ends_line(at + 1) if self.after(at) in (",", ".") else self.ends_line(at)

    def closes_block(self, at: int) -> bool:
        """Whether a block ends after a word, or after the full stop that follows."""
        following = at + 2 if self.after(at) in (".", "!") else at + 1
        return following >= len(self.texts) or self.breaks[following] == BLOCK

    def where(self, wanted: Iterable[str]) -> list[int]:
        """Return the indexes of all occurrences of some words, in order."""
        return sorted(i for text in wanted for i in self.places.get(text, ()))

    def span(self, first: int, last: int) -> Span:
        """Return the span from word ``first`` to word ``last``, both included."""
        return Span(self.starts[first], self.ends[last])

    def at(self, offset: int) -> int:
        """Return the index of the word that begins at or before ``offset`` (-1: before all)."""
        return bisect_right(self.starts, offset) - 1

    def within(self, span: Span) -> range:
        """Return the indexes of the words that overlap a span."""
        first = self.at(span.start)
        if first < 0 or self.ends[first] <= span.start:
            first += 1
        last = self.at(max(span.start, span.end - 1))
        return range(first, last + 1)


def words_of(doc: Document) -> Words:
    """Tokenise a document: all text outside the metadata block, block by block."""
    pattern = _ELIDING if find_language(doc.language).traits.elides_articles else _CONTRACTING
    texts: list[str] = []
    text = doc.text.replace("ſ", "s")  # as old prints have it
    joined = _Joined()
    starts, ends, breaks = array("l"), array("l"), bytearray()
    for block in blocks_of(doc):
        before = 2
        for line_start, line_end, intended in _lines(text, block):
            pieces = pattern.split(text[line_start:line_end])  # space, a word, space ...
            bounds = [*accumulate(map(len, pieces), initial=line_start)]
            if len(pieces) > 1:
                texts += map(joined.__getitem__, pieces[1::2])
                starts.extend(bounds[1:-1:2])
                ends.extend(bounds[2::2])
                breaks.append(before)
                breaks.extend(bytes(len(pieces) // 2 - 1))
                before = 0
            if intended:
                before = max(before, 1)
    return Words(tuple(texts), starts, ends, bytes(breaks))


class _Joined(dict[str, str]):
    """Words with their line-end hyphenation removed; equal words share memory."""

    def __missing__(self, read: str) -> str:
        found = self[read] = _JOIN.sub("", read) if "\n" in read else read
        return found


def blocks_of(doc: Document) -> Iterator[Span]:
    """Yield the blocks of running text, which blank lines and the metadata block separate."""
    shut = sorted((a.span.start, a.span.end) for a in doc.annotations("xenoData"))
    at = 0
    for start, end in [*shut, (len(doc.text), len(doc.text))]:
        yield from _cut(doc.text, at, start)
        at = max(at, end)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for gap in _BLANK_LINE.finditer(text, start, end):
        if gap.start() > at:
            yield Span(at, gap.start())
        at = gap.end()
    if at < end:
        yield Span(at, end)


def _lines(text: str, block: Span) -> Iterator[tuple[int, int, bool]]:
    """Yield the lines of a block, wrapped lines joined, and whether the end of each is intended.

    The end of a line that is much shorter than the longest of its block is intended.
    """
    lines = text[block.start : block.end].split("\n")
    longest = max(len(line) for line in lines)
    start = at = block.start
    for line in lines:
        at += len(line) + 1
        divided = line.rstrip()[-1:] in _HYPHENS
        if not divided and (len(line) < _SHORT * longest or longest < _NARROW):
            yield start, min(at, block.end), True
            start = at
    if start < block.end:
        yield start, block.end, False
