"""Find the language of a text, from its words or from its name in the metadata."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from toolkit.languages import Language, all_languages
from toolkit.text.function_words import clear_language, words_of

ENOUGH = 40
"""Letters that a text needs before its language is guessed."""

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def detect_language(text: str) -> str:
    """Return the BCP 47 tag of the main language of a text; ``und`` if it is too short to say.

    First by function words: where those of one language make up a fifth of the words and twice
    as many as those of any other, there is no doubt. Else by py3langid (after Lui and Baldwin
    2012), whose model takes half a second to load. Only the first 20,000 characters are read.
    """
    sample = text[:20000]
    if sum(map(str.isalpha, sample)) < ENOUGH:
        return "und"
    return clear_language(words_of(sample)) or _by_model(sample)


def tag_of(name: str) -> str:
    """Return the tag for the name of a language in a metadata line: ``English`` is ``en``.

    The names are those of CLDR in each language that has data. Empty if it is no language.
    """
    first = re.split(r"[,;/]|\s(?:and|und|et|e|en|y|и)\s", name.strip())[0].strip()
    for language in all_languages():
        tag = _names_of_languages(language).get(first.casefold())
        if tag:
            return tag
    return first if _TAG.fullmatch(first) and len(first.split("-")[0]) <= 3 else ""


@cache
def _names_of_languages(language: Language) -> Mapping[str, str]:
    """Return the tags of all languages by their names in one language, empty without CLDR data."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # only for a line that names one

    names: dict[str, str] = {}
    try:
        listed = Locale(language.code).languages
    except UnknownLocaleError:
        return MappingProxyType(names)
    for tag, name in listed.items():
        names.setdefault(name.casefold(), tag.replace("_", "-"))
    return MappingProxyType(names)


def _by_model(text: str) -> str:
    from py3langid import classify  # noqa: PLC0415  # loads numpy and a model

    tag, _ = classify(text)
    return str(tag)
