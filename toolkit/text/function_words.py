"""Recognise languages by their function words, which are in ``languages/<code>/language.toml``.

Words that a language shares with its neighbours do no harm: the language that clearly leads wins.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from toolkit.languages import Language, all_languages

CLEAR_SHARE: Final = 0.2
"""The share of function words that only a text in the language itself reaches."""


def function_words() -> Mapping[str, frozenset[str]]:
    """Return the most frequent function words of each language, in small letters, by its code."""
    return _function_words(all_languages())


@cache
def _function_words(languages: tuple[Language, ...]) -> Mapping[str, frozenset[str]]:
    words = {language.code: language.traits.function_words for language in languages}
    return MappingProxyType({code: listed for code, listed in words.items() if listed})


def words_of(text: str) -> list[str]:
    """Split a text into its words, in small letters."""
    return re.findall(r"[^\W\d_]+", text.lower())


def clear_language(words: Sequence[str]) -> str:
    """Return the code of the language that clearly leads by its function words, else "".

    They make up a fifth of the words, and are twice as many as those of any other language.
    """
    counted = Counter(words)
    counts = {tag: sum(counted[word] for word in known) for tag, known in function_words().items()}
    (best, most), (_, second) = Counter(counts).most_common(2)
    return best if most > len(words) * CLEAR_SHARE and most > 2 * second else ""
