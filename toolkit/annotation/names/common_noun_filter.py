"""Common nouns among the persons: words that follow determiners in a text name nobody in it."""

from collections.abc import Iterable

from toolkit.annotation.names.gazetteer import is_forename
from toolkit.annotation.names.mention import Mention, Source
from toolkit.annotation.names.tokenisation import Words
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.annotation.names.word_features import band
from toolkit.edition import Kind

LEAST_SHARE = 0.4
"""Least share of its occurrences in which a common noun follows a determiner."""
LEAST_TIMES = 2
"""Fewest occurrences in which it does."""
_FREQUENT = 4
"""From this frequency band on a word may be a common noun."""


def drop_common_nouns(
    mentions: Iterable[Mention], words: Words, vocabulary: Vocabulary
) -> list[Mention]:
    """Drop persons of one word that is a common noun in this text.

    A person whom a title introduces stays, and one of the authority lists.
    """
    mentions = list(mentions)
    common = _find_common_nouns(mentions, words, vocabulary)
    return [m for m in mentions if not (_is_doubtful(m) and words.texts[m.last] in common)]


def _find_common_nouns(
    mentions: list[Mention], words: Words, vocabulary: Vocabulary
) -> frozenset[str]:
    doubtful = [mention for mention in mentions if _is_doubtful(mention)]
    propagated = {words.texts[m.last] for m in doubtful if m.source is Source.PROPAGATED}
    return frozenset(
        name
        for name in {words.texts[m.last] for m in doubtful}
        if (name in propagated or is_frequent(name, vocabulary))
        and is_determined(name, words, vocabulary)
    )


def _is_doubtful(mention: Mention) -> bool:
    single = mention.kind is Kind.PERSON and mention.first == mention.last
    return single and mention.source is not Source.AUTHORITY


def is_frequent(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is frequent in the language, and no forename."""
    return band(text.lower(), vocabulary.code) >= _FREQUENT and not is_forename(text)


def is_determined(text: str, words: Words, vocabulary: Vocabulary) -> bool:
    """Whether a word often follows a determiner in this text, as a common noun does."""
    places = words.places[text]
    determined = sum(follows_determiner(words, i, vocabulary) for i in places)
    return determined >= LEAST_TIMES and determined >= LEAST_SHARE * len(places)


def follows_determiner(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a determiner precedes a word, with or without an adjective between them."""
    before = words.before(at)
    if before.lower() in vocabulary.determiners:
        return True
    return before.islower() and words.before(at - 1).lower() in vocabulary.determiners
