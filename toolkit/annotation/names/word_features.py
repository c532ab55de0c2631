"""Features of a word by itself: its shape and classes, its frequency, whether it may name."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from toolkit.annotation.errors.lexicon import word_frequencies
from toolkit.annotation.names.gazetteer import (
    adjectives,
    ends_with_noun,
    gazetteer,
    is_acronym,
    is_common,
    is_noun,
    nouns,
    people,
    small_words,
)
from toolkit.annotation.names.vocabulary import Vocabulary

ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\.?")
"""Roman numerals below 100, with the full stop of an ordinal."""

KEPT = 2**15
"""Size of the caches of word features."""
_LEAST_NAME = 3
"""Fewest letters of a word that may be a name."""
_WORDS = ("Xx", "XX", "X-x", "XxX")
"""The shapes of capitalised words of several letters."""
_BANDS = (719, 650, 580, 500)
"""Bounds of the frequency bands, in centibels below certainty."""


def shape(text: str) -> str:
    """Return the shape of a word: ``Xx``, ``XX``, ``X.``, ``x``, ``9``, or the sign itself."""
    first = text[0]
    if not first.isalpha():
        return "9" if first.isdigit() else text
    if len(text) <= 2 or text[1] == ".":
        return ("X." if text[-1] == "." else "X") if first.isupper() else "x"
    if first.isupper():
        return _capitalised_shape(text)
    return "x" if text.islower() else "xX"


def _capitalised_shape(text: str) -> str:
    if text.isupper():
        return "XX"
    if "-" in text:
        return "X-x"
    return "Xx" if text[1:].islower() else "XxX"


def lexical(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the classes of a word: title, particle, place noun and so on."""
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
    """Return the features of a word itself: its letters, shape, classes and frequency."""
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
        row.extend(_frequency_features(lower, vocabulary.code))
    classes = lexical(text if form != "XX" else text.capitalize(), vocabulary)
    row.extend("c|" + name for name in classes)
    if not classes and form != "x":
        row += ["c|0", *("c|" + name for name in _stem(lower, vocabulary))]
    return tuple(row)


def _frequency_features(lower: str, code: str) -> Iterator[str]:
    yield f"f|{band(lower, code)}"
    if lower.endswith("s"):
        yield f"fs|{band(lower[:-1], code)}"


@lru_cache(KEPT)
def around(text: str, vocabulary: Vocabulary) -> tuple[tuple[str, ...], ...]:
    """Return the features of a word for its neighbours at the four distances."""
    lower = text.lower()
    form = shape(text)
    classes = lexical(text, vocabulary)
    before = ("-1|" + lower, "-1s|" + form, *("-1c|" + name for name in classes))
    after = ("+1|" + lower, "+1s|" + form, *("+1c|" + name for name in classes))
    return (("-2|" + lower, "-2s|" + form), before, after, ("+2|" + lower, "+2s|" + form))


def band(lower: str, code: str) -> int:
    """Return the frequency band of a word: from 0, unknown in the language, to 5."""
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
    """Return the classes of an unlisted word by its parts: a name with an ending, a compound."""
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


def may_name(text: str, small: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether a word may be part of a person's name; ``small`` are the uncapitalised words."""
    if text in vocabulary.particles or (len(text) == 2 and text.endswith(".")):
        return True
    if len(text) < _LEAST_NAME or not text[0].isupper() or is_common_only(text, small, vocabulary):
        return False
    return not (is_other_class(text, vocabulary) or ROMAN.fullmatch(text) or is_acronym(text))


def is_common_only(text: str, small: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether a word is a common word of the text or the language, and no personal name.

    Most capitalised common nouns that are personal names too are the nouns.
    """
    lower = text.lower()
    if lower not in small and not is_common(lower, vocabulary.code):
        return False
    return lower not in people() or is_noun(lower, vocabulary.code)


def is_other_class(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is listed as something else than a person's name."""
    if text.lower() in vocabulary.determiners or text in adjectives():
        return True
    return any(
        text in listed
        for listed in (
            vocabulary.non_names,
            vocabulary.demonyms,
            vocabulary.place_nouns,
            vocabulary.organisation_nouns,
            vocabulary.titles,
        )
    )
