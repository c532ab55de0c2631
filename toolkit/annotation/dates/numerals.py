"""Numerals: years in words: ``eighteen hundred and forty-eight``, ``mil six cent``.

The words and their numbers are in the language files. They add up as they are said: a hundred
multiplies what stands before it, a thousand all of it; in English two numbers below a hundred
stand side by side (``seventeen eighty-nine``).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

_HUNDRED, _THOUSAND = 100, 1000
_YEARS: Final = range(1000, 2100)
_CENTURIES: Final = range(13, 20)
"""What may stand before the second pair of ``seventeen eighty-nine``: not ``twelve thirty``."""

_GAP: Final = r"(?:-|\s{1,3})?"
_MOST_WORDS: Final = 12
_REACH: Final = 48
"""Characters of a year in words before and after one of its greater words."""


@dataclass(frozen=True)
class Numerals:
    """The number words of one language.

    - ``values``: the words in small letters and their numbers.
    - ``joining``: what stands between them: ``and``.
    - ``pairs``: years are said in two pairs of figures.
    """

    values: Mapping[str, int]
    joining: Sequence[str] = ()
    pairs: bool = False

    def years(self, text: str, start: int, end: int) -> dict[int, tuple[int, int]]:
        """Return the end and the number of each year in a stretch of text, by its start."""
        return {first: (last, year) for first, last, year in self._found(text, start, end)}

    def _found(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        if self._head.search(text, start, end) is None:
            return
        for run in self._run.finditer(text, start, end):
            numbers = [self.values[word.lower()] for word in self._word.findall(run[0])]
            joined = any(f" {word} " in run[0].lower() for word in self.joining)
            year = self._year(numbers, in_pairs=self.pairs and not joined)
            if year in _YEARS and len(numbers) > 1:
                yield run.start(), run.end(), year

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of such years in a text, in order."""
        heads = sorted(place for word in self._heads for place in _places(text, word))
        for start, end in _stretches(heads):
            found = self.years(text, max(0, start - _REACH), end + _REACH)
            yield from ((first, last) for first, (last, _) in found.items())

    @cached_property
    def _head(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self._heads)) or r"(?!)")

    @cached_property
    def _heads(self) -> tuple[str, ...]:
        """The words of which a year has at least one, small and with a capital."""
        heads = [
            word
            for word, number in self.values.items()
            if number >= _HUNDRED or (self.pairs and number in _CENTURIES)
        ]
        return (*heads, *(word.capitalize() for word in heads))

    @cached_property
    def _word(self) -> re.Pattern[str]:
        word = self._words
        return re.compile(rf"(?:{word})(?={self._gap}(?:{word})|(?![^\W\d_]))", re.IGNORECASE)

    @property
    def _gap(self) -> str:
        """What may stand between two words."""
        joining = "|".join(map(re.escape, self.joining)) or r"(?!)"
        return rf"{_GAP}(?:(?:{joining}){_GAP})?"

    @cached_property
    def _run(self) -> re.Pattern[str]:
        word = self._words
        return re.compile(
            rf"(?<![^\W\d_])(?:{word})(?:{self._gap}(?:{word})){{0,{_MOST_WORDS}}}(?![^\W\d_])",
            re.IGNORECASE,
        )

    @property
    def _words(self) -> str:
        return "|".join(map(re.escape, sorted(self.values, key=len, reverse=True)))

    def _year(self, numbers: Sequence[int], *, in_pairs: bool) -> int:
        """The number that the words make; 0 if they make none."""
        if in_pairs and numbers[0] in _CENTURIES and max(numbers) < _HUNDRED:
            rest = sum(numbers[1:])
            return numbers[0] * _HUNDRED + rest if 10 <= rest < _HUNDRED else 0
        thousands = part = 0
        for number in numbers:
            if number == _THOUSAND:
                thousands, part = thousands + (part or 1) * _THOUSAND, 0
            elif number == _HUNDRED:
                part = (part or 1) * _HUNDRED
            else:
                part += number
        return thousands + part


NO_NUMERALS: Final = Numerals(MappingProxyType({}))
"""Those of a language whose words are not known."""


def _places(text: str, word: str) -> Iterator[int]:
    """The places of a word, which may be part of a longer one, in a text."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _stretches(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of the places that lie near each other."""
    first = 0
    for i, place in enumerate(places, start=1):
        if i == len(places) or places[i] - place > 2 * _REACH:
            yield places[first], place
            first = i
