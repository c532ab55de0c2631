"""Possible: whether a word may be part of a person's name at all."""

from toolkit.annotation.names.gazetteer import adjectives, is_acronym, is_common, is_noun, people
from toolkit.annotation.names.vocabulary import Vocabulary
from toolkit.annotation.names.word_features import ROMAN


def may_name(text: str, small: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether a word may be part of a person's name at all."""
    if text in vocabulary.particles or (len(text) == 2 and text.endswith(".")):
        return True
    lower = text.lower()
    if (lower in small or is_common(lower, vocabulary.code)) and not _known(lower, vocabulary):
        return False
    return (
        len(text) > 2
        and text[0].isupper()
        and lower not in vocabulary.determiners
        and text not in vocabulary.non_names
        and text not in vocabulary.demonyms
        and text not in vocabulary.place_nouns
        and text not in vocabulary.organisation_nouns
        and text not in vocabulary.titles
        and text not in adjectives()
        and not ROMAN.fullmatch(text)
        and not is_acronym(text)
    )


def _known(lower: str, vocabulary: Vocabulary) -> bool:
    """Whether a common word is a personal name as well; German nouns mostly are, so not there."""
    return lower in people() and not is_noun(lower, vocabulary.code)
