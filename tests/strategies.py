"""Strategies: texts for property tests, from arbitrary characters to something like a letter."""

from hypothesis import strategies as st

WORDS = st.sampled_from(
    "the Council Dukhonin 1917 [1] [2] [*] (1) ¹ * § November 7 Repub]ic 15 Dear Sir, I. \t \f - "
    "## Paris \u00a0 \x01 \ufffe & < > ]]> &amp; 𝔄 א ् etc. [p. 3] Title: Source: *** "
    "NOTES".split(" ")
)

BEGINNINGS = st.sampled_from(
    "ANNA. ;BEN. ;Q. ;A. ;Ben: ;ACT I;SCENE II. ;CHAPTER 3;1.1 ;2. ;a) ;PERSONS;TO: ;FROM: ;DATE: ;"
    "MEMORANDUM;[Enter ;Exeunt.;(aside) ;Yours truly,;Dear Sir,;Orne, 3 May 1822;P.S. ;THE END;"
    "By ;London: ;    ;Present:;Name | a | b |;Name .... 3 s;Thou ;And ;To the ;"
    "Monday, 3 May".split(";")
)
"""What the lines of plays, letters, memoranda, lists, tables and verse begin with."""

LINES = st.lists(WORDS, max_size=8).map(" ".join) | st.tuples(BEGINNINGS, WORDS).map("".join)

LETTERS = st.lists(LINES, min_size=1, max_size=14).map("\n".join)
"""Lines of words that mean something to the readers of structure, in any order."""

CHARACTERS = st.text(
    alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=200
)
"""Any characters that a file can hold."""

TEXTS = (LETTERS | CHARACTERS).filter(lambda text: bool(text.strip()))
