"""Words that the end of a line divides, and whether the hyphen there belongs to the word (COHYP).

The hyphen of ``govern-/ment`` only divides; that of ``well-/known`` belongs to the word, and that
of ``Haus-/und Hof`` ends a word of its own. The evidence, in this order: the sign, the letters on
both sides, the same word elsewhere in the text, and the lexicon of the language. Without evidence,
a hyphen between small letters divides.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from toolkit.annotation.blocks import Block
from toolkit.annotation.errors.lexicon import Lexicon, load_lexicon
from toolkit.annotation.errors.words import normalise
from toolkit.languages import find_language
from toolkit.languages.dates import Dates
from toolkit.languages.errors import Errors
from toolkit.memo import remember
from toolkit.text import Document, Span
from toolkit.vocabulary.hyphens import hyphen_class, hyphen_signs

FAMILIAR: Final = 3.4
"""Zipf value of both halves of a word whose hyphen may belong to it."""
LESS_FAMILIAR: Final = 3.0
"""The same value where the lexicon lacks the solid word."""
RARE: Final = 2.6
"""Zipf value below which a solid word is so rare that it may be two words written as one."""
MARGIN: Final = 2.0
"""Zipf value by which the rarer half exceeds the solid word if the hyphen belongs to the word."""
LEAST_PROOF: Final = 3
"""Lines that end in a doubtful sign at least, where no lexicon proves it a hyphen."""
MOST_CAPITALS: Final = 2
"""Hyphens before capitals in one block; where more lines end so, they are a list or dashes."""

_SIGN: Final = hyphen_class()
_SOFT: Final = frozenset(hyphen_signs("soft"))
_HARD: Final = frozenset(hyphen_signs("hard"))
_PROOF: Final = frozenset(hyphen_signs("proof"))
_JOINER: Final = hyphen_class("either", "proof", "hard")
_OWN: Final = rf"(?:-(?={hyphen_class('soft')}))?"  # well-¬/known; two hyphens are a dash
_BEFORE: Final = re.compile(rf"(?P<left>\w+(?:{_JOINER}\w+)*){_OWN}(?P<sign>{_SIGN})$")
_RANGE_BEFORE: Final = re.compile(r"(?P<left>\d)(?P<sign>[-‐‑–/])$")
_BARE_BEFORE: Final = re.compile(r"(?P<left>[^\W\d_]+)$")
_AFTER: Final = re.compile(rf"(?P<sign>{_SIGN}?)(?P<right>\w+(?:{_JOINER}\w+)*)(?P<more>[’']\w)?")
_SENTENCE_BEFORE: Final = re.compile(r"[.!?…][\"'”’»)\]]*\s+[\"'“‘«(„]*\s?$")
_WORD: Final = re.compile(rf"\w+(?:{_JOINER}\w+)*")
_INNER: Final = re.compile(_JOINER)
_LONGEST: Final = 60
"""Characters of a line's end and beginning that are read."""


@dataclass(frozen=True, slots=True)
class DividedWord:
    """A word over a line end.

    ``gap`` is the space from the end of a line to the next; ``hard`` the hyphen if it belongs to
    the word; ``leading`` a hyphen that only divides, at the beginning of the next line.
    """

    gap: Span
    hard: Span | None = None
    leading: Span | None = None


