"""Garbled: what a reading machine makes of type it cannot read, ``GoPfidence``, ``suppos,2d``.

Such strings are only told from codes, formulas and abbreviations by the company they keep: they
are pointed out where other words of the text are plainly misread, and without a correction.
"""

import re
from collections.abc import Iterator, Sequence

from toolkit.annotation.errors.lexicon import Lexicon
from toolkit.annotation.errors.proposal import Proposal
from toolkit.annotation.errors.words import Block, Word
from toolkit.text import Cert, Span

COMMON = 3.0
"""Zipf value of a common word: one in a million."""

_CAPITAL_INSIDE = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")
_PREFIXED = re.compile(r"(?:Mac|Mc|Fitz|De|Du|Di|La|Le|Van|Von|St|[DdLl]['’])[A-ZÀ-Þ][a-zà-ÿ]+s?")
_CODE = re.compile(
    r"[0-9½¼¾⅓⅔.,:/-]+(?:st|nd|rd|th|mo|vo|to|er|re|ère|me|ème|ième|nde|te[nrs]?|[a-zäöüA-Z]{1,2}|"
    r"lbs?|cwt|fr|frs|min|sec|hrs?|bis|ter)\.?|[A-Z]{1,6}-?[0-9]+[A-Z]?|[A-Za-z]{1,2}-?[0-9]+|"
    r"[0-9]+(?:-[A-Za-z]+)+|[a-zà-ÿ]+-[0-9]+|[0-9]{2,}[A-Z]?[.0-9/–-]*"
)
_POINTED = re.compile(
    r"[^\W\d_]{2,}[,;:!?^*<>|\\_\"][^\W_]{2,}|[^\W\d_][;:^*<>|\\_][^\W\d_]{3,}|"
    r"[^\W\d_]{4,}\.[^\W\d_]{4,}"
)
_MISCOUNTED = re.compile(r"(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3})*,[0-9]{4,7}(?![\w,])")
_LETTERED = re.compile(
    r"(?<!\w)(?=[0-9l,]*O)(?:[0-9][0-9Ol]*(?:,[0-9Ol]{3})*|l,O{3}(?:,O{3})*)(?!\w)"
)
_SIGNS = re.compile(
    r"(?<!\S)[<>^_~\\{}¦■□°]{1,3}(?!\S)|(?<=[a-zà-ÿ]\s)[•*■](?=\s[a-zà-ÿ])|"
    r"(?<!\S)[<>^_~¦■□](?=[^\W\d_]{2})(?![^\s_]*_)"
)
_SOMEWHERE = frozenset("aàáeèéiìoòóôuùyzwvk")
"""Letters that are words in a language of Europe."""

_SINGLE = {"en": "aio", "de": "ou", "fr": "aàyoôûn"}


def garbled(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Proposal]:
    """Strings that are neither words nor numbers nor codes; for texts with misread words."""
    for block in blocks:
        words = block.words
        for at, word in enumerate(words):
            what = _what(text, word, lexicon)
            if what and (len(word.text) > 1 or _is_among_words(words, at, lexicon)):
                yield _proposal(word.span, f'"{word.text}" {what}')
        yield from _numbers(text, block, lexicon.language)
        for match in _SIGNS.finditer(text, block.span.start, block.span.end):
            if not text[match.end() : match.end() + 2].strip().isdigit():
                yield _proposal(Span(*match.span()), "a sign that stands for nothing here")


def _numbers(text: str, block: Block, language: str) -> Iterator[Proposal]:
    """Numbers with the letter O for a nought; English ones with four figures after a comma."""
    for match in _LETTERED.finditer(text, block.span.start, block.span.end):
        number = match.group().replace("O", "0").replace("l", "1")
        reason = f'letters stand for figures in "{match.group()}"'
        span = Span(*match.span())
        yield Proposal(span, number, Cert.MEDIUM, "letter-for-figure", reason, 1.5)
    if language == "en":
        for match in _MISCOUNTED.finditer(text, block.span.start, block.span.end):
            yield _proposal(Span(*match.span()), "is no number, with its comma there")


def _what(text: str, word: Word, lexicon: Lexicon) -> str:
    """What is odd about the word, in words; empty if nothing is."""
    if len(word.text) == 1:
        return "is a letter by itself" if _is_stray(text, word, lexicon.language) else ""
    if word.text.isalpha():
        odd = _CAPITAL_INSIDE.search(word.text) and not _PREFIXED.fullmatch(word.text)
        return "has a capital inside" if odd else ""
    if any(char.isdigit() for char in word.text):
        odd = any(char.isalpha() for char in word.text) and not _CODE.fullmatch(word.text)
        return "mixes letters and figures" if odd else ""
    odd = _POINTED.search(word.text) and not _are_words(word.key, lexicon)
    return "has a sign inside" if odd else ""


def _is_stray(text: str, word: Word, language: str) -> bool:
    """Whether a small letter stands alone that is no word, no unit and no label."""
    if not word.text.islower() or word.key in _SINGLE.get(language, ""):
        return False
    start, end = word.start, word.end
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-2:-1].isdigit() or after.strip()[:1] in ("'", "’"):
        return False
    return not before[-1:].strip() and not after[:1].strip()


def _is_among_words(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a letter that is a word of another language stands between words of this one."""
    if words[at].key not in _SOMEWHERE:
        return True
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    return all(len(word.key) > 1 and lexicon.zipf(word.key) >= COMMON for word in beside)


def _are_words(key: str, lexicon: Lexicon) -> bool:
    return all(lexicon.knows(part) for part in re.split(r"[\W_]+", key) if part)


def _proposal(span: Span, reason: str) -> Proposal:
    return Proposal(span, None, Cert.LOW, "garbled", f"{reason}, in a text with misread words", 0.1)
