"""Appearance: what a word says by itself, to the tagger, of its kind and of its neighbours."""

import re
from functools import cache, lru_cache

from toolkit.annotation.errors.lexicon import LANGUAGES, frequencies
from toolkit.annotation.names.gazetteer import (
    adjectives,
    ends_with_noun,
    gazetteer,
    nouns,
    people,
    small_words,
)
from toolkit.annotation.names.vocabulary import Language

STREETS = ("gasse", "straße", "strasse", "platz", "allee", "ufer", "markt", "brücke", "weg", "str")
"""How German street names end."""
ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\.?")
"""Roman numerals below 100, with the full stop of an ordinal."""


KEPT = 2**15
"""So many words are remembered with their features."""
_WORDS = ("Xx", "XX", "X-x", "XxX")
"""The shapes of capitalised words of several letters."""
_BANDS = (719, 650, 580, 500)
"""Centibels below certainty that part rare words from frequent ones."""


def shape(text: str) -> str:
    """The shape of a word: ``Xx``, ``XX``, ``X.``, ``x``, ``9``, or the sign itself."""
    first = text[0]
    if first.isalpha():
        if len(text) <= 2 or text[1:2] == ".":
            return ("X." if text[-1:] == "." else "X") if first.isupper() else "x"
        if not first.isupper():
            return "x" if text.islower() else "xX"
        if text.isupper():
            return "XX"
        return "X-x" if "-" in text else "Xx" if text[1:].islower() else "XxX"
    return "9" if first.isdigit() else text


def lexical(text: str, language: Language) -> list[str]:
    """The word classes that a word belongs to: title, particle, place noun and so on."""
    found = [mark for mark, listed in _classes(language) if text in listed]
    if text[0].isupper():
        if text in language.peoples or text in adjectives():
            found.append("pe")
        if ROMAN.fullmatch(text):
            found.append("rn")
        place = gazetteer().kinds.get(text)
        if place:
            found.append("g" + place)
        person = people().get(text.lower())
        if person:
            found.append("n" + person)
    return found


@lru_cache(KEPT)
def own(text: str, language: Language) -> tuple[str, ...]:
    """What a word says of itself: its letters, its shape, its classes, how frequent it is."""
    lower = text.lower()
    form = shape(text)
    row = ["b", "w|" + text, "s|" + form, "3|" + lower[-3:], "2|" + lower[-2:], "p|" + lower[:3]]
    if len(text) > 5:
        row.append("4|" + lower[-4:])
    if form == "XX":
        row.append("l|" + lower)
    if form != "x" and lower in small_words(language.code):
        row.append("sm")
    if form in _WORDS:
        row.append(f"f|{band(lower, language.code)}")
        if lower.endswith("s"):
            row.append(f"fs|{band(lower[:-1], language.code)}")
    classes = lexical(text if form != "XX" else text.capitalize(), language)
    row.extend("c|" + name for name in classes)
    if not classes and form != "x":
        row += ["c|0", *("c|" + name for name in _stem(lower, language))]
    return tuple(row)


@lru_cache(KEPT)
def around(text: str, language: Language) -> tuple[tuple[str, ...], ...]:
    """What a word says of those two and one places after it, and one and two before it."""
    lower = text.lower()
    form = shape(text)
    classes = lexical(text, language)
    before = ("-1|" + lower, "-1s|" + form, *("-1c|" + name for name in classes))
    after = ("+1|" + lower, "+1s|" + form, *("+1c|" + name for name in classes))
    return (("-2|" + lower, "-2s|" + form), before, after, ("+2|" + lower, "+2s|" + form))


def band(lower: str, code: str) -> int:
    """How frequent a word is: 0 for one that the language does not have, to 5."""
    centibels = frequencies(code).get(lower) if code in LANGUAGES else None
    return 0 if centibels is None else 1 + sum(centibels <= most for most in _BANDS)


@cache
def _classes(language: Language) -> tuple[tuple[str, frozenset[str]], ...]:
    return (
        ("t", language.titles),
        ("ts", language.small),
        ("pa", language.particles),
        ("o", language.organisations),
        ("pn", language.place_nouns),
        ("pc", language.place_cues),
        ("sa", language.salutes),
        ("pw", language.place_words | language.streets),
        ("tr", language.trades),
        ("v", language.person_cues),
    )


def _stem(lower: str, language: Language) -> list[str]:
    """What an unlisted word is made of: a name with an ending, a compound of a common noun."""
    found = []
    if lower.endswith("s") and (lower[:-1] in people() or _is_place(lower[:-1])):
        found.append("st")
    if lower.endswith("er") and (_is_place(lower[:-2]) or _is_place(lower[:-1])):
        found.append("er")
    if language.code == "de":
        if lower in nouns():
            found.append("n")
        elif ends_with_noun(lower):
            found.append("cn")
        if lower.endswith(STREETS):
            found.append("str")
    return found


def _is_place(lower: str) -> bool:
    return gazetteer().kinds.get(lower.capitalize(), "S") in "CL"
