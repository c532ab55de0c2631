"""Possible: whether a word may be part of a person's name at all."""

from toolkit.annotation.names.gazetteer import adjectives, is_acronym, is_common, is_noun, people
from toolkit.annotation.names.vocabulary import Language
from toolkit.annotation.names.word_features import ROMAN


def may_name(text: str, small: frozenset[str], language: Language) -> bool:
    """Whether a word may be part of a person's name at all."""
    if text in language.particles or (len(text) == 2 and text.endswith(".")):
        return True
    lower = text.lower()
    if (lower in small or is_common(lower, language.code)) and not _known(lower, language):
        return False
    return (
        len(text) > 2
        and text[0].isupper()
        and lower not in language.determiners
        and text not in language.never
        and text not in language.peoples
        and text not in language.place_nouns
        and text not in language.organisations
        and text not in language.titles
        and text not in adjectives()
        and not ROMAN.fullmatch(text)
        and not is_acronym(text)
    )


def _known(lower: str, language: Language) -> bool:
    """Whether a common word is a personal name as well; German nouns mostly are, so not there."""
    return lower in people() and not (language.code == "de" and is_noun(lower))
