"""Determined: words that follow articles in a text are common nouns in it, and name nobody."""

from collections.abc import Iterable, Iterator

from toolkit.annotation.names.gazetteer import is_forename
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.annotation.names.word_features import band
from toolkit.edition import Kind

SHARE = 0.4
"""From this share of its places on, a word that follows articles is a common noun."""


def proper(mentions: Iterable[Mention], words: Words, vocabulary: Vocabulary) -> Iterator[Mention]:
    """The mentions without the persons of one word that is a common noun in this text.

    One whom a title introduces stays, and one of the edition's lists.
    """
    mentions = list(mentions)
    carried = {words.texts[m.last] for m in mentions if m.source is Source.CARRIED}
    names = {words.texts[m.last] for m in mentions if _doubtful(m)}
    common = {
        name
        for name in names
        if (name in carried or is_frequent(name, vocabulary))
        and _is_determined(name, words, vocabulary)
    }
    for mention in mentions:
        if not (_doubtful(mention) and words.texts[mention.last] in common):
            yield mention


def _doubtful(mention: Mention) -> bool:
    alone = mention.kind is Kind.PERSON and mention.first == mention.last
    return alone and mention.source is not Source.AUTHORITY


def is_frequent(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the language has the word often, and not as a forename."""
    return band(text.lower(), vocabulary.code) >= _FREQUENT and not is_forename(text)


_FREQUENT = 4


def _is_determined(text: str, words: Words, vocabulary: Vocabulary) -> bool:
    """Whether a word often has an article before it in this text, as a common noun has."""
    places = words.places[text]
    articles = sum(_after_determiner(words, i, vocabulary) for i in places)
    return articles > 1 and articles >= SHARE * len(places)


def _after_determiner(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether an article or the like stands before a word, or one adjective between them."""
    if not at or words.breaks[at]:
        return False
    before = words.texts[at - 1]
    if before.lower() in vocabulary.determiners:
        return True
    adjective = at > 1 and before.islower() and not words.breaks[at - 1]
    return adjective and words.texts[at - 2].lower() in vocabulary.determiners
