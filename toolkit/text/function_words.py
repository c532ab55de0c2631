"""Recognise languages by their function words, which are in ``languages/<code>/language.toml``.

Words that a language shares with its neighbours do no harm: the language that clearly leads wins.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from toolkit.languages import available_languages, find_language

CLEAR_SHARE: Final = 0.2
"""The share of function words that only a text in the language itself reaches."""


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """Return the most frequent function words of each language, in small letters, by its code."""
    words = {code: find_language(code).traits.function_words for code in available_languages()}
    return MappingProxyType({code: listed for code, listed in words.items() if listed})


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return re.findall(r"[^\W\d_]+", text.lower())


def clear_language(words: Sequence[str]) -> str:
    """The language whose function words stand out; empty if none does.

    They make up a fifth of the words, and are twice as many as those of any other language.
    """
    counted = Counter(words)
    counts = {tag: sum(counted[word] for word in known) for tag, known in function_words().items()}
    (best, most), (_, second) = Counter(counts).most_common(2)
    return best if most > len(words) * CLEAR_SHARE and most > 2 * second else ""
