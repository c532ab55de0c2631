"""Strategies: texts for property tests, from arbitrary characters to something like a letter."""

from hypothesis import strategies as st

WORDS = st.sampled_from(
    "the Council Dukhonin 1917 [1] [2] [*] (1) ¹ * § November 7 Repub]ic 15 Dear Sir, I. \t \f - "
    "## Paris \u00a0 \x01 \ufffe & < > ]]> &amp; 𝔄 א ् etc. [p. 3] Title: Source: *** "
    "NOTES".split(" ")
)

LINES = st.lists(WORDS, max_size=8).map(" ".join)

LETTERS = st.lists(LINES, min_size=1, max_size=14).map("\n".join)
"""Lines of words that mean something to the readers of structure, in any order."""

CHARACTERS = st.text(
    alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=200
)
"""Any characters that a file can hold."""

TEXTS = (LETTERS | CHARACTERS).filter(lambda text: bool(text.strip()))
