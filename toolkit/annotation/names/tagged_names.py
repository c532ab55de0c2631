"""Names of the statistical model, with their edges corrected and common nouns left out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from toolkit.annotation.names.context import Context
from toolkit.annotation.names.gazetteer import (
    adjectives,
    gazetteer,
    is_acronym,
    is_forename,
    is_noun,
    small_words,
)
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tagger_features import starts_sentence
from toolkit.annotation.names.tagger_protocol import Tagged
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary, is_conjunction
from toolkit.annotation.names.word_features import ROMAN
from toolkit.edition import Kind

_LEAST_ORGANISATION, _LEAST_UNKNOWN, _LEAST_JOINED = 0.4, 0.65, 0.8
"""Least probability of an organisation with a noun for one, without, and with "and" in it."""
_LEAST_PLACE = 0.4
"""Least probability of a place."""
_LEAST_SENTENCE_END = 5
"""Fewest letters of a word before a full stop that does not abbreviate it."""
_SEPARATORS = frozenset("–—,")
"""Signs between two names that the model may take for one."""
_NUMERALS = frozenset("IVX")


def find_tagged(context: Context) -> Iterator[Mention]:
    """Find the names that the statistical model tags with enough probability."""
    words, vocabulary = context.words, context.vocabulary
    for name in context.tagger(context.doc, words, vocabulary):
        if name.probability < least_probability(name, words, vocabulary):
            continue
        reason = f"the model takes it for a name ({name.probability:.0%})"
        for first, last in split_name(name, words, vocabulary):
            part = Part(first, last, name.kind)
            if not any(objects(part, words, vocabulary) for objects in OBJECTIONS):
                yield Mention(
                    first, last, name.kind, Source.TAGGER, "tagger", reason,
                    probability=name.probability,
                )  # fmt: skip


def least_probability(name: Tagged, words: Words, vocabulary: Vocabulary) -> float:
    """Return the least probability at which a name of the model is believed."""
    if name.kind is Kind.PERSON:
        return vocabulary.person_threshold
    if name.kind is Kind.PLACE:
        return _LEAST_PLACE
    texts = words.texts[name.first : name.last + 1]
    if any(_ends_as_organisation(text, vocabulary) for text in texts):
        return _LEAST_ORGANISATION
    joined = any(_separates(text, vocabulary) for text in texts)
    return _LEAST_JOINED if joined else _LEAST_UNKNOWN


def _ends_as_organisation(text: str, vocabulary: Vocabulary) -> bool:
    nouns = vocabulary.organisation_nouns | vocabulary.organisation_heads
    clear = nouns - vocabulary.ambiguous_organisation_nouns
    return text.lower().endswith(tuple(noun.lower() for noun in clear))


def split_name(name: Tagged, words: Words, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield the names in what the model took for one.

    It is cut at conjunctions; what merely begins the sentence is left out, and so is what
    precedes a title.
    """
    first = _skip_title_neighbour(
        _skip_sentence_start(name, words, vocabulary), name, words, vocabulary
    )
    known = gazetteer().phrase(words.texts[first : name.last + 1]) is not None
    if name.kind is not Kind.ORGANISATION and not known:
        for at in range(first + 1, name.last):
            if divides(words, at, vocabulary):
                if first < at:
                    yield first, at - 1
                first = at + 1
    yield first, name.last


def _skip_sentence_start(name: Tagged, words: Words, vocabulary: Vocabulary) -> int:
    """Return the first word that is capitalised for more than the beginning of a sentence."""
    first = name.first
    while first < name.last and starts_sentence(words, first, vocabulary):
        if not _is_sentence_start(words.texts[first], words.small, vocabulary):
            break
        first += 1
    return first


