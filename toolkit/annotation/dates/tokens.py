"""Tokens: the words and numbers of a text that may belong to a date, each with its kind.

Every token is one letter, and every gap between two tokens one sign, in a string of kinds on which
the grammar works with regular expressions: ``5th of May, 1917`` becomes ``1=O o M,Y``. The letters
of words are in ``language.ROLES``; numbers are told apart by what they may be:

    0: 0      1: 1-12      2: 13-24      3: 25-31      4: 32-59      5: 60-99
    6: three digits      Y: four digits, 1000-2199      9: any other

What stands between two tokens and is no plain gap becomes ``x``, over which no expression runs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from toolkit.annotation.dates.feast_days import Feast
from toolkit.annotation.dates.token_kinds import GAP_BROKEN, TokenKind
from toolkit.annotation.dates.vocabulary import FOLLOWING, Value, Vocabulary, Word
from toolkit.text import Span
from toolkit.vocabulary.hyphens import hyphen_class

_WORD: Final = re.compile(
    r"(?:[789]|10)b(?:er|ris|re)\b|[0-9]+|[½¼¾]|[^\W\d_½¼¾]+"
    rf"(?:{hyphen_class()}\r?\n[^\W\d_]+)?"
)
_LINE_END: Final = re.compile(rf"{hyphen_class()}\r?\n")
_LONGEST_GAP: Final = 40
_NEAR: Final = 3
"""Characters after a token within which a word follows it."""

_GAPS: Final = {
    "": "=", " ": " ", ",": ",", ".": ".", "-": "-", "/": "/", "(": "(", ")": ")", "[": "[",
    "]": "]", ":": ":", "'": "'", ".,": ",", ",.": ",", ".-": "-", "./": "/", ").": ")",
    "),": ")", ",(": "(", ".(": "(", ",-": "-", ",[": "[", ".[": "[", "°": " ",
    ",'": "'",
}  # fmt: skip
"""What may stand between two tokens, without its white space, and the sign for it."""

_SAME: Final = str.maketrans(
    {"–": "-", "—": "-", "‒": "-", "―": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'",
     "ʼ": "'", "´": "'", "`": "'"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one block of ``text``.

    ``kinds[2 * i]`` is the kind of token ``i``, ``kinds[2 * i + 1]`` the gap after it.
    """

    text: str
    kinds: str
    spans: tuple[tuple[int, int], ...]
    values: tuple[Value, ...]

    def span(self, start: int, end: int) -> Span:
        """The stretch of text from the token at ``kinds[start]`` to the one before ``end``."""
        return Span(self.spans[start // 2][0], self.spans[(end - 1) // 2][1])

    def value(self, start: int, end: int) -> int:
        """The sum of the values of ``kinds[start:end]``: ``twenty-third`` is 23."""
        values = self.values[start // 2 : (end + 1) // 2]
        return sum(value for value in values if isinstance(value, int))

    def feast(self, place: int) -> Feast:
        """Return the feast that the token at ``kinds[place]`` names."""
        feast = self.values[place // 2]
        if isinstance(feast, int):
            raise TypeError(f"not a feast: {feast}")
        return feast


def tokenise(text: str, start: int, end: int, vocabulary: Vocabulary) -> Tokens:
    """Return the tokens of ``text[start:end]`` that may belong to a date or a time."""
    kinds: list[str] = []
    spans: list[tuple[int, int]] = []
    values: list[Value] = []
    last = start
    known = vocabulary.words
    years = vocabulary.numerals.years(text, start, end)
    for match in _WORD.finditer(text, start, end):
        form, place = match[0], match.start()
        in_words = years.get(place) if years else None
        word = _IN_WORDS if in_words else known.get(form)
        if word is None and (form[0] <= "9" or "\n" in form):
            word = _look_up(form, known)
        if word is None or place < last:
            continue
        kind, value, stop = word.kind, word.value, match.end()
        if in_words:
            stop, value = in_words
        elif word.phrases or kind in FOLLOWING:
            kind, value, stop = _phrase(text, match, end, word, near=place - last <= _NEAR)
        if not kind:
            continue
        if spans:
            kinds.append(_gap_before(text, last, match, kind))
        kinds.append(kind)
        spans.append((place, stop))
        values.append(value)
        last = stop
    return Tokens(text, "".join(kinds), tuple(spans), tuple(values))


def _look_up(form: str, known: Mapping[str, Word]) -> Word | None:
    """Return the word of a number, or of a form that is divided at the end of a line."""
    if form[0] <= "9":
        return _number(form) if len(form) <= 4 else _LONG_NUMBER
    return known.get(_LINE_END.sub("", form)) if "\n" in form else None


def _gap_before(text: str, last: int, match: re.Match[str], kind: str) -> str:
    if match[0] in "ºª" and text[last : match.start()] == ".":
        return "="
    gap = _gap(text, last, match.start())
    return GAP_BROKEN if _begins_sentence(gap, kind, match[0]) else gap


def _begins_sentence(gap: str, kind: str, form: str) -> bool:
    """Whether a function word with a capital follows a full stop: "10 April. In the year"."""
    return gap == "." and kind in _FUNCTION_WORDS and form[0].isupper() and not form.isupper()


_FUNCTION_WORDS: Final = (
    TokenKind.PREPOSITION,
    TokenKind.ARTICLE,
    TokenKind.AND,
    TokenKind.OF,
    TokenKind.TO,
    TokenKind.PART_OF_PERIOD,
)
_LONG_NUMBER: Final = Word("9")
_IN_WORDS: Final = Word("Y")


@lru_cache(maxsize=12_000)
def _number(digits: str) -> Word:
    value = int(digits)
    if len(digits) <= 2:
        bounds = ((0, "0"), (12, "1"), (24, "2"), (31, "3"), (59, "4"), (99, "5"))
        return Word(next(kind for highest, kind in bounds if value <= highest), value)
    if len(digits) == 4 and 1000 <= value < 2200:
        return Word("Y", value)
    return Word("6" if len(digits) == 3 else "9", value)


def _phrase(
    text: str, match: re.Match[str], end: int, word: Word, *, near: bool
) -> tuple[str, Value, int]:
    """The kind, value and end of the longest phrase that begins with this word, or of the word."""
    for phrase in word.phrases:
        if near or phrase.kind not in FOLLOWING:
            found = phrase.pattern.match(text, match.start(), end)
            if found:
                return phrase.kind, phrase.value, found.end()
    if word.kind in FOLLOWING and not near:
        return "", 0, match.end()
    return word.kind, word.value, match.end()


def _gap(text: str, start: int, end: int) -> str:
    if end - start == 1 and text[start] in _ONE:
        return _ONE[text[start]]
    if end - start > _LONGEST_GAP:
        return GAP_BROKEN
    between = text[start:end]
    signs = "".join(between.translate(_SAME).split())
    if not signs:
        return " " if between else "="
    return _GAPS.get(signs, GAP_BROKEN)


_ONE: Final = {sign: kind for sign, kind in _GAPS.items() if len(sign) == 1} | {
    "\n": " ", "\u00a0": " ", "–": "-", "—": "-", "’": "'"
}  # fmt: skip
