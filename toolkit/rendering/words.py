"""The words that an output adds to a text, in the language of the text where we have them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from toolkit.languages import Language, all_languages, find_language
from toolkit.languages.words import Words

DEFAULT_LANGUAGE: Final = "en"


def choose_language(wanted: str) -> str:
    """Return the code of the language wanted if we have words in it, else that of English."""
    language = find_language(wanted.replace("_", "-"))
    return language.code if language.has(Words) else DEFAULT_LANGUAGE


def languages_with_words() -> frozenset[str]:
    """Return the codes of the languages that we have words in."""
    return frozenset(language.code for language in all_languages() if language.has(Words))


def words_of_page(code: str) -> Mapping[str, str]:
    """Return the words of a page by key, with the English one for each that is missing.

    Names of elements have keys in ``tei-``, of attributes in ``att-``, units in ``unit-``.
    """
    return _words(find_language(DEFAULT_LANGUAGE), find_language(code), printed=False)


def words_of_print(code: str) -> Mapping[str, str]:
    """Return the words of a PDF by key, as ``words_of_page`` does those of a page."""
    return _words(find_language(DEFAULT_LANGUAGE), find_language(code), printed=True)


@cache
def _words(default: Language, language: Language, *, printed: bool) -> Mapping[str, str]:
    both = (default.topic(Words), language.topic(Words))
    return {key: word for words in both for key, word in _flat(words, printed=printed)}


def _flat(words: Words, *, printed: bool) -> Iterator[tuple[str, str]]:
    yield from zip(("quote-open", "quote-close"), words.quotation_marks, strict=False)
    yield from words.page.items()
    if printed:
        yield from words.printed.items()
    named = {"unit-": words.units, "att-": words.attributes, "tei-": words.elements}
    for prefix, table in named.items():
        yield from ((prefix + key, word) for key, word in table.items())
