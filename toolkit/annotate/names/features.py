"""Features: what the tagger sees of each word: its form, its neighbours, the whole document."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from toolkit.annotate.names.language import Language
from toolkit.annotate.names.lexicon import (
    LONGEST_PLACE,
    adjectives,
    ends_with_noun,
    gazetteer,
    is_forename,
    nouns,
    people,
    small_words,
)
from toolkit.annotate.names.words import Words

REACH = 4
"""Capitalised words with fewer words than this between them are tagged as one sequence."""

LONGEST_RUN = 300
"""A sequence is cut before it gets longer, in texts where every word is capitalised."""
STREETS = ("gasse", "straße", "strasse", "platz", "allee", "ufer", "markt", "brücke", "weg", "str")
"""How German street names end."""
ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\.?")
"""Roman numerals below 100, with the full stop of an ordinal."""

_ENDS = frozenset(".!?:;…")
_OPENS = frozenset("\"'“„«»‘’([—―–-")


def runs(words: Words, language: Language) -> Iterator[range]:
    """The sequences to tag: stretches of capitalised words and what stands between them."""
    texts, breaks = words.texts, words.breaks
    first = last = -REACH - 1
    for i in words.capitals:
        if i - last > REACH or i - first > LONGEST_RUN or 2 in breaks[last + 1 : i + 1]:
            if last >= 0:
                yield range(first, last + 1)
            first = i - 1 if not breaks[i] and texts[i - 1] in language.small else i
        last = i
    if last >= 0:
        yield range(first, last + 1)


def describe(words: Words, language: Language) -> Iterator[tuple[range, list[list[str]]]]:
    """For every sequence to tag, the features of its words."""
    texts, breaks = words.texts, words.breaks
    about = _document_features(words, language)
    places = _place_phrases(words)
    own: dict[str, list[str]] = {}
    around: dict[str, tuple[list[str], list[str], list[str], list[str]]] = {}

    def near(index: int, place: int, edge: str) -> list[str]:
        if not 0 <= index < len(texts):
            return [edge]
        text = texts[index]
        if text not in around:
            around[text] = _around(text, language)
        return around[text][place]

    for run in runs(words, language):
        rows = []
        for i in run:
            text = texts[i]
            if text not in own:
                own[text] = [*_own(text, language), *about.get(text, ())]
            row = [
                *own[text],
                *near(i - 1, 1, "-1|"),
                *near(i + 1, 2, "+1|"),
                *near(i - 2, 0, "-2|"),
                *near(i + 2, 3, "+2|"),
                *places.get(i, ()),
            ]
            if breaks[i]:
                row.append(f"br{breaks[i]}")
            if i + 1 == len(texts) or breaks[i + 1]:
                row.append("last")
            if starts_sentence(words, i, language):
                row.append("first")
            rows.append(row)
        yield run, rows


def starts_sentence(words: Words, index: int, language: Language) -> bool:
    """Whether a word may be capitalised only because a sentence begins with it."""
    texts = words.texts
    if words.breaks[index] == 2 or not index:
        return True
    i = index - 1
    while i > 0 and texts[i] in _OPENS and not words.breaks[i + 1]:
        i -= 1
    if texts[i] not in _ENDS:
        return False
    return texts[i] != "." or not (texts[i - 1] in language.titles or len(texts[i - 1]) < 3)


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


def _own(text: str, language: Language) -> list[str]:
    lower = text.lower()
    form = shape(text)
    row = ["b", "w|" + text, "s|" + form, "3|" + lower[-3:], "2|" + lower[-2:], "p|" + lower[:3]]
    if len(text) > 5:
        row.append("4|" + lower[-4:])
    if form == "XX":
        row.append("l|" + lower)
    if form != "x" and lower in small_words(language.code):
        row.append("sm")
    classes = lexical(text if form != "XX" else text.capitalize(), language)
    row.extend("c|" + name for name in classes)
    if not classes and form != "x":
        row.append("c|0")
        row.extend(_stem(lower, language))
    return row


def _stem(lower: str, language: Language) -> list[str]:
    """What an unlisted word is made of: a name with an ending, a compound of a common noun."""
    found = []
    if lower.endswith("s") and (lower[:-1] in people() or _is_place(lower[:-1])):
        found.append("c|st")
    if lower.endswith("er") and (_is_place(lower[:-2]) or _is_place(lower[:-1])):
        found.append("c|er")
    if language.code == "de":
        if lower in nouns():
            found.append("c|n")
        elif ends_with_noun(lower):
            found.append("c|cn")
        if lower.endswith(STREETS):
            found.append("c|str")
    return found


def _is_place(lower: str) -> bool:
    return gazetteer().kinds.get(lower.capitalize(), "S") in "CL"


def _around(text: str, language: Language) -> tuple[list[str], list[str], list[str], list[str]]:
    lower = text.lower()
    form = shape(text)
    classes = lexical(text, language)
    before = ["-1|" + lower, "-1s|" + form, *("-1c|" + name for name in classes)]
    after = ["+1|" + lower, "+1s|" + form, *("+1c|" + name for name in classes)]
    return (["-2|" + lower, "-2s|" + form], before, after, ["+2|" + lower, "+2s|" + form])


def _document_features(words: Words, language: Language) -> dict[str, list[str]]:
    """What the whole document tells of each capitalised word, wherever it stands."""
    texts = words.texts
    small = words.small
    count: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for i in words.capitals:
        text = texts[i]
        if len(text) < 2:
            continue
        count[text] += 1
        if starts_sentence(words, i, language):
            continue
        inside[text] += 1
        before = texts[i - 1]
        if before == "." and i > 1:
            before = texts[i - 2]
        if before in language.titles or before in language.small:
            seen[text].add("d|t")
        elif before[-1] == "." or is_forename(before):
            seen[text].add("d|f")
        elif before in language.place_cues:
            seen[text].add("d|p")
        if i + 1 < len(texts) and texts[i + 1] in language.person_cues:
            seen[text].add("d|v")
    return {
        text: [
            "d|" + str(min(number, 3)),
            "d|in" if inside[text] else "d|no",
            *(("d|low",) if text.lower() in small else ()),
            *sorted(seen[text]),
        ]
        for text, number in count.items()
    }


def _place_phrases(words: Words) -> dict[int, tuple[str, ...]]:
    """Which words stand in a gazetteer name of several words, and where in it."""
    texts, table = words.texts, gazetteer()
    found: dict[int, tuple[str, ...]] = {}
    for i in words.capitals:
        if texts[i] not in table.beginnings or i in found:
            continue
        for length in range(LONGEST_PLACE, 1, -1):
            kind = table.phrases.get(texts[i : i + length])
            if kind:
                found[i] = ("gB" + kind,)
                for k in range(i + 1, i + length):
                    found[k] = ("gI" + kind,)
                break
    return found
