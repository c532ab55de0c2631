"""The name words of a language, prepared for look-up.

The words are those of ``toolkit/languages/<code>/names.toml``; what is computed from them once is
added here, and the traits of the language that the rules ask for.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.languages import Language, find_language
from toolkit.languages.names import Names

_CURLY = "’‘"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Vocabulary(Names):
    """Name words with what is derived from them.

    ``titles`` and ``lowercase_titles`` contain the titles of women and men too. ``is_known`` is
    False for a language without name words: such a text has names of the authority lists only.
    ``title_phrases_by_first`` has the titles of several words by the first of them, the longest
    first; ``title_endings`` the last words of all titles, with every apostrophe and full stop.
    """

    code: str
    is_known: bool
    capitalises_nouns: bool
    function_words: frozenset[str]
    title_phrases_by_first: Mapping[str, tuple[tuple[str, ...], ...]]
    title_endings: frozenset[str]


def is_conjunction(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word joins names, in small letters or all in capitals: ``and``, ``AND``."""
    words = vocabulary.conjunctions
    return text in words or (text.isupper() and text.lower() in words)


def find_vocabulary(tag: str) -> Vocabulary:
    """Return the vocabulary of a BCP 47 tag: ``de-AT`` has that of ``de``."""
    return _build(find_language(tag))


@cache
def _build(language: Language) -> Vocabulary:
    words = language.topic(Names)
    fields = {field.name: getattr(words, field.name) for field in dataclasses.fields(Names)}
    gendered = words.female_titles | words.male_titles
    titles = words.titles | {title for title in gendered if title[0].isupper()}
    lowercase = words.lowercase_titles | {title for title in gendered if title[0].islower()}
    phrases = sorted((_split(phrase) for phrase in words.title_phrases), key=len, reverse=True)
    fields |= {"titles": titles, "lowercase_titles": lowercase}
    return Vocabulary(
        **fields,
        code=language.code,
        is_known=language.has(Names),
        capitalises_nouns=language.traits.capitalises_nouns,
        function_words=language.traits.function_words,
        title_phrases_by_first=_by_first_word(phrases),
        title_endings=_spellings({*titles, *lowercase, *(phrase[-1] for phrase in phrases)}),
    )


def _split(phrase: str) -> tuple[str, ...]:
    """Split a title as the tokeniser does: ``People's Commissar`` has three words."""
    return tuple(phrase.replace("'s ", " 's ").split())


def _by_first_word(
    phrases: Iterable[tuple[str, ...]],
) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def _spellings(words: Iterable[str]) -> frozenset[str]:
    """Add the spellings with curly apostrophes and with a full stop."""
    plain = frozenset(words)
    curly = {word.replace("'", sign) for word in plain for sign in _CURLY}
    return frozenset(word + stop for word in plain | curly for stop in ("", "."))
