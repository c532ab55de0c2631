"""Features: what the tagger sees of each word: its form, its neighbours, the whole document."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.annotation.names.gazetteer import LONGEST_PLACE, gazetteer, is_forename
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.annotation.names.word_features import around, own

DISTANCES = (-2, -1, 1, 2)
"""Where the neighbours stand that are looked at."""

REACH = 4
"""Capitalised words with fewer words than this between them are tagged as one sequence."""

LONGEST_RUN = 300
"""A sequence is cut before it gets longer, in texts where every word is capitalised."""
_ENDS = frozenset(".!?:;…")
_OPENS = frozenset("\"'“„«»‘’([—―–-")


def runs(words: Words, vocabulary: Vocabulary) -> Iterator[range]:
    """The sequences to tag: stretches of capitalised words and what stands between them."""
    texts, breaks = words.texts, words.breaks
    first = last = -REACH - 1
    for i in words.capitals:
        if i - last > REACH or i - first > LONGEST_RUN or 2 in breaks[last + 1 : i + 1]:
            if last >= 0:
                yield range(first, last + 1)
            first = i - 1 if not breaks[i] and texts[i - 1] in vocabulary.lowercase_titles else i
        last = i
    if last >= 0:
        yield range(first, last + 1)


@dataclass(frozen=True, slots=True)
class Description:
    """The features of a document: those of its words, and those of a place in the text.

    What a word adds where it stands itself, and what it adds to words one or two places away, is
    the same wherever it stands; ``edge`` is what the two ends of the text add.
    """

    words: Words
    vocabulary: Vocabulary
    about: Mapping[str, Sequence[str]]
    phrases: Mapping[int, Sequence[str]]

    def own(self, text: str) -> list[str]:
        """What a word says of itself, and the document of it."""
        return [*own(text, self.vocabulary), *self.about.get(text, ())]

    def near(self, text: str, distance: int) -> Sequence[str]:
        """What a word says of that which stands ``distance`` words before (-) or after it."""
        return around(text, self.vocabulary)[DISTANCES.index(distance)]

    def here(self, at: int) -> list[str]:
        """What the place says: line ends, the beginning of a sentence, names of many words."""
        words = self.words
        found = list(self.phrases.get(at, ()))
        if words.breaks[at]:
            found.append(f"br{words.breaks[at]}")
        if at + 1 == len(words) or words.breaks[at + 1]:
            found.append("last")
        if starts_sentence(words, at, self.vocabulary):
            found.append("first")
        return found

    def row(self, at: int) -> list[str]:
        """All features of one word."""
        texts = self.words.texts
        features = [*self.own(texts[at]), *self.here(at)]
        for distance in DISTANCES:
            other = at + distance
            inside = 0 <= other < len(texts)
            features += self.near(texts[other], distance) if inside else edge(distance)
        return features


def edge(distance: int) -> Sequence[str]:
    """What an end of the text says of the word ``distance`` words from beyond it."""
    return (f"{distance:+}|",)


def describe(words: Words, vocabulary: Vocabulary) -> Description:
    """The features of a document."""
    return Description(
        words, vocabulary, _document_features(words, vocabulary), _place_phrases(words)
    )


def starts_sentence(words: Words, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a word may be capitalised only because a sentence begins with it."""
    texts = words.texts
    if words.breaks[index] == 2 or not index:
        return True
    i = index - 1
    while i > 0 and texts[i] in _OPENS and not words.breaks[i + 1]:
        i -= 1
    if texts[i] not in _ENDS:
        return False
    return texts[i] != "." or not (texts[i - 1] in vocabulary.titles or len(texts[i - 1]) < 3)


def _document_features(words: Words, vocabulary: Vocabulary) -> dict[str, list[str]]:
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
        if starts_sentence(words, i, vocabulary):
            continue
        inside[text] += 1
        before = texts[i - 1]
        if before == "." and i > 1:
            before = texts[i - 2]
        if before in vocabulary.titles or before in vocabulary.lowercase_titles:
            seen[text].add("d|t")
        elif before[-1] == "." or is_forename(before):
            seen[text].add("d|f")
        elif before in vocabulary.place_cues:
            seen[text].add("d|p")
        if i + 1 < len(texts) and texts[i + 1] in vocabulary.person_verbs:
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
        for length in range(min(LONGEST_PLACE, len(texts) - i), 1, -1):
            kind = table.phrase(texts[i : i + length])
            if kind:
                found[i] = ("gB" + kind,)
                for k in range(i + 1, i + length):
                    found[k] = ("gI" + kind,)
                break
    return found
