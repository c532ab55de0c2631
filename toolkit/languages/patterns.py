"""Regular expressions made of the words of language data."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first; it matches nothing without any.

    A full stop at the end of a word may be missing in the text, unless the word is one letter;
    white space between words is of any kind, and ``*`` stands for the rest of a compound.
    """
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(_word, listed)) + ")" if listed else "(?!)"


def _word(word: str) -> str:
    stem = word.removesuffix(".")
    pattern = re.escape(stem).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    stop = r"\." if len(stem) == 1 else r"\.?"
    return pattern + (stop if stem != word else "")