@dataclass(frozen=True, slots=True)
class _LineEnd:
    """What is written around a line end: ``mother-in`` ``-`` / ``law``."""

    gap: Span
    left: str
    sign: str
    right: str
    leading: str = ""
    is_elided: bool = False
    opens_sentence: bool = False

    @property
    def halves(self) -> tuple[str, str]:
        """The last part of the first half, and the first part of the second."""
        return _INNER.split(self.left)[-1], _INNER.split(self.right)[0]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The words of the text within its lines, the lexicon, conjunctions and function words."""

    words: Mapping[str, int]
    lexicon: Lexicon | None
    conjunctions: frozenset[str]
    function_words: frozenset[str]

    def prefers_hyphen(self, end: _LineEnd) -> bool | None:
        """Whether the text elsewhere has the word with a hyphen; None if it does not say."""
        solid = self.words.get(_key(end.left + end.right), 0)
        hyphened = self.words.get(_key(f"{end.left}-{end.right}"), 0)
        return None if solid == hyphened else hyphened > solid

    def knows(self, end: _LineEnd) -> bool:
        """Whether the two halves make a word of the text or of the language."""
        solid, lexicon = _key("".join(end.halves)), self.lexicon
        listed = lexicon is not None and bool(lexicon.zipf(solid))
        return solid in self.words or listed or self._is_former_spelling(solid)

    def _is_former_spelling(self, word: str) -> bool:
        return self.lexicon is not None and self.lexicon.is_former_spelling(word)

    def is_two_words(self, end: _LineEnd) -> bool:
        """Whether both halves are familiar words, and the solid word is none or a rare one."""
        lexicon, halves = self.lexicon, tuple(map(_key, end.halves))
        if lexicon is None or lexicon.vocabulary.compound_links or min(map(len, halves)) < 2:
            return False
        rarer, solid = min(map(lexicon.zipf, halves)), lexicon.zipf("".join(halves))
        familiar = FAMILIAR if solid else LESS_FAMILIAR
        if rarer < familiar or rarer - solid < MARGIN or solid >= RARE:
            return False
        return bool(solid) or not lexicon.knows("".join(halves))


def find_words_over_lines(doc: Document, blocks: Sequence[Block]) -> Iterator[DividedWord]:
    """Yield the words of blocks that a line end divides, in the order of the blocks."""
    ends = [[*_read_line_ends(doc.text, block)] for block in blocks]
    if not any(ends):
        return
    evidence = _evidence_of(doc)
    proved = {sign for sign in sorted(_PROOF) if _is_proved(sign, ends, evidence)}
    for in_block in ends:
        known = [end for end in in_block if end.sign not in _PROOF or end.sign in proved]
        capitals = sum(end.right[0].isupper() and not end.left.isupper() for end in known)
        for end in known:
            if capitals <= MOST_CAPITALS or not end.right[0].isupper():
                yield from _judge(end, evidence)


def _read_line_ends(text: str, block: Block) -> Iterator[_LineEnd]:
    """Yield the line ends of a block with a hyphen before or after them."""
    for before, line in pairwise(block.lines):
        tail = text[max(before.start, before.end - _LONGEST) : before.end]
        after = _AFTER.match(text, line.start, min(line.end, line.start + _LONGEST))
        first = _BEFORE.search(tail) or _RANGE_BEFORE.search(tail)
        if after and (first or (after["sign"] and (first := _BARE_BEFORE.search(tail)))):
            parts = first.groupdict("")
            yield _LineEnd(
                Span(before.end, line.start),
                first["left"],
                parts.get("sign", ""),
                after["right"],
                after["sign"],
                bool(after["more"]),
                bool(_SENTENCE_BEFORE.search(tail[: first.start()])),
            )


def _is_proved(sign: str, ends: Sequence[Sequence[_LineEnd]], evidence: _Evidence) -> bool:
    """Whether a text uses a sign such as ``=`` as a hyphen: it divides words that are known."""
    doubtful = [end for in_block in ends for end in in_block if end.sign == sign]
    small = [e for e in doubtful if e.left.isalpha() and e.right[0].islower()]
    if evidence.lexicon is None:
        return len(small) >= LEAST_PROOF and len(small) * 2 > len(doubtful)
    known = sum(evidence.knows(end) and min(map(len, end.halves)) > 1 for end in small)
    return bool(known) and known * 2 >= len(small)


def _judge(end: _LineEnd, evidence: _Evidence) -> Iterator[DividedWord]:
    """Yield the divided word at a line end, or nothing where a word ends."""
    if not end.sign:
        if _is_leading_hyphen(end, evidence):
            yield DividedWord(end.gap, leading=_leading(end))
        return
    if end.leading and not (end.right[0].islower() and evidence.knows(end)):
        return
    if _is_suspended(end, evidence):
        return
    hard = _belongs_to_word(end, evidence)
    if hard is not None:
        sign = Span(end.gap.start - 1, end.gap.start)
        yield DividedWord(end.gap, sign if hard else None, _leading(end) if end.leading else None)


def _leading(end: _LineEnd) -> Span:
    return Span(end.gap.end, end.gap.end + 1)


def _is_leading_hyphen(end: _LineEnd, evidence: _Evidence) -> bool:
    """Whether a hyphen at the beginning of a line continues the word before: ``tim/-ber``."""
    letters = end.left.isalpha() and "".join(end.halves).islower()
    return letters and end.leading not in _PROOF and evidence.knows(end)


def _is_suspended(end: _LineEnd, evidence: _Evidence) -> bool:
    """Whether the second part of a compound is left to a later word: ``Haus-/und Hof``."""
    return end.right in evidence.conjunctions and not evidence.knows(end)


def _belongs_to_word(end: _LineEnd, evidence: _Evidence) -> bool | None:
    """Whether a hyphen belongs to the word, or only divides it; None where a word ends."""
    if end.sign in (*_SOFT, *_HARD):
        return end.sign in _HARD
    left, right = end.left[-1], end.right[0]
    if left.isdigit() or right.isdigit():
        return (left.isdigit() and _continues_number(end, evidence)) or None
    if (preferred := evidence.prefers_hyphen(end)) is not None:
        return preferred
    if right.islower():
        return _follows_single_letter(end) or _is_compound(end, evidence)
    if end.left.isupper() and end.right.isupper() and len(end.left) > 1:
        return evidence.is_two_words(end)
    return _continues_in_capital(end, evidence) or None


def _continues_number(end: _LineEnd, evidence: _Evidence) -> bool:
    """Whether a number goes on in the next line: ``1914-/18``, ``a 12-/year-old``."""
    if end.right[0].isdigit():
        return True
    begins_small = end.right[0].islower() and end.sign not in _PROOF
    return begins_small and end.right not in evidence.function_words


def _is_compound(end: _LineEnd, evidence: _Evidence) -> bool:
    """Whether the halves are words of their own, and the whole is no name."""
    return not _is_name(end) and not end.is_elided and evidence.is_two_words(end)


def _follows_single_letter(end: _LineEnd) -> bool:
    """Whether a single letter between hyphens comes before: ``c'est-à-/dire``, ``va-t-/il``."""
    return len(end.halves[0]) == 1 and end.halves[0] != end.left


def _is_name(end: _LineEnd) -> bool:
    """Whether the first half has the capital of a name: ``Hamp-/stead``."""
    first = end.halves[0]
    return first[0].isupper() and not first.isupper() and not end.opens_sentence


def _continues_in_capital(end: _LineEnd, evidence: _Evidence) -> bool:
    """Whether a capital goes on with the word (``Anglo-/Saxon``) and begins no sentence."""
    in_capitals = end.left.isupper() and len(end.left) > 1
    if (in_capitals and not end.right.isupper()) or end.right.lower() in evidence.function_words:
        return False
    return end.left[0].isupper() or evidence.lexicon is not None


@remember
def _evidence_of(doc: Document) -> _Evidence:
    language = find_language(doc.language)
    lexicon = load_lexicon(language) if language.topic(Errors).word_list else None
    words = Counter(map(_key, _WORD.findall(doc.text)))
    conjunctions = frozenset(language.topic(Dates).conjunctions)
    return _Evidence(words, lexicon, conjunctions, language.traits.function_words)


def _key(word: str) -> str:
    """Return a word in the form of lexicons, with plain hyphens."""
    return _INNER.sub("-", normalise(word))
