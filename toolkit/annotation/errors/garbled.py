"""Garbled strings: what a reading machine makes of type that it cannot read (``GoPfidence``).

Only their context tells such strings from codes, formulas and abbreviations: they are proposed
where other words of the text are plainly misread, and without a correction.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from toolkit.annotation.errors.confusions import load_shapes
from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word
from toolkit.text import Cert, Span

LABEL = 3
"""Occurrences in a paragraph from which on a letter alone is a label or abbreviation."""

COMMON = 3.0
"""Zipf value of a common word: one in a million."""

_CAPITAL_INSIDE = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")
_UNITS = r"[a-zäöüA-Z]{1,2}"
_CODES = (
    r"[A-Z]{1,6}-?[0-9]+[A-Z]?|[A-Za-z]{1,2}-?[0-9]+|[0-9]+(?:-[A-Za-z]+)+|[a-zà-ÿ]+-[0-9]+|"
    r"[0-9]{2,}[A-Z]?[.0-9/–-]*"
)
_SIGN_INSIDE = re.compile(
    r"[^\W\d_]{2,}[,;:!?^*<>|\\_\"][^\W_]{2,}|[^\W\d_][;:^*<>|\\_][^\W\d_]{3,}|"
    r"[^\W\d_]{4,}\.[^\W\d_]{4,}"
)
_MISCOUNTED = re.compile(r"(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3})*,[0-9]{4,7}(?![\w,])")
_LETTERED = re.compile(
    r"(?<!\w)(?=[0-9l,]*O)(?:[0-9][0-9Ol]*(?:,[0-9Ol]{3})*|l,O{3}(?:,O{3})*)(?!\w)"
)
_LONE_SIGNS = re.compile(
    r"(?<!\S)[<>^_~\\{}¦■□°]{1,3}(?!\S)|(?<=[a-zà-ÿ]\s)[•*■](?=\s[a-zà-ÿ])|"
    r"(?<!\S)[<>^_~¦■□](?=[^\W\d_]{2})(?![^\s_]*_)"
)


def find_garbled_strings(
    text: str, blocks: Sequence[Block], lexicon: Lexicon
) -> Iterator[Proposal]:
    """Yield strings that are no words, numbers or codes, in a text with misread words."""
    for block in blocks:
        yield from _find_odd_words(text, block, lexicon)
        yield from _find_lettered_numbers(text, block)
        if lexicon.vocabulary.thousands_comma:
            yield from _find_miscounted_numbers(text, block)
        yield from _find_lone_signs(text, block)


def _find_odd_words(text: str, block: Block, lexicon: Lexicon) -> Iterator[Proposal]:
    words = block.words
    letters = Counter(key for key in block.keys if len(key) == 1)
    for at, word in enumerate(words):
        if letters[word.key] >= LABEL:
            continue
        oddity = _describe_oddity(text, word, lexicon)
        if oddity and (len(word.text) > 1 or _is_among_own_words(words, at, lexicon)):
            yield _propose(word.span, f'"{word.text}" {oddity}')


def _find_lettered_numbers(text: str, block: Block) -> Iterator[Proposal]:
    """Yield numbers with the letter O for a nought."""
    for match in _LETTERED.finditer(text, block.span.start, block.span.end):
        number = match.group().replace("O", "0").replace("l", "1")
        reason = f'letters stand for figures in "{match.group()}"'
        span = Span(*match.span())
        yield Proposal(span, number, Cert.MEDIUM, "letter-for-figure", reason, 1.5)


def _find_miscounted_numbers(text: str, block: Block) -> Iterator[Proposal]:
    """Yield numbers with four figures or more after a comma."""
    for match in _MISCOUNTED.finditer(text, block.span.start, block.span.end):
        yield _propose(Span(*match.span()), "is no number, with its comma there")


def _find_lone_signs(text: str, block: Block) -> Iterator[Proposal]:
    for match in _LONE_SIGNS.finditer(text, block.span.start, block.span.end):
        if not text[match.end() : match.end() + 2].strip().isdigit():
            yield _propose(Span(*match.span()), "a sign that stands for nothing here")


def _describe_oddity(text: str, word: Word, lexicon: Lexicon) -> str:
    """Return what is odd about the word, empty if nothing is."""
    if len(word.text) == 1:
        return "is a letter by itself" if _is_stray_letter(text, word, lexicon) else ""
    if word.text.isalpha():
        return "has a capital inside" if _has_capital_inside(word.text) else ""
    if any(char.isdigit() for char in word.text):
        return "mixes letters and figures" if _mixes_figures(word.text, lexicon) else ""
    return "has a sign inside" if _has_sign_inside(word, lexicon) else ""


def _has_capital_inside(text: str) -> bool:
    return bool(_CAPITAL_INSIDE.search(text)) and not _surname_pattern().fullmatch(text)


def _mixes_figures(text: str, lexicon: Lexicon) -> bool:
    return any(char.isalpha() for char in text) and not _code_pattern(lexicon).fullmatch(text)


def _has_sign_inside(word: Word, lexicon: Lexicon) -> bool:
    parts = re.split(r"[\W_]+", word.key)
    return bool(_SIGN_INSIDE.search(word.text)) and not all(
        lexicon.knows(part) for part in parts if part
    )


def _is_stray_letter(text: str, word: Word, lexicon: Lexicon) -> bool:
    """Whether a small letter is alone that is no word, no unit and no label."""
    vocabulary = lexicon.vocabulary
    alone = vocabulary.one_letter_words + vocabulary.one_letter_abbreviations
    if not word.text.islower() or word.key in alone:
        return False
    before, after = text[max(0, word.start - 2) : word.start], text[word.end : word.end + 2]
    if before[-2:-1].isdigit() or after.strip()[:1] in ("'", "’"):
        return False
    return not before[-1:].strip() and not after[:1].strip()


def _is_among_own_words(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a letter that is a word of another language is between words of this one."""
    if words[at].key not in load_shapes().letters_as_words:
        return True
    neighbours = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    return all(len(word.key) > 1 and lexicon.zipf(word.key) >= COMMON for word in neighbours)


@cache
def _surname_pattern() -> re.Pattern[str]:
    prefixes = "|".join(map(re.escape, load_shapes().surname_prefixes))
    return re.compile(rf"(?:{prefixes})[A-ZÀ-Þ][a-zà-ÿ]+s?")


@cache
def _code_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of numbers with a suffix, and of codes."""
    suffixes = "|".join((_UNITS, *lexicon.vocabulary.number_suffixes))
    return re.compile(rf"[0-9½¼¾⅓⅔.,:/-]+(?:{suffixes})\.?|{_CODES}")


def _propose(span: Span, reason: str) -> Proposal:
    return Proposal(span, None, Cert.LOW, "garbled", f"{reason}, in a text with misread words", 0.1)
