"""Compile lists of phrases from language data into regular expressions.

A phrase is written in small letters and matches any case. Within a phrase

- a space matches white space on one line, and a straight apostrophe a curly one too;
- ``word*`` matches any ending (``print*``: *printed*, *printer*);
- ``word?`` may be missing (``the? end``);
- ``one|two`` matches either word;
- ``…`` matches two to eighty characters within one sentence (``end of …``).
"""

import re
from collections.abc import Iterable

NOTHING = r"(?!)"
"""A pattern that matches nowhere, for an empty list."""

_SOME_WORDS = r"[^\n.!?]{2,80}"


def pattern_of(phrases: Iterable[str]) -> str:
    """Return a regular expression for any of the phrases, the longest first, as one group.

    A phrase that ends in a letter or digit ends at the end of a word.
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(_phrase_pattern, ordered))})" if ordered else NOTHING


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile the phrases without regard to case."""
    return re.compile(pattern_of(phrases), re.IGNORECASE)


def _phrase_pattern(phrase: str) -> str:
    words = phrase.split()
    parts: list[str] = []
    for word, following in zip(words, [*words[1:], None], strict=True):
        gap = "" if following is None else r"[ \t]+"
        if word.endswith("?"):
            parts.append(f"(?:{_alternatives(word[:-1])}{gap})?")
        else:
            parts.append(_alternatives(word) + gap)
    end = r"(?!\w)" if words[-1][-1].isalnum() else ""
    return "".join(parts) + end


def _alternatives(word: str) -> str:
    choices = [_word_pattern(choice) for choice in word.split("|")]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def _word_pattern(word: str) -> str:
    if word == "…":
        return _SOME_WORDS
    stem = word.removesuffix("*")
    pattern = re.escape(stem).replace("'", "['\u2019]")
    return pattern + (r"\w*" if stem != word else "")