def _is_sentence_start(text: str, small: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether a word is common, and no particle, forename or title: ``De Gaulle said``."""
    lower = text.lower()
    if lower in vocabulary.particles and lower not in vocabulary.determiners:
        return False
    if is_forename(text) or text in vocabulary.titles:
        return False
    return lower in small or lower in small_words(vocabulary.code) or text in vocabulary.non_names


def _skip_title_neighbour(first: int, name: Tagged, words: Words, vocabulary: Vocabulary) -> int:
    """Return the abbreviated title in a person's name, where the name begins in truth."""
    if name.kind is Kind.PERSON:
        for at in range(first + 1, name.last):
            abbreviated = words.texts[at + 1] == "." or words.texts[at - 1].endswith(".")
            if words.texts[at] in vocabulary.titles and abbreviated:
                return at
    return first


def divides(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether two names meet at a word: a conjunction, or a full stop that ends a sentence."""
    text, before = words.texts[at], words.texts[at - 1]
    stop = text == "." and len(before) >= _LEAST_SENTENCE_END and before not in vocabulary.titles
    return stop or _separates(text, vocabulary)


def _separates(text: str, vocabulary: Vocabulary) -> bool:
    return text in _SEPARATORS or is_conjunction(text, vocabulary)


@dataclass(frozen=True, slots=True)
class Part:
    """A name of the model after the correction of its edges, by its first and last word."""

    first: int
    last: int
    kind: Kind

    @property
    def is_single(self) -> bool:
        """Whether it is one word."""
        return self.first == self.last


def is_non_name(part: Part, words: Words, vocabulary: Vocabulary) -> bool:
    """Whether it is one word that is never a name, or a numeral."""
    text = words.texts[part.first]
    never = text in vocabulary.non_names or text.lower() in vocabulary.determiners
    return part.is_single and (never or text in _NUMERALS)


def is_acronym_of_person(part: Part, words: Words, _vocabulary: Vocabulary) -> bool:
    """Whether a person would be an acronym: ``MBFR``."""
    return part.is_single and part.kind is Kind.PERSON and is_acronym(words.texts[part.first])


def is_written_small(part: Part, words: Words, vocabulary: Vocabulary) -> bool:
    """Whether the text has the word without capital too, in a language where that tells."""
    small = words.texts[part.first].lower() in words.small
    return part.is_single and small and not vocabulary.capitalises_nouns


def follows_determiner(part: Part, words: Words, vocabulary: Vocabulary) -> bool:
    """Whether a determiner or a number precedes, which no person's name has."""
    before = words.before(part.first)
    determined = before.lower() in vocabulary.common_noun_determiners or before.isdigit()
    return part.kind is Kind.PERSON and determined


def is_coordinated_with_noun(part: Part, words: Words, vocabulary: Vocabulary) -> bool:
    """Whether one word is between common nouns in a series: ``Not, Hunger und Elend``."""
    if not part.is_single or part.kind is not Kind.PERSON:
        return False
    before, after = words.before(part.first), words.after(part.last)
    joins = before in (",", "") or is_conjunction(before, vocabulary)
    if not joins or not is_conjunction(after, vocabulary):
        return False
    nouns = (words.before(part.first - 1), words.after(part.last + 1))
    return all(is_noun(text.lower(), vocabulary.code) for text in nouns)


OBJECTIONS: Final[tuple[Callable[[Part, Words, Vocabulary], bool], ...]] = (
    is_non_name,
    is_acronym_of_person,
    is_written_small,
    follows_determiner,
    is_coordinated_with_noun,
)
"""Reasons against a name of the model; one is enough."""


def is_demonym_or_count(mention: Mention, words: Words, vocabulary: Vocabulary) -> bool:
    """Whether the last word is a people or a Roman numeral, whatever found the mention."""
    if mention.source is Source.AUTHORITY:
        return False
    text = words.texts[mention.last]
    if mention.first + 1 == mention.last and is_count(text):
        return True
    if mention.first < mention.last:
        numeral = text in _NUMERALS and mention.kind is Kind.PERSON
        return numeral and not is_forename(words.texts[mention.last - 1])
    return text in vocabulary.demonyms or text.removesuffix("s") in adjectives() or is_count(text)


def is_count(text: str) -> bool:
    """Whether a word is a Roman numeral of two signs or more; one alone may be an initial."""
    return ROMAN.fullmatch(text) is not None and len(text.rstrip(".")) > 1
