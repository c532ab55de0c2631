"""Appearance: what a word says by itself, to the tagger, of its kind and of its neighbours."""

import re
from functools import cache, lru_cache

from toolkit.annotation.errors.lexicon import word_frequencies
from toolkit.annotation.names.gazetteer import (
    adjectives,
    ends_with_noun,
    gazetteer,
    nouns,
    people,
    small_words,
)
from toolkit.annotation.names.vocabulary import Vocabulary

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


def lexical(text: str, vocabulary: Vocabulary) -> list[str]:
    """The word classes that a word belongs to: title, particle, place noun and so on."""
    found = [mark for mark, listed in _classes(vocabulary) if text in listed]
    if text[0].isupper():
        if text in vocabulary.demonyms or text in adjectives():
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
def own(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What a word says of itself: its letters, its shape, its classes, how frequent it is."""
    lower = text.lower()
    form = shape(text)
    row = ["b", "w|" + text, "s|" + form, "3|" + lower[-3:], "2|" + lower[-2:], "p|" + lower[:3]]
    if len(text) > 5:
        row.append("4|" + lower[-4:])
    if form == "XX":
        row.append("l|" + lower)
    if form != "x" and lower in small_words(vocabulary.code):
        row.append("sm")
    if form in _WORDS:
        row.append(f"f|{band(lower, vocabulary.code)}")
        if lower.endswith("s"):
            row.append(f"fs|{band(lower[:-1], vocabulary.code)}")
    classes = lexical(text if form != "XX" else text.capitalize(), vocabulary)
    row.extend("c|" + name for name in classes)
    if not classes and form != "x":
        row += ["c|0", *("c|" + name for name in _stem(lower, vocabulary))]
    return tuple(row)


@lru_cache(KEPT)
def around(text: str, vocabulary: Vocabulary) -> tuple[tuple[str, ...], ...]:
    """What a word says of those two and one places after it, and one and two before it."""
    lower = text.lower()
    form = shape(text)
    classes = lexical(text, vocabulary)
    before = ("-1|" + lower, "-1s|" + form, *("-1c|" + name for name in classes))
    after = ("+1|" + lower, "+1s|" + form, *("+1c|" + name for name in classes))
    return (("-2|" + lower, "-2s|" + form), before, after, ("+2|" + lower, "+2s|" + form))


def band(lower: str, code: str) -> int:
    """How frequent a word is: 0 for one that the language does not have, to 5."""
    centibels = word_frequencies(code).get(lower)
    return 0 if centibels is None else 1 + sum(centibels <= most for most in _BANDS)


@cache
def _classes(vocabulary: Vocabulary) -> tuple[tuple[str, frozenset[str]], ...]:
    return (
        ("t", vocabulary.titles),
        ("ts", vocabulary.lowercase_titles),
        ("pa", vocabulary.particles),
        ("o", vocabulary.organisation_nouns),
        ("pn", vocabulary.place_nouns),
        ("pc", vocabulary.place_cues),
        ("sa", vocabulary.salutations),
        ("pw", vocabulary.place_appositions | vocabulary.street_nouns),
        ("tr", vocabulary.occupations),
        ("v", vocabulary.person_verbs),
    )


def _stem(lower: str, vocabulary: Vocabulary) -> list[str]:
    """What an unlisted word is made of: a name with an ending, a compound of a common noun."""
    found = []
    if lower.endswith("s") and (lower[:-1] in people() or _is_place(lower[:-1])):
        found.append("st")
    if lower.endswith("er") and (_is_place(lower[:-2]) or _is_place(lower[:-1])):
        found.append("er")
    if lower in nouns(vocabulary.code):
        found.append("n")
    elif ends_with_noun(lower, vocabulary.code):
        found.append("cn")
    if lower.endswith((*vocabulary.street_suffixes, *vocabulary.ambiguous_street_suffixes)):
        found.append("str")
    return found


def _is_place(lower: str) -> bool:
    return gazetteer().kinds.get(lower.capitalize(), "S") in "CL"
