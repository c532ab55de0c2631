"""Features of words for the tagger: from the word, its neighbours and the whole document."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.annotation.names.gazetteer import LONGEST_PLACE, gazetteer, is_forename
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.annotation.names.word_features import around, own

DISTANCES = (-2, -1, 1, 2)
"""Distances of the neighbours that have features."""

REACH = 4
"""Capitalised words with fewer words than this between them are tagged as one sequence."""

LONGEST_RUN = 300
"""Most words of a sequence, in texts where every word is capitalised."""
_ENDS = frozenset(".!?:;…")
_OPENS = frozenset("\"'“„«»‘’([—―–-")


def runs(words: Words, vocabulary: Vocabulary) -> Iterator[range]:
    """Yield the sequences to tag: capitalised words and the words between them."""
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
    """The features of a document: those of its words, and those of positions in the text.

    The features of a word for itself and for its neighbours are the same at every occurrence;
    ``edge`` has those of the two ends of the text.
    """

    words: Words
    vocabulary: Vocabulary
    about: Mapping[str, Sequence[str]]
    phrases: Mapping[int, Sequence[str]]

    def own(self, text: str) -> list[str]:
        """Return the features of a word itself, from the word and from the document."""
        return [*own(text, self.vocabulary), *self.about.get(text, ())]

    def near(self, text: str, distance: int) -> Sequence[str]:
        """Return the features of a word for the one ``distance`` words before (-) or after it."""
        return around(text, self.vocabulary)[DISTANCES.index(distance)]

    def here(self, at: int) -> list[str]:
        """Return the features of a position: line ends, sentence start, names of several words."""
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
        """Return all features of one word."""
        texts = self.words.texts
        features = [*self.own(texts[at]), *self.here(at)]
        for distance in DISTANCES:
            other = at + distance
            inside = 0 <= other < len(texts)
            features += self.near(texts[other], distance) if inside else edge(distance)
        return features


def edge(distance: int) -> Sequence[str]:
    """Return the features of an end of the text for the word ``distance`` words away."""
    return (f"{distance:+}|",)


def describe(words: Words, vocabulary: Vocabulary) -> Description:
    """Return the features of a document."""
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
    """Return what the whole document shows of each capitalised word, for all its occurrences."""
    count: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for at in words.capitals:
        text = words.texts[at]
        if len(text) < 2:
            continue
        count[text] += 1
        if not starts_sentence(words, at, vocabulary):
            inside[text] += 1
            seen[text].update(_neighbour_features(words, at, vocabulary))
    return {
        text: [
            "d|" + str(min(number, 3)),
            "d|in" if inside[text] else "d|no",
            *(("d|low",) if text.lower() in words.small else ()),
            *sorted(seen[text]),
        ]
        for text, number in count.items()
    }


def _neighbour_features(words: Words, at: int, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield what the words before and after an occurrence show."""
    texts = words.texts
    before = texts[at - 2] if texts[at - 1] == "." and at > 1 else texts[at - 1]
    if before in vocabulary.titles or before in vocabulary.lowercase_titles:
        yield "d|t"
    elif before[-1] == "." or is_forename(before):
        yield "d|f"
    elif before in vocabulary.place_cues:
        yield "d|p"
    if at + 1 < len(texts) and texts[at + 1] in vocabulary.person_verbs:
        yield "d|v"


def _place_phrases(words: Words) -> dict[int, tuple[str, ...]]:
    """Return the features of words inside a gazetteer name of several words."""
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
